"""Dated events as they are shown: a timeline, and what happened on a day of the year."""

from dataclasses import dataclass

from qa_bot.model.calendar import HistoricalDate
from qa_bot.model.event import DatedEvent


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events that were asked for.

    `chosen` are those that a picture shows, `others` the rest, both in the order of time; numbered from 1, the chosen
    first. `topic` and `years` tell what was read, in Arabic, each empty for any. `readings` are the Arabic terms that
    Latin names were read as, `corrections` pairs of what was asked and what was read instead. `centuries` are the
    centuries of the Hijra that have events, ascending, 0 for the time before it.
    """

    topic: str = ""
    years: str = ""
    chosen: tuple[DatedEvent, ...] = ()
    others: tuple[DatedEvent, ...] = ()
    readings: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    centuries: tuple[int, ...] = ()

    @property
    def events(self) -> tuple[DatedEvent, ...]:
        """Return all events in the order of their numbers."""
        return self.chosen + self.others

    @property
    def asked(self) -> str:
        """Return what was asked for, in Arabic, as a request that is read in the same way."""
        return " ".join(filter(None, (self.topic, self.years)))


@dataclass(frozen=True, slots=True)
class Today:
    """One day in each calendar: `hijri` by the table, which may be off by a day or two."""

    hijri: HistoricalDate
    julian: HistoricalDate
    gregorian: HistoricalDate


@dataclass(frozen=True, slots=True)
class Anniversaries:
    """What texts date to one day of the year, and to its month, each in the order of years.

    `next_day` is the next day of the Hijri year that has events, where this one has none; `next_events` are they.
    """

    today: Today
    of_the_day: tuple[DatedEvent, ...] = ()
    of_the_month: tuple[DatedEvent, ...] = ()
    next_day: HistoricalDate | None = None
    next_events: tuple[DatedEvent, ...] = ()

    @property
    def events(self) -> tuple[DatedEvent, ...]:
        """Return all events in the order of their numbers."""
        return self.of_the_day + self.of_the_month
