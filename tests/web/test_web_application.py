from collections.abc import AsyncIterator, Mapping

import httpx
import pytest

from qa_bot.errors import UnavailableError
from qa_bot.web.application import LARGEST_UPDATE_BYTES, SECRET_HEADER, build_web

SECRET = "s" * 64
KNOWN = {SECRET_HEADER: SECRET}


class Door:
    def __init__(self) -> None:
        self.accepted: list[Mapping[str, object]] = []
        self.full = False
        self.read_bytes = 0
        transport = httpx.ASGITransport(build_web(self.accept, SECRET, {}))
        self.client = httpx.AsyncClient(transport=transport, base_url="http://bot.test")

    async def accept(self, update: Mapping[str, object]) -> None:
        if self.full:
            raise UnavailableError("full", retry_after_s=2)
        self.accepted.append(update)

    async def knock(self, headers: Mapping[str, str], content: object) -> httpx.Response:
        return await self.client.post("/hook", headers=dict(headers), content=content)  # type: ignore[arg-type]

    async def body(self, size: int) -> AsyncIterator[bytes]:
        while self.read_bytes < size:
            self.read_bytes += 50_000
            yield b" " * 50_000


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    door = Door()
    async with door.client:
        yield door


async def test_an_update_with_the_secret_is_accepted(door: Door) -> None:
    response = await door.knock(KNOWN, b'{"update_id": 1, "message": {}}')
    assert response.status_code == 200
    assert door.accepted == [{"update_id": 1, "message": {}}]


async def test_any_path_will_do_because_a_proxy_may_have_shortened_it(door: Door) -> None:
    response = await door.client.post("/", headers=KNOWN, content=b'{"update_id": 1}')
    assert response.status_code == 200


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: SECRET + "s"}])
async def test_without_the_secret_nothing_is_read(door: Door, headers: dict[str, str]) -> None:
    response = await door.knock(headers, door.body(90_000_000))
    assert response.status_code == 401
    assert door.read_bytes <= 50_000
    assert door.accepted == []


async def test_a_secret_of_foreign_letters_is_just_wrong(door: Door) -> None:
    response = await door.client.post("/hook", headers=[(SECRET_HEADER.encode(), "é".encode())], content=b"{}")
    assert response.status_code == 401


async def test_a_body_that_says_it_is_too_large_is_not_read(door: Door) -> None:
    response = await door.knock(KNOWN | {"Content-Length": str(LARGEST_UPDATE_BYTES + 1)}, door.body(90_000_000))
    assert response.status_code == 413
    assert door.read_bytes <= 50_000


async def test_a_body_that_does_not_say_so_is_let_go_at_the_limit(door: Door) -> None:
    response = await door.knock(KNOWN, door.body(90_000_000))
    assert response.status_code == 413
    assert door.read_bytes <= LARGEST_UPDATE_BYTES + 100_000


@pytest.mark.parametrize("length", ["9" * 5_000, "1" + "0" * 12])
async def test_a_length_beyond_measure_is_too_large(door: Door, length: str) -> None:
    response = await door.knock(KNOWN | {"Content-Length": length}, door.body(1))
    assert response.status_code == 413


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"7", b'{"message": {}}', b'{"update_id": "1"}', b"[" * 100_000, b"\xff"]
)
async def test_what_is_no_update_is_refused(door: Door, body: bytes) -> None:
    response = await door.knock(KNOWN, body)
    assert response.status_code == 400
    assert door.accepted == []


async def test_a_full_inbox_asks_telegram_to_come_again(door: Door) -> None:
    door.full = True
    response = await door.knock(KNOWN, b'{"update_id": 1}')
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "2"


async def test_the_log_says_why_telegram_is_asked_to_come_again(door: Door, caplog: pytest.LogCaptureFixture) -> None:
    door.full = True
    await door.knock(KNOWN, b'{"update_id": 1}')
    assert caplog.messages == ["full; Telegram keeps the update and brings it again"]


async def test_health_is_told_to_anyone(door: Door) -> None:
    response = await door.client.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok")


async def test_the_webhook_is_not_read_by_get(door: Door) -> None:
    assert (await door.client.get("/hook", headers=KNOWN)).status_code == 405
