"""English words of questions → the Arabic that texts use. Names are read elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

from qa_bot.model.corpus import Span

_WORD = re.compile(r"[A-Za-z]+(?:[’'](?!s\b)[A-Za-z]+)?")
_LONGEST = 5  # words of a phrase
_NOTHING = "-"
# Regular endings, each with what it may stand for: «besieged», «armies», «dying», «stopped».
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
)  # fmt: skip
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")
_SHORTEST = 2  # letters before an ending


@dataclass(frozen=True, slots=True)
class EnglishPhrase:
    """Words of a question, their place, and their Arabic: empty where Arabic says nothing there."""

    span: Span
    arabic: str


def english_phrases(text: str) -> Iterator[EnglishPhrase]:
    """Yield the English words and phrases that have an Arabic, in order; the longest that fits counts.

    >>> [each.arabic for each in english_phrases("How long did the sieges of Homs last?")]
    ['كم دام', '', '', 'حصار', '', 'دام']
    """
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        end = next((end for end in range(_run_end(text, words, at), at, -1) if _arabic(words[at:end]) is not None), at)
        if end > at:
            span = Span(words[at].start(), words[end - 1].end())
            yield EnglishPhrase(span, _LASTED if _lasts(text, span) else _arabic(words[at:end]) or "")
        at = max(end, at + 1)


def _lasts(text: str, span: Span) -> bool:
    """Return whether a phrase is the verb «last», which stands at the end."""
    return span.of(text).lower() == "last" and not text[span.end :].strip(" ?؟!.")


_LASTED = "دام"


def _run_end(text: str, words: list[re.Match[str]], at: int) -> int:
    """Return the end of the words from `at` on that only blanks part, at most `_LONGEST` of them."""
    run = words[at : at + _LONGEST]
    parted = (n for n, (last, word) in enumerate(pairwise(run), 1) if text[last.end() : word.start()].strip(" -"))
    return at + next(parted, len(run))


def _arabic(words: list[re.Match[str]]) -> str | None:
    return _table().get(tuple(_base(word.group().lower()) for word in words))


def is_english(word: str) -> bool:
    """Return whether a word in small letters is one of those known, in whatever form.

    >>> is_english("armies"), is_english("yarmuk")
    (True, False)
    """
    return _base(word) in _vocabulary()


def _base(word: str) -> str:
    """Return the form that the table has of a word in small letters; itself where it has none."""
    word = word.replace("’", "'")
    if word in _irregular():
        return _irregular()[word]
    if word in _vocabulary():
        return word
    return next((form for form in _stems(word) if form in _vocabulary()), word)


def _stems(word: str) -> Iterator[str]:
    for ending, opening in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem + opening
            if _DOUBLED.search(stem):
                yield stem[:-1]


@cache
def _rows() -> list[tuple[str, str, str]]:
    lines = resources.files(__package__).joinpath("english_words.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(words, forms, arabic) for words, forms, arabic in rows]


@cache
def _irregular() -> dict[str, str]:
    """Return the first word of the table by a form that no rule makes of it."""
    return {form: words for words, forms, _ in _rows() for form in forms.split() if form != _NOTHING}


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(words for words, _, _ in _rows() if " " not in words)


@cache
def _table() -> dict[tuple[str, ...], str]:
    """Return the Arabic by the words of a phrase in the form that the table has."""
    return {tuple(map(_base, words.split())): arabic.replace(_NOTHING, "") for words, _, arabic in _rows()}
