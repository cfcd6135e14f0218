"""Uvicorn, so that connections can be cut and the server stops at once."""

import asyncio
import socket

import uvicorn
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

CUT = "telegram_stand_in.cut"
STOP_TIMEOUT_S = 2.0


class CuttableProtocol(H11Protocol):
    """HTTP whose requests know how to cut their own connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        """Hand every request of this connection the means to cut it."""
        super().connection_made(transport)
        app = self.app

        async def with_cut(scope: Scope, receive: Receive, send: Send) -> None:
            await app({**scope, CUT: transport.abort}, receive, send)

        self.app = with_cut


class PromptServer(uvicorn.Server):
    """Stops as soon as it is told: tests start and stop many."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.told_to_stop = asyncio.Event()

    async def main_loop(self) -> None:
        """Serve until told to stop."""
        await self.on_tick(0)
        await self.told_to_stop.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close everything, once the calls under way are answered; uvicorn's own way sleeps in between."""
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            await asyncio.wait(set(self.server_state.tasks), timeout=STOP_TIMEOUT_S)
        await self.lifespan.shutdown()


class CutConnection(Response):
    """No answer: the connection breaks."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Break it, and wait until it is broken, lest the server answers 500 in our place."""
        scope[CUT]()
        while (await receive())["type"] != "http.disconnect":
            pass
