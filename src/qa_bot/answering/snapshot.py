"""The texts at one moment: an engine that stays as it is, and what is made once of its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qa_bot.answering.full_names import FullNames, full_names
from qa_bot.answering.meant import Reading
from qa_bot.answering.mistyped import Mender
from qa_bot.answering.subjects import subject_words
from qa_bot.index.engine import Engine
from qa_bot.text.names import NameReader


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One generation of the texts: all that a question asks of them, it asks of one snapshot.

    `known` are the normalised words of the texts with their frequencies. `is_subject` tells of such a word whether
    it names something that texts are about. `reading` reads what was typed. `full_names` are those of events.
    """

    engine: Engine
    known: Mapping[str, int]
    reading: Reading
    is_subject: Callable[[str], bool]
    full_names: FullNames

    @property
    def names(self) -> NameReader:
        """Return what reads Latin names."""
        return self.reading.names


async def take_snapshot(engine: Engine) -> Snapshot:
    """Return the snapshot of a pinned engine."""
    known, library = await engine.vocabulary(), await engine.library()
    reading = Reading(known, NameReader(known), Mender(known))
    return Snapshot(engine, known, reading, subject_words(library), full_names(library))
