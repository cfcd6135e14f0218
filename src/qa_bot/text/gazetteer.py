"""The gazetteer: names of early Islam and Byzantium in Arabic and in the spellings of other languages.

`gazetteer.tsv` is our own work, line by line. Lookups go by `romanise.coarse_key`, so that a variant stands
for all its spellings with and without article, signs, doubled letters and French or English vowels.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from qa_bot.text.romanise import coarse_key


class NameKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    PLACE = "place"
    BATTLE = "battle"
    PEOPLE = "people"
    DYNASTY = "dynasty"
    BOOK = "book"
    OFFICE = "office"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A name: `arabic` is the usual full spelling, `others` are further Arabic forms.

    `latin` are spellings in other scripts, Cyrillic and Greek among them, the scholarly one first.
    """

    arabic: str
    others: tuple[str, ...]
    latin: tuple[str, ...]
    kind: NameKind

    @property
    def forms(self) -> tuple[str, ...]:
        """Return all Arabic forms, the usual one first."""
        return (self.arabic, *self.others)


@cache
def gazetteer() -> tuple[GazetteerEntry, ...]:
    """Return every entry in the order of the file."""
    lines = resources.files(__package__).joinpath("gazetteer.tsv").read_text("utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    return tuple(_entry(row) for row in rows[1:])


def _entry(row: str) -> GazetteerEntry:
    arabic, others, latin, kind = row.split("\t")
    return GazetteerEntry(arabic, _split(others), _split(latin), NameKind(kind))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@cache
def gazetteer_keys() -> Mapping[str, tuple[GazetteerEntry, ...]]:
    """Return the entries by the coarse key of each of their spellings, in the order of the file."""
    keys: dict[str, list[GazetteerEntry]] = {}
    for entry in gazetteer():
        for key in dict.fromkeys(coarse_key(spelling) for spelling in entry.latin):
            keys.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in keys.items()}


def find_in_gazetteer(latin: str) -> tuple[GazetteerEntry, ...]:
    """Return the entries that `latin` spells, in the order of the file; none where nothing fits.

    >>> [entry.arabic for entry in find_in_gazetteer("Hieromyax")]
    ['اليرموك']
    >>> [entry.arabic for entry in find_in_gazetteer("Khaled ben el Waleed")]
    ['خالد بن الوليد']
    """
    return gazetteer_keys().get(coarse_key(latin), ())
