"""Years where they stand: «سنة ثلاث عشرة», «السنة التاسعة للهجرة», «13هـ», «602-628», «عام (610)م»."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from qa_bot.text.counted_nouns import counted_nouns, sums_and_heads
from qa_bot.text.date_words import (
    AND,
    CLOSING,
    DASHES,
    OPENING,
    PREFIXES,
    eras,
    prefixed_terms,
    terms_of,
    weekdays,
)
from qa_bot.text.month_patterns import month_beginnings
from qa_bot.text.number_words import read_cardinal
from qa_bot.text.phrases import read_phrase
from qa_bot.text.written_dates import Era, WrittenYear
from qa_bot.text.year_numbers import (
    BACKWARDS,
    YearRead,
    is_possible,
    read_digits,
    read_in_words,
    with_doubt,
    with_era,
    with_owner,
)

_ARTICLES = ("ال", "وال", "بال", "وبال", "فال", "لل", "ولل")
_SLASH = "/"
# «سنوات 3» counts years, «سنوات 634 و635» names them.
_LEAST_OF_SEVERAL = 100
_DECADE = 10
_LEAST_DECADE = 1000
# Years in words that share the era behind the last one tell of one matter.
_MOST_APART = 10


def read_year_phrase(terms: Sequence[str], at: int, *, between: bool = False) -> YearRead | None:
    """Return the year, or the range of years, whose word («سنة», «عام») stands at `terms[at]`.

    `between` reads a second year behind «و» as the end of a range.
    """
    if terms[at] not in _year_words() or _counts_years(terms, at):
        return None
    definite = terms[at] in _definite_year_words()
    adjective = read_phrase(eras(), terms, at + 1) if definite or terms[at + 1] != "م" else None
    place = _past_note(terms, adjective[1] if adjective else at + 1)
    read = _bracketed(terms, place, definite=definite)
    if read is not None and terms[place] in OPENING and terms[read.end] in month_beginnings():
        # «العام (15 مايو 1915 …» begins another date.
        return None
    if read is None or (terms[at] in _several_years() and read.year.first < _LEAST_OF_SEVERAL):
        return None
    if adjective and read.year.era is None:
        read = YearRead(replace(read.year, era=adjective[0]), read.end)
    read = _with_range(terms, read, between=between)
    if is_counted(terms, read, named=True):
        return None
    read = with_owner(terms, _as_decade(terms, read) if terms[at] in _several_years() else read)
    return read if is_possible(read.year) else None


def _past_note(terms: Sequence[str], at: int) -> int:
    """Return the place after a note number at `at`, where the year follows it in words: «سنة (6) سبع ومائتين»."""
    if terms[at] not in OPENING or not terms[at + 1].isdecimal() or terms[at + 2] not in CLOSING:
        return at
    return at + 3 if read_in_words(terms, at + 3, definite=False) else at


def read_year_number(terms: Sequence[str], at: int, *, between: bool = False, ranged: bool = True) -> YearRead | None:
    """Return the year in digits at `terms[at]`, maybe in brackets, with its era, and its range if `ranged`."""
    opened = terms[at] in OPENING
    if not terms[at + opened].isdecimal():
        return None
    read = _bracketed(terms, at, definite=False)
    if read is None:
        return None
    if ranged:
        read = _with_range(terms, read, between=between)
    return read if is_possible(read.year) and not is_counted(terms, read) else None


def read_number_with_era(terms: Sequence[str], at: int) -> YearRead | None:
    """Return the year in words that only its era makes a year: «التاسعة للهجرة», «ستمائة وعشرة للميلاد»."""
    read = read_in_words(terms, at, definite=True, joined=True)
    if read is None or terms[read.end] in ("م", "ه"):
        return None
    read = _with_era_of_last(terms, with_era(terms, read))
    return read if read.year.era not in (None, Era.OTHER) and is_possible(read.year) else None


def _with_era_of_last(terms: Sequence[str], read: YearRead) -> YearRead:
    """Return `read` with the era that the last of several years says for all: «خمس عشرة وست عشرة للهجرة»."""
    last = read
    while read.year.era is None and terms[last.end].startswith(AND):
        other = read_in_words(terms, last.end, definite=True, joined=True)
        if other is None or abs(other.year.first - read.year.first) > _MOST_APART:
            return read
        last = with_era(terms, other)
        read = YearRead(replace(read.year, era=last.year.era), read.end)
    return read


def year_beginnings() -> frozenset[str]:
    """Return the terms, beside numbers, with which a year may begin: «سنة», «العام», «لعام»."""
    return _year_words()


def _bracketed(terms: Sequence[str], at: int, *, definite: bool) -> YearRead | None:
    opened = terms[at] in OPENING
    first = at + opened
    read = read_digits(terms, first) or read_in_words(terms, first, definite=definite)
    if read is None:
        return None
    read = with_doubt(terms, read)
    read = with_era(terms, read)
    if not opened:
        return read
    read = _with_range(terms, read, between=False)
    if terms[read.end] not in CLOSING:
        return read
    return with_era(terms, YearRead(read.year, read.end + 1))


def _with_range(terms: Sequence[str], read: YearRead, *, between: bool) -> YearRead:
    """Return `read` up to the end of the range that it begins; `read` itself where it begins none."""
    if read.year.first != read.year.last:
        return read
    place = _after_separator(terms, read.end, between=between)
    if place is None:
        return read
    if terms[read.end] not in DASHES and terms[read.end] != _SLASH and terms[place] in _year_words():
        place += 1
        second = _bracketed_once(terms, place, spelled=True)
    else:
        second = _bracketed_once(terms, place, spelled=between)
    if second is None or terms[second.end] in month_beginnings():
        # «1900 - 12 نوفمبر 1985» is no range of years.
        return read
    year = _range(read.year, second.year, sign=terms[read.end])
    return YearRead(year, second.end) if year and is_possible(year) else read


def _bracketed_once(terms: Sequence[str], at: int, *, spelled: bool) -> YearRead | None:
    opened = terms[at] in OPENING
    read = read_digits(terms, at + opened) or (read_in_words(terms, at + opened, definite=False) if spelled else None)
    if read is None:
        return None
    read = with_era(terms, read)
    return with_era(terms, YearRead(read.year, read.end + 1)) if opened and terms[read.end] in CLOSING else read


def _after_separator(terms: Sequence[str], at: int, *, between: bool) -> int | None:
    term = terms[at]
    if term in DASHES or term == _SLASH or term in _until():
        # Past the last term there are empty ones, as a lone tatweel is one.
        return at + 1 if terms[at + 1] else None
    if between and term == AND:
        return at + 1
    if between and term.startswith(AND) and term[1:] in _year_words():
        return at
    return None


def _range(first: WrittenYear, last: WrittenYear, *, sign: str) -> WrittenYear | None:
    """Return the years from `first` to `last`, parted by `sign`; None where the two are not a range."""
    slash = sign == _SLASH
    if first.era and last.era and first.era is not last.era:
        return None
    era = first.era or last.era
    start, end = first.first, last.first
    if (slash or sign in DASHES) and start >= 100 > end > start % 100 and not last.era:
        # «1914-18»
        end += start - start % 100
    if slash:
        return replace(first, last=end, era=era) if abs(end - start) == 1 else None
    if start == end or (start > end) is not (era in BACKWARDS):
        return None
    return replace(first, last=end, era=era)


def is_counted(terms: Sequence[str], read: YearRead, *, named: bool = False) -> bool:
    """Return whether the number counts what stands behind it: «في كل سنة ألف دينار», «سنه ستون سنة».

    `named` tells that «سنة» stands before the number: a full year is one, whatever follows but sums and heads.
    """
    if read.year.era is not None or terms[read.end - 1] in CLOSING:
        return False
    following = terms[read.end]
    if named and read_phrase(weekdays(), terms, read.end):
        # «سنة خمس وستين ليلة الخميس» counts no nights.
        return False
    if named and read.year.first >= _LEAST_OF_SEVERAL:
        return following in sums_and_heads()
    if following in _one_year_words():
        return not _begins_number(terms, read.end + 1)
    return following in counted_nouns() or following == "%"


def _as_decade(terms: Sequence[str], read: YearRead) -> YearRead:
    """Return the ten years of «سنوات 1950», and of «سنوات 1960 و1970»."""
    year, other = read.year, terms[read.end + 1] if terms[read.end] == AND else ""
    alone = not other.isdecimal() or not int(other) % _DECADE
    if year.first != year.last or year.first < _LEAST_DECADE or year.first % _DECADE or not alone:
        return read
    return YearRead(replace(year, last=year.first + _DECADE - 1), read.end)


def _counts_years(terms: Sequence[str], at: int) -> bool:
    """Return whether the year word at `at` is what «كل» or the like counts."""
    return at > 0 and terms[at - 1] in _every()


def _begins_number(terms: Sequence[str], at: int) -> bool:
    return terms[at].isdecimal() or read_cardinal(terms, at) is not None


@cache
def _one_year_words() -> frozenset[str]:
    return prefixed_terms("سنة|عام|سنتي|عامي")


@cache
def _definite_year_words() -> frozenset[str]:
    return frozenset(article + word for article in _ARTICLES for word in ("سنه", "عام"))


@cache
def _several_years() -> frozenset[str]:
    plain = prefixed_terms("أعوام|سنوات")
    return plain | frozenset(article + word for article in _ARTICLES for word in ("اعوام", "سنوات"))


@cache
def _year_words() -> frozenset[str]:
    return _one_year_words() | _definite_year_words() | _several_years()


@cache
def _until() -> frozenset[str]:
    return terms_of("إلى|حتى|وحتى|لغاية|ولغاية|وإلى|حتي")


@cache
def _every() -> frozenset[str]:
    return frozenset(prefix + word for prefix in PREFIXES for word in terms_of("كل|بضع|عدة|كم"))
