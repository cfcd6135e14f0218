"""Where sentences begin and end, in texts with good punctuation, with poor punctuation and with none.

A full stop after an abbreviation or inside a number ends nothing, nor does a mark inside brackets or quotation
marks. What runs on for more than sixty words is parted before a new clause.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from qa_bot.model.corpus import Span
from qa_bot.text.clauses import part_clauses, within
from qa_bot.text.letters import HEH, MARKS, TATWEEL, WAW
from qa_bot.text.normalise import strip_marks

# Brackets and quotation marks keep a sentence together as far as this; what is longer is a speech.
_LONGEST_ASIDE = 300
_SHORT_LINES = 40
_LONG_LINES = 100
# Lines broken by hand are not filled to the last letter.
_SLACK = 8
# As far back as the words before a stop matter.
_LAST_WORDS = 40
# A call or a pause after fewer words than this ends no sentence.
_LEAST_WORDS = 3

_STOP = re.compile(r"[.…!?؟۔]+|\n")
_BRACKET = re.compile(r"[()\[\]{}«»“”\"﴿﴾]|\n[^\S\n]*\n")
_CLOSERS = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}
# Straight quotes, and the brackets of the Quran, which texts write either way round.
_TOGGLES = {'"': '"', "﴿": "﴿", "﴾": "﴿"}
# What still belongs to the sentence after its stop: closing brackets, and the number of a footnote.
_TAIL = re.compile(
    rf"[{MARKS}]*"
    r"(?:[)\]}»”\"’'﴾﴿]|[ ]{1,2}[)\]}»”]|[ ]{0,2}\[ ?\(?\d{1,3}\)? ?\]|[ ]{0,2}[(«]\d{1,2}[)»](?!\w)|[ ]?[.…]){0,8}"
)
_WORD_BEFORE = re.compile(rf"[\w{MARKS}]+\Z")
_WORD_AFTER = re.compile(rf"[\s\"«(﴿\[]{{0,4}}([\w{MARKS}]*)")
_GOES_ON = re.compile(r"\s{0,3}[،؛,;:]")
_HAS_WORD = re.compile(r"[^\W_]")
_ERA = re.compile(rf"\d[)\]]?\s{{0,2}}(?:{HEH}{TATWEEL}?|م|ق\.\s?م)\Z")
_LETTER = re.compile(rf"[^\W\d_][{MARKS}{TATWEEL}]*\Z")
_ABBREVIATIONS = frozenset({"هـ", "إلخ", "الخ", "مج", "تح", "رض", "صلعم", "ص", "ج", "ط", "د", "ت", "م", "ق"})
# Ligatures that Unicode counts as single letters: «ﷺ.» ends a sentence as «محمد.» does.
_HONORIFICS = frozenset("ﷲﷴﷵﷶﷷﷸﷹﷺﷻ")
_VOCATIVES = frozenset({"يا", "ويا", "فيا", "أيها", "ايها", "أيتها", "ايتها", "اللهم", "والله", "ويحك", "ويلك"})
# First words that begin a sentence where the stop before them might have been an abbreviation's.
_STARTERS = frozenset({"ثم", "قال", "فقال", "كما", "لكن", "أما", "فلما", "بعد", "كان", "كانت", "هذا", "هذه", "إن"})


def sentences(text: str) -> list[Span]:
    """Return the sentences of `text`, ascending; together they cover all of it but white space.

    >>> text = "ولد سنة 571 م. في مكة (وقيل 570). وتوفي سنة 11 هـ. ودفن بالمدينة"
    >>> [span.of(text) for span in sentences(text)]
    ['ولد سنة 571 م. في مكة (وقيل 570).', 'وتوفي سنة 11 هـ.', 'ودفن بالمدينة']
    """
    asides = _asides(text)
    whole = _with_words(text, _trimmed(text, _ends(text, asides)))
    return [part for span in whole for part in part_clauses(text, span, asides)]


def soft_breaks(lines: Sequence[str], *, cut: bool = False) -> list[bool]:
    """Return, for each of `lines` but the last, whether its end is a mere wrap: the next word had no room.

    Lines as long as paragraphs never wrap, nor do short ones. With `cut` the first line may lack its beginning.

    >>> lines = ["وقعت غزوة بدر في السابع عشر من رمضان", "من السنة الثانية للهجرة عند آبار بدر", "قرب المدينة."]
    >>> soft_breaks(lines)
    [True, True]
    """
    width = max(map(len, lines), default=0)
    hard = [False] * (len(lines) - 1)
    if not _SHORT_LINES - _SLACK <= width <= _LONG_LINES:
        return hard
    full = [len(line) + 1 + len(after.split(maxsplit=1)[0]) >= width - _SLACK for line, after in pairwise(lines)]
    counted = full[1:] if cut and len(full) > 1 else full
    ended = sum(line[-1] in ".!؟…:" for line in lines[:-1])
    if sum(counted) < 0.7 * len(counted) or 2 * ended > len(full):
        return hard
    if cut and len(full) > 1:
        full[0] = True
    return full


def _ends(text: str, asides: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the offsets where a sentence ends, ascending; the text's end is one of them."""
    wraps = _wraps(text)
    begun = 0
    for stop in _STOP.finditer(text):
        if stop.start() < begun:
            continue
        if stop.group() == "\n":
            if stop.start() not in wraps:
                begun = stop.end()
                yield begun
        elif not within(asides, stop.start()) and _is_end(text, stop, begun):
            tail = _TAIL.match(text, stop.end())
            begun = tail.end() if tail else stop.end()
            yield begun
    yield len(text)


