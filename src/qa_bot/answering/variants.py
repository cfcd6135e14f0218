"""Names that the texts write otherwise than the asker: «حمص» where a text has «Emesa»."""

from collections.abc import Mapping, Sequence
from functools import cache

from qa_bot.answering.core import without_proclitic
from qa_bot.answering.same_names import other_names
from qa_bot.answering.topic import is_side
from qa_bot.text.gazetteer import GazetteerEntry, gazetteer
from qa_bot.text.normalise import normalise

_MOSTLY = 4  # times as often


def written_in_texts(words: Sequence[str], known: Mapping[str, int]) -> tuple[str, ...]:
    """Return normalised `words`, those that the texts never write replaced by a name of the same that they do.

    `known` are the words of the texts with their frequencies; of several names the most frequent is taken. Words
    without such a name stay. A side of a battle gets the name that the texts mostly give it: a rare one would lead to
    the few texts that have it, whatever is asked.

    >>> written_in_texts(("فتح", "حمص"), {"emesa": 2, "فتح": 9})
    ('فتح', 'emesa')
    >>> written_in_texts(("البيزنطيين",), {"البيزنطيين": 2, "الروم": 90})
    ('الروم',)
    """
    return tuple(_usual_side(word, known) if word in known else _in_texts(word, known) for word in words)


def _usual_side(word: str, known: Mapping[str, int]) -> str:
    others = other_names(word, known) if is_side(word) else ()
    usual = max(others, key=lambda name: known[name], default=word)
    return usual if known[usual] >= _MOSTLY * known[word] else word


def _in_texts(word: str, known: Mapping[str, int]) -> str:
    """Return the first that the texts write: the word without what is joined to its front, another name of the same."""
    # «ف» and «ك» are rarely joined to names in questions, and «فكرة» is no «كره».
    bare = word if word.startswith(("ف", "ك")) else without_proclitic(word)
    return bare if bare in known else _same_name(bare, known) if bare in _entries() else _same_name(word, known)


def _same_name(word: str, known: Mapping[str, int]) -> str:
    others = {form for entry in _entries().get(word, ()) for form in _one_word_forms(entry)}
    return max(sorted(others & known.keys()), key=lambda form: known[form], default=word)


@cache
def _entries() -> Mapping[str, tuple[GazetteerEntry, ...]]:
    """Return the gazetteer's entries by the normalised form of their names of one word."""
    entries: dict[str, tuple[GazetteerEntry, ...]] = {}
    for entry in gazetteer():
        for form in _one_word_forms(entry):
            entries[form] = (*entries.get(form, ()), entry)
    return entries


def _one_word_forms(entry: GazetteerEntry) -> set[str]:
    return {normalise(form) for form in (*entry.forms, *entry.latin) if " " not in form and "-" not in form}
