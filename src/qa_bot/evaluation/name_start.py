"""Costs of romanised spellings, set by hand: where fitting begins, and what it falls back on for rare letters."""

import math

from qa_bot.text.channel import ANY, BEFORE, LETTER_PART, LOOSE_STYLE, PRECISE_STYLE, VOWEL_PART

# What a letter is written as, and what that costs; `-` is nothing at all.
_SOUNDS = {
    "ا": "a:0.4 e:1.6 i:2.2 o:2.2 u:2.2 -:1.6 aa:2.5 ā:0.3 ʾ:3 ':3 ea:3.5 2:2.5",
    "ب": "b:0.1 p:2.5 bb:1.5 v:4",
    "ت": "t:0.1 tt:1.5 th:4",
    "ث": "th:0.2 t:2 s:2.2 ts:5",
    "ج": "j:0.2 dj:1.5 g:1.6 jj:1.5 gg:3 c:4 ch:4",
    "ح": "h:0.2 ḥ:0.1 7:1 hh:1.8 ḥḥ:1.5 -:3.5",
    "خ": "kh:0.2 5:1.5 k:3 h:3.5 x:3 ch:3 kkh:2.5",
    "د": "d:0.1 dd:1.5 t:4",
    "ذ": "dh:0.3 d:1.8 z:2 th:3.5 4:4",
    "ر": "r:0.1 rr:1.5",
    "ز": "z:0.1 zz:1.5 s:4",
    "س": "s:0.1 ss:1.5 c:3.5 z:4.5",
    "ش": "sh:0.2 ch:1.7 sch:2.5 s:3.5 4:4.5 ssh:2.5",
    "ص": "s:0.3 ṣ:0.1 ss:1.6 ṣṣ:1.6 9:2 c:4",
    "ض": "d:0.3 ḍ:0.1 dh:2.2 dd:1.8 ḍḍ:1.6 z:2.8",
    "ط": "t:0.3 ṭ:0.1 tt:1.7 ṭṭ:1.6 6:2",
    "ظ": "z:0.6 ẓ:0.1 dh:1.3 d:2.5 zz:2 ẓẓ:1.6 th:4",
    "ع": "-:0.8 ʿ:0.3 ':1.5 3:1 a:2.5 aa:2.5 ʾ:2.5 e:3.5",
    "غ": "gh:0.2 g:1.8 8:3",
    "ف": "f:0.1 ff:1.5 ph:2.5 v:2.5",
    "ق": "q:0.4 k:1.2 c:2.5 g:3 qq:1.6 kk:2.5 ck:4 8:2.5 9:3",
    "ك": "k:0.2 c:1.8 ck:3 q:3.5 kk:1.8 ch:3.5 g:4",
    "ل": "l:0.1 ll:1.5",
    "م": "m:0.1 mm:1.5",
    "ن": "n:0.1 nn:1.5",
    "ه": "h:0.4 -:1.2 t:2.5 hh:3",
    "و": "u:0.7 w:0.9 o:1.6 ou:1.6 oo:2.2 v:3 uw:2.5 ww:2 ū:0.3 -:3.5 uu:3",
    "ي": "i:0.6 y:0.8 ee:2 e:2 yy:1.8 iy:2.2 a:2.5 ī:0.3 ie:3 ei:3.5 iyy:2 j:4.5 -:3.5 ā:3.5 ï:2",
}
_LAST_HEH = "-:0.3 h:0.8 t:1.6"
_VOWELS = "-:0.7 a:1.2 i:1.8 u:1.8 e:2 o:2.2 ou:3.2 ee:4 oo:4.5 ei:4.2 ai:4.2"


def _lines(style: str) -> list[str]:
    lines = [f"{style}\t{VOWEL_PART}\t{ANY}\t{ANY}\t{chunk}\t{cost}" for chunk, cost in _pairs(_VOWELS)]
    for letter, costs in _SOUNDS.items():
        lines += [f"{style}\t{LETTER_PART}\t{letter}\t{ANY}\t{chunk}\t{cost}" for chunk, cost in _pairs(costs)]
    for before in BEFORE:
        lines += [f"{style}\t{LETTER_PART}\tه\t{before}-end\t{chunk}\t{cost}" for chunk, cost in _pairs(_LAST_HEH)]
    return lines


def _pairs(costs: str) -> list[tuple[str, str]]:
    return [(chunk, cost) for chunk, _colon, cost in (pair.rpartition(":") for pair in costs.split())]


def start() -> str:
    """Return the hand-set costs as the text of a cost table, alike for both styles."""
    return "\n".join([*_lines(LOOSE_STYLE), *_lines(PRECISE_STYLE)])


def by_hand(letter: str) -> dict[str, float]:
    """Return the hand-set costs of `letter` as probabilities of what it is written as.

    >>> [chunk for chunk, share in by_hand("ش").items() if share > 0.1]
    ['sh', 'ch']
    """
    shares = {"" if chunk == "-" else chunk: math.exp(-float(cost)) for chunk, cost in _pairs(_SOUNDS[letter])}
    total = sum(shares.values())
    return {chunk: share / total for chunk, share in shares.items()}
