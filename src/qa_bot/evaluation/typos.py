"""Typing mistakes as people make them, the same in every run."""

import random
from collections.abc import Callable

from qa_bot.text import letters
from qa_bot.text.lucene_arabic import STOP_WORDS
from qa_bot.text.tokenise import WORD

_LEAST_LETTERS = 4
# Words that ask or carry little: a mistake in them would cost nothing. A list of our own, so that a change of the
# program's word lists doesn't change what is measured.
_SMALL_WORDS = STOP_WORDS | {
    "لماذا",
    "ماذا",
    "بماذا",
    "الذين",
    "اللذان",
    "اللتان",
    "اللواتي",
    "حينما",
    "هؤلاء",
    "أولئك",
}
# The Arabic (101) layout, letter keys without shift; each row stands half a key to the right of the one above.
_KEYBOARD = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤر\0ىةوزظ")
# Dots and hamzas that are left out.
_BARE = {
    letters.ALEF_HAMZA_ABOVE: letters.ALEF,
    letters.ALEF_HAMZA_BELOW: letters.ALEF,
    letters.ALEF_MADDA: letters.ALEF,
    letters.WAW_HAMZA: letters.WAW,
    letters.YEH_HAMZA: letters.ALEF_MAKSURA,
    letters.HAMZA: "",
    letters.TEH_MARBUTA: letters.HEH,
    letters.YEH: letters.ALEF_MAKSURA,
    **dict(zip("ذزشضظغخجثق", "درسصطعححتف", strict=True)),
}

# A mistake in the letter at a place of a word; the word itself where it can't be made there.
_Mistake = Callable[[str, int, random.Random], str]


def with_typos(question: str, most: int, seed: str) -> str:
    """Return `question` with `most` typing mistakes, the same for the same `seed`.

    They fall into different content words of four letters or more; with fewer such words, fewer are made.

    >>> with_typos("متى كانت معركة اليرموك؟", 1, "1"), with_typos("متى كانت معركة اليرموك؟", 2, "1")
    ('متى كانت معركة اليرموظ؟', 'متى كانت معكة ليرموك؟')
    """
    chance = random.Random(seed)  # noqa: S311  # repeatable, not secret
    found = [match for match in WORD.finditer(question) if _is_content(match.group())]
    chosen = chance.sample(found, min(most, len(found)))
    written = question
    for match in sorted(chosen, key=lambda match: -match.start()):
        written = written[: match.start()] + mistyped(match.group(), chance) + written[match.end() :]
    return written


def _is_content(word: str) -> bool:
    return len(word) >= _LEAST_LETTERS and word.isalpha() and word not in _SMALL_WORDS


def mistyped(word: str, chance: random.Random) -> str:
    """Return `word` with one mistake, each kind of them as likely where it can be made.

    A letter is dropped, doubled, swapped with the next, replaced by one beside it on the keyboard, or written without
    its hamza or dots.
    """
    kinds = chance.sample(MISTAKES, len(MISTAKES))
    places = chance.sample(range(len(word)), len(word))
    made = (kind(word, place, chance) for kind in kinds for place in places)
    return next((written for written in made if written != word), word)


def _drop(word: str, at: int, _: random.Random) -> str:
    return word[:at] + word[at + 1 :]


def _double(word: str, at: int, _: random.Random) -> str:
    return word[: at + 1] + word[at:]


def _swap(word: str, at: int, _: random.Random) -> str:
    return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _neighbour(word: str, at: int, chance: random.Random) -> str:
    beside = neighbours(word[at])
    return word[:at] + chance.choice(beside) + word[at + 1 :] if beside else word


def _bare(word: str, at: int, _: random.Random) -> str:
    return word[:at] + _BARE.get(word[at], word[at]) + word[at + 1 :]


MISTAKES: tuple[_Mistake, ...] = (_drop, _double, _swap, _neighbour, _bare)


def neighbours(letter: str) -> str:
    """Return the letters beside `letter` on an Arabic keyboard: in its row, above and below.

    >>> neighbours("ش"), neighbours("ت"), neighbours("A")
    ('سضصئ', 'انعهةى', '')
    """
    for row, keys in enumerate(_KEYBOARD):
        at = keys.find(letter)
        if at >= 0:
            places = [(row, at - 1), (row, at + 1), (row - 1, at), (row - 1, at + 1), (row + 1, at), (row + 1, at - 1)]
            return "".join(_key(*place) for place in places)
    return ""


def _key(row: int, at: int) -> str:
    if 0 <= row < len(_KEYBOARD) and 0 <= at < len(_KEYBOARD[row]):
        return _KEYBOARD[row][at].strip("\0")
    return ""
