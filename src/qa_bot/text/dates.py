"""Dates in Arabic texts, classical and modern: where they stand and what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from qa_bot.model.calendar import DateMention, DateRange
from qa_bot.model.corpus import NO_RECKONING, Passage, Reckoning
from qa_bot.text.date_context import resolve
from qa_bot.text.date_scan import read_dates
from qa_bot.text.date_words import terms_of
from qa_bot.text.known_years import Above, Known
from qa_bot.text.no_dates import is_idle, is_none
from qa_bot.text.normalise import normalise
from qa_bot.text.phrases import Terms, read_terms
from qa_bot.text.reigns import is_of_cairo, reign_in, reign_of
from qa_bot.text.written_dates import Reading
from qa_bot.text.year_context import gather


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text with the dates that stand in it, before anybody asks what they mean."""

    terms: Terms
    readings: Sequence[Reading]

    def mentions(self, heading: tuple[str, ...], reckoning: Reckoning) -> list[DateMention]:
        """Return the dates under these headings, after what `reckoning` tells, in order."""
        return self._resolved(heading, reckoning)[0] if self.readings else []

    def known(self, heading: tuple[str, ...], reckoning: Reckoning) -> Known | None:
        """Return the years that are known where the text ends; None for a text without dates."""
        return self._resolved(heading, reckoning)[1] if self.readings else None

    def _resolved(self, heading: tuple[str, ...], reckoning: Reckoning) -> tuple[list[DateMention], Known]:
        above = Above(heading_year(heading), _reign(heading), reckoning)
        evidence = gather(self.readings, above.year, document_hijri=reckoning.hijri)
        kept = [reading for reading in self.readings if not is_idle(reading, evidence)]
        known = Known(above)
        mentions = zip(kept, resolve(self.terms, kept, evidence, known), strict=True)
        return [mention for reading, mention in mentions if not is_none(self.terms, reading, mention)], known


def read_text(text: str) -> ReadText:
    """Return `text` with the dates that stand in it."""
    terms = read_terms(text)
    return ReadText(terms, read_dates(terms))


def passage_dates(passage: Passage) -> list[DateMention]:
    """Return the dates that a passage mentions, in order, with what its headings and the text before it tell."""
    return find_dates(passage.text, heading=passage.headings, reckoning=passage.reckoning)


def find_dates(text: str, *, heading: tuple[str, ...] = (), reckoning: Reckoning = NO_RECKONING) -> list[DateMention]:
    """Return the dates that `text` mentions, in order; their spans don't overlap.

    A date without a year has the year of the nearest date before it, at most 4000 code points back, that is of
    the same calendar; else that of the innermost of the headings which names one; else the one that `reckoning`
    brings from the text before; else it has no meaning. A year without an era is told by the rule of
    `year_context`. A year in words below 100 takes its hundreds from a full year close by, or from the caliph
    whom a heading names: «سنة خمس وسبعين» under «المستضيء بأمر الله» is 575.

    >>> text = "في شهر رجب من السنة التاسعة للهجرة (630م)"
    >>> [mention.span.of(text) for mention in find_dates(text)]
    ['شهر رجب من السنة التاسعة للهجرة', '630م']
    """
    return read_text(text).mentions(heading, reckoning)


def heading_year(heading: Sequence[str]) -> DateRange | None:
    """Return the year that dates what stands under these headings, the innermost first; None for no such year.

    >>> year = heading_year(("ذكر خلافة أبي بكر", "ثم دخلت سنة ثلاث عشرة"))
    >>> year.first.year, year.calendar.value
    (13, 'hijri')
    """
    years = (_first_year(each) for each in reversed(heading))
    return next((year for year in years if year is not None), None)


def _reign(heading: Sequence[str]) -> tuple[int, int] | None:
    """Return the Hijri years of the caliph whose reign the innermost of the headings that do tells.

    One that only begins with a caliph's name comes after those that say it is of his reign.
    """
    inwards = heading[::-1]
    cairo = map(_caliph_of_cairo, inwards) if any(map(_is_of_cairo, heading)) else ()
    return next(filter(None, (*cairo, *map(_caliph_reigning, inwards), *map(_caliph_named, inwards))), None)


@lru_cache(maxsize=4096)
def _is_of_cairo(heading: str) -> bool:
    return is_of_cairo(read_terms(heading).terms)


@lru_cache(maxsize=4096)
def _caliph_of_cairo(heading: str) -> tuple[int, int] | None:
    return reign_in(read_terms(heading).terms, cairo=True)


@lru_cache(maxsize=4096)
def _caliph_reigning(heading: str) -> tuple[int, int] | None:
    return reign_in(read_terms(heading).terms)


@lru_cache(maxsize=4096)
def _caliph_named(heading: str) -> tuple[int, int] | None:
    return reign_of(read_terms(heading).terms)


@lru_cache(maxsize=4096)
def _first_year(heading: str) -> DateRange | None:
    """Return the first date of a heading that lies in one year; one that only bounds a time («إلى سنة …») is none."""
    for mention in find_dates(heading):
        meaning = mention.meaning
        before = heading[: mention.span.start].split()
        bounds = bool(before) and normalise(before[-1]) in _bounds()
        if meaning is not None and meaning.first.year == meaning.last.year and not bounds:
            return meaning
    return None


@cache
def _bounds() -> frozenset[str]:
    return terms_of("إلى|حتى|قبل|بعد|من|منذ")
