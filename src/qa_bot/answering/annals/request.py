"""What a timeline is wanted of: «خالد بن الوليد», «13-20», «القرن الأول», «دمشق منذ 14هـ», or nothing in particular."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa_bot.model.calendar import Calendar, DateMention, DateRange, HistoricalDate
from qa_bot.model.corpus import Span
from qa_bot.text.calendars import era_calendar, in_calendar
from qa_bot.text.date_style import date_phrase
from qa_bot.text.dates import find_dates
from qa_bot.text.normalise import normalise, normalised_words, unify_digits

_DECADE = 10
_LAST_HIJRI = 1500
_LAST_CHRISTIAN = 2100
_LIKELIER_HIJRI = 300  # years without an era up to here: the texts tell of the first centuries of the Hijra most
_BARE = re.compile(
    r"(?<!\d)(\d{1,4})(?:\s*(?:[-\u2012-\u2015\u2212~]|إلى|الى|حتى|to|until)\s*(\d{1,4}))?(?!\d)"
    r"(?:\s*(?:(?P<hijri>هـ|ه(?!\w)|ah\b)|(?P<christian>م(?!\w)|(?:ad|ce)\b)))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:بين|between)\s+(?:سنة|سنتي|عام|عامي|years?)?\s*(\d{1,4})\s*(?:و|and)\s*(?:سنة|عام)?\s*(\d{1,4})(?!\d)"
    r"(?:\s*(?:(?P<hijri>هـ|ه(?!\w)|ah\b)|(?P<christian>م(?!\w)|(?:ad|ce)\b)))?",
    re.IGNORECASE,
)
_CENTURY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -]century(?:\s+(ah|ad|ce))?", re.IGNORECASE)
_TELLS_ERA = re.compile(r"هـ|ه(?!\w)|هجر|ميلاد|\dم|\d\)?\s*م(?!\w)|ق\.|\b(?:ah|ad|bc|ce)\b", re.IGNORECASE)
_CENTURY_WORD = "قرن"
_SINCE = frozenset({"منذ", "بعد", "since", "after"})
_UNTIL = frozenset({"حتي", "قبل", "الي", "until", "till", "before"})
# What people write around years and names; none of them is looked for.
_AROUND = (
    _SINCE
    | _UNTIL
    | normalised_words("من في بين و سنة عام سنتي عامي سنوات خلال ما from to between in and of the year years")
)
_ONES = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]
_ORDINALS = [*_ONES, "العاشر", "الحادي عشر", *(f"{one} عشر" for one in _ONES[1:]), "العشرون", "الحادي والعشرون"]
_LOOSE = " \n\t؟?!.،,؛:-()[]"
_NOTHING_IN_PARTICULAR = frozenset({"الكل", "كل النصوص", "كل شي", "كلها", "all", "all texts", "everything"})
_ITSELF = re.compile(r"^(?:ال)?خط (?:ال)?زمني(?:\s+ل(?=\w))?|^timeline(?: of)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Years:
    """From one year to another, both within; None is open. Both are of one calendar."""

    first: HistoricalDate | None
    last: HistoricalDate | None

    @property
    def calendar(self) -> Calendar:
        """Return the calendar that the years are counted in."""
        known = self.first or self.last
        return known.calendar if known else Calendar.HIJRI

    @property
    def end(self) -> "Years":
        """Return the ten years at the end that is known, where the other is open; else the years themselves."""
        if self.first and not self.last:
            return Years(self.first, _later(self.first, _DECADE))
        if self.last and not self.first:
            return Years(_later(self.last, -_DECADE), self.last)
        return self


def _later(year: HistoricalDate, by: int) -> HistoricalDate:
    later = year.year + by
    # There is no year 0.
    return HistoricalDate(year.calendar, later if later * year.year > 0 else later + (1 if by > 0 else -1))


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted: events of `topic`, empty for any, in one of `years`, the likelier first; empty for any time.

    Years without an era may be of either calendar: which, only the texts can tell.
    """

    topic: str = ""
    years: tuple[Years, ...] = ()


def read_request(text: str) -> Request:
    """Return what `text` asks for.

    >>> request = read_request("خالد بن الوليد 13-20هـ")
    >>> request.topic, years_phrase(request.years[0]), len(request.years)
    ('خالد بن الوليد', '13-20هـ', 1)
    >>> [years_phrase(years) for years in read_request("630–640").years]
    ['630-640م', '630-640هـ']
    >>> [years_phrase(years) for years in read_request("دمشق منذ سنة أربع عشرة").years]
    ['منذ 14هـ']
    >>> years_phrase(read_request("القرن الأول").years[0])
    'القرن الأول الهجري'
    """
    span, years = _years(text)
    if span is None:
        return Request(_topic(text))
    before = normalise((text[: span.start].split() or [""])[-1])
    if before in _SINCE:
        years = [Years(each.first, None) for each in years]
    elif before in _UNTIL:
        years = [Years(None, each.last) for each in years]
    return Request(_topic(f"{text[: span.start]} {text[span.end :]}"), tuple(years))


