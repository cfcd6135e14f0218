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
# For what pyarabic.araby.strip_diacritics leaves: it stops at the block Arabic, and keeps small letters.
_OTHER_MARKS = str.maketrans(dict.fromkeys((*letters.MARKS, *letters.SMALL_LETTERS), None))
_JOINERS = str.maketrans(dict.fromkeys(letters.JOINERS, None))
_ARABIC = re.compile(f"[{letters.ARABIC_LETTERS}{letters.MARKS}{letters.JOINERS}]")
_PRESENTATION_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_ELONGATED = re.compile(r"([^\W\d_])\1{2,}")


def strip_marks(word: str) -> str:
    """Return `word` without vowel marks and Quranic annotation.

    >>> strip_marks("قُرَيْشٌ"), strip_marks("ٱلرَّحْمَٰنِ"), strip_marks("لَهُۥ")
    ('قريش', 'ٱلرحمن', 'له')
    """
    return str(araby.strip_diacritics(word)).translate(_OTHER_MARKS)


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

    A word stays one word: the spaces that NFKC puts into ligatures and under lone marks are left out.

    >>> unify_presentation_forms("ﻻ"), unify_presentation_forms("ﺑﺪﺭ"), unify_presentation_forms("ﷺ")
    ('لا', 'بدر', 'صلىاللهعليهوسلم')
    """
    return _PRESENTATION_FORM.sub(_plain_letters, word)


def _plain_letters(form: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", form.group()).replace(" ", "")


def shorten_elongation(word: str) -> str:
    """Return `word` with a letter that is written three or more times in a row written once.

    >>> shorten_elongation("جمييييل")
    'جميل'
    """
    # Where hardly a letter comes back, none stands three times: cheaper to see than by a pattern that refers back.
    return word if len(set(word)) > len(word) - 2 else _ELONGATED.sub(r"\1", word)


def unify_latin(word: str) -> str:
    """Return `word`, one without Arabic letters, in small letters without accents and the signs for ع and ء.

    >>> unify_latin("Ḫālid"), unify_latin("ʿUmar")
    ('halid', 'umar')
    """
    if word.isascii():
        return word.lower()
    # Accents go first: NFKD puts a run of them in order, which costs the square of its length, and sets a lone one
    # on a space.
    apart = unicodedata.normalize("NFKD", _ACCENTS.sub("", word)).lower().replace(" ", "")
    # From the first modifier letter to the last combining accent: two blocks that follow each other.
    return "".join(letter for letter in apart if not "\u02b0" <= letter <= "\u036f")


# Each takes a letter by itself, whatever stands beside it: so every letter goes through them once for all words.
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
)


class _Letters(dict[int, str]):
    """What the steps make of each letter, by its code point; worked out when a letter is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        for step in _STEPS:
            letter = step(letter)
        self[code] = letter
        return letter


_LETTERS = _Letters()


@lru_cache(maxsize=100_000)
def normalise(word: str) -> str:
    """Return the form under which the spellings of one word meet; empty for a lone hamza or mark.

    >>> normalise("الْمَدِينَةُ"), normalise("المدينه"), normalise("إلى"), normalise("Ḥimṣ")
    ('المدينه', 'المدينه', 'الي', 'hims')
    """
    if not _ARABIC.search(word):
        return unify_digits(unify_latin(word))
    return shorten_elongation(word.translate(_LETTERS))


def normalised_words(text: str) -> frozenset[str]:
    """Return the normalised words of a list that is parted by white space.

    >>> sorted(normalised_words("معركة  غزوة"))
    ['غزوه', 'معركه']
    """
    return frozenset(normalise(word) for word in text.split())
