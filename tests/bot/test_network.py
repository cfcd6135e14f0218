import httpx
import pytest
from telegram.error import NetworkError, TelegramError, TimedOut

from fakes import FakeClock, RecordingRequest
from qa_bot.bot.network import PatientRequest

SEND, EDIT = "https://telegram.test/bot123:token/sendMessage", "https://telegram.test/bot123:token/editMessageText"
OK = (200, {"ok": True})
BAD_GATEWAY = (502, {"ok": False})


def caused_by(cause: Exception, fault: type[NetworkError] = NetworkError) -> NetworkError:
    error = fault("network")
    error.__cause__ = cause
    return error


NOT_CONNECTED = caused_by(httpx.ConnectError("refused"))
POOL_FULL = caused_by(httpx.PoolTimeout("full"), TimedOut)
CUT = caused_by(httpx.RemoteProtocolError("Server disconnected without sending a response."))
SLOW = caused_by(httpx.ReadTimeout("slow"), TimedOut)


class Road:
    def __init__(self, *replies: object) -> None:
        self.far_end = RecordingRequest()
        for endpoint in ("sendMessage", "editMessageText"):
            self.far_end.next_replies[endpoint].extend(replies)
        self.clock = FakeClock()
        self.request = PatientRequest(self.far_end, sleep=self.clock.sleep)

    async def take(self, url: str) -> int:
        status, _ = await self.request.do_request(url, "POST")
        return status

    @property
    def tries(self) -> int:
        return len(self.far_end.calls)


@pytest.mark.parametrize("fault", [NOT_CONNECTED, POOL_FULL, BAD_GATEWAY])
async def test_what_never_arrived_is_sent_again(fault: object) -> None:
    road = Road(fault, fault, OK)
    assert await road.take(SEND) == 200
    assert road.clock.slept == [0.5, 1.0]


async def test_a_send_that_timed_out_may_have_arrived_and_is_not_sent_again() -> None:
    road = Road(SLOW, OK)
    with pytest.raises(TimedOut):
        await road.take(SEND)
    assert road.tries == 1


async def test_an_edit_that_timed_out_is_tried_again_as_it_does_no_harm_twice() -> None:
    road = Road(SLOW, OK)
    assert await road.take(EDIT) == 200
    assert road.tries == 2


async def test_a_send_over_a_connection_that_was_cut_is_sent_once_more_only() -> None:
    road = Road(CUT, CUT, OK)
    with pytest.raises(NetworkError):
        await road.take(SEND)
    assert road.tries == 2


async def test_after_five_tries_the_fault_is_handed_on() -> None:
    road = Road(*[NOT_CONNECTED] * 5, OK)
    with pytest.raises(NetworkError):
        await road.take(SEND)
    assert road.tries == 5
    assert sum(road.clock.slept) == 7.5


async def test_a_refusal_is_an_answer_and_is_handed_on_at_once() -> None:
    road = Road((403, {"ok": False}))
    assert await road.take(SEND) == 403
    assert road.tries == 1


async def test_a_proxys_error_page_is_a_fault_and_not_logged_word_for_word(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(TelegramError, match="Invalid server response"):
        PatientRequest.parse_json_payload(b"<html><h1>502 Bad Gateway</h1></html>")
    assert caplog.text == ""
    assert PatientRequest.parse_json_payload(b'{"ok": true}') == {"ok": True}


async def test_without_patience_a_fault_is_handed_on_at_once() -> None:
    road = Road(BAD_GATEWAY, OK)
    road.request = PatientRequest(road.far_end, waits_s=(), sleep=road.clock.sleep)
    assert await road.take(SEND) == 502
