import asyncio
import socket
from collections.abc import Mapping

import httpx
import pytest

from qa_bot.errors import SetupError
from qa_bot.web.application import build_web
from qa_bot.web.server import bind, serve


async def _accept(update: Mapping[str, object]) -> None:
    pass


async def test_it_serves_until_it_is_told_to_stop() -> None:
    stop = asyncio.Event()
    listening = bind("127.0.0.1:0")
    port = listening.getsockname()[1]
    serving = asyncio.create_task(serve(build_web(_accept, "s" * 64, {}), listening, stop))
    async with httpx.AsyncClient() as client:
        response = await client.get(f"http://127.0.0.1:{port}/healthz")
    assert response.text == "ok"
    stop.set()
    await asyncio.wait_for(serving, 3)


def test_an_address_in_use_is_the_operators_to_mend() -> None:
    with bind("127.0.0.1:0") as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SetupError, match=f"can't listen on 127.0.0.1:{port}"):
            bind(f"127.0.0.1:{port}")


def test_an_impossible_port_is_the_operators_to_mend() -> None:
    with pytest.raises(SetupError, match="QA_BOT_LISTEN"):
        bind("127.0.0.1:99999")


def test_an_answer_is_sent_without_waiting_for_its_head_to_be_acknowledged() -> None:
    with bind("127.0.0.1:0") as listening, socket.create_connection(listening.getsockname()):
        connection, _ = listening.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
