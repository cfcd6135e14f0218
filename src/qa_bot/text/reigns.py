"""The caliphs' reigns: as dates where a text says «في خلافة عمر», and as what a heading tells of its years."""

from collections.abc import Sequence
from functools import cache

from qa_bot.text.caliphs import NAMESAKES, Reign, caliphs, caliphs_of_cairo
from qa_bot.text.date_words import CLOSING, OPENING, PREFIXES, terms_of
from qa_bot.text.number_lexicon import number_beginnings
from qa_bot.text.phrases import PhraseTable, phrase_table, read_phrase
from qa_bot.text.written_dates import Era, Wording, WrittenYear

_TITLES = "الخليفة|أمير المؤمنين|الإمام|سيدنا"
_LEADS = "في|وفي|ففي|أول|أوائل|صدر|أثناء|خلال|آخر|أواخر|بداية|نهاية|إلى|حتى|منذ"
# What stands before a reign that dates something; «زمن عثمان» needs nothing before it.
_REIGN_WORDS = {
    "خلافة|زمن خلافة|أيام خلافة|عهد خلافة|ولاية|ملك|إمارة|سلطان": _LEADS,
    "عهد|عصر": f"{_LEADS}|على",
    "زمن|زمان|أيام": "",
}
# «ثلاثة أيام», «أخبار أيام المأمون»: what may not stand before «أيام».
_NOT_BEFORE_DAYS = "ذكر|أخبار|وأخبار"
# What a heading says of a caliph whose reign it tells; «كتاب أبي بكر إلى خالد» tells something else.
_OF_REIGN = (
    "خلافة|أيام|عهد|زمن|زمان|ولاية|تولية|بيعة|مبايعة|إمارة|ملك|سلطنة|استخلاف|بخلافة|الخليفة الأول|الخليفة الثاني|"
    "الخليفة الثالث|الخليفة الرابع|الخليفة"
)
_BEFORE_NAME = "ذكر|أخبار|ابتداء|ثم|أمير المؤمنين|الإمام|سيدنا"
_SON_OF = ("بن", "ابن")
_ARTICLE = "ال"


def read_reign(terms: Sequence[str], at: int) -> tuple[WrittenYear, int] | None:
    """Return the years of the caliph in whose reign something happened («في خلافة عمر»), and the place after."""
    word = read_phrase(_reign_words(), terms, at)
    if word is None:
        return None
    leads, end = word
    before = terms[at - 1] if at else ""
    if (leads and before not in leads) or (terms[at] in _days() and (_counts(before) or before in _not_before_days())):
        return None
    title = read_phrase(_titles(), terms, end)
    start = title[1] if title else end
    name = read_phrase(caliphs(), terms, start)
    # «يزيد بن المهلب», «أبي بكر بن عياش»: a son of somebody else isn't the caliph.
    if name is None or terms[name[1]] in _SON_OF:
        return None
    (first, last), end = name
    namesake = NAMESAKES.get(terms[start]) if end == start + 1 else None
    return WrittenYear(first, last, Era.HIJRA, Wording.NAMED, namesake), end


def reign_in(terms: Sequence[str], *, cairo: bool = False) -> Reign | None:
    """Return the first and last Hijri year of the caliph of whose reign a heading says that it tells; None for none.

    `cairo` asks for the caliphs of Egypt, who came after the last one of Baghdad.

    >>> reign_in(["ذكر", "خلافه", "المعتضد", ""]), reign_in(["كتاب", "المعتضد", ""])
    ((279, 289), None)
    """
    if cairo:
        return _reign_in_cairo(terms)
    words = (read_phrase(_of_reign(), terms, at) for at in range(len(terms)))
    return next(filter(None, (_caliph(terms, word[1]) for word in words if word)), None)


def reign_of(terms: Sequence[str]) -> Reign | None:
    """Return the first and last Hijri year of the caliph with whose name a heading begins: «المعتضد بالله أحمد».

    >>> reign_of(["(", "المعتضد", "بن", "الموفق", ")", ""]), reign_of(["هارون", "بن", "سعيد", ""])
    ((279, 289), None)
    """
    at = 0
    while (terms[at] in OPENING or terms[at].isdecimal()) and at < len(terms) - 1:
        at += 1
    name = _name(terms, at)
    # «علي» and «عمر» begin many a heading: alone they are one of a list of the caliphs.
    short = name is not None and name[1] == at + 1 and not terms[at].startswith(_ARTICLE)
    return None if name is None or (short and terms[name[1]] not in CLOSING | {""}) else name[0]


def _caliph(terms: Sequence[str], at: int) -> Reign | None:
    """Return the reign of the caliph whose name stands at `terms[at]`, behind a title or none."""
    while title := read_phrase(_before_name(), terms, at):
        at = title[1]
    name = _name(terms, at + (terms[at] == ":"))
    return name[0] if name else None


def _name(terms: Sequence[str], at: int) -> tuple[Reign, int] | None:
    """Return the reign of the caliph whose name stands at `terms[at]`, and the place after it."""
    name = read_phrase(caliphs(), terms, at)
    if name is None:
        return None
    end = name[1]
    # «عمر بن سعد» is another Umar; «المعتضد بن الموفق» and «عمر بن الخطاب بن نفيل» are the caliphs.
    another = terms[end] in _SON_OF and not terms[at].startswith(_ARTICLE) and not set(_SON_OF) & set(terms[at:end])
    return None if another else name


def _reign_in_cairo(terms: Sequence[str]) -> Reign | None:
    """Return the reign of the first name, of several that had it the one whose father stands behind it."""
    of_cairo = caliphs_of_cairo()
    at = next((place for place, term in enumerate(terms) if term in of_cairo), None)
    if at is None:
        return None
    rows = of_cairo[terms[at]]
    return next((reign for father, reign in rows if father in terms[at + 1 :]), rows[0][1])


def is_of_cairo(terms: Sequence[str]) -> bool:
    """Return whether a heading is of the Abbasids of Egypt: «العباسيون في مصر»."""
    return not _abbasids().isdisjoint(terms) and not _egypt().isdisjoint(terms)


def reign_beginnings() -> frozenset[str]:
    """Return the terms with which a reign may begin."""
    return frozenset(_reign_words())


@cache
def _reign_words() -> PhraseTable[frozenset[str]]:
    return phrase_table(
        [
            (word, terms_of(leads) if leads else frozenset())
            for row, leads in _REIGN_WORDS.items()
            for word in row.split("|")
        ]
    )


@cache
def _of_reign() -> PhraseTable[bool]:
    return phrase_table(((word, True) for word in _OF_REIGN.split("|")), PREFIXES)


@cache
def _before_name() -> PhraseTable[bool]:
    return phrase_table((word, True) for word in _BEFORE_NAME.split("|"))


@cache
def _days() -> frozenset[str]:
    return terms_of("أيام")


@cache
def _not_before_days() -> frozenset[str]:
    return terms_of(_NOT_BEFORE_DAYS)


def _counts(term: str) -> bool:
    return term.isdecimal() or term in number_beginnings()


@cache
def _titles() -> PhraseTable[bool]:
    return phrase_table([(title, True) for title in _TITLES.split("|")])


@cache
def _abbasids() -> frozenset[str]:
    return terms_of("العباسيون|العباسيين|العباسية|العباس")


@cache
def _egypt() -> frozenset[str]:
    return frozenset(prefix + word for prefix in PREFIXES for word in terms_of("مصر|القاهرة|الديار المصرية"))
