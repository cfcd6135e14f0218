"""What a document tells of its years, passage by passage: the calendar it counts by, the year it has come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qa_bot.model.calendar import Calendar
from qa_bot.model.corpus import Passage, Reckoning
from qa_bot.text.dates import ReadText, heading_year, read_text
from qa_bot.text.written_dates import Era, Reading, Wording
from qa_bot.text.year_context import are_near, solar_year, told_era

# Annals go on from year to year and look back at times.
_NEAR = 60
# What a heading takes off the reach of the year before it, in code points; further headings take nothing more.
_HEADING = 3000
_OF_HIJRA = (Era.HIJRA, Era.BEFORE_HIJRA)


def reckonings(passages: Sequence[Passage]) -> list[Reckoning]:
    """Return what stands before each passage of a document, in order; the time is linear in the text."""
    read = [read_text(passage.text) for passage in passages]
    hijri = _counts_by_hijra(reading for each in read for reading in each.readings)
    run = _Run()
    headings: tuple[str, ...] | None = None
    told: list[Reckoning] = []
    for passage, text in zip(passages, read, strict=True):
        if passage.headings != headings:
            run = run.under_heading(passage)
            headings = passage.headings
        told.append(run.before(passage, hijri=hijri))
        run = run.after(passage, text, told[-1])
    return told


@dataclass(frozen=True, slots=True)
class _Run:
    """The year that a text has come to, which ended at the code point `end` of the document.

    A year far from the one before is a slip or an aside until a second one lies near it: till then `sure` is False.
    `apart` tells that a heading without a year has come since.
    """

    year: int | None = None
    hijri: bool = True
    end: int = 0
    sure: bool = False
    apart: bool = False

    @property
    def _solar(self) -> float:
        return solar_year(self.year or 0, hijri=self.hijri)

    def before(self, passage: Passage, *, hijri: bool | None) -> Reckoning:
        """Return the reckoning where `passage` begins."""
        if self.year is None or not self.sure:
            return Reckoning(hijri)
        return Reckoning(hijri, self.year, self.hijri, passage.span.start - self.end + self.apart * _HEADING)

    def under_heading(self, passage: Passage) -> "_Run":
        """Return the run where a new heading begins: in the year that it names, or in the one before."""
        year = heading_year(passage.headings)
        if year is None:
            return replace(self, apart=True)
        return _Run(year.first.year, year.calendar is Calendar.HIJRI, passage.span.start, sure=True)

    def after(self, passage: Passage, text: ReadText, before: Reckoning) -> "_Run":
        """Return the run behind `passage`."""
        known = text.known(passage.headings, before)
        if known is None or known.last is None:
            return replace(self, year=None) if known and known.has_left else self
        year, hijri, end = known.last
        if before.hijri and self.sure and self.hijri and not hijri and are_near(self.year or 0, year):
            # A modern historian's year for what the Hijri one dates.
            return replace(self, end=passage.span.start + end)
        near = self.year is not None and abs(self._solar - solar_year(year, hijri=hijri)) <= _NEAR
        return _Run(year, hijri, passage.span.start + end, sure=near or self.year is None)


def _counts_by_hijra(readings: Iterable[Reading]) -> bool | None:
    """Return whether most years that say their era, or are in words, are of the Hijra; None for no such years."""
    eras = [era for reading in readings if (era := _era(reading))]
    return 2 * sum(era in _OF_HIJRA for era in eras) >= len(eras) if eras else None


def _era(reading: Reading) -> Era | None:
    year = reading.date.year
    if year is None or year.wording in (Wording.NAMED, Wording.COUNTED, Wording.CENTURY, Wording.DECADE):
        return None
    era = told_era(reading.date)
    return Era.HIJRA if era is None and year.wording is Wording.CARDINAL else era
