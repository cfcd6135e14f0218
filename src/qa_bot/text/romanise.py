"""Romanised names cut into words: articles, particles and the names that are written in one."""

import re
from dataclasses import dataclass, replace

from qa_bot.text.latin_letters import is_precise, plain_letters, without_marks

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
_ABD = re.compile(r"^([ʿ3]?[aeu]?bd|[ʿ3]?[uo]b[ea]i?y?d)[aeiouāū]?(?:l|(sh|th|dh|[rsznt])(?=\2))(.{3,})$")
_DIN = re.compile(r"^(.{3,}?)[uae]?(?:dd|d)[iī](?:n|ne)$|^(.{3,}?)[uae](?:dd)[ei]e?ne?$")
_LLAH = re.compile(r"^(.{3,}?)[aui]?ll[aā]h$")


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a romanised name: its letters, without the article, in the alphabet of this module.

    `particle` is the Arabic word that it stands for where that is known («بن», «أبو»), else empty; `article`
    tells whether the Arabic article was written before it; `prefix` is a preposition or conjunction that
    Arabic joins to it («ب», «و»), else empty. `alternative` is a less likely Arabic
    word for a particle («ابن» for «بن»), else empty.
    """

    latin: str
    article: bool = False
    particle: str = ""
    prefix: str = ""
    alternative: str = ""


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
    return _with_surnames(found, latin)


def _with_surnames(words: list[NameWord], latin: str) -> list[NameWord]:
    """Return `words` with «ابن» within the name where a scholar wrote Ibn with a capital, as for a surname.

    Who marks no long vowels writes ibn either way: there it stays «بن», and «ابن» is the alternative.
    """
    written = iter(_WRITTEN_IBN.findall(latin))
    precise = is_precise(plain_letters(latin))
    marked = []
    for at, word in enumerate(words):
        spelling = next(written, "b.") if word.latin == "ibn" else "b."
        if not at or spelling.startswith(("b.", "B.")):
            marked.append(word)
        elif precise and spelling == "Ibn":
            marked.append(replace(word, particle="ابن", alternative="بن"))
        else:
            marked.append(word if precise else replace(word, alternative="ابن"))
    return marked


def is_article(part: str, following: str) -> bool:
    """Return whether `part` is the Arabic article before `following`, its l assimilated or not."""
    if "ā" in part:  # Āl, the family of somebody
        return False
    part = without_marks(part)
    if part not in _ARTICLES:
        return False
    if part.endswith("l"):
        return True
    sound = _ASSIMILATED.get(part, part[1:])
    return following.startswith(sound) or without_marks(following).startswith(sound)


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
