"""Dated events in a message: number and date, the sentence, its citation on a line of its own."""

from collections.abc import Sequence

from qa_bot.answering.annals.excerpt import excerpt
from qa_bot.answering.cite import without_author
from qa_bot.bot.bidi import RLM, isolate
from qa_bot.bot.cut import length_utf16, one_line
from qa_bot.bot.date_lines import date_runs, told_outside
from qa_bot.bot.markup import Block, Line, Run, Tag, bold, line, marked, page_length_utf16
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.model.event import DatedEvent

_CITATION_LIMIT_UTF16 = 130
_LONGEST, _SHORTEST = 420, 60  # code points of a sentence
_STEP = 40


def event_lines(events: Sequence[DatedEvent], first: int, texts: Texts, room_utf16: int) -> list[Block]:
    """Return the events as lines, numbered from `first`, within `room_utf16` units as far as sixty letters each allow.

    A sentence is verbatim; of a long one the part around its date is shown, and ellipses outside the marks say so.
    """
    longest = _LONGEST
    blocks = _blocks(events, first, texts, longest)
    while page_length_utf16(tuple(blocks)) > room_utf16 and longest > _SHORTEST:
        longest -= _STEP
        blocks = _blocks(events, first, texts, longest)
    return blocks


def _blocks(events: Sequence[DatedEvent], first: int, texts: Texts, longest: int) -> list[Block]:
    blocks: list[Block] = []
    for number, event in enumerate(events, first):
        blocks += [*([BLANK] if blocks else []), *_lines(event, number, texts, longest)]
    return blocks


def _lines(event: DatedEvent, number: int, texts: Texts, longest: int) -> tuple[Line, ...]:
    long = length_utf16(event.citation) > _CITATION_LIMIT_UTF16
    cited = without_author(event.citation, event.document) if long else event.citation
    place = isolate(one_line(cited, _CITATION_LIMIT_UTF16))
    dates = date_runs(event.dates, texts)
    told = told_outside(event.source, texts)
    return (
        texts.line_of(bold(f"{number}. "), *dates, *([f" · {told}"] if told else [])),
        _quoted(event, longest),
        line(f"{RLM}📖 {place}"),
    )


def _quoted(event: DatedEvent, longest: int) -> Line:
    part = excerpt(event, longest)
    shown = part.of(event.text)
    bare = shown.rstrip()
    dates = [each.moved(-part.start) for each in event.date_spans]
    spans = [span for span in dates if span.start >= 0 and span.end <= len(bare)]
    before = "… " if part.start else ""
    after = " …" if part.end < len(event.text.rstrip()) else ""
    runs: tuple[Run, ...] = marked(bare, {Tag.UNDERLINE: spans})
    return line(f"{RLM}{before}«", *runs, f"»{after}")
