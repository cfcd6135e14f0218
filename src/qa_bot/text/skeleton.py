"""Candidates for a romanised word: the Arabic words whose consonants could have been written so."""

import re
from collections.abc import Iterable
from itertools import islice, product

# Arabic consonants that romanisations mix up share a class; weak letters, ʿayn and hamza have none.
_ARABIC = str.maketrans(
    {letter: kind for kind, letters in {
        "B": "ب", "T": "تطث", "J": "ج", "H": "حه", "X": "خ", "D": "دضذ", "Z": "زظ", "R": "ر", "S": "سصش",
        "G": "غ", "F": "ف", "K": "قك", "L": "ل", "M": "م", "N": "ن", "": "اويعء",
    }.items() for letter in letters}
)  # fmt: skip
_LATIN = {
    "b": ("B",), "p": ("B",), "t": ("T",), "th": ("T", "TH"), "ts": ("TS",), "j": ("J",), "dj": ("J", "DJ"),
    "g": ("G", "J", "K"), "gh": ("G", "J"), "h": ("H", ""), "kh": ("X", "K"), "k": ("K", "X"), "q": ("K",),
    "c": ("K", "S", "J"), "ch": ("S", "X", "TS"), "d": ("D", "Z"), "dh": ("D", "Z"), "z": ("Z", "D"), "r": ("R",),
    "s": ("S", "T"), "sh": ("S",), "sch": ("S",), "f": ("F",), "ph": ("F",), "v": ("F", "", "B"), "l": ("L",),
    "m": ("M",), "n": ("N",), "x": ("KS",), "ḥ": ("H",), "ṭ": ("T",), "ḍ": ("D", "Z"), "ṣ": ("S",), "ẓ": ("Z",),
    "w": ("",), "y": ("",), "5": ("X",), "6": ("T",), "7": ("H",), "8": ("K", "G"), "9": ("S", "K"),
    "4": ("D", "S"),
}  # fmt: skip
_SOUND = re.compile("sch|th|ts|dj|gh|kh|ch|dh|sh|ph|[bcdfghjklmnpqrstvwxyzḥṭḍṣẓ456789]")
_DOUBLED = re.compile(r"(.)\1+")
_LAST_H = re.compile("[هة]$")
_MOST_SKELETONS = 48
_LEAST_LEFT = 2


def arabic_skeleton(word: str) -> str:
    """Return the consonant classes of a normalised Arabic word, doubled ones once, a last heh left out.

    >>> arabic_skeleton("يرموك"), arabic_skeleton("قادسيه")
    ('RMK', 'KDS')
    """
    return _DOUBLED.sub(r"\1", _LAST_H.sub("", word).translate(_ARABIC))


def latin_skeletons(latin: str) -> list[str]:
    """Return the consonant classes that a romanised word may stand for, likelier ones first.

    >>> latin_skeletons("yarmouk")
    ['RMK', 'RMX']
    """
    sounds = [_LATIN[sound] for sound in _SOUND.findall(_DOUBLED.sub(r"\1", latin))]
    if latin.endswith("h") and sounds and not latin.endswith(("sh", "kh", "gh", "th", "dh", "ch")):
        sounds[-1] = ("", "H")
    ways = islice(product(*sounds), _MOST_SKELETONS)
    return list(dict.fromkeys(_DOUBLED.sub(r"\1", "".join(way)) for way in ways))


def one_left_out(skeleton: str) -> list[str]:
    """Return the skeletons with one class less; none of what is too short to tell anything then.

    >>> one_left_out("RMK"), one_left_out("MR")
    (['MK', 'RK', 'RM'], [])
    """
    if len(skeleton) <= _LEAST_LEFT:
        return []
    shorter = (skeleton[:at] + skeleton[at + 1 :] for at in range(len(skeleton)))
    return list(dict.fromkeys(_DOUBLED.sub(r"\1", left) for left in shorter))


class SkeletonIndex:
    """Numbers of words by skeleton, and by skeleton with one class left out."""

    def __init__(self, words: Iterable[str]) -> None:
        self._whole: dict[str, list[int]] = {}
        self._shorter: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            self._whole.setdefault(arabic_skeleton(word), []).append(number)
        for skeleton, numbers in self._whole.items():
            for left in one_left_out(skeleton):
                if len(left) > _LEAST_LEFT:
                    self._shorter.setdefault(left, []).extend(numbers)

    def candidates(self, latin: str) -> list[int]:
        """Return the numbers of the words that `latin` may spell, ascending: one consonant more or less.

        A word of one or two consonants has these alone: too many others share them.
        """
        skeletons = latin_skeletons(latin)
        found: set[int] = set()
        for skeleton in skeletons:
            found.update(self._whole.get(skeleton, ()))
            found.update(self._shorter.get(skeleton, ()))
            for left in one_left_out(skeleton):
                found.update(self._whole.get(left, ()))
        return sorted(found)
