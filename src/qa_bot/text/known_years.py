"""The years that a text has named so far, and what stands above and before it: where open dates take theirs from."""

from dataclasses import dataclass, field, replace

from qa_bot.model.calendar import Calendar, DateRange, MentionSource
from qa_bot.model.corpus import NO_RECKONING, Reckoning
from qa_bot.text.date_meaning import meaning_of
from qa_bot.text.written_dates import Era, Wording, WrittenDate, WrittenYear
from qa_bot.text.year_context import are_near

# A year named more code points before is no longer the one that «في رجب» is of, or whose hundreds another has.
REACH = 4000
CENTURY = 100
# How far a year without its hundreds may lie before and behind a full one. Annals go on from year to year and
# look back at times; texts of the second and third centuries still tell much of the first.
_LATE = 300
_NEAR_LATE = (60, 39)
_NEAR_EARLY = (3, 3)
# The chapter on a caliph tells what came of it. From this year on it hardly tells of the first century.
_AFTER_REIGN = 2
_FAR_FROM_FIRST = 200
_SOON_AFTER = 15
_BY_REIGN = MentionSource.HEADING
# The chain of tellers may name a late year before what they tell of the Prophet's years.
_YEARS_OF_MEDINA = 11
_ON_TO_FIRST_YEARS = 12


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a text: the year of its headings, the first and last Hijri year of their caliph.

    `before` is what the text before it tells.
    """

    year: DateRange | None = None
    reign: tuple[int, int] | None = None
    before: Reckoning = NO_RECKONING


@dataclass(slots=True)
class Known:
    """The years that a text has named so far.

    `years` has the last Hijri one (True) and the last Christian one, with the code points behind them; `last` the last
    one that goes on behind the text, with its calendar and the code point behind it; `births` has years of birth, of
    which only their own clause tells. `has_left` tells that the text has come to a later reign than the year before it.
    """

    above: Above
    years: dict[bool, tuple[int, int]] = field(default_factory=dict)
    last_is_hijri: bool = True
    last: tuple[int, bool, int] | None = None
    births: dict[bool, tuple[int, int, int]] = field(default_factory=dict)
    has_left: bool = False

    def remember(
        self, meaning: DateRange | None, end: int, *, goes_on: bool, gloss: bool = False, born_until: int | None = None
    ) -> None:
        """Note the year of a date which ends at the code point `end`, if it lies in one year.

        A `gloss` says the date before it in the other calendar: the text goes on in that of the first. Where it is a
        year of birth, `born_until` is the code point at which its own clause ends: it tells nothing beyond.
        """
        if meaning is None or meaning.first.year != meaning.last.year:
            return
        hijri = meaning.calendar is Calendar.HIJRI
        if born_until is not None:
            self.births[hijri] = (meaning.first.year, end, born_until)
            return
        self.years[hijri] = (meaning.first.year, end)
        if gloss or (not hijri and self._tells_last(meaning.first.year)):
            return
        self.last_is_hijri = hijri
        if goes_on:
            self.last = (meaning.first.year, hijri, end)

    def _tells_last(self, christian: int) -> bool:
        """Return whether a Christian year may be the Hijri one told last, in a document that counts by the Hijra."""
        if not self.above.before.hijri or self.last is None or not self.last[1]:
            return False
        return are_near(self.last[0], christian)

    def come_to(self, reign: DateRange) -> None:
        """Leave the Hijri years behind that lie before a reign which the text has come to."""
        before, first = self.above.before, reign.first.year - 1
        if self.years.get(True, (first, 0))[0] < first:
            del self.years[True]
        if self.last is not None and self.last[1] and self.last[0] < first:
            self.last = None
        if before.year is not None and before.year_hijri and before.year < first:
            self.above = replace(self.above, before=replace(before, year=None))
            self.has_left = self.last is None

    def birth_until(self, place: int, *, hijri: bool) -> int | None:
        """Return where the clause ends whose year of birth tells the year at `place`; None where none does."""
        _, at, until = self.births.get(hijri, (0, 0, -1))
        return until if self.years.get(hijri, (0, 0))[1] < at and place <= until else None

    def year_within(self, place: int, *, hijri: bool, reach: int = REACH) -> int | None:
        """Return the year of a calendar that the text itself has named last before `place`; None for none in reach."""
        if self.birth_until(place, hijri=hijri) is not None:
            return self.births[hijri][0]
        year, end = self.years.get(hijri, (None, 0))
        return year if place - end < reach else None

    def year_before(
        self, place: int, *, hijri: bool | None, reach: int = REACH
    ) -> tuple[int, bool, MentionSource] | None:
        """Return the year named last before `place`, of one calendar or either, whether Hijri, and its source."""
        family = self.last_is_hijri if hijri is None else hijri
        year = self.year_within(place, hijri=family, reach=reach)
        if year is not None:
            return year, family, MentionSource.CONTEXT
        return self._year_above(hijri=hijri) or self._year_of_text_before(place, hijri=hijri, reach=reach)

    def year_here(self, place: int, *, hijri: bool) -> tuple[int, bool, MentionSource] | None:
        """Return the year that the text has written out last before `place`, else that of the heading."""
        year, family, end = self.last or (0, not hijri, 0)
        if family is hijri and place - end < REACH:
            return year, family, MentionSource.CONTEXT
        return self._year_above(hijri=hijri)

    def _year_above(self, *, hijri: bool | None) -> tuple[int, bool, MentionSource] | None:
        year = self.above.year
        if year is None or hijri not in (None, year.calendar is Calendar.HIJRI):
            return None
        return year.first.year, year.calendar is Calendar.HIJRI, MentionSource.HEADING

    def _year_of_text_before(
        self, place: int, *, hijri: bool | None, reach: int
    ) -> tuple[int, bool, MentionSource] | None:
        before, reign = self.above.before, self.above.reign
        if before.year is None or hijri not in (None, before.year_hijri) or before.distance + place >= reach:
            return None
        if before.year_hijri and reign and not reign[0] <= before.year <= reign[1] + _AFTER_REIGN:
            # The chapter on the next caliph begins where the one on the caliph before him has ended.
            return None
        return before.year, before.year_hijri, MentionSource.CONTEXT


def in_year(date: WrittenDate, year: int, *, hijri: bool) -> DateRange | None:
    """Return the meaning of `date` in a year, which counts back where it is negative; None for no such date."""
    backwards = year < 0
    forwards_era, backwards_era = (Era.HIJRA, Era.BEFORE_HIJRA) if hijri else (Era.CHRIST, Era.BEFORE_CHRIST)
    if year == 0:
        return None
    written = WrittenYear(abs(year), abs(year), backwards_era if backwards else forwards_era)
    return meaning_of(replace(date, year=written), written.era)


def with_hundreds(
    year: WrittenYear, era: Era | None, place: int, known: Known
) -> tuple[WrittenYear, MentionSource] | None:
    """Return the year that leaves out its hundreds: after «سنة ثمانين وأربعمائة», «سنة إحدى وثمانين» is 481."""
    if year.wording is not Wording.CARDINAL or year.era is not None or era is not Era.HIJRA or year.last >= CENTURY:
        return None
    before = known.year_before(place, hijri=True)
    hundreds, source = _hundreds_within(year.first, known.above.reign, before[0] if before else None), _BY_REIGN
    if not hundreds and before is not None and before[0] >= CENTURY:
        hundreds, source = _hundreds_near(year.first, before[0]), before[2]
    if not hundreds:
        hundreds, source = _hundreds_beside(year.first, known.above.reign), _BY_REIGN
    return (replace(year, first=year.first + hundreds, last=year.last + hundreds), source) if hundreds else None


def _hundreds_near(year: int, before: int) -> int:
    """Return the hundreds that `year` leaves out beside the full year `before`; 0 where it leaves none out."""
    back, on = _NEAR_LATE if before >= _LATE else _NEAR_EARLY
    if year <= _YEARS_OF_MEDINA:
        back, on = 0, min(on, _ON_TO_FIRST_YEARS)
    hundreds = before + on - year
    hundreds -= hundreds % CENTURY
    distance = before - (year + hundreds)
    return hundreds if distance <= back else 0


def _hundreds_within(year: int, reign: tuple[int, int] | None, before: int | None) -> int:
    """Return what `year` leaves out in a reign: its hundreds, or its tens as well where only one year fits.

    After `before`, «سنة ست وخمسين», the year that fits «سنة سبع» is the next one with these units.
    """
    if reign is None or reign[0] < CENTURY:
        return 0
    hundreds = _hundreds_up_to(year, reign[1] + _AFTER_REIGN)
    if year + hundreds >= reign[0]:
        return hundreds
    alike = [each for each in range(reign[0], reign[1] + 1) if each % 10 == year]
    if len(alike) > 1 and before is not None:
        alike = [each for each in alike if 0 <= each - before < 10]
    return alike[0] - year if len(alike) == 1 else 0


def _hundreds_beside(year: int, reign: tuple[int, int] | None) -> int:
    """Return the hundreds with which `year` lies in the life of a caliph before his reign, or soon after it."""
    if reign is None or reign[0] < CENTURY or year <= _YEARS_OF_MEDINA:
        return 0
    hundreds = _hundreds_up_to(year, reign[1])
    if reign[0] - year - hundreds <= _NEAR_LATE[0]:
        return hundreds
    after = hundreds + CENTURY
    return after if reign[0] >= _FAR_FROM_FIRST and year + after - reign[1] <= _SOON_AFTER else 0


def _hundreds_up_to(year: int, last: int) -> int:
    return last - year - (last - year) % CENTURY
