"""A timeline as a picture: a strip of time in both calendars, and the events under it, one below the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from qa_bot.answering.annals.excerpt import excerpt
from qa_bot.answering.cite import without_author
from qa_bot.drawing.captions import Captions
from qa_bot.drawing.palette import (
    ACCENT,
    DATE,
    FAINT,
    FOOT,
    NUMBER,
    OTHER_DATE,
    PAPER,
    SAID,
    SOURCE,
    SUBTITLE,
    TITLE,
)
from qa_bot.drawing.sheet import PictureFormat, Ruler, Sheet
from qa_bot.drawing.time_axis import axis_for, axis_height, draw_axis
from qa_bot.model.event import DatedEvent
from qa_bot.model.timeline import Timeline
from qa_bot.text.calendars import HIJRI_YEAR_DAYS
from qa_bot.text.date_style import date_phrase
from qa_bot.text.shown_dates import shown_dates

WIDTH = 1080
_MARGIN = 56
_RAIL = WIDTH - _MARGIN - 24  # where the line runs that the events hang on
_TEXT_RIGHT = _RAIL - 52
_TEXT_WIDTH = _TEXT_RIGHT - _MARGIN
_RADIUS = 24
_MOST_LINES = 3
_EXCERPTS = (210, 170, 140, 110)  # code points: about what three lines hold, then less, until they hold the date
_DATE_HEIGHT, _LINE_HEIGHT, _SOURCE_HEIGHT, _GAP = 52, 50, 38, 34
_NAMED_GAP_YEARS = 7
_FAR_APART = 2  # times as far as usual
_GAP_NOTE_HEIGHT = 46
_FOOT_HEIGHT = 70
_TITLE_HEIGHT = 72
_SIGN = re.compile(r'(\w+):(?:"([^"]*)"|(?=\S))')


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event laid out: its lines, and how high it is; `note` stands above it, empty for none."""

    dates: tuple[str, str]
    dates_fit: bool
    said: list[str]
    source: str
    note: str

    @property
    def height(self) -> float:
        dates = 1 if self.dates_fit or not self.dates[1] else 2
        note = _GAP_NOTE_HEIGHT if self.note else 0
        return note + dates * _DATE_HEIGHT + len(self.said) * _LINE_HEIGHT + _SOURCE_HEIGHT + _GAP


def draw_timeline(timeline: Timeline, captions: Captions, picture_format: PictureFormat = "png") -> bytes:
    """Return a picture of the chosen events, as a file; 1080 pixels wide and as high as they need.

    Each event has its number, its date as the text has it and in the other calendar, the part of the sentence around
    the date, verbatim, and its citation. Neighbours that lie far apart have the years between them told.
    """
    ruler = Ruler()
    title = ruler.wrap(_titled(timeline.topic) or captions.title, TITLE, WIDTH - 2 * _MARGIN, 2)
    entries = _laid_out(timeline.chosen, captions, ruler)
    marked = [event.middle_day for event in timeline.chosen]
    axis = axis_for(marked, _MARGIN + 10, WIDTH - _MARGIN - 10)
    head = 82 + len(title) * _TITLE_HEIGHT + 40
    strip = axis_height(axis, marked) + _GAP if axis else 0
    height = head + strip + sum(entry.height for entry in entries) + _FOOT_HEIGHT
    sheet = Sheet(WIDTH, round(height), PAPER)
    _draw_head(sheet, title, captions.subtitle)
    if axis is not None:
        days = [event.middle_day for event in timeline.events if axis.first <= event.middle_day <= axis.last]
        draw_axis(sheet, axis, head, marked, days, captions)
    _draw_entries(sheet, entries, head + strip)
    _draw_foot(sheet, height, captions)
    return sheet.saved(picture_format)


def make_ready() -> None:
    """Load the typeface and what measures it: seconds where matplotlib hasn't listed the machine's fonts yet."""
    Ruler().width("الخط الزمني", TITLE)


def _titled(topic: str) -> str:
    """Return a topic without the marks of its signs: «كتاب:"فتوح البلدان"» is «كتاب فتوح البلدان»."""
    return _SIGN.sub(r"\1 \2", topic)


def _laid_out(events: Sequence[DatedEvent], captions: Captions, ruler: Ruler) -> list[_Entry]:
    gaps = [round((after.days[0] - before.days[1]) / HIJRI_YEAR_DAYS) for before, after in pairwise(events)]
    usual = median(gaps) if gaps else 0
    notes = ["", *(captions.gap(gap) if gap > max(_NAMED_GAP_YEARS, _FAR_APART * usual) else "" for gap in gaps)]
    return [_entry(event, note, captions, ruler) for event, note in zip(events, notes, strict=True)]


