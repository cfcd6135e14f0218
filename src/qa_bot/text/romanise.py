"""Names in Latin, Cyrillic and Greek letters, brought to one alphabet and cut into words.

The precise alphabet of this package is that of the International Journal of Middle East Studies: a macron is
a long vowel, a dot an emphatic letter, ʿ is ʿayn and ʾ is hamza; kh, dh, th, sh, gh are one sound each. The
letters of DMG (DIN 31635), ALA-LC, the Encyclopaedia of Islam and modern Turkish have a counterpart in it.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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
_GAP = re.compile(r"[\s.\-‐‑–—_/,;:()«»\"]+")

_ARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "il",
        "ar",
        "as",
        "ash",
        "ad",
        "at",
        "ath",
        "az",
        "adh",
        "an",
        "es",
        "er",
        "ed",
        "et",
        "ez",
        "en",
        "esh",
        "ur",
        "us",
        "ud",
        "un",
        "l",
    ]
)
_ASSIMILATED = {"ash": "sh", "esh": "sh", "ath": "th", "adh": "dh"}
_IBN = frozenset(["ibn", "bin", "ben", "b", "bn", "ibni"])
# Small words of European languages that stand before a name and are no part of it.
_IDLE = frozenset(
    ["the", "of", "von", "der", "des", "du", "de", "la", "le", "les", "d", "di", "del", "and", "et", "und"]
)
_ABD = re.compile(r"^(ʿ?[au]bd|ʿ?ubayd|ʿ?ubaid|ʿ?obeid)[aeiouāū]?(?:l|(sh|th|dh|[rsznt])(?=\2))(.{3,})$")
_DIN = re.compile(r"^(.{3,}?)[uae]?(?:dd|d)[iī](?:n|ne)$|^(.{3,}?)[uae](?:dd)[ei]e?ne?$")
_LLAH = re.compile(r"^(.{3,}?)[aui]?ll[aā]h$")


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a romanised name: its letters, without the article, in the alphabet of this module.

    `particle` is the Arabic word that it stands for where that is known («بن», «أبو»), else empty; `article`
    tells whether the Arabic article was written before it; `prefix` is a preposition or conjunction that
    Arabic joins to it («ب», «و»), else empty.
    """

    latin: str
    article: bool = False
    particle: str = ""
    prefix: str = ""


_PARTICLES = {
    spelling: NameWord(latin, particle=arabic)
    for latin, arabic, spellings in (
        ("bint", "بنت", ("bint", "bt", "binte")),
        ("abu", "أبو", ("abu", "abou", "aboo", "abū")),
        ("abi", "أبي", ("abi", "aby", "abī", "ebi")),
        ("aba", "أبا", ("aba", "abā")),
        ("umm", "أم", ("umm", "um", "oum", "omm", "oumm")),
        ("banu", "بنو", ("banu", "banū", "banou")),
        ("bani", "بني", ("bani", "banī", "beni")),
    )
    for spelling in spellings
}
_ALLAH = NameWord("allah", particle="الله")
_RELIGION = NameWord("din", article=True, particle="الدين")
_GOD = frozenset(["alla", "lla"])
_PREFIXES = {"bi": "ب", "li": "ل", "wa": "و"}
_WRITTEN_IBN = re.compile(r"\b(?:[Ii]bn|[Bb]\.|[Bb]in|[Bb]en)(?=\s)")


def plain_letters(text: str) -> str:
    """Return `text` in small letters of the precise alphabet; signs and letters without a counterpart go.

    >>> plain_letters("Ḫālid b. al-Walīd"), plain_letters("Дамаск"), plain_letters("Ηράκλειος")
    ('khālid b. al-walīd', 'damask', 'iraklios')
    """
    composed = unicodedata.normalize("NFC", text.casefold())
    if _GREEK_LETTER.search(composed):
        composed = _without_marks(composed)
        for pair, sound in _TWO_GREEK.items():
            composed = composed.replace(pair, sound)
        composed = composed.translate(_GREEK_TABLE)
    translated = composed.translate(_TABLE)
    translated = "".join(_closest(letter) for letter in unicodedata.normalize("NFC", translated))
    return _PRECISE_OR_PLAIN.sub(" ", translated).strip()


