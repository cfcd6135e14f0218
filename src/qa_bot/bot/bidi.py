"""Direction of text: what makes a line run right to left, and runs that must not disturb their neighbours.

Telegram's server removes U+2028-U+202E and keeps single marks and isolates; its clients choose a line's
direction by the first strong character. The rules are those of UAX #9 (Unicode Bidirectional Algorithm).
"""

import unicodedata

RLM = "\u200f"  # RIGHT-TO-LEFT MARK
FSI = "\u2068"  # FIRST STRONG ISOLATE
PDI = "\u2069"  # POP DIRECTIONAL ISOLATE

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})  # languages, by their codes
_TURNING = frozenset({"R", "AL"})  # classes of letters
_STRAY = dict.fromkeys(
    [
        *range(0x09),  # control characters that aren't white space
        *range(0x0E, 0x1C),
        0x7F,
        0x061C,  # ARABIC LETTER MARK
        0x200B,  # ZERO WIDTH SPACE
        *range(0x200E, 0x2010),  # marks
        *range(0x2028, 0x202F),  # separators, embeddings and overrides
        *range(0x2060, 0x2070),  # word joiner, invisible operators, isolates
        *range(0xD800, 0xE000),  # halves of surrogate pairs: JSON can carry them, UTF-8 can't
        0xFEFF,  # ZERO WIDTH NO-BREAK SPACE
        *range(0xE0000, 0xE0080),  # tag characters
    ]
)


def strip_controls(text: str) -> str:
    r"""Return `text` without the characters that change direction or aren't seen.

    >>> strip_controls("خا\u202eلد\u200b")
    'خالد'
    """
    return text.translate(_STRAY)


def isolate(text: str) -> str:
    r"""Return `text` on one line, cleaned of stray controls, between FSI and PDI: it can't turn its line.

    >>> isolate("Ajnadayn\u202e") == FSI + "Ajnadayn" + PDI
    True
    """
    return f"{FSI}{' '.join(strip_controls(text).split())}{PDI}"


def is_right_to_left(line: str) -> bool:
    """Return whether the line's first character is an Arabic (or other right-to-left) letter, or RLM.

    >>> is_right_to_left("وقعت 634"), is_right_to_left("634 وقعت")
    (True, False)
    """
    return unicodedata.bidirectional(line[:1] or " ") in _TURNING


def has_arabic(text: str) -> bool:
    """Return whether `text` holds an Arabic letter.

    >>> has_arabic("/when أجنادين"), has_arabic("/when Ajnadayn")
    (True, False)
    """
    return any(unicodedata.bidirectional(char) == "AL" for char in text)


def lead(line: str) -> str:
    """Return what must stand before `line` so that it runs right to left: RLM, or nothing.

    >>> lead("«وقعت»") == RLM, lead("وقعت")
    (True, '')
    """
    return "" if is_right_to_left(line) else RLM