def _is_end(text: str, stop: re.Match[str], begun: int) -> bool:
    """Return whether the mark ends the sentence that began at `begun`."""
    mark = stop.group()
    if _GOES_ON.match(text, stop.end()):
        return False
    if "؟" in mark or "?" in mark or "۔" in mark:
        return True
    if mark == ".":
        return _full_stop_ends(text, stop, begun)
    last = text[max(begun, stop.start() - _LAST_WORDS) : stop.start()].split()
    if len(last) < _LEAST_WORDS:
        return False
    return _VOCATIVES.isdisjoint(last[-5:]) if "!" in mark else _starts_anew(text, stop.end())


def _full_stop_ends(text: str, stop: re.Match[str], begun: int) -> bool:
    word_before = _WORD_BEFORE.search(text, max(begun, stop.start() - _LAST_WORDS), stop.start())
    word = word_before.group() if word_before else ""
    after = text[stop.end() : stop.end() + 1]
    if after.isdecimal() or (after.isalpha() and not _is_glued_end(word, text, stop.end())):
        return False
    if word in _ABBREVIATIONS or (_LETTER.fullmatch(word) and word not in _HONORIFICS):
        return bool(_ERA.search(text, max(0, stop.start() - 12), stop.start())) and _starts_anew(text, stop.end())
    # «1. بدر» counts the entries of a list.
    numbers_a_line = word.isdecimal() and not text[begun : word_before.start() if word_before else begun].strip()
    return not numbers_a_line


def _is_glued_end(word: str, text: str, end: int) -> bool:
    """Return whether a full stop right before a letter ends a sentence: «الشام.فى» does, «ق.م» does not."""
    after = _WORD_AFTER.match(text, end)
    return len(word) != 1 and word.isascii() is (not word) and after is not None and len(after.group(1)) > 1


def _starts_anew(text: str, offset: int) -> bool:
    """Return whether the word after `offset` begins a sentence; so does whatever begins a line."""
    match = _WORD_AFTER.match(text, offset)
    if match is None or "\n" in match.group() or match.end() == len(text):
        return True
    word = strip_marks(match.group(1))
    return word in _STARTERS or (word.startswith(WAW) and len(word) > 2)


def _asides(text: str) -> list[tuple[int, int]]:
    """Return what stands in brackets or quotation marks and is short, ascending, overlaps merged."""
    opened: dict[str, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        mark = match.group()
        opener = _CLOSERS.get(mark, _TOGGLES.get(mark, ""))
        if mark[0] == "\n":
            opened.clear()
        elif opener and opened.get(opener):
            start = opened[opener].pop()
            if match.end() - start <= _LONGEST_ASIDE:
                pairs.append((start, match.end()))
            elif mark in _TOGGLES:
                opened[opener].append(match.start())
        elif mark not in _CLOSERS:
            opened.setdefault(opener or mark, []).append(match.start())
    return _merged(sorted(pairs))


def _merged(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in pairs:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _wraps(text: str) -> frozenset[int]:
    """Return the offsets of the line feeds at which a line is merely wrapped."""
    if "\n" not in text:
        return frozenset()
    found: set[int] = set()
    offset = 0
    block: list[tuple[str, int]] = []
    for line in (*text.split("\n"), ""):
        offset += len(line) + 1
        if line.strip():
            block.append((line.strip(), offset - 1))
        elif block:
            wraps = soft_breaks([words for words, _ in block], cut=True)
            found.update(end for (_, end), soft in zip(block, wraps, strict=False) if soft)
            block = []
    return frozenset(found)


def _trimmed(text: str, ends: Iterable[int]) -> Iterator[Span]:
    start = 0
    for end in ends:
        part = text[start:end]
        bare = part.strip()
        if bare:
            first = start + len(part) - len(part.lstrip())
            yield Span(first, first + len(bare))
        start = end


def _with_words(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return `spans`, those without a letter or digit joined to the one before, at the beginning to the next."""
    joined: list[Span] = []
    wordless = True
    for span in spans:
        has_word = _HAS_WORD.search(text, span.start, span.end) is not None
        if joined and (wordless or not has_word):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
        wordless = wordless and not has_word
    return joined
