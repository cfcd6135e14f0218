"""What the years around a date say of it: the era of a year without one, the year of a month without one.

The rule for a year without an era, the first that applies:

1. more than 1500 is a Christian year;
2. the calendar of its month;
3. in words it is a Hijri year («سنة ثلاث عشرة»), unless the Christian reading lies within 60 years of a year
   which the text marks as Christian and the Hijri reading doesn't, in a document that counts by Christian ones;
4. the reading that lies nearest to the years around it whose era is known; where those are all before Christ, one that
   lies within a century of them is too; where they are all Christian, centuries and numbers from 300 on are as well;
5. the calendar of the months which the text names, where all are of one calendar;
6. from 100 on the calendar of most years that its document marks;
7. in digits below 300 a Hijri year, else a Christian one.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa_bot.model.calendar import Calendar, DateRange
from qa_bot.text.written_dates import SAME_MONTH, Era, Reading, Wording, WrittenDate, WrittenYear
from qa_bot.text.year_numbers import LAST_HIJRI_YEAR

# A Hijri year is 0.970224 of a solar one, and 1 AH began on 16 July 622.
_SOLAR_YEARS_A_HIJRI_YEAR = 0.970224
_HIJRA = 622.54
_NEAR = 60
_NEAR_BEFORE = 100
_LEAST_CHRISTIAN = 300
_LEAST_BY_DOCUMENT = 100
_NEIGHBOURS = 4
_OF_HIJRA = (Era.HIJRA, Era.BEFORE_HIJRA)
# Two years overlap where their middles are less than one apart.
_TWIN_ERROR = 1.0
_MOST_OFF = 2.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text tells of its eras: marked years by place, as years of Christ, and the months it names.

    `document_hijri` tells whether its document counts by the Hijra, None where nobody knows.
    """

    places: Sequence[int]
    years: Sequence[float]
    hijri_years: bool
    hijri_months: bool
    roman_months: bool
    document_hijri: bool | None = None

    @property
    def tells_hijri(self) -> bool:
        """Return whether the text counts by the Hijra, as far as its months tell."""
        return self.hijri_months and not self.roman_months

    def near(self, place: int) -> list[float]:
        """Return the marked years nearest to the term `place`, on either side."""
        middle = bisect_left(self.places, place)
        return list(self.years[max(0, middle - _NEIGHBOURS) : middle + _NEIGHBOURS])


def gather(readings: Iterable[Reading], heading: DateRange | None, *, document_hijri: bool | None = None) -> Evidence:
    """Return what the readings of a text, in order, and the year of its heading tell of its eras."""
    places: list[int] = []
    years: list[float] = []
    if heading is not None:
        counted = Era.HIJRA if heading.calendar is Calendar.HIJRI else Era.CHRIST
        places.append(-1)
        years.append(_christian(heading.first.year, counted))
    marked_hijri = heading is not None and heading.calendar is Calendar.HIJRI
    hijri = roman = False
    for reading in readings:
        date = reading.date
        if date.month is not None and date.month != SAME_MONTH:
            hijri |= date.month.hijri
            roman |= not date.month.hijri
        era = told_era(date)
        if date.year and era in (Era.HIJRA, Era.CHRIST, Era.BEFORE_CHRIST, Era.BEFORE_HIJRA):
            marked_hijri |= era in _OF_HIJRA
            places.append(reading.start)
            years.append(_christian((date.year.first + date.year.last) / 2, era))
    return Evidence(places, years, marked_hijri, hijri, roman, document_hijri)


