"""Serving an application over HTTP until told to stop."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.applications import Starlette

from qa_bot.errors import SetupError

_LAST_REQUESTS_S = 2
_LAST_PORT = 65_535


class _Server(uvicorn.Server):
    """A uvicorn that leaves signals to whoever runs it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture nothing."""
        yield


def bind(listen: str, setting: str = "QA_BOT_LISTEN") -> socket.socket:
    """Return a socket that listens on `host:port`, as `setting` says; a host in brackets is an IPv6 address.

    Raises:
        SetupError: the address can't be had.
    """
    host, _, port = listen.rpartition(":")
    host = host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    if int(port) > _LAST_PORT:
        raise _unusable(setting, listen, f"ports end at {_LAST_PORT}")
    try:
        listening = socket.create_server((host, int(port)), family=family)
    except OSError as fault:
        raise _unusable(setting, listen, str(fault)) from None
    # A connection takes it over. Without it the body of an answer waits until the other side has acknowledged the head:
    # 40 ms where that one delays what it acknowledges.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


async def serve(application: Starlette, listening: socket.socket, stop: asyncio.Event) -> None:
    """Serve `application` on a socket until `stop` is set; requests under way are finished."""
    config = uvicorn.Config(application, log_config=None, access_log=False, timeout_graceful_shutdown=_LAST_REQUESTS_S)
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        server.should_exit = True
        await serving


def _unusable(setting: str, listen: str, why: str) -> SetupError:
    return SetupError(f"{setting}: can't listen on {listen}: {why}", command="choose another address in .env")
