"""An answer as a Telegram message: the sentence first, then dates, the passage folded, its citation."""

from dataclasses import dataclass, replace

from qa_bot.answering.cite import citation
from qa_bot.bot.bidi import RLM, isolate, lead
from qa_bot.bot.cut import MESSAGE_LIMIT_UTF16, length_utf16, one_line, shorten
from qa_bot.bot.date_lines import date_lines
from qa_bot.bot.markup import Block, Line, Page, Quoted, Run, Tag, line, marked, page_length_utf16
from qa_bot.bot.texts import BLANK, Texts, example
from qa_bot.model.answer import Answer, Quote
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.corpus import Span

_SENTENCE_LIMIT_UTF16 = 1500
_PLACE_LIMIT_UTF16 = 200
_CITATION_LIMIT_UTF16 = 500
_NEAREST = 3
_SMALLEST_FOLD_UTF16 = 200
_ELLIPSIS = " …"


@dataclass(frozen=True, slots=True)
class Result:
    """One result of a question: `rank` of `count`; `nearest` tells that it doesn't answer."""

    quote: Quote
    dates: tuple[BothCalendars, ...] = ()
    rank: int = 1
    count: int = 1
    nearest: bool = False


def answer_card(answer: Answer, texts: Texts, opening: tuple[Line, ...] = (), *, count: int = 1) -> Page:
    """Return the card of an answer: its best quote, or that the texts don't tell and what came nearest.

    `opening` stands above it; `count` is the number of results that the buttons lead to.
    """
    if not answer.found:
        return (*opening, *_not_found(answer, texts))
    return result_card(Result(answer.quotes[0], answer.dates, count=count), texts, opening)


def result_card(result: Result, texts: Texts, opening: tuple[Line, ...] = ()) -> Page:
    """Return the card of one result, `opening` above it; it fits into one message."""
    quote = result.quote
    head: list[Block] = [*opening]
    if result.nearest:
        head += [line(texts.only_nearest), BLANK]
    head += [_sentence(quote), *date_lines(result.dates, texts)]
    foot = [citation_line(quote.citation)]
    if result.rank > 1:
        foot.append(line(texts.result.format(rank=result.rank, count=result.count)))
    room = MESSAGE_LIMIT_UTF16 - page_length_utf16((*head, BLANK, BLANK, BLANK, *foot))
    return (*head, BLANK, *_folded(quote, texts, room), *foot)


def brief_card(result: Result, texts: Texts, opening: tuple[Line, ...] = ()) -> Page:
    """Return the sentence of a result with its dates and its citation, `opening` above it, without its passage."""
    nearest = (line(texts.only_nearest), BLANK) if result.nearest else ()
    dates = date_lines(result.dates, texts)
    return (*opening, *nearest, _sentence(result.quote), *dates, BLANK, citation_line(result.quote.citation))


def citation_line(citation_text: str) -> Line:
    """Return the line that tells where a quote stands."""
    return line(f"{RLM}📖 {isolate(one_line(citation_text, _CITATION_LIMIT_UTF16))}")


def _sentence(quote: Quote) -> Line:
    """Return the sentence in quotation marks, its matched words bold, the date or likely answer underlined.

    Nothing is added between the marks; what doesn't fit is left out, and an ellipsis after them says so.
    """
    text = quote.text
    shown = shorten(text, _SENTENCE_LIMIT_UTF16)
    marks = {Tag.BOLD: _within(quote.matches, shown), Tag.UNDERLINE: _within(quote.marks, shown)}
    return line(f"{RLM}«", *marked(shown, marks), "»" if shown == text else f"»{_ELLIPSIS}")


def _within(spans: tuple[Span, ...], shown: str) -> list[Span]:
    return [span for span in spans if span.end <= len(shown)]


def _folded(quote: Quote, texts: Texts, room: int) -> list[Block]:
    """Return the passage in a folded quotation, the sentence bold in it; nothing where it says no more.

    A passage that doesn't fit is shortened after the sentence; it begins with it where even that is too much.
    """
    passage = quote.passage.text
    if passage.strip() == quote.text.strip() or room < _SMALLEST_FOLD_UTF16:
        return []
    room -= length_utf16(texts.shortened) + 2
    start = 0 if length_utf16(passage[: quote.span.end]) <= room else quote.span.start
    shown = shorten(passage[start:], room)
    sentence = replace(quote.span, start=quote.span.start - start, end=quote.span.end - start)
    runs = marked(shown, {Tag.BOLD: _within((sentence,), shown)})
    is_whole = start == 0 and shown == passage
    return [_quotation(runs), *([] if is_whole else [line(texts.shortened)]), BLANK]


def _quotation(runs: tuple[Run, ...]) -> Quoted:
    turned = lead(runs[0].text) if runs else ""
    return Quoted((Run(turned), *runs) if turned else runs, folded=True)


def _not_found(answer: Answer, texts: Texts) -> Page:
    """Return the honest words, and where the nearest passages stand: each citation once."""
    places = dict.fromkeys(citation(hit.passage, hit.document) for hit in answer.hits)
    nearest = [line(f"{RLM}• {isolate(one_line(place, _PLACE_LIMIT_UTF16))}") for place in list(places)[:_NEAREST]]
    listed = (BLANK, line(texts.nearest), *nearest) if nearest else ()
    return (_why_not(answer, texts), *listed, BLANK, texts.try_again)


def _why_not(answer: Answer, texts: Texts) -> Line:
    """Return that the texts don't tell, or that no passage meets the conditions, with these as they were typed."""
    conditions = answer.understood.conditions
    if answer.hits or not conditions:
        return line(texts.not_found)
    return line(texts.nothing_admitted, *example(one_line(" ".join(conditions), _PLACE_LIMIT_UTF16)))
