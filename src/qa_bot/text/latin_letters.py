"""Latin, Cyrillic and Greek letters brought to one alphabet.

The precise alphabet of this package is that of the International Journal of Middle East Studies: a macron is
a long vowel, a dot an emphatic letter, ʿ is ʿayn and ʾ is hamza; kh, dh, th, sh, gh are one sound each. The
letters of DMG (DIN 31635), ALA-LC, the Encyclopaedia of Islam and modern Turkish have a counterpart in it.
"""

import re
import unicodedata

AYN = "ʿ"
HAMZA_SIGN = "ʾ"
APOSTROPHE = "'"
LONG_VOWELS = "āīū"
EMPHATICS = "ḥṭḍṣẓ"
# One of these tells that the writer marks every long vowel and every emphatic letter.
PRECISE = frozenset(LONG_VOWELS + EMPHATICS)

_SIGNS = dict.fromkeys("ʿ‘`ʻ˓\u02bd\u02c1", AYN) | dict.fromkeys("ʾ’ʼ˒\u02c0\u02bc", HAMZA_SIGN) | {"´": APOSTROPHE}
_LETTERS = {
    "ŧ": "h",  # OpenITI's sign for teh marbuta, written after its a
    "å": "i",  # OpenITI's sign for the alef of joining: åbn
    "ḫ": "kh",
    "ẖ": "kh",
    "ḵ": "kh",
    "ẋ": "kh",
    "ḏ": "dh",
    "đ": "dh",
    "ð": "dh",
    "ṯ": "th",
    "þ": "th",
    "θ": "th",
    "š": "sh",
    "ş": "sh",
    "ș": "sh",
    "ś": "sh",
    "ġ": "gh",
    "ğ": "gh",
    "ḡ": "gh",
    "γ": "gh",
    "ǧ": "j",
    "ǰ": "j",
    "ž": "j",
    "č": "ch",
    "ç": "ch",
    "ḳ": "q",
    "ḷ": "l",
    "ṛ": "r",
    "ż": "z",
    "â": "ā",
    "á": "ā",
    "à": "ā",
    "ã": "a",
    "ä": "a",
    "æ": "e",
    "î": "ī",
    "í": "ī",
    "ï": "i",
    "ı": "i",
    "û": "ū",
    "ú": "ū",
    "ù": "u",
    "ů": "u",
    "ü": "u",
    "ō": "ū",
    "ô": "o",
    "ö": "o",
    "ó": "o",
    "ò": "o",
    "ē": "ī",
    "é": "e",
    "è": "e",
    "ê": "e",
    "ë": "e",
    "ñ": "n",
    "ý": "y",
    "ß": "ss",
}
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "o", "ж": "j", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "u", "я": "ya", "є": "e",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "y", "φ": "f", "χ": "kh", "ψ": "ps", "ω": "o",
}  # fmt: skip
_TWO_GREEK = {"ου": "u", "αι": "e", "ει": "i", "οι": "i", "μπ": "b", "ντ": "nd", "γγ": "ng", "γκ": "g"}
_TABLE = {ord(letter): sound for letter, sound in (_CYRILLIC | _LETTERS | _SIGNS).items()}
_GREEK_TABLE = {ord(letter): sound for letter, sound in _GREEK.items()}
_GREEK_LETTER = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_PRECISE_OR_PLAIN = re.compile("[^a-z0-9āīūḥṭḍṣẓʿʾ' .-]")


def plain_letters(text: str) -> str:
    """Return `text` in small letters of the precise alphabet; signs and letters without a counterpart go.

    >>> plain_letters("Ḫālid b. al-Walīd"), plain_letters("Дамаск"), plain_letters("Ηράκλειος")
    ('khālid b. al-walīd', 'damask', 'iraklios')
    """
    composed = unicodedata.normalize("NFC", text.casefold())
    if _GREEK_LETTER.search(composed):
        composed = without_marks(composed)
        for pair, sound in _TWO_GREEK.items():
            composed = composed.replace(pair, sound)
        composed = composed.translate(_GREEK_TABLE)
    translated = composed.translate(_TABLE)
    translated = "".join(_closest(letter) for letter in unicodedata.normalize("NFC", translated))
    return _PRECISE_OR_PLAIN.sub(" ", translated).strip()


def _closest(letter: str) -> str:
    if letter.isascii() or letter in PRECISE or letter in (AYN, HAMZA_SIGN):
        return letter
    return without_marks(letter)


def without_marks(text: str) -> str:
    """Return `text` without accents, dots and macrons.

    >>> without_marks("ḥamza"), without_marks("é")
    ('hamza', 'e')
    """
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def is_precise(latin: str) -> bool:
    """Return whether the writer marks long vowels or emphatic letters.

    >>> is_precise("ḥamza"), is_precise("hamza")
    (True, False)
    """
    return not PRECISE.isdisjoint(latin)
