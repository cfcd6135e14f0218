"""The caliphs' reigns: as dates where a text says «في خلافة عمر», and as what a heading tells of its years.

Sources: the years as al-Suyuti, Tarikh al-khulafa', gives them, Hijri, the first and the last.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from qa_bot.text.date_words import CLOSING, OPENING, PREFIXES, terms_of
from qa_bot.text.normalise import normalise
from qa_bot.text.number_lexicon import number_beginnings
from qa_bot.text.phrases import PhraseTable, phrase_table, read_phrase
from qa_bot.text.written_dates import Era, Wording, WrittenYear

Reign = tuple[int, int]

# Of names that several had, the one that texts mean by the bare name.
_CALIPHS: dict[str, Reign] = {
    "أبي بكر|أبي بكر الصديق": (11, 13),
    "عمر|عمر بن الخطاب|عمر الفاروق": (13, 23),
    "عثمان|عثمان بن عفان": (23, 35),
    "علي|علي بن أبي طالب": (35, 40),
    "الحسن بن علي": (40, 41),
    "معاوية|معاوية بن أبي سفيان": (41, 60),
    "يزيد بن معاوية": (60, 64),
    "معاوية بن يزيد": (64, 64),
    "مروان|مروان بن الحكم": (64, 65),
    "عبد الملك|عبد الملك بن مروان": (65, 86),
    "الوليد|الوليد بن عبد الملك": (86, 96),
    "سليمان بن عبد الملك": (96, 99),
    "عمر بن عبد العزيز": (99, 101),
    "يزيد بن عبد الملك": (101, 105),
    "هشام|هشام بن عبد الملك": (105, 125),
    "الوليد بن يزيد": (125, 126),
    "يزيد بن الوليد": (126, 126),
    "إبراهيم بن الوليد": (126, 127),
    "مروان بن محمد": (127, 132),
    "السفاح|أبي العباس السفاح|أبي العباس": (132, 136),
    "المنصور|أبي جعفر المنصور|أبي جعفر": (136, 158),
    "المهدي": (158, 169),
    "الهادي|موسى الهادي": (169, 170),
    "الرشيد|هارون الرشيد|هارون": (170, 193),
    "الأمين|محمد الأمين": (193, 198),
    "المأمون|عبد الله المأمون": (198, 218),
    "المعتصم|أبي إسحاق المعتصم": (218, 227),
    "الواثق|هارون الواثق": (227, 232),
    "المتوكل|جعفر المتوكل": (232, 247),
    "المنتصر": (247, 248),
    "المستعين": (248, 252),
    "المعتز": (252, 255),
    "المهتدي": (255, 256),
    "المعتمد": (256, 279),
    "المعتضد": (279, 289),
    "المكتفي": (289, 295),
    "المقتدر": (295, 320),
    "القاهر": (320, 322),
    "الراضي": (322, 329),
    "المتقي|أبي إسحاق المتقي": (329, 333),
    "المستكفي": (333, 334),
    "المطيع": (334, 363),
    "الطائع": (363, 381),
    "القادر": (381, 422),
    "القائم": (422, 467),
    "المقتدي": (467, 487),
    "المستظهر": (487, 512),
    "المسترشد": (512, 529),
    "الراشد": (529, 530),
    "المقتفي": (530, 555),
    "المستنجد": (555, 566),
    "المستضيء": (566, 575),
    "الناصر": (575, 622),
    "الظاهر": (622, 623),
    "المستنصر": (623, 640),
    "المستعصم": (640, 656),
}
# Caliphs who are called by their first name too, in their own chapter: Umar II, Walid II and Marwan II.
_NAMESAKES: dict[str, Reign] = {"عمر": (99, 101), "الوليد": (125, 126), "مروان": (127, 132)}
# The Abbasids of Cairo had the names of those before, and of one another: their fathers, as headings have them.
_CALIPHS_OF_CAIRO: tuple[tuple[str, str, Reign], ...] = (
    ("المستنصر", "", (659, 660)),
    ("الحاكم", "الحسن", (661, 701)),
    ("الحاكم", "المستكفي", (741, 753)),
    ("المستكفي", "الحاكم", (701, 740)),
    ("المستكفي", "المتوكل", (845, 855)),
    ("الواثق", "المستمسك", (740, 741)),
    ("الواثق", "عمر", (785, 788)),
    ("المعتضد", "المستكفي", (753, 763)),
    ("المعتضد", "المتوكل", (815, 845)),
    ("المتوكل", "المعتضد", (763, 808)),
    ("المتوكل", "يعقوب", (884, 903)),
    ("المستعصم", "", (788, 791)),
    ("المستعين", "", (808, 815)),
    ("القائم", "", (855, 859)),
    ("المستنجد", "", (859, 884)),
)
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
_FATHER_OF = ("أبي", "أبو", "أبا")


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
    name = read_phrase(_table(), terms, start)
    # «يزيد بن المهلب», «أبي بكر بن عياش»: a son of somebody else isn't the caliph.
    if name is None or terms[name[1]] in _SON_OF:
        return None
    (first, last), end = name
    namesake = _NAMESAKES.get(terms[start]) if end == start + 1 else None
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
    name = read_phrase(_table(), terms, at)
    if name is None:
        return None
    end = name[1]
    # «عمر بن سعد» is another Umar; «المعتضد بن الموفق» and «عمر بن الخطاب بن نفيل» are the caliphs.
    another = terms[end] in _SON_OF and not terms[at].startswith(_ARTICLE) and not set(_SON_OF) & set(terms[at:end])
    return None if another else name


def _reign_in_cairo(terms: Sequence[str]) -> Reign | None:
    """Return the reign of the first name, of several that had it the one whose father stands behind it."""
    of_cairo = _of_cairo()
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


def _spellings(name: str) -> Iterable[str]:
    """Return a name in every case of «أبو», with «بن» and «ابن»."""
    cases = [name.replace("أبي", father) for father in _FATHER_OF] if "أبي" in name else [name]
    return [case.replace(" بن ", f" {son} ") for case in cases for son in _SON_OF]


@cache
def _table() -> PhraseTable[Reign]:
    return phrase_table(
        [(form, reign) for names, reign in _CALIPHS.items() for name in names.split("|") for form in _spellings(name)]
    )


@cache
def _of_cairo() -> dict[str, list[tuple[str, Reign]]]:
    rows: dict[str, list[tuple[str, Reign]]] = {}
    for name, father, reign in _CALIPHS_OF_CAIRO:
        rows.setdefault(normalise(name), []).append((normalise(father), reign))
    return rows


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
