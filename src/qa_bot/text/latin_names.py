"""Names in other scripts where they stand in a question."""

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import pairwise

from qa_bot.model.corpus import Span
from qa_bot.text.english_words import is_english
from qa_bot.text.gazetteer import find_in_gazetteer, gazetteer
from qa_bot.text.given_names import same_names
from qa_bot.text.name_keys import tight_key
from qa_bot.text.romanise import NameWord, is_article, name_words

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
_HYPHENS = "-‐‑–"
_POSSESSIVE = ("'s", "’s")
_LONGEST_PHRASE = 6
_IDLE = frozenset(["the", "a", "an", "of", "in", "at", "la", "le", "les", "der", "die", "das"])
_PATRONYMICS = frozenset(["ibn", "bin", "ben", "b", "bt", "bint", "bn", "ибн", "бин"])
_KUNYAS = frozenset(["abu", "abou", "aboo", "abi", "umm", "um", "oum", "banu", "bani", "beni", "banou", "абу"])
_BEFORE_NAMES = frozenset(
    ["abd", "abdul", "abdel", "abdal", "dhu", "dhi", "dhul", "dhat", "zu", "zul", "al", "el", "аль"]
)
_PARTICLES = _PATRONYMICS | _KUNYAS | _BEFORE_NAMES


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of another script: its place, its small letters, and whether it is an ordinary one, no name."""

    start: int
    end: int
    letters: str
    ordinary: bool = False


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
    words = _words(text)
    spans: list[Span] = []
    run: list[_Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        phrase = _phrase_end(text, words, at)
        if phrase or word.ordinary or (run and not _joins(text, run[-1], word)):
            spans += _name(text, run)
            run = []
        if phrase:
            spans.append(Span(word.start, words[phrase - 1].end))
        elif not word.ordinary:
            run.append(word)
        at = phrase or at + 1
    return spans + _name(text, run)


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words of `ordinary_words.txt`: what questions are made of beside names."""
    lines = resources.files(__package__).joinpath("ordinary_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _words(text: str) -> list[_Word]:
    found = [_Word(match.start(), match.end(), _letters(match.group())) for match in _WORD.finditer(text)]
    return [replace(word, ordinary=_is_ordinary(text, found, at)) for at, word in enumerate(found)]


def _letters(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _is_ordinary(text: str, words: list[_Word], at: int) -> bool:
    """Return whether a word is no name: «Said» is one in «Said ibn Zayd», and «as» in «as-Siddiq»."""
    word = words[at]
    if not _is_word(word.letters) or word.letters in _PARTICLES:
        return False
    before = words[at - 1] if at and _joins(text, words[at - 1], word) else None
    after = words[at + 1] if at + 1 < len(words) and _joins(text, word, words[at + 1]) else None
    if after and text[word.end] in _HYPHENS and is_article(word.letters, after.letters):
        return False
    beside = (before and before.letters in _PARTICLES) or (after and after.letters in _PATRONYMICS)
    return not (beside and same_names(NameWord(word.letters)))


def _is_word(letters: str) -> bool:
    return letters in ordinary_words() or (is_english(letters) and not _is_known(letters))


def _phrase_end(text: str, words: list[_Word], at: int) -> int | None:
    """Return the end of a name of the gazetteer that ordinary words make, begun at word `at`."""
    for end in range(min(len(words), at + _LONGEST_PHRASE), at + 1, -1):
        taken = words[at:end]
        names = [word.letters for word in taken if not word.ordinary]
        if len(names) == len(taken) or taken[0].letters in _IDLE:
            continue
        known = all(_joins(text, last, word) for last, word in pairwise(taken))
        if known and _key(text[taken[0].start : taken[-1].end]) in _phrases() and not _is_known(" ".join(names)):
            return end
    return None


def _is_known(name: str) -> bool:
    return bool(find_in_gazetteer(name))


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    """Return the keys of the gazetteer's spellings of several words."""
    keys = (_key(spelling) for entry in gazetteer() for spelling in entry.latin)
    return frozenset(key for key in keys if len(key) > 1)


def _key(name: str) -> tuple[str, ...]:
    return tuple(tight_key([word]) for word in name_words(name))


def _joins(text: str, last: _Word, following: _Word) -> bool:
    gap = text[last.end : following.start]
    if not _GAP_WITHIN.fullmatch(gap) or text[last.start : last.end].endswith(_POSSESSIVE):
        return False
    return "." not in gap or last.letters in _PATRONYMICS


def _name(text: str, run: list[_Word]) -> list[Span]:
    """Return the span of a run of words without particles at its end; none where nothing else is left."""
    while run and run[-1].letters in _PARTICLES:
        run = run[:-1]
    if not run:
        return []
    end = run[-1].end
    return [Span(run[0].start, end - 2 if text[:end].endswith(_POSSESSIVE) else end)]
