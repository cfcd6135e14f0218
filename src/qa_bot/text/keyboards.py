"""Keys: what a key writes on an Arabic keyboard and on Latin ones, and which keys lie side by side.

The Arabic layout is Microsoft's Arabic (101), as published in its keyboard layout reference; the Latin ones are the
United States' QWERTY and the French AZERTY.
"""

from functools import cache

from qa_bot.text.letters import ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW, ALEF_MADDA, TATWEEL

_LAM = "ل"
_LAM_ALEF = "لا"  # the one key that writes two letters

# The letter keys of each row from left to right; a row stands half a key to the right of the one above it.
_ARABIC = (
    tuple("ضصثقفغعهخحجد"),
    tuple("شسيبلاتنمكط"),
    ("ئ", "ء", "ؤ", "ر", _LAM_ALEF, "ى", "ة", "و", "ز", "ظ"),
)
_QWERTY = ("qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./")
_AZERTY = ("azertyuiop^$", "qsdfghjklmù", "wxcvbn,;:!")
_BESIDE_DIGITS = {"`": "ذ"}
# With shift: letters and the signs of questions; vowel marks say nothing here and are left out.
_SHIFTED = {
    "T": _LAM + ALEF_HAMZA_BELOW,
    "Y": ALEF_HAMZA_BELOW,
    "G": _LAM + ALEF_HAMZA_ABOVE,
    "H": ALEF_HAMZA_ABOVE,
    "B": _LAM + ALEF_MADDA,
    "N": ALEF_MADDA,
    "J": TATWEEL,
    "K": "،",
    "P": "؛",
    "?": "؟",
    **dict.fromkeys("QWERASXZ~", ""),
}


@cache
def latin_layouts() -> tuple[dict[int, str], ...]:
    """Return for QWERTY and for AZERTY what each of its signs is on an Arabic keyboard, for `str.translate`.

    Capitals whose key writes no letter with shift write what the key writes without: after a full stop, or with caps
    lock.
    """
    return tuple(str.maketrans(_layout(rows)) for rows in (_QWERTY, _AZERTY))


def _layout(rows: tuple[str, ...]) -> dict[str, str]:
    # AZERTY has one key less at the end of its rows.
    keys = {sign: arabic for row in zip(rows, _ARABIC, strict=True) for sign, arabic in zip(*row, strict=False)}
    capitals = {sign.upper(): arabic for sign, arabic in keys.items() if sign.isalpha()}
    return _BESIDE_DIGITS | capitals | _SHIFTED | keys


@cache
def neighbouring_letters() -> dict[str, frozenset[str]]:
    """Return for each letter of the Arabic keyboard those that lie beside it: in its row, above and below.

    >>> sorted(neighbouring_letters()["ش"])
    ['ئ', 'س', 'ص', 'ض']
    """
    return {
        letter: frozenset(_key(*place) for place in _beside(row, at)) - {""}
        for row, letters in enumerate(_ARABIC)
        for at, letter in enumerate(letters)
    }


def _beside(row: int, at: int) -> list[tuple[int, int]]:
    return [(row, at - 1), (row, at + 1), (row - 1, at), (row - 1, at + 1), (row + 1, at), (row + 1, at - 1)]


def _key(row: int, at: int) -> str:
    inside = 0 <= row < len(_ARABIC) and 0 <= at < len(_ARABIC[row])
    return _ARABIC[row][at] if inside else ""
