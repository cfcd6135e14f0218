"""Keys under which the spellings of one romanised name meet, from strict to lenient."""

import re
from collections.abc import Iterable, Sequence

from qa_bot.text.latin_letters import is_precise, without_marks
from qa_bot.text.romanise import NameWord

_CHAT = str.maketrans({"3": "", "2": "", "7": "h", "5": "kh", "6": "t", "9": "s", "8": "q", "4": "dh"})
_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
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

    >>> from qa_bot.text.romanise import name_words
    >>> letters_key(name_words("Ḥamzah")) == letters_key(name_words("7amza"))
    True
    """
    return "".join(_numeral(word) or word.prefix + _LAST_H.sub("", _bare(word.latin)) for word in words)


def tight_key(words: Iterable[NameWord]) -> str:
    """Return the key under which spellings with the same letters, doubled or not, meet: no articles and signs.

    >>> from qa_bot.text.romanise import name_words
    >>> tight_key(name_words("Ḫālid b. al-Walīd")) == tight_key(name_words("khalid ibn al walid"))
    True
    """
    return "".join(_numeral(word) or _DOUBLED.sub(r"\1", letters_key([word])) for word in words)


def coarse_key(words: Iterable[NameWord]) -> str:
    """Return the key under which the spellings of one name in different languages mostly meet.

    >>> from qa_bot.text.romanise import name_words
    >>> coarse_key(name_words("Ḫālid b. al-Walīd")) == coarse_key(name_words("Khaled ben el-Waleed"))
    True
    >>> coarse_key(name_words("3omar")) == coarse_key(name_words("ʿUmar")) == coarse_key(name_words("Oumar"))
    True
    """
    return "".join(_numeral(word) or word.prefix + _folded(word.latin) for word in words)


def _numeral(word: NameWord) -> str:
    """Return the number of a ruler («Khosrow II»), empty for other words; folding would make II of I."""
    return _NUMERALS.get(word.latin, "")


def agree_in_marks(words: Sequence[NameWord], scholarly: Sequence[NameWord]) -> bool:
    """Return whether each of `words` that has dots or macrons has those of its scholarly spelling.

    >>> from qa_bot.text.romanise import name_words
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
    return re.sub("[ʿʾ']", "", without_marks(latin)).translate(_CHAT)


def _folded(latin: str) -> str:
    folded = _bare(latin)
    for pattern, replacement in _FOLDS:
        folded = pattern.sub(replacement, folded)
    return folded
