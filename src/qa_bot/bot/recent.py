"""Memory with an upper bound: what was touched longest ago is forgotten first."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The `size` pairs that were put in last.

    >>> recent = Recent[str, int](size=1)
    >>> recent.put("بدر", 2)
    >>> recent.put("أحد", 3)
    >>> recent.get("بدر"), recent.get("أحد")
    (None, 3)
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._pairs: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """Return what was put in under `key`, None where it is unknown or forgotten."""
        return self._pairs.get(key)

    def put(self, key: K, value: V) -> None:
        """Remember `value` under `key`."""
        self._pairs[key] = value
        self._pairs.move_to_end(key)
        while len(self._pairs) > self._size:
            self._pairs.popitem(last=False)
