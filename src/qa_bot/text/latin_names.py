"""Names in other scripts where they stand in a question."""

import re
from functools import cache
from importlib import resources
from itertools import pairwise

from qa_bot.model.corpus import Span
from qa_bot.text.gazetteer import find_in_gazetteer, gazetteer
from qa_bot.text.name_keys import tight_key
from qa_bot.text.romanise import name_words

_LETTER = r"A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1eff\u1f00-\u1fff"
_SIGN = "ʿʾ‘’ʼʻ'`´\u02bd\u0300-\u036f"
# A word may hold the digits that chats write for Arabic letters: 3omar, Mu3awiya.
# French elisions (l'empereur, d'Ajnadayn) are words of their own.
_WORD = re.compile(
    rf"[dlDL]['’](?=[{_LETTER}]{{4}})|[Qq]u['’](?=[{_LETTER}])|"
    rf"[{_SIGN}]*(?:[235-9](?=[{_LETTER}]))?[{_LETTER}]"
    rf"(?:[{_LETTER}{_SIGN}]|[2-9](?=[{_LETTER}{_SIGN}])|(?<=[aeiou])[2-9])*"
)
_GAP_WITHIN = re.compile(r"[\s\-‐‑–.]{1,3}")
_DOTTED = frozenset({"b", "bt", "ibn"})
_POSSESSIVE = ("'s", "’s")
_LONGEST_PHRASE = 6
_IDLE = frozenset(["the", "a", "an", "of", "in", "at", "la", "le", "les", "der", "die", "das"])

_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "l",
        "as",
        "ash",
        "ad",
        "at",
        "ath",
        "az",
        "adh",
        "an",
        "ar",
        "es",
        "esh",
        "er",
        "ed",
        "et",
        "ez",
        "en",
        "ud",
        "us",
        "ur",
        "un",
        "ibn",
        "bin",
        "ben",
        "b",
        "bt",
        "bint",
        "bn",
        "abu",
        "abou",
        "aboo",
        "abi",
        "abd",
        "abdul",
        "abdel",
        "abdal",
        "umm",
        "um",
        "oum",
        "banu",
        "bani",
        "beni",
        "banou",
        "dhu",
        "dhi",
        "dhul",
        "dhat",
        "zu",
        "zul",
        "аль",
        "ибн",
        "бин",
        "абу",
    ]
)


def latin_names(text: str) -> list[Span]:
    """Return where names in Latin, Cyrillic or Greek letters stand in `text`, in order.

    Neighbouring words make one name; particles («ibn», «b.», «abu», «al») belong to it when another word
    follows. Ordinary words of English, French, German and Russian questions part names and are none, save in
    names of the gazetteer that nothing shorter stands for («Year of the Elephant»).

    >>> question = "when was the battle of Ajnadayn?"
    >>> [span.of(question) for span in latin_names(question)]
    ['Ajnadayn']
    >>> question = "متى أسلم Khalid b. al-Walid؟"
    >>> [span.of(question) for span in latin_names(question)]
    ['Khalid b. al-Walid']
    """
    words = [match.span() for match in _WORD.finditer(text)]
    spans: list[Span] = []
    run: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        phrase = _phrase_end(text, words, at)
        if phrase or _is_ordinary(text, words[at]) or (run and not _joins(text, run[-1], words[at])):
            spans += _name(text, run)
            run = []
        if phrase:
            spans.append(Span(words[at][0], words[phrase - 1][1]))
        elif not _is_ordinary(text, words[at]):
            run.append(words[at])
        at = phrase or at + 1
    return spans + _name(text, run)


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words of `ordinary_words.txt`: what questions are made of beside names."""
    lines = resources.files(__package__).joinpath("ordinary_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _phrase_end(text: str, words: list[tuple[int, int]], at: int) -> int | None:
    """Return the end of a name of the gazetteer that ordinary words make, begun at word `at`."""
    for end in range(min(len(words), at + _LONGEST_PHRASE), at + 1, -1):
        taken = words[at:end]
        names = [word for word in taken if not _is_ordinary(text, word)]
        if len(names) == len(taken) or _word(text, taken[0]) in _IDLE or not _one_phrase(text, taken):
            continue
        whole = text[taken[0][0] : taken[-1][1]]
        if _key(whole) in _phrases() and not _is_known(" ".join(text[start:stop] for start, stop in names)):
            return end
    return None


def _one_phrase(text: str, words: list[tuple[int, int]]) -> bool:
    return all(_joins(text, last, word) for last, word in pairwise(words))


def _is_known(name: str) -> bool:
    return bool(find_in_gazetteer(name))


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    """Return the keys of the gazetteer's spellings of several words."""
    keys = (_key(spelling) for entry in gazetteer() for spelling in entry.latin)
    return frozenset(key for key in keys if len(key) > 1)


def _key(name: str) -> tuple[str, ...]:
    return tuple(tight_key([word]) for word in name_words(name))


def _word(text: str, word: tuple[int, int]) -> str:
    return text[word[0] : word[1]].casefold().replace("’", "'").removesuffix("'s")


def _is_ordinary(text: str, word: tuple[int, int]) -> bool:
    lowered = _word(text, word)
    return lowered in ordinary_words() and lowered not in _PARTICLES


def _joins(text: str, last: tuple[int, int], following: tuple[int, int]) -> bool:
    gap = text[last[1] : following[0]]
    if not _GAP_WITHIN.fullmatch(gap) or text[last[0] : last[1]].endswith(_POSSESSIVE):
        return False
    return "." not in gap or _word(text, last) in _DOTTED


def _name(text: str, run: list[tuple[int, int]]) -> list[Span]:
    """Return the span of a run of words without particles at its end; none where nothing else is left."""
    while run and _word(text, run[-1]) in _PARTICLES:
        run = run[:-1]
    if not run:
        return []
    end = run[-1][1]
    return [Span(run[0][0], end - 2 if text[:end].endswith(_POSSESSIVE) else end)]
