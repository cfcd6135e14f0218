"""What a text says of a date, before anybody knows what it means."""

from dataclasses import dataclass
from enum import StrEnum


class Era(StrEnum):
    """What years are counted from; OTHER is any era that nobody here converts."""

    HIJRA = "hijra"
    BEFORE_HIJRA = "before hijra"
    CHRIST = "christ"
    BEFORE_CHRIST = "before christ"
    OTHER = "other"


class Wording(StrEnum):
    """How a year is written."""

    DIGITS = "digits"
    CARDINAL = "cardinal"  # «سنة ثلاث عشرة»
    ORDINAL = "ordinal"  # «السنة الثالثة عشرة»
    CENTURY = "century"
    DECADE = "decade"  # «الستينات» without its century
    NAMED = "named"  # «عام الرمادة», «في خلافة عمر»: the name stands for the years
    COUNTED = "counted"  # «على رأس ستة وثلاثين شهرا»: months from the Hijra


@dataclass(frozen=True, slots=True)
class WrittenYear:
    """A year, or the first and last of several; `era` is None where the text leaves it out.

    A century or decade is told as its years, a century before Christ too: 300 to 201. `namesake` is the other reign
    that «في أيام عمر» is of in the chapter on that caliph.
    """

    first: int
    last: int
    era: Era | None = None
    wording: Wording = Wording.DIGITS
    namesake: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class WrittenMonth:
    """A month of the Hijri or of the Roman year, or the first and last of a season."""

    hijri: bool
    first: int
    last: int


# «من الشهر نفسه»: whichever was named before.
SAME_MONTH = WrittenMonth(hijri=True, first=0, last=0)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """The parts of a date that a text names.

    `days` are the first and last day; 0 and less count back from the month's last day: 0 is that day, -2 leaves
    two more. `shift` is the distance to the year that was named before: 0 is «السنة نفسها». All None is a
    date that the text alone doesn't tell («السنة الثانية من خلافته»).
    """

    year: WrittenYear | None = None
    month: WrittenMonth | None = None
    days: tuple[int, int] | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A date read from the terms `[start, end)`; `last` is the other end of a range of two written dates."""

    date: WrittenDate
    start: int
    end: int
    last: WrittenDate | None = None
