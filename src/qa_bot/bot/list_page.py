"""One page of a list that is paged through with buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Item]):
    """One page of a list of `total` items: `number` counts from 0."""

    items: tuple[Item, ...]
    total: int
    number: int
    pages: int


def list_page(items: Sequence[Item], number: int, *, size: int) -> ListPage[Item]:
    """Return page `number` of `items`, or the nearest there is, with at most `size` of them; an empty list has one.

    >>> list_page("ابجدهوز", 9, size=3)
    ListPage(items=('ز',), total=7, number=2, pages=3)
    """
    pages = max(1, -(-len(items) // size))
    number = min(max(number, 0), pages - 1)
    return ListPage(tuple(items[number * size : (number + 1) * size]), len(items), number, pages)
