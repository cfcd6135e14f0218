"""The words that dates are made of, beside numbers and months."""

from functools import cache

from qa_bot.text.letters import TEH_MARBUTA
from qa_bot.text.month_names import (
    EGYPTIAN_MONTHS,
    EPITHETS,
    HIJRI_MONTHS,
    HIJRI_VARIANTS,
    LEVANTINE_MONTHS,
    ROMAN_VARIANTS,
)
from qa_bot.text.normalise import normalise
from qa_bot.text.phrases import PhraseTable, phrase_table
from qa_bot.text.written_dates import Era, WrittenMonth

TEH = "\N{ARABIC LETTER TEH}"
PREFIXES = ("", "و", "ف", "ب", "ل", "ول", "وب", "فب", "فل")
DASHES = frozenset("-–—−‐‑‒~") | {""}
OPENING = frozenset("([{﴾«\"'")
CLOSING = frozenset(")]}﴿»\"'")
COMMAS = frozenset("،,")
OF = "من"
OR = "او"
AND = "و"

_ERAS = {
    Era.HIJRA: (
        "هـ|للهجرة|هجرية|هجري|هجريا|الهجري|الهجرية|من الهجرة|لهجرة النبي|لهجرة الرسول|لهجرته|من هجرة|من هجرته|"
        "من مهاجره|من مهاجر|من مهاجرته|بعد الهجرة|من التاريخ الهجري|من التاريخ (الهجري)|"
        "بالتقويم الهجري|للهجرة النبوية|للهجرة الشريفة|"
        "من سني الهجرة|من الهجرة النبوية|هجرية نبوية|الهجريين|الهجريان|هجريين|ah"
    ),
    Era.BEFORE_HIJRA: "ق.هـ|ق هـ|قبل الهجرة",
    Era.CHRIST: (
        "م|ميلادية|ميلادي|ميلاديا|الميلادي|الميلادية|للميلاد|من الميلاد|بعد الميلاد|لميلاد المسيح|ب.م|بعد المسيح|"
        "مسيحية|مسيحي|للمسيح|من ميلاد المسيح|بعد ميلاد المسيح|بالتقويم الميلادي|الميلاديين|الميلاديان|ميلاديين|ad|ce"
    ),
    Era.BEFORE_CHRIST: "ق.م|ق م|قبل الميلاد|قبل ميلاد المسيح|قبل المسيح|قبل ميلاد|bc|bce",
    Era.OTHER: (
        "هـ.ش|هـ ش|هجرية شمسية|هجري شمسي|الهجري الشمسي|للإسكندر|للاسكندر|لذي القرنين|للأسكندر|يونانية|رومية|للعالم|"
        "لآدم|للخليقة|للشهداء|قبطية|عبرية|بابلية|من البعثة|من بعثته|من المبعث|من مبعثه|من مبعث|من النبوة|من نبوته|"
        "للبعثة|للمبعث|من نبوة|"
        "من عام الفيل|من الفيل|من مولده|من مولد|من ميلاده|من تاريخ|له|لملكه|لملك|لملكها|لخلافته|لولايته"
    ),
}
# What chronicles count from beside the Hijra, with the ruler behind it.
_OTHER_ERAS = (
    "لبخت نصر|لبختنصر|ليزدجرد|لدقلطيانوس|لفيلبس|لأغسطس|من ملك الإسكندر|من ملك ذي القرنين|من عهد ذي القرنين|"
    "من تاريخ الإسكندر|من سني الإسكندر|من سني ذي القرنين|من تاريخ ذي القرنين|من عهد الإسكندر|من عهد ذ القرنين|"
    "من ملك بخت نصر|من ملك بختنصر|من ملك دقلطيانوس|من عهد آدم|من هبوط آدم|من الطوفان|"
    "من بدء ملك|من ابتداء ملك|من ملك نصر|لإنشاء روما|لتأسيس روما|من تأسيس روما|من بناء رومية|من بناء روما"
)
# «سنة ثلاث من ملك هرقل» counts from a reign, not from the Hijra.
_REIGNS = (
    "ملك|خلافة|ولاية|إمارة|حكم|سلطنة|سلطان|دولة|عمر|تملك|رئاسة|رياسة|وزارة|وفاة|موت|خروج|بناء|بنيان|تأسيس|حياة|زواج|دراسة|"
    "بطركية|قدوم|مقدم|جلوس|بيعة|تولي|تولية|أيام|أسر|حبس|حصار|استقلال|قيام|ظهور|غيبة"
)
_OTHER_COUNTS = "العمر|الحرب|الحصار|الزواج|الدراسة|سني|الاستقلال|ذلك"
_OF_SOMEBODY = ("", "ه", "ها", "هم", "هما")
_WEEKDAYS = "الأحد|الاثنين|الإثنين|الثلاثاء|الثلثاء|الأربعاء|الخميس|الجمعة|السبت"
_PARTS_OF_DAYS = "ليلة|صبيحة|غداة|عشية|صباح|مساء|نهار|ضحى|فجر"
# Named like a person, a number or a verb: only a neighbour tells that it is a month.
_DOUBTFUL = frozenset(("رجب", "شعبان", "رمضان", "صفر", "محرم", "المحرم", "مارس", "آب", "ماي", "جوان", "أوت"))
_SEASONS = {"ربيع": (3, 5), "صيف": (6, 8), "خريف": (9, 11)}
# A winter lies in two years, so that it adds nothing to the year which the text gives it.
_WINTER = "شتاء"