def _closest(letter: str) -> str:
    if letter.isascii() or letter in PRECISE or letter in (AYN, HAMZA_SIGN):
        return letter
    return _without_marks(letter)


def _without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def name_words(latin: str) -> list[NameWord]:
    """Return the words of a romanised name in order, articles and prefixes joined to what they stand before.

    >>> [(word.latin, word.article, word.particle) for word in name_words("Khalid b. al-Walid")]
    [('khalid', False, ''), ('ibn', False, 'بن'), ('walid', True, '')]
    >>> [(word.latin, word.article) for word in name_words("battle of the Yarmuk")]
    [('battle', False), ('yarmuk', False)]
    """
    found: list[NameWord] = []
    article, prefix = False, ""
    parts = [part for part in _GAP.split(plain_letters(latin)) if part.strip("'ʾʿ")]
    for at, part in enumerate(parts):
        last = at + 1 == len(parts)
        if not last and is_article(part, parts[at + 1]):
            article = True
        elif not last and part in _PREFIXES:
            prefix = _PREFIXES[part]
        elif len(parts) == 1 or part not in _IDLE:
            word = NameWord(part) if len(parts) == 1 else _read_word(part, first=not found, article=article)
            found.append(replace(word, article=article or word.article, prefix=prefix))
            article, prefix = False, ""
    return _with_written_ibn(found, latin)


def _with_written_ibn(words: list[NameWord], latin: str) -> list[NameWord]:
    """Return `words` with «ابن» within the name where a scholar wrote Ibn with a capital, as for a surname."""
    if not is_precise(plain_letters(latin)):
        return words
    capitals = iter([match.group() == "Ibn" for match in _WRITTEN_IBN.finditer(latin)])
    return [replace(word, particle="ابن") if word.latin == "ibn" and next(capitals, False) else word for word in words]


def is_precise(latin: str) -> bool:
    """Return whether the writer marks long vowels or emphatic letters.

    >>> is_precise("ḥamza"), is_precise("hamza")
    (True, False)
    """
    return not PRECISE.isdisjoint(latin)


def is_article(part: str, following: str) -> bool:
    """Return whether `part` is the Arabic article before `following`, its l assimilated or not."""
    if part not in _ARTICLES:
        return False
    if part.endswith("l"):
        return True
    sound = _ASSIMILATED.get(part, part[1:])
    return following.startswith(sound) or _without_marks(following).startswith(sound)


def _read_word(part: str, *, first: bool, article: bool) -> NameWord:
    bare = part.strip("h").replace("ā", "a")
    if bare in _GOD or part == "alah" or (article and bare == "la"):
        return _ALLAH
    if article:
        return NameWord(part)
    if part in _IBN:
        return NameWord("ibn", particle="ابن" if first and part != "b" else "بن")
    return _PARTICLES.get(part, NameWord(part))


def apart(word: NameWord) -> list[NameWord]:
    """Return the words that a name written in one is made of, itself alone where it is one word.

    >>> [(part.latin, part.article) for part in apart(NameWord("abdurrahman"))]
    [('abd', False), ('rahman', True)]
    >>> [part.latin for part in apart(NameWord("nasrallah"))]
    ['nasr', 'allah']
    """
    if abd := _ABD.match(word.latin):
        rest = abd.group(3)
        return [NameWord(abd.group(1), word.article), _after_abd(rest)]
    if llah := _LLAH.match(word.latin):
        return [NameWord(llah.group(1), word.article), _ALLAH]
    if din := _DIN.match(word.latin):
        return [NameWord(din.group(1) or din.group(2), word.article), _RELIGION]
    return [word]


