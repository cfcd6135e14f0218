"""The HTTP door: requests come in, go to their method, and are answered, or suffer the fault planned for them."""

import asyncio
import json
import re
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from .bodies import read_parameters
from .connections import CutConnection, CuttableProtocol, PromptServer
from .dispatch import begin_call, decode, payload, refuse, run, succeed
from .faults import Fault
from .files import content_of
from .limits import POLL_TIMEOUT_S
from .receiving import begin_poll
from .records import Call
from .refusals import RefusedError
from .state import State
from .webhook import deliver

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}")
START_TIMEOUT_S = 10.0
LOOK_S = 0.05
TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(slots=True, eq=False)
class Poller:
    """A getUpdates that waits; a newer one takes its place."""

    wakened: asyncio.Event = field(default_factory=asyncio.Event)
    is_replaced: bool = False


class HttpServer:
    """Serves `state` at `url` from a thread of its own."""

    def __init__(self, state: State, token: str) -> None:
        self._state = state
        self._token = token
        self._poller: Poller | None = None
        self._stopping = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._webhook_wake = asyncio.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        # Without it each answer to the bot is 40 ms late: its body waits until its head is acknowledged.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.route_webhook: Callable[[str], str] = lambda address: address
        self.webhook_backoff_s = 0.1
        self._server = PromptServer(
            uvicorn.Config(
                self._app(),
                http=CuttableProtocol,
                ws="none",
                loop="asyncio",
                lifespan="on",
                log_config=None,
                access_log=False,
                proxy_headers=False,
            )
        )
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), name="telegram", daemon=True)

    def start(self) -> None:
        """Serve, and return once requests are answered."""
        self._thread.start()
        deadline = time.monotonic() + START_TIMEOUT_S
        while not self._server.started:
            if time.monotonic() > deadline or not self._thread.is_alive():
                raise RuntimeError("the stand-in didn't start")
            time.sleep(0.005)

    def stop(self) -> None:
        """Stop serving; calls that wait for updates are answered with none."""
        self._stopping = True
        self._in_loop(self._server.told_to_stop.set)
        self._wake()
        self._thread.join()

    def _app(self) -> Starlette:
        routes = [
            Route("/bot{token}/{method}", self._answer, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._file, methods=["GET"]),
            Route("/{rest:path}", _not_found, methods=["GET", "POST"]),
        ]
        return Starlette(routes=routes, lifespan=self._lifespan)

    @asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        self._loop = asyncio.get_running_loop()
        with self._state.lock:
            self._state.wakers.append(self._wake)
        delivery = asyncio.create_task(deliver(self._state, self))
        yield
        delivery.cancel()
        with suppress(asyncio.CancelledError):
            await delivery

    def _wake(self) -> None:
        """Wake the poller and the webhook; callable from any thread."""
        self._in_loop(self._wake_here)

    def _in_loop(self, do: Callable[[], None]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(do)

    def _wake_here(self) -> None:
        self._webhook_wake.set()
        if self._poller is not None:
            self._poller.wakened.set()

    async def woken(self) -> None:
        """Return once something changed that may concern the webhook."""
        await self._webhook_wake.wait()
        self._webhook_wake.clear()

    async def _file(self, request: Request) -> Response:
        content = content_of(self._state, request.path_params["path"])
        if request.path_params["token"] != self._token or content is None:
            return _error(404, "Not Found")
        return Response(content, media_type="application/octet-stream")

    async def _answer(self, request: Request) -> Response:
        token, method = request.path_params["token"], request.path_params["method"]
        if token != self._token:
            return _error(401, "Unauthorized") if TOKEN.fullmatch(token) else _error(404, "Not Found")
        try:
            body = await request.body()
        except ClientDisconnect:
            return Response()
        try:
            raw = read_parameters(request.url.query, request.headers.get("content-type", ""), body)
        except RefusedError as refused:
            call = begin_call(self._state, method, {})
            with self._state.lock:
                refuse(self._state, call, refused)
            return _json(call)
        call = begin_call(self._state, method, raw)
        with self._state.lock:
            fault = self._state.faults.take(method, call.chat_id)
        return await (self._work(request, call, raw) if fault is None else self._suffer(fault, request, call, raw))

    async def _work(self, request: Request, call: Call, raw: dict[str, Any]) -> Response:
        if call.method == "getUpdates":
            await self._poll(request, call, raw)
        else:
            run(self._state, call, raw)
        return _json(call)

    async def _suffer(self, fault: Fault, request: Request, call: Call, raw: dict[str, Any]) -> Response:
        call.fault = fault.name
        answer = await self._work(request, call, raw) if fault.takes_effect else None
        if fault.delay_s:
            await asyncio.sleep(fault.delay_s)
        if fault.status is None and answer is not None:
            return answer
        with self._state.lock:
            call.code, call.description = fault.status, fault.name
            self._state.changed.notify_all()
        if not fault.status:
            return CutConnection()
        return Response(fault.body, fault.status, media_type=fault.media_type)

    async def _poll(self, request: Request, call: Call, raw: dict[str, Any]) -> None:
        poller = Poller()
        try:
            with self._state.lock:
                parameters = decode(self._state, call, raw)
                begin_poll(self._state, parameters, call)
                self._take_over(poller)
            updates = await self._wait_for_updates(request, parameters, poller)
        except RefusedError as refused:
            with self._state.lock:
                refuse(self._state, call, refused)
        else:
            with self._state.lock:
                succeed(self._state, call, updates)
        finally:
            if self._poller is poller:
                self._poller = None

    def _take_over(self, poller: Poller) -> None:
        if self._poller is not None:
            self._poller.is_replaced = True
            self._poller.wakened.set()
        self._poller = poller

    async def _wait_for_updates(
        self, request: Request, parameters: dict[str, Any], poller: Poller
    ) -> list[dict[str, Any]]:
        deadline = time.monotonic() + min(max(parameters.get("timeout", 0), 0), POLL_TIMEOUT_S)
        while True:
            if await request.is_disconnected():
                return []
            with self._state.lock:
                if poller.is_replaced:
                    raise RefusedError(409, TERMINATED, excused=True)
                if self._state.webhook is not None:
                    raise RefusedError(409, "Conflict: terminated by setWebhook request", excused=True)
                updates = self._state.updates.first(parameters.get("limit"))
            left_s = deadline - time.monotonic()
            if updates or left_s <= 0 or self._stopping:
                return updates
            with suppress(TimeoutError):
                await asyncio.wait_for(poller.wakened.wait(), min(LOOK_S, left_s))
            poller.wakened.clear()


async def _not_found(_request: Request) -> Response:
    return _error(404, "Not Found")


def _error(code: int, description: str) -> Response:
    body = {"ok": False, "error_code": code, "description": description}
    return Response(json.dumps(body), code, media_type="application/json")


def _json(call: Call) -> Response:
    return Response(json.dumps(payload(call)), call.code or 500, media_type="application/json")
