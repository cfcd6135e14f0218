"""What operators and their machines ask over HTTP: does it run, is it ready, how is it doing."""

from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"

Look = Callable[[], Awaitable[str]]
"""Returns what is wrong, nothing where all is well."""


def health_routes(looks: Mapping[str, Look]) -> list[Route]:
    """Return the routes of /healthz, 200 as long as the program runs, and /readyz, 503 where a look finds a fault.

    /readyz answers a line a look: its name, then "ok" or what is wrong.
    """

    async def ready(_request: Request) -> Response:
        faults = {name: await look() for name, look in looks.items()}
        told = "".join(f"{name}: {fault or 'ok'}\n" for name, fault in faults.items())
        status = HTTPStatus.SERVICE_UNAVAILABLE if any(faults.values()) else HTTPStatus.OK
        return PlainTextResponse(told, status)

    return [Route("/healthz", _healthy, methods=["GET"]), Route("/readyz", ready, methods=["GET"])]


def build_operations(looks: Mapping[str, Look], page: Callable[[], bytes]) -> Starlette:
    """Return the application of a door for operators alone: health, and /metrics as `page` gives it."""

    async def metrics(_request: Request) -> Response:
        return Response(page(), headers={"Content-Type": METRICS_TYPE})

    return Starlette(routes=[*health_routes(looks), Route("/metrics", metrics, methods=["GET"])])


async def _healthy(_request: Request) -> Response:
    return PlainTextResponse("ok")
