"""The gazetteer: names of early Islam and Byzantium in Arabic and in the spellings of other languages.

`gazetteer.tsv` is our own work, line by line. Lookups go by the keys of `romanise`, so that a variant stands
for all its spellings with and without article, signs and doubled letters, and under the coarse key for those
with French or English vowels too.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from qa_bot.text.latin_letters import is_precise, plain_letters
from qa_bot.text.name_keys import agree_in_marks, coarse_key, tight_key
from qa_bot.text.normalise import normalise
from qa_bot.text.romanise import NameWord, name_words


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


@cache
def one_word_names(*kinds: NameKind) -> frozenset[str]:
    """Return the normalised Arabic names of one word that entries of `kinds` have; of all kinds where none is named.

    >>> "دمشق" in one_word_names(NameKind.PLACE), "دمشق" in one_word_names(NameKind.PERSON)
    (True, False)
    """
    forms = (form for entry in gazetteer() if not kinds or entry.kind in kinds for form in entry.forms)
    return frozenset(normalise(form) for form in forms if " " not in form)


def _entry(row: str) -> GazetteerEntry:
    arabic, others, latin, kind = row.split("\t")
    return GazetteerEntry(arabic, _split(others), _split(latin), NameKind(kind))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@cache
def _by_key(key_of: Callable[[Iterable[NameWord]], str]) -> Mapping[str, tuple[GazetteerEntry, ...]]:
    """Return the entries by the key of each of their spellings, in the order of the file."""
    keys: dict[str, list[GazetteerEntry]] = {}
    for entry in gazetteer():
        for key in dict.fromkeys(key_of(name_words(spelling)) for spelling in entry.latin):
            keys.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in keys.items()}


def same_letters(words: Sequence[NameWord]) -> list[GazetteerEntry]:
    """Return the entries with a spelling of the same letters as `words`, in the order of the file."""
    return [entry for entry in _by_key(tight_key).get(tight_key(words), ()) if _agrees(entry, words)]


def similar_letters(words: Sequence[NameWord]) -> list[GazetteerEntry]:
    """Return the entries with a spelling that some language would write as `words`, in the order of the file."""
    return [entry for entry in _by_key(coarse_key).get(coarse_key(words), ()) if _agrees(entry, words)]


def find_in_gazetteer(latin: str) -> list[GazetteerEntry]:
    """Return the entries that `latin` spells, those of the same letters first; none where nothing fits.

    >>> [entry.arabic for entry in find_in_gazetteer("Hieromyax")]
    ['اليرموك']
    >>> [entry.arabic for entry in find_in_gazetteer("Khaled ben el Waleed")]
    ['خالد بن الوليد']
    """
    words = name_words(latin)
    return list(dict.fromkeys([*same_letters(words), *similar_letters(words)]))


def _agrees(entry: GazetteerEntry, words: Sequence[NameWord]) -> bool:
    """Return whether `words` have the dots and macrons, and an article only if the entry has one."""
    if len(words) == 1 and words[0].article and not _has_article(entry):
        return False
    if not any(is_precise(word.latin) for word in words):
        return True
    scholarly = (spelling for spelling in entry.latin if is_precise(plain_letters(spelling)))
    return any(agree_in_marks(words, name_words(spelling)) for spelling in scholarly)


def _has_article(entry: GazetteerEntry) -> bool:
    return any(form.startswith("ال") for form in entry.forms) or entry.latin[0].startswith("al-")
