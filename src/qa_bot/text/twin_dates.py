"""One date written in two calendars side by side: «13هـ الموافق 634م»."""

from qa_bot.model.calendar import DateMention
from qa_bot.text.calendars import in_calendar

_LARGEST_GAP = 12  # code points between the two


def is_said_twice(first: DateMention, second: DateMention) -> bool:
    """Return whether two neighbouring mentions are one date in two calendars; books convert with a year's error.

    >>> from qa_bot.text.dates import find_dates
    >>> is_said_twice(*find_dates("وقعت سنة 13هـ الموافق 634م")), is_said_twice(*find_dates("سنة 13هـ وسنة 640م"))
    (True, False)
    """
    if first.meaning is None or second.meaning is None or first.meaning.calendar is second.meaning.calendar:
        return False
    same = in_calendar(first.meaning, second.meaning.calendar)
    if same is None or second.span.start - first.span.end > _LARGEST_GAP:
        return False
    return same.first.year <= second.meaning.last.year + 1 and second.meaning.first.year <= same.last.year + 1
