"""Dates with a month: day, month and year as they follow one another, and ranges of them."""

from dataclasses import replace

from qa_bot.text.date_words import AND, COMMAS, DASHES, OF, OPENING, OR, eras
from qa_bot.text.day_patterns import MOST_DAYS, read_days, read_days_of_it, read_feast, read_weekday
from qa_bot.text.month_patterns import read_month, read_season, speaks_of_time
from qa_bot.text.phrases import Terms, read_phrase
from qa_bot.text.relative_patterns import read_shifted_year
from qa_bot.text.written_dates import Era, Reading, WrittenDate, WrittenMonth, WrittenYear
from qa_bot.text.year_numbers import LAST_HIJRI_YEAR, LAST_YEAR, YearRead
from qa_bot.text.year_patterns import read_year_number, read_year_phrase

_OF_IT = "منها"
_THE_YEAR = "السنه"
_IN = ("في", OF)
_SLASHES = ("/", "-", ".")
_UNTIL = ("الي", "حتي", "وحتي", "لغايه", "ولغايه")
_BETWEEN = ("بين", "وبين", "فبين")
_FROM = ("من", "ومن")
_MONTHS = 12
_FULL_YEAR = 4
_LAST_JULIAN_YEAR = 1582
_ANY_YEAR = (3, 4)
# Hijri years in numbers with slashes are of this century or the last.
_FIRST_SLASHED_HIJRI = 1300

_Read = tuple[WrittenDate, int]


def read_date(text: Terms, at: int) -> Reading | None:
    """Return the date with a month, or the range of two, that begins at the term `at`."""
    return _numeric(text, at) or _seasonal(text, at) or _feast(text, at) or _dated(text, at)


def _dated(text: Terms, at: int) -> Reading | None:
    first = _one(text, at)
    return (_range(text, at, first) or Reading(first[0], at, first[1])) if first else None


def _one(text: Terms, at: int) -> _Read | None:
    """Return the date of `[weekday] [days] month [year]` and the place after it."""
    place = read_weekday(text.terms, at) or at
    introduced = place > at or (at > 0 and speaks_of_time(text.terms[at - 1]))
    days = read_days(text.terms, place, introduced=introduced)
    if days is not None:
        month = read_month(text, days.end, trusted=True)
        if month is not None:
            return _with_year(text, WrittenDate(month=month[0], days=days.days), month[1])
    if place > at and text.terms[place] in _IN:
        place += 1
    month = read_month(text, place, trusted=True)
    if month is None:
        return None
    of_it = read_days_of_it(text.terms, month[1])
    date, end = _with_year(text, WrittenDate(month=month[0], days=of_it and of_it[0]), of_it[1] if of_it else month[1])
    sure = (
        of_it or date.year or date.shift is not None or place > at or _is_trusted(text, at) or _goes_on(text, at, end)
    )
    return (date, end) if sure else None


def _is_trusted(text: Terms, at: int) -> bool:
    """Return whether the month at `at` is one even if nothing follows it."""
    before = at > 0 and speaks_of_time(text.terms[at - 1])
    return before or read_month(text, at, trusted=False) is not None


def _goes_on(text: Terms, at: int, end: int) -> bool:
    """Return whether a month begins a span of time: «من رجب إلى رمضان»."""
    begins = at > 0 and text.terms[at - 1] in _FROM and text.terms[end] in _UNTIL
    return begins and read_month(text, end + 1, trusted=True) is not None


def _with_year(text: Terms, date: WrittenDate, at: int) -> _Read:
    """Return `date` with the year that stands at `at`, if any, and the place after it."""
    return _american(text, date, at) or _tail(text, date, at) or (date, at)


def _american(text: Terms, date: WrittenDate, at: int) -> _Read | None:
    """Return the date of «سبتمبر 12، 2006»."""
    day = text.terms[at]
    place = at + 1 + (text.terms[at + 1] in COMMAS)
    if date.days or not day.isdecimal() or len(day) > 2 or not 0 < int(day) <= MOST_DAYS:
        return None
    year = read_year_number(text.terms, place) if len(text.terms[place]) == _FULL_YEAR else None
    return (replace(date, days=(int(day), int(day)), year=year.year), year.end) if year else None


def _tail(text: Terms, date: WrittenDate, at: int) -> _Read | None:
    """Return `date` with a year behind its month: «من سنة ثلاث عشرة», «634م», «(634)», «منها»."""
    terms = text.terms
    if terms[at] == _OF_IT:
        return replace(date, shift=0), at + 1
    comma = terms[at] in COMMAS
    start = at + comma
    place = start + (terms[start] in _IN)
    year = read_year_phrase(terms, place) or (_year_in_digits(text, start, comma=comma) if place == start else None)
    if year is not None:
        return replace(date, year=year.year), year.end
    # «ذي القعدة، من هذه السنة»
    shifted = None if comma and place == start else read_shifted_year(terms, place)
    if place > start and terms[place] == _THE_YEAR:
        shifted = shifted or (0, place + 1)
    return (replace(date, shift=shifted[0]), shifted[1]) if shifted else None


def _year_in_digits(text: Terms, at: int, *, comma: bool) -> YearRead | None:
    digits = text.terms[at + (text.terms[at] in OPENING)]
    year = read_year_number(text.terms, at, ranged=False)
    if year is None or year.year.era is not None:
        return year
    return year if len(digits) == _FULL_YEAR or (len(digits) in _ANY_YEAR and not comma) else None


