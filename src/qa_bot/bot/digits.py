"""The digits of a message: those of its chat's choice, except where words are quoted or typed."""

import re
from dataclasses import replace

from qa_bot.bot.bidi import has_arabic
from qa_bot.bot.markup import Block, Line, Run, Tag
from qa_bot.bot.sending import Letter

ARABIC = "arabic"
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
# A word with Latin letters keeps its digits: BM25.
_WORD = re.compile(r"\S+")
_LATIN = re.compile(r"[A-Za-z]")


def in_digits(letter: Letter, chosen: str) -> Letter:
    """Return the letter with the digits that were chosen: "arabic", or empty for those that it has.

    Quotations and what a tap copies stay as they are; so do lines without Arabic words.
    """
    if chosen != ARABIC:
        return letter
    return replace(letter, page=tuple(map(_of_block, letter.page)))


def _of_block(block: Block) -> Block:
    if not isinstance(block, Line) or not has_arabic("".join(run.text for run in block.runs if not run.verbatim)):
        return block
    return Line(tuple(map(_of_run, block.runs)))


def _of_run(run: Run) -> Run:
    if run.verbatim or Tag.CODE in run.tags:
        return run
    return replace(run, text=_WORD.sub(lambda word: _of_word(word[0]), run.text))


def _of_word(word: str) -> str:
    return word if _LATIN.search(word) else word.translate(_ARABIC)
