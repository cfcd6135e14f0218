"""The road to Telegram: what may be tried again after a network fault, and what may not.

A send that timed out may have arrived: trying it again could say everything twice. A connection that was
never made carried nothing, and a request that can be repeated without harm is repeated.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Any

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

WAITS_S = (0.5, 1.0, 2.0, 4.0)
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# Nearly always a kept connection that the server had closed before it read the request.
_CUT = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError)
# Each call adds a message; everything else leaves the same state however often it is said.
_ADDING = ("send", "copy", "forward")
_TOO_LATE = ("query is too old", "query id is invalid", "query_id_invalid")

_LOG = logging.getLogger(__name__)


class PatientRequest(BaseRequest):
    """Hands requests to `inner` and tries again where that is safe, after each of `waits_s` once."""

    __slots__ = ("_inner", "_sleep", "_waits_s")

    def __init__(
        self,
        inner: BaseRequest,
        *,
        waits_s: Sequence[float] = WAITS_S,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._inner = inner
        self._waits_s = waits_s
        self._sleep = sleep

    @property
    def read_timeout(self) -> float | None:
        """Return how long `inner` waits for an answer, in seconds."""
        return self._inner.read_timeout

    async def initialize(self) -> None:
        """Make `inner` ready."""
        await self._inner.initialize()

    async def shutdown(self) -> None:
        """Close `inner`."""
        await self._inner.shutdown()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the answer decoded; a proxy's error page isn't logged word for word, as elsewhere.

        Raises:
            TelegramError: it is no JSON object.
        """
        try:
            answer = json.loads(payload)
        except ValueError:
            raise TelegramError("Invalid server response") from None
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return status and body of the answer.

        Raises:
            TelegramError: the last try failed, or another would not have been safe.
        """

        async def once() -> tuple[int, bytes]:
            return await self._inner.do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
            )

        endpoint = url.rpartition("/")[2]
        for tries, wait_s in enumerate(self._waits_s):
            try:
                status, body = await once()
            except NetworkError as fault:
                if not _may_repeat(endpoint, fault, tries):
                    raise
                problem = type(fault.__cause__ or fault).__name__
            else:
                if status < HTTPStatus.INTERNAL_SERVER_ERROR:
                    return status, body
                problem = f"status {status}"
            _LOG.warning("%s: %s; trying again in %.1f s", endpoint, problem, wait_s)
            await self._sleep(wait_s)
        return await once()


def _may_repeat(endpoint: str, fault: NetworkError, tries: int) -> bool:
    """Return whether saying it again after `fault` does no harm; a cut send is repeated once only."""
    cause = fault.__cause__
    if isinstance(cause, _NEVER_SENT):
        return True
    if endpoint.startswith(_ADDING):
        return isinstance(cause, _CUT) and tries == 0
    return isinstance(fault, TimedOut) or isinstance(cause, httpx.HTTPError)


def never_arrived(fault: TelegramError) -> bool:
    """Return whether what met `fault` surely has no effect: nothing was sent, or the answer was a refusal for now."""
    if isinstance(fault, RetryAfter):
        return True
    # A status of 500 and more comes as exactly this, without a fault of the network behind it.
    refused = type(fault) is NetworkError and not isinstance(fault.__cause__, httpx.HTTPError)
    return refused or isinstance(fault.__cause__, _NEVER_SENT)


def came_too_late(fault: BadRequest) -> bool:
    """Return whether an answer to a press or to an inline query was refused because nobody waits for it any more."""
    return any(phrase in fault.message.lower() for phrase in _TOO_LATE)


def describe(fault: TelegramError) -> str:
    """Return what happened in a few words for a log.

    Never an address, which would hold the token, nor what Telegram quotes from a message behind a colon.

    >>> describe(TelegramError("Can't parse entities: the tag سر"))
    "Can't parse entities"
    """
    return type(fault.__cause__).__name__ if fault.__cause__ is not None else str(fault).partition(":")[0]
