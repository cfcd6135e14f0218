"""Waiting for what comes back by itself, a little longer each time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from itertools import count
from typing import TypeVar

from qa_bot.errors import UnavailableError

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]
_LONGEST_WAIT_S = 30.0

_LOG = logging.getLogger(__name__)


def backoff_s(faults: int) -> float:
    """Return how long to wait after so many faults before this one: 1, 2, 4 ... 30 seconds.

    >>> [backoff_s(faults) for faults in (0, 1, 4, 5, 5000)]
    [1.0, 2.0, 16.0, 30.0, 30.0]
    """
    return min(2.0 ** min(faults, 10), _LONGEST_WAIT_S)


async def patiently(work: Callable[[], Awaitable[T]], sleep: Sleep = asyncio.sleep) -> T:
    """Return what `work` gives, begun anew as long as the store can't be used."""
    for faults in count():
        try:
            return await work()
        except UnavailableError as fault:
            _LOG.warning("%s; trying again in %.0f s", fault, backoff_s(faults))
        await sleep(backoff_s(faults))
    raise AssertionError("unreachable: count() has no end")
