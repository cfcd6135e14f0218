"""What was reckoned from two dates, in words."""

from qa_bot.bot.texts import Texts
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.reckoning import Comparison, Reckoning, TimeSpan
from qa_bot.text.date_style import date_phrase
from qa_bot.text.shown_dates import shown_dates

_MONTHS = 12


def reckoned_phrase(reckoned: Reckoning, texts: Texts) -> str:
    """Return what two dates make and how it is known; nothing of it stands in a text, and it says so."""
    told = "earlier"
    if reckoned.earlier is None or (reckoned.asked is Comparison.BETWEEN and reckoned.apart is None):
        told = "either"
    elif reckoned.asked is Comparison.BETWEEN:
        told = "between"
    first, second = (1, 0) if reckoned.earlier == 1 else (0, 1)
    said = texts.text(
        f"reckoned-{told}",
        first=reckoned.names[first],
        first_date=_phrase(reckoned.dates[first], texts),
        second=reckoned.names[second],
        second_date=_phrase(reckoned.dates[second], texts),
        span=span_phrase(reckoned.apart, texts) if reckoned.apart else "",
    )
    return f"{said} ({texts.text('reckoned-disputed' if reckoned.is_disputed else 'reckoned-note')})"


def span_phrase(span: TimeSpan, texts: Texts) -> str:
    """Return how long it is between two dates.

    >>> from qa_bot.bot.language import texts_for
    >>> from qa_bot.model.calendar import Calendar
    >>> six_months, two_years = TimeSpan(Calendar.HIJRI, 6, 6, in_months=True), TimeSpan(Calendar.HIJRI, 1, 2)
    >>> [span_phrase(each, texts_for(code)) for code in ("ar", "en") for each in (six_months, two_years)]
    ['6 أشهر', 'بين سنة وسنتين', '6 months', '1 to 2 years']
    """
    unit = "months" if span.in_months else "years"
    if not span.most:
        return texts.text(f"span-{unit}-none")
    if 0 < span.least < span.most:
        return texts.text(f"span-{unit}-between", least=span.least, most=span.most)
    longest = _length(span, texts)
    return longest if span.least == span.most else texts.text("span-at-most", longest=longest)


def _length(span: TimeSpan, texts: Texts) -> str:
    years, months = divmod(span.most, _MONTHS) if span.in_months else (span.most, 0)
    if not years:
        return texts.text("span-months", months=months)
    if not months:
        return texts.text("span-years", years=years)
    return texts.text("span-years-and-months", years=years, months=months)


def _phrase(date: BothCalendars, texts: Texts) -> str:
    """Return a date as it is written, else as it was converted; its own words where nobody can tell it."""
    known = [phrase for each in shown_dates([date]) for phrase in (*each.written, *each.computed)]
    return date_phrase(known[0], texts.language) if known else date.text
