"""A passage between the one before and the one after it, as a Telegram message."""

from qa_bot.bot.bidi import RLM, isolate, lead
from qa_bot.bot.card import citation_line
from qa_bot.bot.cut import MESSAGE_LIMIT_UTF16, length_utf16, one_line, shorten
from qa_bot.bot.markup import Block, Line, Page, Quoted, Run, Tag, bold, line, marked, page_length_utf16
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.model.answer import Quote
from qa_bot.model.corpus import Passage
from qa_bot.model.search import Surroundings

_HEADING_LIMIT_UTF16 = 150


def surroundings_card(around: Surroundings, quote: Quote, texts: Texts, opening: tuple[Line, ...] = ()) -> Page:
    """Return the passages in reading order, each under its heading, the quoted sentence bold, `opening` on top.

    The three share the room of one message; one that is too long is shortened, and a line says so.
    """
    passages = [passage for passage in (around.before, around.passage, around.after) if passage is not None]
    head = (*opening, texts.line("surroundings"), *_ends(around, texts), BLANK)
    foot = citation_line(quote.citation)
    room = (MESSAGE_LIMIT_UTF16 - page_length_utf16((*head, foot))) // len(passages)
    middle: list[Block] = []
    heading = ""
    for passage in passages:
        above, heading = heading, passage.headings[-1] if passage.headings else ""
        middle += _under_heading(heading if heading != above else "", _body(passage, quote), room, texts)
    return (*head, *middle, foot)


def _ends(around: Surroundings, texts: Texts) -> list[Block]:
    first = [texts.line("first-passage")] if around.before is None else []
    last = [texts.line("last-passage")] if around.after is None else []
    return [*first, *last]


def _body(passage: Passage, quote: Quote) -> tuple[Run, ...]:
    spans = [quote.span] if passage.id == quote.passage.id else []
    return marked(passage.text, {Tag.BOLD: spans})


def _under_heading(heading: str, runs: tuple[Run, ...], room: int, texts: Texts) -> list[Block]:
    """Return a passage as a quotation, its heading above it, within `room` UTF-16 units."""
    title = [line(RLM, bold(isolate(one_line(heading, _HEADING_LIMIT_UTF16))))] if heading else []
    text = "".join(run.text for run in runs)
    turned = lead(text)
    room -= page_length_utf16((*title, BLANK)) + len(turned) + 4
    if length_utf16(text) <= room:
        quoted = Quoted((Run(turned), *runs) if turned else runs)
        return [*title, quoted, BLANK]
    shown = shorten(text, room - page_length_utf16(texts.page("shortened")))
    return [*title, Quoted((Run(turned), Run(shown))), texts.line("shortened"), BLANK]
