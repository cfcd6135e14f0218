"""Lengths as Telegram counts them, and cutting a text where it doesn't hurt."""

import re
import unicodedata

from qa_bot.text.letters import ZERO_WIDTH_JOINER

MESSAGE_LIMIT_UTF16 = 4096
CAPTION_LIMIT_UTF16 = 1024
_EMOJI_MODIFIERS = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SENTENCE_END = re.compile(r"[.!?؟۔…]+[»)\]\"”]*(?=\s|$)")
_WORD_END = re.compile(r"\S(?=\s|$)")


def length_utf16(text: str) -> int:
    """Return how many UTF-16 units `text` has: how Telegram measures texts and offsets.

    >>> length_utf16("بدر"), length_utf16("📖")
    (3, 2)
    """
    return len(text) + sum(char > "\uffff" for char in text)


def fitting(text: str, limit_utf16: int) -> int:
    """Return how many code points of `text` fit into `limit_utf16` units without cutting a grapheme.

    A letter keeps its marks, an emoji its modifiers and joined parts, a flag both letters (after UAX #29,
    as far as texts and names need it).

    >>> fitting("مُحَمَّد", 3), fitting("مُحَمَّد", 4), fitting("🇪🇬", 3)
    (2, 4, 0)
    """
    used = whole = 0
    for index, char in enumerate(text):
        if not _joins(text, index):
            whole = index
        used += 1 + (char > "\uffff")
        if used > limit_utf16:
            return whole
    return len(text)


def shorten(text: str, limit_utf16: int) -> str:
    """Return the beginning of `text` that fits: cut after a sentence, else a word, else a grapheme.

    A sentence or word end in the first half isn't used: that would lose too much.

    >>> shorten("وقعت بدر. ثم أحد.", 12), shorten("وقعت بدر", 6), shorten("وقعت", 2)
    ('وقعت بدر.', 'وقعت', 'وق')
    """
    if length_utf16(text) <= limit_utf16:
        return text
    room = fitting(text, limit_utf16)
    for end in (_SENTENCE_END, _WORD_END):
        ends = [match.end() for match in end.finditer(text, 0, room + 1) if match.end() <= room]
        if ends and ends[-1] * 2 >= room:
            return text[: ends[-1]]
    return text[:room]


def one_line(text: str, limit_utf16: int) -> str:
    r"""Return `text` on one line within `limit_utf16` units, «…» at its end where something was left out.

    >>> one_line("معركة\nاليرموك الكبرى", 15)
    'معركة اليرموك…'
    """
    flat = " ".join(text.split())
    return flat if length_utf16(flat) <= limit_utf16 else shorten(flat, limit_utf16 - 1).rstrip() + "…"


def _joins(text: str, index: int) -> bool:
    """Return whether the code point at `index` belongs to the grapheme before it."""
    if index == 0:
        return False
    char, before = text[index], text[index - 1]
    if unicodedata.category(char).startswith("M") or ZERO_WIDTH_JOINER in (char, before):
        return True
    if ord(char) in _EMOJI_MODIFIERS or (before == "\r" and char == "\n"):
        return True
    return ord(char) in _FLAG_LETTERS and _flag_letters_before(text, index) % 2 == 1


def _flag_letters_before(text: str, index: int) -> int:
    count = 0
    while index > count and ord(text[index - count - 1]) in _FLAG_LETTERS:
        count += 1
    return count
