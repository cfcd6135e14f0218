"""Years told by another one: «السنة نفسها», «العام التالي», «بعد ذلك بعامين», «قبل الهجرة بسنة»."""

from collections.abc import Sequence
from functools import cache

from qa_bot.text.date_words import AND, PREFIXES
from qa_bot.text.number_words import read_cardinal
from qa_bot.text.phrases import PhraseTable, phrase_table, phrases_of, read_phrase
from qa_bot.text.written_dates import Era, Wording, WrittenDate, WrittenYear

_SAME, _NEXT, _BEFORE = 0, 1, -1
_SHIFTS = {
    _SAME: (
        "السنة نفسها|السنة ذاتها|السنة عينها|السنة المذكورة|نفس السنة|ذات السنة|تلك السنة|هذه السنة|السنة تلك|"
        "العام نفسه|العام ذاته|العام عينه|العام المذكور|نفس العام|ذات العام|ذلك العام|هذا العام|العام ذاك|ذاك العام|"
        "من عامه|في عامه|من سنته|في سنته|عامه ذلك|سنته تلك"
    ),
    _NEXT: (
        "السنة التالية|السنة اللاحقة|السنة الداخلة|السنة التي تليها|السنة التي تلتها|السنة التي بعدها|السنة القابلة|"
        "العام التالي|العام اللاحق|العام الذي يليه|العام الذي تلاه|العام الذي بعده|العام القابل"
    ),
    _BEFORE: "السنة السابقة|السنة التي قبلها|السنة التي سبقتها|العام السابق|العام الذي قبله|العام الذي سبقه",
}
_HIS_YEAR, _THAT = "سنته", "ان"
_AFTER_IT = "بعد ذلك|بعدها|بعده"
_BEFORE_IT = "قبل ذلك|قبلها|قبله"
_AFTER_HIJRA, _BEFORE_HIJRA = "بعد الهجرة", "قبل الهجرة"
_BY = "ب"
_ONE_YEAR = ("عام", "سنه")
_TWO_YEARS = ("عامين", "سنتين")
_YEARS = ("اعوام", "سنوات", "سنين", "عاما", "سنه", "عام")
_FEWEST = 3
_MOST = 200


def read_shifted_year(terms: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return how far from the year before the one at `terms[at]` is, and the place after it."""
    read = read_phrase(_shifts(), terms, at)
    # «من سنته أن»: it was his custom (سُنّة).
    is_custom = read is not None and terms[read[1] - 1] == _HIS_YEAR and terms[read[1]] == _THAT
    return None if is_custom else read


def read_relative(terms: Sequence[str], at: int) -> tuple[WrittenDate, int] | None:
    """Return the year told by the distance to another, and the place after it."""
    shifted = read_shifted_year(terms, at)
    if shifted is not None:
        return WrittenDate(shift=shifted[0]), shifted[1]
    begun = read_phrase(_distances(), terms, at)
    years = read_count(terms, begun[1]) if begun else None
    if begun is None or years is None:
        return None
    sign, from_hijra = begun[0]
    if not from_hijra:
        return WrittenDate(shift=sign * years[0]), years[1]
    if sign < 0:
        year = WrittenYear(years[0], years[0], Era.BEFORE_HIJRA, Wording.CARDINAL)
    else:
        # Two years after it is in the second year or the third.
        year = WrittenYear(years[0], years[0] + 1, Era.HIJRA, Wording.CARDINAL)
    return WrittenDate(year=year), years[1]


def read_count(terms: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return the number of years of «بعامين» or «بثلاث سنوات», and the place after it."""
    word = terms[at].removeprefix(_BY)
    if word == terms[at]:
        return None
    if word in _TWO_YEARS:
        return 2, at + 1
    if word in _ONE_YEAR and not terms[at + 1].startswith(AND):
        return 1, at + 1
    number = read_cardinal(terms, at) if word else read_cardinal(terms, at + 1)
    if number is None or not _FEWEST <= number.value <= _MOST or terms[number.end] not in _YEARS:
        return None
    return number.value, number.end + 1


def relative_phrases() -> list[tuple[str, tuple[str, ...]]]:
    """Return how relative years begin: the first term, and those that follow it."""
    return [*phrases_of(_shifts()), *phrases_of(_distances())]


@cache
def _shifts() -> PhraseTable[int]:
    shifts = [(phrase, shift) for shift, row in _SHIFTS.items() for phrase in row.split("|")]
    return phrase_table(shifts, PREFIXES)


@cache
def _distances() -> PhraseTable[tuple[int, bool]]:
    told = [(phrase, (_NEXT, False)) for phrase in _AFTER_IT.split("|")]
    told += [(phrase, (_BEFORE, False)) for phrase in _BEFORE_IT.split("|")]
    told += [(_AFTER_HIJRA, (_NEXT, True)), (_BEFORE_HIJRA, (_BEFORE, True))]
    return phrase_table(told, ("", AND, "ف"))
