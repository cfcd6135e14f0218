"""Latin names and English words in a question → the Arabic that texts use."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa_bot.answering import lexicon
from qa_bot.model.corpus import Span
from qa_bot.text.names import NameReader
from qa_bot.text.tokenise import Token, tokenise

_ENOUGH = 3  # readings shown of one name


@dataclass(frozen=True, slots=True)
class Transcribed:
    """A question with its Latin names in Arabic; `readings` are those of its names, the chosen ones first."""

    text: str
    readings: tuple[str, ...] = ()


def transcribe(text: str, reader: NameReader, known: Mapping[str, int]) -> Transcribed:
    """Return `text` with every Latin name as its best Arabic reading, and English words as Arabic ones.

    `known` are the words of the texts: a Latin word that the texts write so stays beside its reading. Question
    words and particles stay as they are: they are understood in both languages.
    """
    pieces: list[str] = []
    chosen: list[str] = []
    others: list[str] = []
    at = 0
    for run in _runs(text):
        written = Span(run[0].span.start, run[-1].span.end).of(text)
        arabic, names = _in_arabic(written, run, reader)
        kept = [written] if any(token.term in known for token in run) else []
        pieces += [text[at : run[0].span.start], " ".join([*kept, arabic])]
        chosen += names[:1]
        others += names[1:_ENOUGH]
        at = run[-1].span.end
    return Transcribed("".join([*pieces, text[at:]]), tuple(dict.fromkeys([*chosen, *others])))


def _in_arabic(written: str, run: Sequence[Token], reader: NameReader) -> tuple[str, list[str]]:
    """Return a run's Arabic, and its readings where it is a name; unread names stay as they are."""
    word = lexicon.english().get(run[0].term)
    if word is not None:
        return word, []
    names = [reading.arabic for reading in reader.read(written, limit=_ENOUGH)]
    return (names[0] if names else written), names


def _runs(text: str) -> list[list[Token]]:
    """Return the Latin words of a question: names of several words together, English words one by one."""
    runs: list[list[Token]] = []
    open_run = False
    for token in tokenise(text):
        if not has_foreign_letters(token.term[:1]) or _is_particle(token.term):
            open_run = open_run and token.term in _INSIDE_NAMES
            if open_run:
                runs[-1].append(token)
            continue
        generic = token.term in lexicon.english()
        if generic or not open_run:
            runs.append([token])
        else:
            runs[-1].append(token)
        open_run = not generic
    return [_without_tail(run) for run in runs]


# Particles that stand inside names: «Amr ibn al-As», «Abu Bakr».
_INSIDE_NAMES = frozenset({"of", "the"})


def _without_tail(run: list[Token]) -> list[Token]:
    last = max(at for at, token in enumerate(run) if token.term not in _INSIDE_NAMES)
    return run[: last + 1]


def has_foreign_letters(text: str) -> bool:
    """Return whether `text` has a letter of the alphabets that names are read from: Latin, Greek, Cyrillic."""
    return _FOREIGN_LETTER.search(text) is not None


# Latin-1's letters up to Cyrillic, and those with a dot below or a breathing: blocks that follow each other.
_FOREIGN_LETTER = re.compile("[A-Za-z\u00c0-\u052f\u1e00-\u1fff]")


def _is_particle(word: str) -> bool:
    return word in lexicon.function_words() or word in lexicon.question_words()
