"""Names of which Arabic names are made: given names, bynames and names of origin, with their vowels.

They tell a name from another word of the same consonants (حسن from حصن) and one name from another (Ḥasan, Ḥassān).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from qa_bot.text.name_keys import agree_in_marks, coarse_key, letters_key
from qa_bot.text.normalise import normalise
from qa_bot.text.romanise import NameWord, name_words

_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name in usual Arabic spelling, and its scholarly spellings; both with the article if it has one.

    `common` tells those that one meets on every page.
    """

    arabic: str
    latin: tuple[str, ...]
    common: bool

    @property
    def stem(self) -> str:
        """Return the normalised name without article."""
        return normalise(self.arabic).removeprefix(_ARTICLE) if self.latin[0][:3] == "al-" else normalise(self.arabic)


@cache
def given_names() -> tuple[GivenName, ...]:
    """Return every name in the order of the file."""
    lines = resources.files(__package__).joinpath("given_names.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return tuple(GivenName(arabic, tuple(latin.split("|")), common == "yes") for arabic, latin, common in rows[1:])


@cache
def name_stems() -> frozenset[str]:
    """Return the stems of all names."""
    return frozenset(name.stem for name in given_names())


@cache
def common_stems() -> frozenset[str]:
    """Return the stems of the common names."""
    return frozenset(name.stem for name in given_names() if name.common)


def same_names(word: NameWord) -> set[str]:
    """Return the stems of the names that have the same letters as `word`, its marks, if any, agreeing.

    >>> sorted(same_names(NameWord("hasan"))), sorted(same_names(NameWord("hassan")))
    (['حسن'], ['حسان'])
    """
    return _stems(word, letters_key)


def similar_names(word: NameWord) -> set[str]:
    """Return the stems of the names that some language would write as `word`.

    >>> sorted(similar_names(NameWord("khaled")))
    ['خالد']
    """
    return _stems(word, coarse_key)


def _stems(word: NameWord, key_of: Callable[[Iterable[NameWord]], str]) -> set[str]:
    found = _by_key(key_of).get(key_of([word]), ())
    return {stem for stem, scholarly in found if agree_in_marks([word], [scholarly])}


@cache
def _by_key(key_of: Callable[[Iterable[NameWord]], str]) -> Mapping[str, Sequence[tuple[str, NameWord]]]:
    keys: dict[str, list[tuple[str, NameWord]]] = {}
    for name in given_names():
        for spelling in name.latin:
            for word in name_words(spelling):
                keys.setdefault(key_of([word]), []).append((name.stem, word))
    return keys
