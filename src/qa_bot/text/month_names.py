"""The months of both calendars by all the names that Arabic texts use, and by their English ones.

Sources: the Hijri months with their classical variants; for the Roman months the Syriac names of the Levant
and Iraq, the Latin ones of Egypt and the Gulf, and the French ones of Algeria, Tunisia and Morocco.
"""

from qa_bot.model.calendar import Calendar

HIJRI_MONTHS = (
    "المحرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
)
LEVANTINE_MONTHS = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)
EGYPTIAN_MONTHS = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)

# Further spellings by the number of the month, without vowel marks.
HIJRI_VARIANTS: dict[int, tuple[str, ...]] = {
    1: ("محرم",),
    3: ("ربيع أول", "شهرربيع الأول"),
    4: ("شهرربيع الآخر", "ربيع الثاني", "ربيع ثاني", "ربيع الأخير", "ربيع آخر"),
    5: ("جمادى الأول", "جمادى أولى", "جماد الأول", "جماد الأولى", "جمادا الأولى"),
    6: (
        "جمادى الآخر",
        "جمادى الأخيرة",
        "جمادى الأخرى",
        "جمادى الثانية",
        "جمادى الثاني",
        "جمادى ثانية",
        "جماد الآخر",
        "جماد الآخرة",
        "جماد الثاني",
        "جماد الثانية",
        "جمادا الآخرة",
    ),
    11: ("ذي القعدة", "ذا القعدة", "ذو قعدة", "ذي قعدة", "ذوالقعدة", "ذيالقعدة"),
    12: ("ذي الحجة", "ذا الحجة", "ذو حجة", "ذي حجة", "ذوالحجة", "ذيالحجة"),
}
ROMAN_VARIANTS: dict[int, tuple[str, ...]] = {
    1: ("كانون الآخر", "كانون ثاني", "جانفي"),
    2: ("فيفري",),
    4: ("إبريل", "أفريل"),
    5: ("ماي",),
    6: ("يونية", "جوان"),
    7: ("يولية", "يوليوز", "جويلية"),
    8: ("غشت", "أوت"),
    9: ("شتنبر",),
    10: ("تشرين أول", "أوكتوبر"),
    11: ("تشرين الآخر", "تشرين ثاني", "نونبر"),
    12: ("كانون أول", "دجنبر"),
}
# What politeness adds to the name of a Hijri month.
EPITHETS = (
    "الحرام",
    "الخير",
    "المظفر",
    "الأنور",
    "الفرد",
    "الأصم",
    "المرجب",
    "المعظم",
    "المكرم",
    "المبارك",
    "الكريم",
)


def month_name(calendar: Calendar, month: int) -> str:
    """Return the Arabic name of a month, counted from 1; outside the Hijri calendar in both common forms.

    >>> month_name(Calendar.HIJRI, 7), month_name(Calendar.JULIAN, 7)
    ('رجب', 'تموز/يوليو')
    """
    if calendar is Calendar.HIJRI:
        return HIJRI_MONTHS[month - 1]
    return f"{LEVANTINE_MONTHS[month - 1]}/{EGYPTIAN_MONTHS[month - 1]}"


def english_month(calendar: Calendar, month: int) -> str:
    """Return the English name of a month, counted from 1; those of the Hijri calendar in plain letters.

    >>> english_month(Calendar.HIJRI, 6), english_month(Calendar.JULIAN, 7)
    ('Jumada II', 'July')
    """
    return (_ENGLISH_HIJRI if calendar is Calendar.HIJRI else _ENGLISH_ROMAN)[month - 1]


_ENGLISH_HIJRI = (
    "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaban", "Ramadan", "Shawwal",
    "Dhu al-Qada", "Dhu al-Hijja",
)  # fmt: skip
_ENGLISH_ROMAN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
