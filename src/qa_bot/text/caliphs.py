"""The caliphs by their names, and the years in which each reigned.

Sources: the years as al-Suyuti, Tarikh al-khulafa', gives them, Hijri, the first and the last.
"""

from collections.abc import Iterable
from functools import cache

from qa_bot.text.normalise import normalise
from qa_bot.text.phrases import PhraseTable, phrase_table

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
NAMESAKES: dict[str, Reign] = {"عمر": (99, 101), "الوليد": (125, 126), "مروان": (127, 132)}
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
_SON_OF = ("بن", "ابن")
_FATHER_OF = ("أبي", "أبو", "أبا")


@cache
def caliphs() -> PhraseTable[Reign]:
    """Return the first and last year of each caliph by the names that texts have, in every case, with «بن» or «ابن»."""
    return phrase_table(
        [(form, reign) for names, reign in _CALIPHS.items() for name in names.split("|") for form in _spellings(name)]
    )


@cache
def caliphs_of_cairo() -> dict[str, list[tuple[str, Reign]]]:
    """Return by the name of each caliph of Egypt the fathers of those who had it, each with the years of the reign."""
    rows: dict[str, list[tuple[str, Reign]]] = {}
    for name, father, reign in _CALIPHS_OF_CAIRO:
        rows.setdefault(normalise(name), []).append((normalise(father), reign))
    return rows


def _spellings(name: str) -> Iterable[str]:
    """Return a name in every case of «أبو», with «بن» and «ابن»."""
    cases = [name.replace("أبي", father) for father in _FATHER_OF] if "أبي" in name else [name]
    return [case.replace(" بن ", f" {son} ") for case in cases for son in _SON_OF]