def _seasonal(text: Terms, at: int) -> Reading | None:
    """Return the season of a year: «صيف سنة 626م»; a season alone is no date."""
    season = read_season(text, at)
    if season is None:
        return None
    months, end = season
    if months is None:
        # A winter lies in two years: «شتاء 627-628م».
        two = read_year_number(text.terms, end)
        if two is not None and two.year.last - two.year.first == 1:
            return Reading(WrittenDate(year=two.year), at, two.end)
    tail = _tail(text, WrittenDate(month=months), end)
    return Reading(tail[0], at, tail[1]) if tail else None


def _feast(text: Terms, at: int) -> Reading | None:
    """Return the feast of a year: «يوم الفطر سنة 43هـ»."""
    feast = read_feast(text.terms, at)
    if feast is None:
        return None
    (month, day), end = feast
    tail = _tail(text, WrittenDate(month=WrittenMonth(hijri=True, first=month, last=month), days=(day, day)), end)
    return Reading(tail[0], at, tail[1]) if tail else None


def _range(text: Terms, at: int, first: _Read) -> Reading | None:
    """Return the dates from `first` to the one behind a dash, «إلى», «و» or «أو»; None where none is there."""
    before = text.terms[at - 1] if at > 0 else ""
    place = _after_separator(text, first[1], between=before in _BETWEEN)
    second = _one(text, place) if place is not None else None
    if second is None or not _alike(first[0], second[0]):
        return None
    joined = text.terms[first[1]]
    if first[0].year or first[0].shift is not None:
        # Two full dates with a dash between them are a birth and a death; «من … إلى» makes them a span.
        if second[0].year is None or before not in (*_BETWEEN, *_FROM) or _changes_calendar(first[0], second[0]):
            return None
        return Reading(first[0], at, second[1], second[0])
    if joined not in _UNTIL and joined.startswith(AND) and before not in _BETWEEN and not _next_to(first[0], second[0]):
        return None
    return Reading(_with_shared_year(first[0], second[0]), at, second[1], second[0])


def _after_separator(text: Terms, at: int, *, between: bool) -> int | None:
    term = text.terms[at]
    if term in _UNTIL or term == OR or (term in DASHES and text.terms[at + 1]) or (between and term == AND):
        return at + 1
    return at if term.startswith(AND) else None


def _alike(first: WrittenDate, second: WrittenDate) -> bool:
    if first.month is None or second.month is None or first.month.hijri is not second.month.hijri:
        return False
    return (first.days is None) is (second.days is None)


def _changes_calendar(first: WrittenDate, second: WrittenDate) -> bool:
    """Return whether the Christian calendar changed between two days: then they are told each in its own."""
    if not first.days or first.month is None or first.month.hijri or first.year is None or second.year is None:
        return False
    return first.year.last <= _LAST_JULIAN_YEAR < second.year.first


def _next_to(first: WrittenDate, second: WrittenDate) -> bool:
    """Return whether the second is the month after the first: «يونيو ويوليو 634»."""
    if first.days or first.month is None or second.month is None:
        return False
    return second.month.first - first.month.first == 1


def _with_shared_year(first: WrittenDate, second: WrittenDate) -> WrittenDate:
    """Return `first` in the year of `second`, or in the year before it where its month comes later."""
    earlier = bool(first.month and second.month and first.month.first > second.month.first)
    year = second.year and replace(second.year, first=second.year.first - earlier, last=second.year.last - earlier)
    return replace(first, year=year, shift=second.shift)


def _numeric(text: Terms, at: int) -> Reading | None:
    """Return the date of «12/5/1990», «28-5-1443هـ» or «1990-05-12»."""
    slash = text.terms[at + 1]
    if slash not in _SLASHES or text.terms[at + 3] != slash or not all(map(text.glued, range(at, at + 4))):
        return None
    if at > 0 and text.terms[at - 1] == "/" and text.glued(at - 1):
        # «https://…/2013/11/19/» is an address.
        return None
    parts = [text.terms[at + place] for place in (0, 2, 4)]
    goes_on = text.terms[at + 5] == slash and text.terms[at + 6].isdecimal()
    if goes_on or not all(part.isdecimal() for part in parts):
        return None
    if len(parts[0]) == _FULL_YEAR:
        parts.reverse()
    found = read_phrase(eras(), text.terms, at + 5)
    date = _of_numbers(*map(int, parts), era=found[0] if found else None)
    return Reading(date, at, found[1] if found else at + 5) if date else None


def _of_numbers(day: int, month: int, year: int, *, era: Era | None) -> WrittenDate | None:
    hijri = era is Era.HIJRA or (era is None and _FIRST_SLASHED_HIJRI <= year <= LAST_HIJRI_YEAR)
    christian = era is Era.CHRIST or (era is None and LAST_HIJRI_YEAR < year <= LAST_YEAR)
    if not (hijri or christian) or not 0 < month <= _MONTHS or not 0 < day <= MOST_DAYS:
        return None
    written = WrittenYear(year, year, Era.HIJRA if hijri else Era.CHRIST)
    return WrittenDate(written, WrittenMonth(hijri, month, month), (day, day))
