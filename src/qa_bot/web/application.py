"""The webhook as a Starlette application: it checks who knocks, reads little, and hands updates on."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from qa_bot.errors import UnavailableError
from qa_bot.web.operations import Look, health_routes

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LARGEST_UPDATE_BYTES = 1_000_000
_MOST_DIGITS = 12

Accept = Callable[[Mapping[str, object]], Awaitable[None]]

_LOG = logging.getLogger(__name__)


def build_web(accept: Accept, secret: str, looks: Mapping[str, Look]) -> Starlette:
    """Return the application: POST to any path brings an update, GET /healthz and /readyz tell how it is.

    `looks` are what /readyz asks. The path is free because a proxy in front may have taken a part of it away; `secret`
    tells Telegram from others. `accept` takes the decoded update; once it returns, Telegram is told that the update
    arrived.
    """

    async def webhook(request: Request) -> Response:
        try:
            update = await _update_in(request, secret)
            if isinstance(update, HTTPStatus):
                _LOG.warning("A webhook request was refused: %s", update.phrase)
                return PlainTextResponse(update.phrase, update)
            await accept(update)
        except UnavailableError as error:
            _LOG.warning("%s; Telegram keeps the update and brings it again", error)
            wait = {"Retry-After": str(round(error.retry_after_s or 1))}
            return PlainTextResponse("Try again", HTTPStatus.SERVICE_UNAVAILABLE, wait)
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        return Response()

    routes = [
        *health_routes(looks),
        Route("/{path:path}", webhook, methods=["POST"]),
    ]
    return Starlette(routes=routes)


async def _update_in(request: Request, secret: str) -> Mapping[str, object] | HTTPStatus:
    """Return the update that the request brings, or why it is refused; without the secret nothing is read."""
    if not _knows(request, secret):
        return HTTPStatus.UNAUTHORIZED
    body = await _read(request)
    return body if isinstance(body, HTTPStatus) else _decoded(body)


def _knows(request: Request, secret: str) -> bool:
    given = request.headers.get(SECRET_HEADER, "")
    # Bytes, because compare_digest refuses letters outside ASCII.
    return hmac.compare_digest(given.encode(), secret.encode())


async def _read(request: Request) -> bytes | HTTPStatus:
    """Return the body, or why it is refused: it is let go as soon as it's larger than an update can be."""
    announced = request.headers.get("Content-Length", "0")
    if not announced.isdecimal():
        return HTTPStatus.BAD_REQUEST
    if len(announced) > _MOST_DIGITS or int(announced) > LARGEST_UPDATE_BYTES:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_UPDATE_BYTES:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return bytes(body)


def _decoded(body: bytes) -> Mapping[str, object] | HTTPStatus:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return HTTPStatus.BAD_REQUEST
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        return HTTPStatus.BAD_REQUEST
    return update
