"""Tables of phrases, a word or several long, and where they begin among the terms of a text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from qa_bot.model.corpus import Span
from qa_bot.text.letters import ARABIC_LETTERS, JOINERS, MARKS
from qa_bot.text.normalise import normalise
from qa_bot.text.number_lexicon import number_beginnings
from qa_bot.text.tokenise import WORD

Meaning = TypeVar("Meaning")
# By the first term: the terms that follow it and what the phrase means, the longest first.
PhraseTable = Mapping[str, Sequence[tuple[tuple[str, ...], Meaning]]]

PARAGRAPH_END = "\n"
# Signs of direction stand between words without parting them.
_DIRECTIONS = "\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
# «3.5» and «1,950» are one number, and no year; «30.7.634» is three.
_PARTED_NUMBER = r"(?<![\d.])\d{1,3}[.٫]\d{1,2}(?![.\d])|(?<![\d,٬،])\d{1,3}(?:[,٬،]\d{3})+(?!\d)"
_TOKEN = re.compile(rf"{_PARTED_NUMBER}|{WORD.pattern}|\n\s*\n|[^\w\s{MARKS}{JOINERS}{_DIRECTIONS}]")
# «سنة ثلاث (2) وتسعين»: the mark of an editor's note cuts a date in two; before an era it is a number.
_NOTE = re.compile(
    r"[(\[«]\s?[(\[]?\s?[0-9\u0660-\u0669]{1,2}\s?[)\]]?\s?[)\]»](?!\s?(?:[هم]\b|هـ|ق\s?\.|قبل|للهجرة|للميلاد|[\d/]))"
)
_DIGIT = re.compile("[0-9\u0660-\u0669]")
# «انقضاء السنة3.»: a note's number at the end of a clause. What may not stand before it is asked behind its digit, for
# speed: a pattern that begins with a digit is tried at digits only.
_GLUED_NOTE = re.compile(
    rf"{_DIGIT.pattern}(?<![\s\d(\[/.,،-]{_DIGIT.pattern}){_DIGIT.pattern}?(?=[.،,؛:؟!\n»\")]| (?:سنة|عام)\b|$)"
)
# «ذي القعدة [سنة 205]»: of a date, what an editor has added belongs to the text around it.
_ADDED = re.compile(rf"\[\s?([{ARABIC_LETTERS}{MARKS}]+)([^\[\]\n]{{0,80}})\]")
# So that a reader may look ahead without asking where the text ends.
_PADDING = 16
_ARTICLES = ("ال", "لل", "لـ", "الـ")
_LONGEST_LEAD = 12
_LEADS = "سنة|السنة|عام|العام|سنتي|عامي|في|وفي|يوم|اليوم|ليلة|من|إلى|حتى|بين|و|القرن|شهر"


@dataclass(frozen=True, slots=True)
class Terms:
    """The words and signs of `text` where they stand.

    `terms` are words as `normalise` gives them, numbers and single signs, PARAGRAPH_END between paragraphs,
    and some empty ones behind the last. `spans` has a pair of code points for each but the empty ones.
    """

    text: str
    terms: Sequence[str]
    spans: Sequence[tuple[int, int]]

    def span(self, start: int, end: int) -> Span:
        """Return the code points of the terms `[start, end)`."""
        return Span(self.spans[start][0], self.spans[end - 1][1])

    def glued(self, at: int) -> bool:
        """Return whether nothing stands between the term `at` and the next."""
        return at + 1 < len(self.spans) and self.spans[at][1] == self.spans[at + 1][0]

    def written(self, at: int) -> str:
        """Return the term `at` as the text writes it."""
        start, end = self.spans[at]
        return self.text[start:end]


def read_terms(text: str) -> Terms:
    """Return the words, numbers and signs of `text`.

    >>> read_terms("سنة 13هـ، أي").terms[:6]
    ['سنه', '13', 'ه', '،', 'اي', '']
    """
    matches = list(_TOKEN.finditer(_without_notes(text)))
    # As `_term` has it, written out for speed: this is most of the time that finding dates takes.
    terms = [normalise(word) if (word := match.group())[0] != PARAGRAPH_END else PARAGRAPH_END for match in matches]
    return Terms(text, terms + [""] * _PADDING, [match.span() for match in matches])


def _without_notes(text: str) -> str:
    """Return `text` with blanks for the marks of notes, where no word leads on to a number, and editors' brackets."""
    if "[" in text:
        text = _ADDED.sub(lambda added: f" {added.group()[1:-1]} " if _is_of_date(added[1]) else added.group(), text)
    if not _DIGIT.search(text):
        return text
    text = _GLUED_NOTE.sub(lambda note: _without_glued(text, note), text)
    return _NOTE.sub(lambda note: note.group() if _leads_on(text, note.start()) else " " * len(note.group()), text)


def _without_glued(text: str, note: re.Match[str]) -> str:
    """Return blanks for a number that hangs on a word; on an article it is an ordinal: «القرن ال17»."""
    before = text[max(0, note.start() - 2) : note.start()]
    hangs = before[-1:].isalpha() and before not in _ARTICLES
    return " " * len(note.group()) if hangs else note.group()


def _is_of_date(word: str) -> bool:
    term = normalise(word)
    return term in _leads() or term in number_beginnings()


def _leads_on(text: str, at: int) -> bool:
    if text[at] != "(":
        return False
    words = text[max(0, at - _LONGEST_LEAD) : at].split()
    return not words or normalise(words[-1]) in _leads()


def phrase_table(meanings: Iterable[tuple[str, Meaning]], prefixes: Iterable[str] = ("",)) -> PhraseTable[Meaning]:
    """Return the table of phrases, each with every prefix before its first word; the first meaning counts."""
    table: dict[str, dict[tuple[str, ...], Meaning]] = {}
    prefixes = tuple(prefixes)
    for phrase, meaning in meanings:
        first, *rest = (_term(match.group()) for match in _TOKEN.finditer(phrase))
        for prefix in prefixes:
            table.setdefault(prefix + first, {}).setdefault(tuple(rest), meaning)
    return {first: sorted(phrases.items(), key=lambda item: -len(item[0])) for first, phrases in table.items()}


def phrases_of(table: PhraseTable[Meaning]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the phrases of a table: of each the first term, and those that follow it."""
    return [(first, rest) for first in table for rest, _meaning in table[first]]


def read_phrase(table: PhraseTable[Meaning], terms: Sequence[str], at: int) -> tuple[Meaning, int] | None:
    """Return what the longest phrase at `terms[at]` means and the place after it; None where none begins."""
    phrases = table.get(terms[at])
    if phrases is None:
        return None
    for rest, meaning in phrases:
        if not rest or tuple(terms[at + 1 : at + 1 + len(rest)]) == rest:
            return meaning, at + 1 + len(rest)
    return None


@cache
def _leads() -> frozenset[str]:
    return frozenset(normalise(word) for word in _LEADS.split("|"))


def _term(written: str) -> str:
    return PARAGRAPH_END if written[0] == PARAGRAPH_END else normalise(written)
