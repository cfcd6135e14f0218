"""Names of the same: «القدس», «بيت المقدس» and «إيلياء»."""

from collections.abc import Container
from functools import cache

from qa_bot.text.gazetteer import GazetteerEntry, NameKind, gazetteer
from qa_bot.text.normalise import normalise

# In «بيت المقدس» the second word names the place.
_GENERIC = frozenset({"بيت", "مدينه", "حصن", "جبل", "نهر"})


def named_by(word: str) -> frozenset[int]:
    """Return the numbers of what a normalised word, with the article or without, is one of several names of.

    >>> named_by("القدس") == named_by("المقدس"), named_by("دمشق")
    (True, frozenset())
    """
    known, bare = _entries_of_names(), _bare(word)
    joined = bare[1:] if bare[:1] in _JOINED and len(bare) > _SHORTEST_JOINED else bare
    accusative = bare if bare.endswith("وا") else bare.removesuffix("ا")  # «قريشا»; «خسروا» lost, and are no king
    return known.get(bare) or known.get(accusative) or known.get(joined, _NONE)


def other_names(word: str, known: Container[str]) -> tuple[str, ...]:
    """Return the other names of what a normalised word names, of those in `known`, in the order of the alphabet.

    >>> other_names("القدس", {"المقدس", "القدس", "دمشق"})
    ('المقدس',)
    """
    written = {form for name in all_names(word) for form in (name, f"ال{name}") if form in known}
    return tuple(sorted(written - {word}))


def all_names(word: str) -> frozenset[str]:
    """Return every name of one word of what a normalised word names, without the article; empty for none.

    >>> sorted(all_names("طيسفون") & {"مداين", "طيسفون", "دمشق"})
    ['طيسفون', 'مداين']
    """
    return frozenset(name for number in named_by(word) for name in _names_of_entries()[number])


_JOINED = frozenset("وفبلك")
_SHORTEST_JOINED = 4  # letters
_NONE: frozenset[int] = frozenset()


# Whom the texts call so is told by what they tell of, not by who they are.
_CALLED = (
    "المشركون المشركين الكفار قريش",
    "الفرس الساسانيون الساسانيين الفارسي الفارسية الساساني الساسانية",
    "الروم البيزنطيون البيزنطيين الرومي الرومية البيزنطي",
)


@cache
def _names_of_entries() -> dict[int, frozenset[str]]:
    """Return the names of one word of each entry that has several, without the article."""
    entries = ({_bare(word) for word in _naming_words(entry)} for entry in gazetteer())
    called = ({_bare(normalise(word)) for word in row.split()} for row in _CALLED)
    return {number: frozenset(words) for number, words in enumerate((*entries, *called)) if len(words) > 1}


@cache
def _entries_of_names() -> dict[str, frozenset[int]]:
    """Return for each name of one word the numbers of the entries of several names that it stands in."""
    numbers: dict[str, frozenset[int]] = {}
    for number, words in _names_of_entries().items():
        for word in words:
            numbers[word] = numbers.get(word, _NONE) | {number}
    return numbers


def _naming_words(entry: GazetteerEntry) -> set[str]:
    forms = [[normalise(word) for word in form.split()] for form in entry.forms]
    words = {form[0] for form in forms if len(form) == 1}
    if entry.kind is NameKind.PLACE:
        words |= {form[1] for form in forms if len(form) == 2 and form[0] in _GENERIC}
    return words


def _bare(word: str) -> str:
    return word.removeprefix("ال")
