"""What the texts date to a day of the year, as a Telegram message: a page at a time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from qa_bot.bot.cut import MESSAGE_LIMIT_UTF16
from qa_bot.bot.event_lines import event_lines
from qa_bot.bot.markup import Block, Page, page_length_utf16
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.model.calendar import DateRange, HistoricalDate
from qa_bot.model.event import DatedEvent
from qa_bot.model.timeline import Anniversaries
from qa_bot.text.date_style import date_phrase
from qa_bot.text.month_names import english_month, month_name

# Mecca has kept three hours before Greenwich all year since it had clocks.
_MECCA = timezone(timedelta(hours=3))
_EVENTS_A_PAGE = 6


@dataclass(frozen=True, slots=True)
class DayPage:
    """One page of a day's events: `number` counts from 0, `first` is the number of its first event, from 1."""

    of_the_day: tuple[DatedEvent, ...]
    of_the_month: tuple[DatedEvent, ...]
    number: int
    pages: int
    first: int


def day_at(now_s: float) -> date:
    """Return the day that it is in Mecca, `now_s` seconds after the beginning of 1970.

    >>> day_at(1_763_672_399.0).isoformat(), day_at(1_763_672_400.0).isoformat()
    ('2025-11-20', '2025-11-21')
    """
    return datetime.fromtimestamp(now_s, UTC).astimezone(_MECCA).date()


def day_page(found: Anniversaries, number: int) -> DayPage:
    """Return page `number` of the events or the nearest there is: those of the day first, then those of the month."""
    pages = max(1, -(-len(found.events) // _EVENTS_A_PAGE))
    number = min(max(number, 0), pages - 1)
    start, end = number * _EVENTS_A_PAGE, (number + 1) * _EVENTS_A_PAGE
    count = len(found.of_the_day)
    of_the_month = found.of_the_month[max(0, start - count) : max(0, end - count)]
    return DayPage(found.of_the_day[start:end], of_the_month, number, pages, start + 1)


def today_card(found: Anniversaries, page: DayPage, day: date, texts: Texts) -> Page:
    """Return the page as a message: which day it is in each calendar, then what the texts date to it."""
    head = _head(found, day, texts)
    if not found.events:
        return (*head, BLANK, *_nothing(found, texts, head))
    # The months of the Julian and the Gregorian year are the same on most days.
    months = dict.fromkeys((_month(found.today.julian, texts), _month(found.today.gregorian, texts)))
    christian = (" and " if texts.language == "en" else " و").join(months)
    this_month = texts.line("today-this-month", hijri=_month(found.today.hijri, texts), christian=christian)
    sections = [
        (texts.line("today-this-day"), page.of_the_day, page.first),
        (this_month, page.of_the_month, page.first + len(page.of_the_day)),
    ]
    filled = [section for section in sections if section[1]]
    pages = [texts.line("page", page=page.number + 1, pages=page.pages)] if page.pages > 1 else []
    foot: list[Block] = [BLANK, texts.line("converted"), *pages]
    if not found.of_the_day:
        head = (*head, BLANK, texts.line("today-not-this-day"))
    titles = [title for title, _, _ in filled]
    room = MESSAGE_LIMIT_UTF16 - page_length_utf16((*head, *titles, *([BLANK] * 4), *foot)) - 2
    each = room // (len(page.of_the_day) + len(page.of_the_month))
    body: list[Block] = []
    for title, (_, events, first) in zip(titles, filled, strict=True):
        body += [BLANK, title, *event_lines(events, first, texts, each * len(events))]
    return (*head, *body, *foot)


def _head(found: Anniversaries, day: date, texts: Texts) -> tuple[Block, ...]:
    today = found.today
    return (
        texts.line("today-month" if found.of_the_month and not found.of_the_day else "today"),
        texts.line("today-hijri", weekday=day.isoweekday(), day=_phrase(today.hijri, texts)),
        texts.line("today-christian", gregorian=_phrase(today.gregorian, texts), julian=_phrase(today.julian, texts)),
    )


def _month(known: HistoricalDate, texts: Texts) -> str:
    named = english_month if texts.language == "en" else month_name
    return named(known.calendar, known.month or 1)


def _phrase(known: HistoricalDate, texts: Texts) -> str:
    return date_phrase(DateRange(known, known), texts.language)


def _nothing(found: Anniversaries, texts: Texts, head: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return that the texts date nothing to this day or month, and the next day of which they do."""
    if found.next_day is None:
        return texts.page("today-nothing")
    coming = texts.line("today-next-day", day=_phrase(found.next_day, texts))
    said: tuple[Block, ...] = (texts.line("today-nothing"), BLANK, coming)
    foot = (BLANK, texts.line("converted"))
    room = MESSAGE_LIMIT_UTF16 - page_length_utf16((*head, BLANK, *said, *foot)) - 2
    return (*said, *event_lines(found.next_events[:_EVENTS_A_PAGE], 1, texts, room), *foot)
