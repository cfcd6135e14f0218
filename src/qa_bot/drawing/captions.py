"""What a picture says around its events."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Captions:
    """The words of a timeline's picture in one language; lines run right to left, unless they are isolated.

    `title` stands where no topic was asked for. `gap` tells how many years lie between two neighbours. In `language`
    ("ar" or "en") dates are told.
    """

    title: str
    subtitle: str
    foot: str
    gap: Callable[[int], str]
    language: str = "ar"

    def dated(self, phrase: str) -> str:
        """Return a date as it stands in a line that runs right to left."""
        return phrase if self.language == "ar" else f"{_FSI}{phrase}{_PDI}"


_FSI, _PDI = "\u2068", "\u2069"
