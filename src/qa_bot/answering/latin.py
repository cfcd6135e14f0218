"""Latin names and English words in a question → the Arabic that texts use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa_bot.answering import lexicon
from qa_bot.model.corpus import Span
from qa_bot.text.latin_names import latin_names
from qa_bot.text.names import NameReader
from qa_bot.text.tokenise import Token, tokenise

_ENOUGH = 3  # readings shown of one name
_JOINING = frozenset({"of", "of the", "the"})  # «battle of Badr» is «معركة بدر»
_LEAST_SCORE = 0.3  # below, the texts' words fit a spelling only by chance: «Napoleon» is no «بابليون»


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A question with its Latin names in Arabic; `readings` are those of its names, the chosen ones first."""

    text: str
    readings: tuple[str, ...] = ()


def transcribe(text: str, reader: NameReader, known: Mapping[str, int]) -> Transcribed:
    """Return `text` with every Latin name as its best Arabic reading, and English words as Arabic ones.

    `known` are the words of the texts: a Latin word that the texts write so stays beside its reading. Question
    words and particles stay as they are: they are understood in both languages. So does a name that nothing in
    the texts is likely to be.
    """
    pieces: list[str] = []
    chosen: list[str] = []
    others: list[str] = []
    at = 0
    for span in _foreign_spans(text):
        written = span.of(text)
        arabic, names = _in_arabic(written, reader)
        kept = [written] if any(_is_written(token, known) for token in tokenise(written)) else []
        between = text[at : span.start]
        pieces += [" " if pieces and between.strip().lower() in _JOINING else between, " ".join([*kept, arabic])]
        chosen += names[:1]
        others += names[1:_ENOUGH]
        at = span.end
    return Transcribed("".join([*pieces, text[at:]]), tuple(dict.fromkeys([*chosen, *others])))


def _in_arabic(written: str, reader: NameReader) -> tuple[str, list[str]]:
    """Return a word's or name's Arabic, and its readings where it is a name; unread names stay as they are."""
    word = lexicon.english().get(written.lower())
    if word is not None:
        return word, []
    likely = [reading for reading in reader.read(written, limit=_ENOUGH) if reading.score >= _LEAST_SCORE]
    names = [reading.arabic for reading in likely]
    return (names[0] if names else written), names


def _foreign_spans(text: str) -> Iterator[Span]:
    """Yield the names of a question, and between them the English words that have an Arabic one, in order."""
    names = latin_names(text)
    words = [token.span for token in tokenise(text) if _has_arabic(token)]
    single = [span for span in words if not any(span.overlaps(name) for name in names)]
    yield from sorted([*names, *single], key=lambda span: span.start)


def _is_written(token: Token, known: Mapping[str, int]) -> bool:
    # The digit of a chat's «mu2ta» is no word of the texts'.
    return token.term.isalpha() and token.term in known


def _has_arabic(token: Token) -> bool:
    return token.term in lexicon.english()


def has_foreign_letters(text: str) -> bool:
    """Return whether `text` has a letter of the alphabets that names are read from: Latin, Greek, Cyrillic."""
    return _FOREIGN_LETTER.search(text) is not None


# Latin-1's letters up to Cyrillic, and those with a dot below or a breathing: blocks that follow each other.
_FOREIGN_LETTER = re.compile("[A-Za-z\u00c0-\u052f\u1e00-\u1fff]")
