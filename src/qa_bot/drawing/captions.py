"""What a picture says around its events."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Captions:
    """The words of a timeline's picture in one language; lines run right to left, unless they are isolated.

    `title` stands where no topic was asked for. `gap` tells how many years lie between two neighbours.
    """

    title: str
    subtitle: str
    foot: str
    gap: Callable[[int], str]
