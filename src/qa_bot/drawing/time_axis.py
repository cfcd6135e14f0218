"""A strip of time in both calendars: the earliest on the right, as Arabic reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa_bot.drawing.captions import Captions
from qa_bot.drawing.palette import ACCENT, FAINT, INK, OTHER_TICK, PAPER, SMALL_NUMBER, TICK
from qa_bot.drawing.sheet import Sheet
from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.calendars import day_numbers, in_calendar
from qa_bot.text.date_style import date_phrase

_FOOT = 76  # for the years of both calendars
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_MOST_TICKS = 6
_SHORTEST_DAYS = 3 * 365.25
_MARGIN = 0.04  # of the time shown, left free at both ends
_RADIUS = 16
_LEVELS = 4
_LEVEL_HEIGHT = 36
_BARS = 72
_BAR_HEIGHT = 40
_ANY_DAY = 1_721_424  # 1 January 1 of the Julian calendar, for what no calendar covers


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `first` to `last`, laid out between the pixels `left` and `right`."""

    first: float
    last: float
    left: float
    right: float

    def x(self, day: float) -> float:
        """Return where a day lies."""
        return self.right - (day - self.first) / (self.last - self.first) * (self.right - self.left)


def axis_for(days: Sequence[float], left: float, right: float) -> TimeAxis | None:
    """Return the axis that holds all `days`; None where they lie within three years: there is nothing to lay out."""
    first, last = min(days), max(days)
    if last - first < _SHORTEST_DAYS:
        return None
    margin = (last - first) * _MARGIN
    return TimeAxis(first - margin, last + margin, left, right)


def axis_height(axis: TimeAxis, marked: Sequence[float]) -> float:
    """Return how high the axis is with numbered discs for the days `marked`."""
    highest = max(level for _, level in _levels([axis.x(day) for day in marked]))
    return 30 + highest * _LEVEL_HEIGHT + _RADIUS + 6 + _FOOT


def draw_axis(
    sheet: Sheet, axis: TimeAxis, top: float, marked: Sequence[float], all_days: Sequence[float], captions: Captions
) -> None:
    """Draw the axis: how many events lie where, numbered discs for those `marked`, and years of both calendars."""
    line = top + axis_height(axis, marked) - _FOOT
    _draw_bars(sheet, axis, line, all_days)
    sheet.line((axis.left, line), (axis.right, line), INK, 3)
    for number, (x, level) in enumerate(_levels([axis.x(day) for day in marked]), 1):
        y = line - 30 - level * _LEVEL_HEIGHT
        sheet.line((x, line), (x, y), ACCENT)
        sheet.dot(x, y, _RADIUS, ACCENT, PAPER)
        sheet.text(x, y, str(number), SMALL_NUMBER, "center")
    for calendar, y, style in ((Calendar.HIJRI, line + 28, TICK), (Calendar.JULIAN, line + 60, OTHER_TICK)):
        for year, day in ticks(axis, calendar):
            sheet.line((axis.x(day), line - 5), (axis.x(day), line + 8 if style is TICK else line + 3), INK)
            told = captions.dated(date_phrase(DateRange(year, year), captions.language))
            sheet.text(axis.x(day), y, told, style, "center")


def _draw_bars(sheet: Sheet, axis: TimeAxis, line: float, days: Sequence[float]) -> None:
    """Draw how many events lie where, in columns of equal time."""
    counts = [0] * _BARS
    for day in days:
        counts[min(_BARS - 1, int((day - axis.first) / (axis.last - axis.first) * _BARS))] += 1
    width = (axis.right - axis.left) / _BARS
    for at, count in enumerate(counts):
        if count:
            height = _BAR_HEIGHT * (0.25 + 0.75 * count / max(counts))
            sheet.bar(axis.right - (at + 1) * width + 1, line, width - 2, height, FAINT)


def _levels(places: Sequence[float]) -> Iterator[tuple[float, int]]:
    """Yield each place with the lowest level on which it stands clear of those before it."""
    taken: list[list[float]] = [[] for _ in range(_LEVELS)]
    for x in places:
        clear = (level for level in range(_LEVELS) if all(abs(x - other) > 2.1 * _RADIUS for other in taken[level]))
        level = next(clear, 0)
        taken[level].append(x)
        yield x, level


def ticks(axis: TimeAxis, calendar: Calendar) -> list[tuple[HistoricalDate, int]]:
    """Return at most some six round years that begin on the axis, each with its first day, in order."""
    first, last = (_year_at(day, calendar) for day in (axis.first, axis.last))
    step = next((step for step in _STEPS if (last - first) / step <= _MOST_TICKS), _STEPS[-1])
    years = (HistoricalDate(calendar, year) for year in range(first - first % step, last + 1, step) if year)
    known = ((year, day_numbers(DateRange(year, year))) for year in years)
    return [(year, days[0]) for year, days in known if days and axis.first <= days[0] <= axis.last]


def _year_at(day: float, calendar: Calendar) -> int:
    """Return the year of `calendar` that `day` lies in, or the nearest that there is."""
    # A rough year is exact enough to choose among round ones.
    julian = int((day - _ANY_DAY) / 365.25) + 1
    known = HistoricalDate(Calendar.JULIAN, julian or 1)
    told = in_calendar(DateRange(known, known), calendar)
    return told.first.year if told else 1
