"""Dates as texts give them and as calendars mean them."""

from dataclasses import dataclass
from enum import StrEnum

from qa_bot.model.corpus import Span


class Calendar(StrEnum):
    """The calendar that a date is written in."""

    HIJRI = "hijri"
    JULIAN = "julian"
    GREGORIAN = "gregorian"


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as far as it is known, in its own calendar.

    `year` is a year of the calendar's era, never 0: -1 is 1 BC, or 1 before the Hijra. `month` and `day`
    count from 1, None where unknown; no day without a month. `calendar` is Julian for dates of the
    Christian era before 15 October 1582.
    """

    calendar: Calendar
    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """From the first to the last date, both within; one date has `first == last`. One calendar for both."""

    first: HistoricalDate
    last: HistoricalDate

    @property
    def calendar(self) -> Calendar:
        """Return the calendar of both ends."""
        return self.first.calendar


class MentionSource(StrEnum):
    """Where the meaning of a mention comes from."""

    WRITTEN = "written"  # the mention says it all
    CONTEXT = "context"  # the year or the calendar came from an earlier mention or from the sentence around it
    HEADING = "heading"  # the year stands in the heading above
    NAMED = "named"  # the year or the reign has a name: «عام الفيل», «في خلافة عمر»


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: `span` is what the text says, `meaning` what it means, None where nobody can tell."""

    span: Span
    meaning: DateRange | None
    source: MentionSource = MentionSource.WRITTEN


@dataclass(frozen=True, slots=True)
class BothCalendars:
    """One date mention in every calendar; `computed` names those that were converted, not written.

    `text` is verbatim.
    """

    text: str
    hijri: DateRange | None
    julian: DateRange | None
    gregorian: DateRange | None
    computed: tuple[Calendar, ...] = ()