def years_phrase(years: Years) -> str:
    """Return the years in Arabic, as `read_request` reads them back."""
    if years.first and years.last:
        return _century(years.first, years.last) or date_phrase(DateRange(years.first, years.last))
    known = years.first or years.last
    if known is None:
        return ""
    return f"{'منذ' if years.first else 'حتى'} {date_phrase(DateRange(known, known))}"


def _century(first: HistoricalDate, last: HistoricalDate) -> str:
    """Return the name of a century; empty for other years."""
    number, rest = divmod(last.year, 100)
    if rest or last.year - first.year != 99 or not 0 < number <= len(_ORDINALS):
        return ""
    era = "الهجري" if first.calendar is Calendar.HIJRI else "الميلادي"
    return f"القرن {_ORDINALS[number - 1]} {era}"


def _years(text: str) -> tuple[Span | None, list[Years]]:
    """Return where years are named and which; two readings where no era is told."""
    plain = unify_digits(text)
    if between := _BETWEEN.search(plain):
        return _of_digits(between)
    bare = _BARE.search(plain)
    # Before dates are looked for: in a text «198-813م» is one year in two calendars, in a request it is a time.
    if bare and bare[2] and _tells_era(bare):
        return _of_digits(bare)
    dated = [mention for mention in find_dates(text) if mention.meaning]
    if dated:
        return _named(text, dated)
    if century := _CENTURY.search(plain):
        last = int(century[1]) * 100
        hijri = (century[2] or "").lower() == "ah"
        return Span(*century.span()), [_whole_years(last - 99, last, hijri=hijri)]
    return _of_digits(bare) if bare else (None, [])


def _tells_era(years: re.Match[str]) -> bool:
    return bool(years["hijri"] or years["christian"])


def _of_digits(bare: re.Match[str]) -> tuple[Span | None, list[Years]]:
    first, last = sorted((int(bare[1]), int(bare[2] or bare[1])))
    if not first:
        return None, []
    known = [_whole_years(first, last, hijri=bool(bare["hijri"]))]
    return Span(*bare.span()), known if _tells_era(bare) else _either(first, last)


def _named(text: str, dated: Sequence[DateMention]) -> tuple[Span, list[Years]]:
    """Return the years of the mentions, from the first to the last, in the calendar of the first."""
    meanings = [mention.meaning for mention in dated if mention.meaning]
    first, last = meanings[0], meanings[-1]
    if first.calendar is not last.calendar:
        last = in_calendar(last, first.calendar) or first
    span = Span(dated[0].span.start, dated[-1].span.end)
    ends = sorted((first.first.year, last.last.year))
    found = _whole_years(ends[0], ends[1], hijri=first.calendar is Calendar.HIJRI)
    said = span.of(text)
    if _CENTURY_WORD in said and not _TELLS_ERA.search(said):
        # «القرن الأول» of these texts is likelier that of the Hijra.
        return span, _either(*ends)
    told = _TELLS_ERA.search(said) or not any(map(str.isdecimal, said)) or ends[0] < 0
    return span, [found] if told else _either(*ends, hijri=first.calendar is Calendar.HIJRI)


def _either(first: int, last: int, *, hijri: bool | None = None) -> list[Years]:
    likelier = last <= _LIKELIER_HIJRI or (first % 100 == 1 and last <= _LAST_HIJRI) if hijri is None else hijri
    both = [_whole_years(first, last, hijri=likelier), _whole_years(first, last, hijri=not likelier)]
    return [years for years in both if years.last and years.last.year <= _latest(years)]


def _latest(years: Years) -> int:
    return _LAST_HIJRI if years.calendar is Calendar.HIJRI else _LAST_CHRISTIAN


def _whole_years(first: int, last: int, *, hijri: bool) -> Years:
    calendar = Calendar.HIJRI if hijri else era_calendar(first)
    return Years(HistoricalDate(calendar, first), HistoricalDate(calendar, last))


def _topic(text: str) -> str:
    """Return what is left of a request without its years, and without the words that lead up to them."""
    words = _ITSELF.sub("", text.strip(_LOOSE)).split()
    while words and normalise(words[0]) in _AROUND:
        words = words[1:]
    while words and normalise(words[-1]) in _AROUND:
        words = words[:-1]
    topic = " ".join(words).strip(_LOOSE)
    return "" if " ".join(map(normalise, words)) in _NOTHING_IN_PARTICULAR else topic
