"""The dated events of an engine's texts: read once for each generation, then asked."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date
from itertools import chain

from qa_bot.answering.annals.anniversaries import anniversaries
from qa_bot.answering.annals.choice import Chooser, is_close
from qa_bot.answering.annals.reading import OnDocument, TableReader
from qa_bot.answering.annals.request import Request, Years, read_request, years_phrase
from qa_bot.answering.annals.table import EventTable
from qa_bot.answering.annals.topic_match import events_about
from qa_bot.answering.meant import Meant
from qa_bot.answering.mended import meant_by
from qa_bot.answering.query_language import Narrowing, read_signs
from qa_bot.answering.snapshot import Snapshot
from qa_bot.index.engine import Engine
from qa_bot.index.joint import JointEngine
from qa_bot.index.part import PartEngine
from qa_bot.model.calendar import Calendar, DateRange
from qa_bot.model.event import DatedEvent
from qa_bot.model.search import Hit
from qa_bot.model.timeline import Anniversaries, Timeline
from qa_bot.text.calendars import in_calendar

MOST_CHOSEN = 8
_A_FEW_MORE = 2  # are shown too, where nothing else would be left
_CENTURY = 100


async def read_beside(library: "Chronicle", engine: Engine, on_document: OnDocument | None = None) -> EventTable:
    """Return the dated events of a pinned joint engine; those of its first part are `library`'s.

    Raises:
        UnavailableError: the engine did not answer.
    """
    if not isinstance(engine, JointEngine):
        return await TableReader().read(engine, on_document)
    first, *others = engine.parts
    tables = [await library.table(first), *[await TableReader().read(other, on_document) for other in others]]
    return EventTable.of(chain.from_iterable(table.events for table in tables))


async def read_part(library: "Chronicle", engine: Engine, on_document: OnDocument | None = None) -> EventTable:
    """Return the dated events of a pinned part of `library`'s texts.

    Raises:
        UnavailableError: the engine did not answer.
    """
    if not isinstance(engine, PartEngine):
        return await TableReader().read(engine, on_document)
    table = await library.table(engine.whole)
    return EventTable.of(event for event in table.events if engine.admits(event.document))


ReadTable = Callable[[Engine, OnDocument | None], Awaitable[EventTable]]


class Chronicle:
    """Answers what was when, over the events of the engine that it was asked about last; `read` reads them."""

    def __init__(self, read: ReadTable | None = None) -> None:
        self._read = read or TableReader().read
        self._engine: Engine | None = None
        self._chooser = Chooser(EventTable(()))
        self._reading = asyncio.Lock()

    async def table(self, engine: Engine, on_document: OnDocument | None = None) -> EventTable:
        """Return the events of a pinned engine's texts, as the index keeps them.

        Where it keeps none, they are read at the first call, some ten seconds for 2.5 million words, and of newer texts
        only those are read that have changed.

        Raises:
            UnavailableError: the engine did not answer.
        """
        return (await self._chooser_of(engine, on_document)).table

    async def make_ready(self, engine: Engine) -> None:
        """Make what the first picture of a pinned engine's texts needs: a second or two for thousands of events.

        Raises:
            UnavailableError: the engine did not answer.
        """
        chooser = await self._chooser_of(engine)
        every_event = dict.fromkeys(range(len(chooser.table.events)), 1.0)
        await asyncio.to_thread(chooser.choose, every_event, 1)

    async def _chooser_of(self, engine: Engine, on_document: OnDocument | None = None) -> Chooser:
        """Return what chooses among the events of a pinned engine's texts, with their table."""
        async with self._reading:
            if self._engine is not engine:
                self._chooser = Chooser(await self._read(engine, on_document))
                self._engine = engine
            return self._chooser

    async def timeline(self, asked: str, texts: Snapshot, *, most: int = MOST_CHOSEN) -> Timeline:
        """Return the events that `asked` wants, at most `most` of them chosen for a picture.

        Raises:
            UnavailableError: the engine did not answer.
        """
        # Kept from here on: while the request is read, newer texts may take the place of these.
        chooser = await self._chooser_of(texts.engine)
        request = read_request(asked)
        narrowing, meant = await _understood(request.topic, texts)
        return await asyncio.to_thread(_timeline, chooser, request, narrowing, meant, most)

    async def select(self, asked: str, texts: Snapshot) -> list[DatedEvent]:
        """Return all events that `asked` wants, in the order of time: loosely dated ones too.

        Raises:
            UnavailableError: the engine did not answer.
        """
        table = await self.table(texts.engine)
        request = read_request(asked)
        narrowing, meant = await _understood(request.topic, texts)
        found = await asyncio.to_thread(_about, table, meant.text, narrowing)
        _, found = _within(table, request.years, found)
        return [table.events[at] for at in sorted(found)]

    async def anniversaries(self, day: date, texts: Snapshot) -> Anniversaries:
        """Return what the texts date to `day` of the year, or to its month.

        Raises:
            UnavailableError: the engine did not answer.
        """
        table = await self.table(texts.engine)
        return await asyncio.to_thread(anniversaries, table, day)