def era_of(date: WrittenDate, place: int, evidence: Evidence) -> Era | None:
    """Return the era of the year of `date`, which stands at the term `place`; None where nobody can tell.

    Nobody can tell «السنة التاسعة» where neither months nor years of the text are of the Hijra.
    """
    year = date.year
    told = told_era(date)
    if year is None or told is not None:
        return told
    near = evidence.near(place)
    if year.wording is Wording.ORDINAL:
        lies_near = near and _distance(year, Era.HIJRA, near) <= _NEAR
        return Era.HIJRA if lies_near or (evidence.tells_hijri and not near) else None
    if year.wording is Wording.CARDINAL:
        return Era.CHRIST if not evidence.document_hijri and _is_christian_in_words(year, near) else Era.HIJRA
    if near and max(near) < 0 and _distance(year, Era.BEFORE_CHRIST, near) <= _NEAR_BEFORE:
        return Era.BEFORE_CHRIST
    if near and not evidence.hijri_years and not evidence.document_hijri and not _may_be_hijri(year):
        return Era.CHRIST
    if near:
        return min((Era.CHRIST, Era.HIJRA), key=lambda era: _distance(year, era, near))
    if year.wording is Wording.CENTURY:
        return Era.HIJRA if evidence.tells_hijri else Era.CHRIST
    if evidence.hijri_months is not evidence.roman_months:
        return Era.HIJRA if evidence.hijri_months else Era.CHRIST
    if evidence.document_hijri is not None and year.last >= _LEAST_BY_DOCUMENT:
        return Era.HIJRA if evidence.document_hijri else Era.CHRIST
    return Era.HIJRA if year.last < _LEAST_CHRISTIAN else Era.CHRIST


def are_twins(hijri: int, christian: int) -> bool:
    """Return whether two years can be one: 13 of the Hijra and 634 of Christ.

    >>> are_twins(13, 634), are_twins(13, 640)
    (True, False)
    """
    return abs(_christian(hijri + 0.5, Era.HIJRA) - (christian + 0.5)) < _TWIN_ERROR


def are_near(hijri: int, christian: int) -> bool:
    """Return whether a Christian year may be what somebody else reckons a Hijri one to be: two years off at most.

    >>> are_near(2, 624), are_near(2, 630)
    (True, False)
    """
    return abs(_christian(hijri + 0.5, Era.HIJRA) - (christian + 0.5)) <= _MOST_OFF


def told_era(date: WrittenDate) -> Era | None:
    """Return the era that the date itself tells, by its sign, its size or its month."""
    year = date.year
    if year is None:
        return None
    if year.era is not None:
        return year.era
    if year.last > LAST_HIJRI_YEAR:
        return Era.CHRIST
    if date.month is None or date.month == SAME_MONTH:
        return None
    small_in_words = year.wording is not Wording.DIGITS and year.last < _LEAST_CHRISTIAN
    return Era.HIJRA if date.month.hijri or small_in_words else Era.CHRIST


def _may_be_hijri(year: WrittenYear) -> bool:
    """Return whether a year among Christian ones only can be one of the Hijra."""
    return year.wording is not Wording.CENTURY and year.last < _LEAST_CHRISTIAN


def _is_christian_in_words(year: WrittenYear, near: Sequence[float]) -> bool:
    return bool(near) and _distance(year, Era.CHRIST, near) <= _NEAR < _distance(year, Era.HIJRA, near)


def _distance(year: WrittenYear, era: Era, near: Sequence[float]) -> float:
    middle = _christian((year.first + year.last) / 2, era)
    return min(abs(middle - other) for other in near)


def solar_year(year: int, *, hijri: bool) -> float:
    """Return the year as one of Christ, with a fraction; -1 is the first before the era."""
    era = (Era.HIJRA if year > 0 else Era.BEFORE_HIJRA) if hijri else (Era.CHRIST if year > 0 else Era.BEFORE_CHRIST)
    return _christian(abs(year), era)


def _christian(year: float, era: Era | None) -> float:
    if era is Era.HIJRA:
        return _HIJRA + _SOLAR_YEARS_A_HIJRI_YEAR * (year - 1)
    if era is Era.BEFORE_HIJRA:
        return _HIJRA - _SOLAR_YEARS_A_HIJRI_YEAR * year
    return -year if era is Era.BEFORE_CHRIST else year
