"""Latin names and English words in a question → the Arabic that texts use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa_bot.model.corpus import Span
from qa_bot.text.english_words import english_phrases
from qa_bot.text.latin_names import latin_names
from qa_bot.text.names import NameReader
from qa_bot.text.tokenise import Token, tokenise

_ENOUGH = 3  # readings shown of one name
_LEAST_SCORE = 0.3  # below, the texts' words fit a spelling only by chance: «Napoleon» is no «بابليون»


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A question with its Latin names in Arabic; `readings` are those of its names, the chosen ones first."""

    text: str
    readings: tuple[str, ...] = ()


def transcribe(text: str, reader: NameReader, known: Mapping[str, int]) -> Transcribed:
    """Return `text` with every Latin name as its best Arabic reading, and English words as Arabic ones.

    `known` are the words of the texts: a Latin word that the texts write so stays beside its reading. Articles and
    other words that Arabic doesn't say go; a name that nothing in the texts is likely to be stays as it is.
    """
    pieces: list[str] = []
    chosen: list[str] = []
    others: list[str] = []
    at = 0
    for span, arabic in _foreign(text):
        written = span.of(text)
        names = [] if arabic is not None else _readings(written, reader)
        read = (names[0] if names else written) if arabic is None else arabic
        kept = [written] if any(_is_written(token, known) for token in tokenise(written)) else []
        pieces += [text[at : span.start], " ".join([*kept, read])]
        chosen += names[:1]
        others += names[1:_ENOUGH]
        at = span.end
    told = "".join([*pieces, text[at:]])
    # What was left out leaves its blanks.
    return Transcribed(_tidy(told) if pieces else text, tuple(dict.fromkeys([*chosen, *others])))


def _tidy(told: str) -> str:
    return _AND.sub("و", _BLANKS.sub(lambda blank: " " if told[blank.end() :][:1].isalnum() else "", told)).strip()


def _readings(name: str, reader: NameReader) -> list[str]:
    return [reading.arabic for reading in reader.read(name, limit=_ENOUGH) if reading.score >= _LEAST_SCORE]


def _foreign(text: str) -> Iterator[tuple[Span, str | None]]:
    """Yield the names of a question, and between them the English words, in order: their place and their Arabic.

    A name has none yet. A question that begins with «did» or «was» wants a yes or a no.
    """
    named, known = latin_names(text), list(english_phrases(text))
    # «Church of the Resurrection»: a longer phrase says more than a name in it.
    names = [name for name in named if not any(_is_within(name, each.span) for each in known)]
    phrases = [each for each in known if not any(each.span.overlaps(name) for name in names)]
    found: list[tuple[Span, str | None]] = [(name, None) for name in names]
    found += [(each.span, _IS_IT if _opens(text, each.span) else each.arabic) for each in phrases]
    yield from sorted(found, key=lambda each: each[0].start)


def _is_within(name: Span, phrase: Span) -> bool:
    return phrase.start <= name.start and name.end <= phrase.end


def _opens(text: str, span: Span) -> bool:
    return span.of(text).lower() in _AUXILIARIES and not text[: span.start].strip()


_AUXILIARIES = frozenset(("did", "do", "does", "was", "were", "is", "are", "has", "have", "had", "can", "could"))
_IS_IT = "هل"
_AND = re.compile(r"(?<!\S)و +(?=\w)")  # Arabic joins it
_BLANKS = re.compile(r" {2,}| +(?=[?؟!.,،])")


def _is_written(token: Token, known: Mapping[str, int]) -> bool:
    # The digit of a chat's «mu2ta» is no word of the texts'.
    return token.term.isalpha() and token.term in known


def has_foreign_letters(text: str) -> bool:
    """Return whether `text` has a letter of the alphabets that names are read from: Latin, Greek, Cyrillic."""
    return _FOREIGN_LETTER.search(text) is not None


# Latin-1's letters up to Cyrillic, and those with a dot below or a breathing: blocks that follow each other.
_FOREIGN_LETTER = re.compile("[A-Za-z\u00c0-\u052f\u1e00-\u1fff]")
