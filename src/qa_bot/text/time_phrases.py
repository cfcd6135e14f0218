"""How long something was, in words."""

from qa_bot.model.reckoning import TimeSpan

_MONTHS = 12
_FEW = 10
_YEAR_FORMS = ("سنة واحدة", "سنتان", "سنين", "سنة")
_MONTH_FORMS = ("شهر واحد", "شهران", "أشهر", "شهرًا")


def years_phrase(years: int) -> str:
    """Return a number of years, from 1 on, with the noun in the form that it asks for.

    >>> [years_phrase(years) for years in (1, 2, 6, 26, 103)]
    ['سنة واحدة', 'سنتان', '6 سنين', '26 سنة', '103 سنين']
    """
    return _counted(years, _YEAR_FORMS)


def months_phrase(months: int) -> str:
    """Return a number of months, from 1 on, as years and months.

    >>> [months_phrase(months) for months in (1, 11, 12, 14, 30)]
    ['شهر واحد', '11 شهرًا', 'سنة واحدة', 'سنة وشهران', 'سنتان و6 أشهر']
    """
    years, left = divmod(months, _MONTHS)
    if not years:
        return _counted(left, _MONTH_FORMS)
    if not left:
        return years_phrase(years)
    spelled = "سنة" if years == 1 else years_phrase(years)
    return f"{spelled} و{'شهر' if left == 1 else _counted(left, _MONTH_FORMS)}"


def _counted(number: int, forms: tuple[str, str, str, str]) -> str:
    one, two, few, many = forms
    if number <= len((one, two)):
        return (one, two)[number - 1]
    return f"{number} {few if 2 < number % 100 <= _FEW else many}"


def span_phrase(span: TimeSpan) -> str:
    """Return a time between two dates in Arabic words.

    >>> from qa_bot.model.calendar import Calendar
    >>> span_phrase(TimeSpan(Calendar.HIJRI, 5, 6)), span_phrase(TimeSpan(Calendar.HIJRI, 0, 26, in_months=True))
    ('بين 5 سنين و6 سنين', 'سنتان وشهران على الأكثر')
    """
    phrase = months_phrase if span.in_months else years_phrase
    if not span.most:
        return "أقل من شهر" if span.in_months else "أقل من سنة"
    if span.least == span.most:
        return phrase(span.most)
    return f"بين {phrase(span.least)} و{phrase(span.most)}" if span.least else f"{phrase(span.most)} على الأكثر"


def english_span_phrase(span: TimeSpan) -> str:
    """Return a time between two dates in English words.

    >>> from qa_bot.model.calendar import Calendar
    >>> english_span_phrase(TimeSpan(Calendar.HIJRI, 6, 6)), english_span_phrase(TimeSpan(Calendar.HIJRI, 5, 6))
    ('6 years', '5 to 6 years')
    """
    years, months = divmod(span.most, _MONTHS) if span.in_months else (span.most, 0)
    if not span.most:
        return "less than a month" if span.in_months else "less than a year"
    if span.least != span.most:
        return f"{span.least} to {_english(span.most, 'month' if span.in_months else 'year')}"
    return " and ".join(_english(number, noun) for number, noun in ((years, "year"), (months, "month")) if number)


def _english(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number > 1)}"