def _after_abd(rest: str) -> NameWord:
    return _ALLAH if rest.startswith(("lah", "lāh")) or rest in {"lla", "la"} else NameWord(rest, article=True)


_CHAT = str.maketrans({"3": "", "2": "", "7": "h", "5": "kh", "6": "t", "9": "s", "8": "q", "4": "dh"})
_DOUBLED = re.compile(r"(.)\1+")
_LAST_H = re.compile("(?<=[aeo])h$")
# Letters that a dot or macron tells from others; sh, th, kh, dh, gh, doubled letters and a last h tell nothing.
_UNMARKED = re.compile(r"[stkdg]h|h$|(.)(?=\1)")
_MARKED = re.compile("[āḥṭḍṣẓhtdsz]")
_FOLDS = (
    (re.compile("ou|oo"), "u"),
    (re.compile("ee|ie(?=[^r]|$)"), "i"),
    (re.compile("eh?$"), "a"),
    (re.compile("dj|dzh|dsch"), "j"),
    (re.compile("tsch|tch"), "ch"),
    (re.compile("sch"), "sh"),
    (re.compile("ph"), "f"),
    (re.compile("ch"), "sh"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("ck|c"), "k"),
    (re.compile("q"), "k"),
    (re.compile("a[iye]|e[iy]"), "ay"),
    (re.compile("a[uo]|aw"), "aw"),
    (_DOUBLED, r"\1"),
    (re.compile("iy(?=[aeiou])"), "y"),
    (re.compile("(?<=[^ai])y$"), "i"),
    (re.compile("(?<=[aeo])[ht]$"), ""),
    (re.compile("e(?=[^aeiou]|$)"), "i"),
    (re.compile("o(?=[^aeiou]|$)"), "u"),
)  # fmt: skip


def letters_key(words: Iterable[NameWord]) -> str:
    """Return the key under which spellings with the same letters meet: no articles and signs.

    >>> letters_key(name_words("Ḥamzah")) == letters_key(name_words("7amza"))
    True
    """
    return "".join(word.prefix + _LAST_H.sub("", _bare(word.latin)) for word in words)


def tight_key(words: Iterable[NameWord]) -> str:
    """Return the key under which spellings with the same letters, doubled or not, meet: no articles and signs.

    >>> tight_key(name_words("Ḫālid b. al-Walīd")) == tight_key(name_words("khalid ibn al walid"))
    True
    """
    return _DOUBLED.sub(r"\1", letters_key(words))


def coarse_key(words: Iterable[NameWord]) -> str:
    """Return the key under which the spellings of one name in different languages mostly meet.

    >>> coarse_key(name_words("Ḫālid b. al-Walīd")) == coarse_key(name_words("Khaled ben el-Waleed"))
    True
    >>> coarse_key(name_words("3omar")) == coarse_key(name_words("ʿUmar")) == coarse_key(name_words("Oumar"))
    True
    """
    return "".join(word.prefix + _folded(word.latin) for word in words)


def agree_in_marks(words: Sequence[NameWord], scholarly: Sequence[NameWord]) -> bool:
    """Return whether each of `words` that has dots or macrons has those of its scholarly spelling.

    >>> agree_in_marks(name_words("Ḥamdān"), name_words("Hamdān")), agree_in_marks([], [])
    (False, True)
    """
    if not any(is_precise(word.latin) for word in words):
        return True
    return len(words) == len(scholarly) and all(
        not is_precise(word.latin) or _marks(word.latin) == _marks(other.latin)
        for word, other in zip(words, scholarly, strict=True)
    )


def _marks(latin: str) -> list[str]:
    return _MARKED.findall(_UNMARKED.sub("", latin))


def _bare(latin: str) -> str:
    return re.sub("[ʿʾ']", "", _without_marks(latin)).translate(_CHAT)


def _folded(latin: str) -> str:
    folded = _bare(latin)
    for pattern, replacement in _FOLDS:
        folded = pattern.sub(replacement, folded)
    return folded