@cache
def eras() -> PhraseTable[Era]:
    """Return what stands behind a year and names its era."""
    return phrase_table([(phrase, era) for era, row in _ERAS.items() for phrase in row.split("|")])


@cache
def other_eras() -> PhraseTable[Era]:
    """Return what stands behind a year that is counted from Alexander or another of old."""
    return phrase_table([(phrase, Era.OTHER) for phrase in _OTHER_ERAS.split("|")])


@cache
def counts() -> PhraseTable[Era]:
    """Return what stands behind a year that is counted from a reign, a birth or another beginning."""
    beginnings = [
        *_OTHER_COUNTS.split("|"),
        *(_owned(reign, owner) for reign in _REIGNS.split("|") for owner in _OF_SOMEBODY),
    ]
    return phrase_table([(f"من {beginning}", Era.OTHER) for beginning in beginnings])


@cache
def sure_months() -> PhraseTable[WrittenMonth]:
    """Return the months whose names mean nothing else."""
    return phrase_table([row for row in _named_months() if row[0] not in _DOUBTFUL], PREFIXES)


@cache
def doubtful_months() -> PhraseTable[WrittenMonth]:
    """Return the months whose names are also those of people, numbers or verbs."""
    return phrase_table([row for row in _named_months() if row[0] in _DOUBTFUL], ("", AND))


@cache
def seasons() -> PhraseTable[WrittenMonth | None]:
    """Return the seasons with their months; None for winter, which lies in two years."""
    months = [(name, WrittenMonth(hijri=False, first=first, last=last)) for name, (first, last) in _SEASONS.items()]
    return phrase_table([*months, (_WINTER, None)], PREFIXES)


@cache
def weekdays() -> PhraseTable[bool]:
    """Return the days of the week, with the part of the day before them; True where «يوم» or the like stands."""
    parts = ["يوم", *_PARTS_OF_DAYS.split("|"), *(f"{part} يوم" for part in _PARTS_OF_DAYS.split("|"))]
    days = _WEEKDAYS.split("|")
    bare = [(day, False) for day in days]
    return phrase_table([(f"{part} {day}", True) for part in parts for day in days] + bare, PREFIXES)


@cache
def epithets() -> frozenset[str]:
    """Return what politeness adds to the name of a Hijri month."""
    return terms_of("|".join(EPITHETS))


def terms_of(row: str) -> frozenset[str]:
    """Return the words of `row`, parted by bars, as terms.

    >>> sorted(terms_of("سنة|عام"))
    ['سنه', 'عام']
    """
    return frozenset(normalise(word) for word in row.split("|"))


def prefixed_terms(row: str) -> frozenset[str]:
    """Return the words of `row`, parted by bars, as terms with and without a conjunction or preposition."""
    return frozenset(prefix + term for term in terms_of(row) for prefix in PREFIXES)


def _owned(word: str, owner: str) -> str:
    """Return `word` with a pronoun: «خلافته», «ملكها»."""
    return word.replace(TEH_MARBUTA, TEH) + owner if owner else word


def _named_months() -> list[tuple[str, WrittenMonth]]:
    return [
        # Without its number it may be either.
        ("جمادى", WrittenMonth(hijri=True, first=5, last=6)),
        *(
            (name, WrittenMonth(hijri, number, number))
            for hijri, lists, variants in (
                (True, (HIJRI_MONTHS,), HIJRI_VARIANTS),
                (False, (LEVANTINE_MONTHS, EGYPTIAN_MONTHS), ROMAN_VARIANTS),
            )
            for number in range(1, 13)
            for name in (*(names[number - 1] for names in lists), *variants.get(number, ()))
        ),
    ]
