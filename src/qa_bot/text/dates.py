"""Dates in Arabic texts, classical and modern: where they stand and what they mean."""

from collections.abc import Sequence
from functools import lru_cache

from qa_bot.model.calendar import DateMention, DateRange
from qa_bot.text.date_context import Above, resolve
from qa_bot.text.date_scan import read_dates
from qa_bot.text.month_patterns import speaks_of_time
from qa_bot.text.phrases import Terms, read_terms
from qa_bot.text.reigns import is_of_cairo, reign_in
from qa_bot.text.written_dates import Reading, Wording
from qa_bot.text.year_context import Evidence, era_of, gather


def find_dates(text: str, *, heading: tuple[str, ...] = ()) -> list[DateMention]:
    """Return the dates that `text` mentions, in order; their spans don't overlap.

    A date without a year has the year of the nearest date before it, at most 1500 code points back, that is of
    the same calendar; else that of the innermost of the headings which names one; else it has no meaning. A
    year without an era is told by the rule of `year_context`. A year in words below 100 takes its hundreds from
    a full year close by, or from the caliph whom a heading names: «سنة خمس وسبعين» under «المستضيء بأمر الله» is
    575.

    >>> text = "في شهر رجب من السنة التاسعة للهجرة (630م)"
    >>> [mention.span.of(text) for mention in find_dates(text)]
    ['شهر رجب من السنة التاسعة للهجرة', '630م']
    """
    terms = read_terms(text)
    readings = read_dates(terms)
    if not readings:
        return []
    above = heading_year(heading)
    evidence = gather(readings, above)
    kept = [reading for reading in readings if not _is_idle(reading, evidence)]
    mentions = zip(kept, resolve(terms, kept, evidence, Above(above, _reign(heading))), strict=True)
    return [mention for reading, mention in mentions if mention.meaning or not _is_any_year(terms, reading)]


def heading_year(heading: Sequence[str]) -> DateRange | None:
    """Return the year that dates what stands under these headings, the innermost first; None for no such year.

    >>> year = heading_year(("ذكر خلافة أبي بكر", "ثم دخلت سنة ثلاث عشرة"))
    >>> year.first.year, year.calendar.value
    (13, 'hijri')
    """
    years = (_first_year(each) for each in reversed(heading))
    return next((year for year in years if year is not None), None)


def _reign(heading: Sequence[str]) -> tuple[int, int] | None:
    """Return the Hijri years of the caliph whom the innermost of the headings with one names."""
    cairo = any(map(_is_of_cairo, heading))
    found = (_caliph_of(each, cairo=True) if cairo else None for each in reversed(heading))
    return next(filter(None, (*found, *(_caliph_of(each, cairo=False) for each in reversed(heading)))), None)


@lru_cache(maxsize=4096)
def _is_of_cairo(heading: str) -> bool:
    return is_of_cairo(read_terms(heading).terms)


@lru_cache(maxsize=4096)
def _caliph_of(heading: str, *, cairo: bool) -> tuple[int, int] | None:
    return reign_in(read_terms(heading).terms, cairo=cairo)


@lru_cache(maxsize=4096)
def _first_year(heading: str) -> DateRange | None:
    """Return the first date of a heading that lies in one year."""
    meanings = (mention.meaning for mention in find_dates(heading))
    return next((meaning for meaning in meanings if meaning and meaning.first.year == meaning.last.year), None)


def _is_any_year(terms: Terms, reading: Reading) -> bool:
    """Return whether a month without a year is that of every year: «صيام شهر رمضان», «أيار أحد وثلاثون يوما»."""
    date = reading.date
    if date.month is None or date.year or date.days or date.shift is not None or reading.last:
        return False
    return reading.start == 0 or not speaks_of_time(terms.terms[reading.start - 1])


def _is_idle(reading: Reading, evidence: Evidence) -> bool:
    """Return whether nothing around «السنة الثانية» makes it a year of the Hijra: it counts something else."""
    year = reading.date.year
    ordinal = year is not None and year.wording is Wording.ORDINAL
    return ordinal and era_of(reading.date, reading.start, evidence) is None
