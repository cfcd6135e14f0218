"""Spelling variants meet in one form: small steps, each one change, and the chain of them for terms.

Nothing here touches a text that is shown: quotes stay as written, and only terms are normalised.
"""

import re
import unicodedata
from functools import lru_cache

from pyarabic import araby

from qa_bot.text import letters

_ALEFS = str.maketrans(
    dict.fromkeys(
        (letters.ALEF_MADDA, letters.ALEF_HAMZA_ABOVE, letters.ALEF_HAMZA_BELOW, letters.ALEF_WASLA),
        letters.ALEF,
    )
)
_HAMZAS = str.maketrans({letters.WAW_HAMZA: letters.WAW, letters.YEH_HAMZA: letters.YEH})
_YEHS = str.maketrans({letters.ALEF_MAKSURA: letters.YEH})
_FOREIGN = str.maketrans(letters.FOREIGN_LETTERS)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_FOLD = _FOREIGN | _ALEFS | _HAMZAS | _YEHS | _DIGITS | {ord(letters.TEH_MARBUTA): letters.HEH}
# Marks that pyarabic.araby.strip_diacritics does not know (it stops at the block Arabic).
_EXTENDED_MARKS = str.maketrans(dict.fromkeys((m for m in letters.MARKS if ord(m) > 0x0870), None))
_JOINERS = str.maketrans(dict.fromkeys(letters.JOINERS, None))
_IGNORED = frozenset(letters.MARKS + letters.TATWEEL + letters.JOINERS)
_PRESENTATION_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ELONGATED = re.compile(r"([^\W\d_])\1{2,}")


def strip_marks(word: str) -> str:
    """Return `word` without vowel marks and Quranic annotation.

    >>> strip_marks("قُرَيْشٌ"), strip_marks("ٱلرَّحْمَٰنِ")
    ('قريش', 'ٱلرحمن')
    """
    return str(araby.strip_diacritics(word)).translate(_EXTENDED_MARKS)


def strip_tatweel(word: str) -> str:
    """Return `word` without tatweel and invisible joiners.

    >>> strip_tatweel("اللـــه")
    'الله'
    """
    return str(araby.strip_tatweel(word)).translate(_JOINERS)


def unify_alefs(word: str) -> str:
    """Return `word` with every alef bare; pyarabic's own also turns alef maksura into alef («موسا»).

    >>> unify_alefs("أحمد"), unify_alefs("إسلام"), unify_alefs("آمد"), unify_alefs("موسى")
    ('احمد', 'اسلام', 'امد', 'موسى')
    """
    return word.translate(_ALEFS)


def unify_hamzas(word: str) -> str:
    """Return `word` with the carriers of a hamza bare and a lone hamza left out.

    >>> unify_hamzas("مؤتة"), unify_hamzas("شيء"), unify_hamzas("رئيس")
    ('موتة', 'شي', 'رييس')
    """
    return word.translate(_HAMZAS).replace(letters.HAMZA, "")


def unify_yehs(word: str) -> str:
    """Return `word` with alef maksura written as yeh.

    >>> unify_yehs("على"), unify_yehs("فى")
    ('علي', 'في')
    """
    return word.translate(_YEHS)


def unify_teh_marbuta(word: str) -> str:
    """Return `word` with teh marbuta written as heh.

    >>> unify_teh_marbuta("مدينة")
    'مدينه'
    """
    return str(araby.normalize_teh(word))


def unify_foreign_letters(word: str) -> str:
    """Return `word` with the letters of Persian and Urdu keyboards replaced by Arabic ones.

    >>> unify_foreign_letters("کسرى"), unify_foreign_letters("علی")
    ('كسرى', 'علي')
    """
    return word.translate(_FOREIGN)


def unify_digits(word: str) -> str:
    """Return `word` with Arabic-Indic and Persian digits as 0-9.

    >>> unify_digits("٦٣٤"), unify_digits("۶۳۴")
    ('634', '634')
    """
    return word.translate(_DIGITS)


def unify_presentation_forms(word: str) -> str:
    """Return `word` with the letter shapes of old fonts and PDF files as plain letters (Unicode's NFKC).

    >>> unify_presentation_forms("ﻻ"), unify_presentation_forms("ﺑﺪﺭ")
    ('لا', 'بدر')
    """
    return _PRESENTATION_FORM.sub(lambda form: unicodedata.normalize("NFKC", form.group()), word)


def shorten_elongation(word: str) -> str:
    """Return `word` with a letter that is written three or more times in a row written once.

    >>> shorten_elongation("جمييييل")
    'جميل'
    """
    return _ELONGATED.sub(r"\1", word)


def unify_latin(word: str) -> str:
    """Return `word` in small letters without accents; Arabic stays as it is.

    >>> unify_latin("Ḫālid"), unify_latin("بدر")
    ('halid', 'بدر')
    """
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in apart if not "\u0300" <= letter <= "\u036f")


_STEPS = (
    unify_presentation_forms,
    strip_marks,
    strip_tatweel,
    unify_foreign_letters,
    unify_alefs,
    unify_hamzas,
    unify_yehs,
    unify_teh_marbuta,
    unify_digits,
    shorten_elongation,
)


@lru_cache(maxsize=100_000)
def normalise(word: str) -> str:
    """Return the form under which the spellings of one word meet; empty for a lone hamza or mark.

    >>> normalise("الْمَدِينَةُ"), normalise("المدينه"), normalise("إلى"), normalise("Yarmūk")
    ('المدينه', 'المدينه', 'الي', 'yarmuk')
    """
    if word.isascii():
        return word.lower()
    if word[:1] < "\u0600":
        return unify_latin(word)
    for step in _STEPS:
        word = step(word)
    return word


def fold(text: str) -> str:
    """Return `text` with letter variants and digits unified, one code point for one: offsets stay.

    Marks, tatweel and lone hamzas stay; `strip_marks_with_offsets` leaves them out.

    >>> fold("سنة ١٣ هـ، إلى")
    'سنه 13 هـ، الي'
    """
    return text.translate(_FOLD)


def strip_marks_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return `text` without marks, tatweel and joiners, and where each code point left stood in `text`.

    The list has one more entry than the new text: the length of the old one.

    >>> strip_marks_with_offsets("بَدْر")
    ('بدر', [0, 2, 4, 5])
    """
    offsets = [offset for offset, letter in enumerate(text) if letter not in _IGNORED]
    return "".join([text[offset] for offset in offsets]), [*offsets, len(text)]