async def _understood(topic: str, texts: Snapshot) -> tuple[Narrowing, Meant]:
    """Return the signs of a topic, and the rest of it in Arabic words."""
    narrowing = read_signs(topic).narrowing
    plain = _without(narrowing.signs, topic)
    return narrowing, await meant_by(plain, texts) if plain else Meant("")


def _without(signs: Iterable[str], topic: str) -> str:
    for sign in signs:
        topic = topic.replace(sign, " ")
    return " ".join(topic.split())


def _timeline(chooser: Chooser, request: Request, narrowing: Narrowing, meant: Meant, most: int) -> Timeline:
    table = chooser.table
    topic = " ".join(meant.text.split())
    told = _about(table, topic, narrowing)
    found = {at: sure for at, sure in told.items() if is_close(table.events[at])}
    years, found = _within(table, request.years, found)
    chosen = chooser.choose(found, len(found) if len(found) <= most + _A_FEW_MORE else most, topic)
    rest = sorted(found.keys() - set(chosen))
    return Timeline(
        topic=" ".join(filter(None, (*narrowing.signs, topic))),
        years=years_phrase(years) if years else "",
        chosen=tuple(table.events[at] for at in chosen),
        others=tuple(table.events[at] for at in rest),
        readings=meant.readings,
        corrections=meant.corrections,
        centuries=_centuries(table.events),
    )


def _about(table: EventTable, topic: str, narrowing: Narrowing) -> dict[int, float]:
    """Return the events about the topic that the signs admit, each with how surely it is about it."""
    found = events_about(table, topic) if topic.strip() else dict.fromkeys(range(len(table.events)), 1.0)
    return {at: sure for at, sure in found.items() if _admits(narrowing, table.events[at])}


def _admits(narrowing: Narrowing, event: DatedEvent) -> bool:
    return not narrowing.signs or narrowing.admits(Hit(event.passage, event.document, rank=1, score=1.0))


def _within(
    table: EventTable, alternatives: Sequence[Years], found: dict[int, float]
) -> tuple[Years | None, dict[int, float]]:
    """Return the reading of the years that most of the events found lie in, the first of equals, and these events."""
    if not alternatives:
        return None, found
    # Of two open readings the earlier would hold all that the later holds: the years at their ends tell more.
    years = max(alternatives, key=lambda each: sum(at in found for at in table.within(each.end)))
    return years, {at: found[at] for at in table.within(years) if at in found}


def _centuries(events: Iterable[DatedEvent]) -> tuple[int, ...]:
    years = {_hijri_year(event.meaning) for event in events if is_close(event)}
    return tuple(sorted({0 if year < 1 else (year - 1) // _CENTURY + 1 for year in years if year is not None}))


def _hijri_year(meaning: DateRange) -> int | None:
    hijri = in_calendar(meaning, Calendar.HIJRI)
    return hijri.first.year if hijri else None