def _entry(event: DatedEvent, note: str, captions: Captions, ruler: Ruler) -> _Entry:
    dates = _dates(event, captions)
    beside = ruler.width(dates[0], DATE) + ruler.width(dates[1], OTHER_DATE) + 24
    return _Entry(
        dates=dates,
        dates_fit=beside <= _TEXT_WIDTH,
        said=_said(event, ruler),
        source=_source(event, ruler),
        note=note,
    )


def _said(event: DatedEvent, ruler: Ruler) -> list[str]:
    """Return the lines of a sentence, or of as much of it around its date as they hold."""
    lines: list[str] = []
    for most in _EXCERPTS:
        part = excerpt(event, most)
        before = "… " if part.start else ""
        quoted = f"{before}{part.of(event.text)}{' …' if part.end < len(event.text.rstrip()) else ''}"
        lines = ruler.wrap(quoted, SAID, _TEXT_WIDTH, _MOST_LINES)
        needed = before + event.text[part.start : max((span.end for span in event.date_spans[:1]), default=0)]
        if len(" ".join(needed.split())) <= len(" ".join(lines).removesuffix(" …")):
            break
    return lines


def _source(event: DatedEvent, ruler: Ruler) -> str:
    """Return the citation on one line; where that has no room, without its author: the list tells him."""
    if ruler.width(event.citation, SOURCE) <= _TEXT_WIDTH:
        return event.citation
    return ruler.wrap(without_author(event.citation, event.document), SOURCE, _TEXT_WIDTH, 1)[0]


def _dates(event: DatedEvent, captions: Captions) -> tuple[str, str]:
    """Return the date as the text has it, and in the other calendar."""
    first = shown_dates(event.dates)[0]
    written = " = ".join(date_phrase(known, captions.language) for known in first.written)
    computed = " ≈ ".join(date_phrase(known, captions.language) for known in first.computed)
    return captions.dated(written), captions.dated(f"≈ {computed}") if computed else ""


def _draw_head(sheet: Sheet, title: Sequence[str], subtitle: str) -> None:
    for number, line in enumerate(title):
        sheet.text(WIDTH - _MARGIN, 82 + number * _TITLE_HEIGHT, line, TITLE)
    sheet.text(WIDTH - _MARGIN, 82 + len(title) * _TITLE_HEIGHT - 8, subtitle, SUBTITLE)


def _draw_entries(sheet: Sheet, entries: Sequence[_Entry], top: float) -> None:
    """Draw the events one below the other on a rail."""
    heights = [entry.height for entry in entries]
    if entries:
        first = top + _DATE_HEIGHT / 2
        sheet.line(
            (_RAIL, first), (_RAIL, top + sum(heights[:-1]) + _note_height(entries[-1]) + _DATE_HEIGHT / 2), FAINT, 5
        )
    for number, entry in enumerate(entries, 1):
        _draw_entry(sheet, entry, number, top)
        top += entry.height


def _note_height(entry: _Entry) -> int:
    return _GAP_NOTE_HEIGHT if entry.note else 0


def _draw_entry(sheet: Sheet, entry: _Entry, number: int, top: float) -> None:
    if entry.note:
        sheet.text(_TEXT_RIGHT, top + 10, entry.note, FOOT)
        top += _GAP_NOTE_HEIGHT
    y = top + _DATE_HEIGHT / 2
    sheet.dot(_RAIL, y, _RADIUS, ACCENT, PAPER)
    sheet.text(_RAIL, y, str(number), NUMBER, "center")
    written, computed = entry.dates
    sheet.text(_TEXT_RIGHT, y, written, DATE)
    if computed and entry.dates_fit:
        sheet.text(_MARGIN, y, computed, OTHER_DATE, "left")
    elif computed:
        y += _DATE_HEIGHT - 6
        sheet.text(_TEXT_RIGHT, y, computed, OTHER_DATE)
    for line in entry.said:
        y += _LINE_HEIGHT
        sheet.text(_TEXT_RIGHT, y, line, SAID)
    sheet.text(_TEXT_RIGHT, y + _LINE_HEIGHT - 6, entry.source, SOURCE)


def _draw_foot(sheet: Sheet, height: float, captions: Captions) -> None:
    sheet.text(WIDTH - _MARGIN, height - _FOOT_HEIGHT / 2, captions.foot, FOOT)
