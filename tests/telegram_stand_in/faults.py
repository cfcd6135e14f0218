"""Faults on demand: what the next calls of a method meet instead of, or besides, their answer."""

import json
from dataclasses import dataclass, field
from typing import Any

BAD_GATEWAY_PAGE = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
    b"<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)
ANY_METHOD = "*"


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong: whether the call takes effect first, how long the answer waits, and what it is.

    `status` None keeps the answer as it is, 0 cuts the connection without one.
    """

    name: str
    takes_effect: bool
    delay_s: float = 0.0
    status: int | None = None
    body: bytes = b""
    media_type: str = "application/json"


def refusal(code: int, description: str, **parameters: Any) -> Fault:
    """Return an error of Telegram's own, such as 403 "Forbidden: bot was kicked from the supergroup chat"."""
    answer = {"ok": False, "error_code": code, "description": description}
    if parameters:
        answer["parameters"] = parameters
    return Fault(f"{code}", takes_effect=False, status=code, body=json.dumps(answer).encode())


def flood(retry_after_s: int) -> Fault:
    """Return flood control's 429."""
    return refusal(429, f"Too Many Requests: retry after {retry_after_s}", retry_after=retry_after_s)


def internal_error() -> Fault:
    """Return Telegram's 500."""
    return refusal(500, "Internal Server Error")


def conflict() -> Fault:
    """Return the 409 that a second poller brings."""
    return refusal(
        409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


def bad_gateway(*, takes_effect: bool = False) -> Fault:
    """Return a proxy's 502 with its HTML page; the call may have taken effect behind it."""
    return Fault("502", takes_effect, status=502, body=BAD_GATEWAY_PAGE, media_type="text/html")


def cut(*, takes_effect: bool = False) -> Fault:
    """Return a connection that breaks without an answer; with `takes_effect` the message was sent all the same."""
    return Fault("cut", takes_effect, status=0)


def slow(delay_s: float) -> Fault:
    """Return an answer that comes late, although the call took effect at once."""
    return Fault("slow", takes_effect=True, delay_s=delay_s)


@dataclass(slots=True)
class _Planned:
    method: str
    fault: Fault
    chat_id: int | None
    left: int | None


@dataclass(slots=True)
class FaultPlan:
    """The faults to come, taken in the order they were planned."""

    _planned: list[_Planned] = field(default_factory=list)

    def add(self, method: str, fault: Fault, *, times: int | None, chat_id: int | None) -> None:
        """Let the next `times` calls of `method` meet `fault`, all of them for None; "*" is any but getUpdates."""
        self._planned.append(_Planned(method.lower(), fault, chat_id, times))

    def clear(self) -> None:
        """Let everything work again."""
        self._planned.clear()

    def take(self, method: str, chat_id: int | str | None) -> Fault | None:
        """Return the fault that this call meets, None for none; it counts as met."""
        for planned in self._planned:
            if _meets(planned, method.lower()) and planned.chat_id in (None, chat_id):
                if planned.left is not None:
                    planned.left -= 1
                    if planned.left == 0:
                        self._planned.remove(planned)
                return planned.fault
        return None


def _meets(planned: _Planned, method: str) -> bool:
    if planned.method == ANY_METHOD:
        return method != "getupdates"
    return planned.method == method
