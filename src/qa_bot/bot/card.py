"""An answer as a Telegram message: the sentence first, then dates, the passage folded, its citation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa_bot.answering.cite import citation
from qa_bot.bot.bidi import RLM, isolate, lead
from qa_bot.bot.cut import MESSAGE_LIMIT_UTF16, length_utf16, one_line, shorten
from qa_bot.bot.date_lines import account_lines, date_lines, life_lines, reckoned_line, told_outside
from qa_bot.bot.markup import Block, Line, Page, Quoted, Run, Tag, line, marked, page_length_utf16
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.model.answer import Answer, DateAccount, LifeDate, QuestionKind, Quote
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.corpus import Span

_SENTENCE_LIMIT_UTF16 = 1500
_PLACE_LIMIT_UTF16 = 200
_CITATION_LIMIT_UTF16 = 500
_MESSAGE_SHARE_UTF16 = 3000  # for several sentences, their citations beside
_NEAREST = 3
_SMALLEST_FOLD_UTF16 = 200
_ELLIPSIS = " …"


@dataclass(frozen=True, slots=True)
class Result:
    """One result of a question: `rank` of `count`; `nearest` tells that it doesn't answer.

    `accounts` are the dates of which texts give different ones.
    """

    quote: Quote
    dates: tuple[BothCalendars, ...] = ()
    rank: int = 1
    count: int = 1
    nearest: bool = False
    accounts: tuple[DateAccount, ...] = ()


def answer_card(answer: Answer, texts: Texts, opening: tuple[Line, ...] = (), *, count: int = 1) -> Page:
    """Return the card of an answer: its best quote, or that the texts don't tell and what came nearest.

    `opening` stands above it; `count` is the number of results that the buttons lead to.
    """
    if not answer.found:
        return (*opening, *_not_found(answer, texts))
    if answer.reckoned:
        return (*opening, *_dated_sentences(answer.quotes, texts), BLANK, reckoned_line(answer.reckoned, texts))
    if answer.life:
        return (*opening, *_life(answer, answer.life, texts))
    is_unsure = answer.understood.kind is QuestionKind.WHEN and not (answer.dates or answer.accounts)
    if is_unsure and (answer.quotes[1:] or answer.life is not None):
        told = texts.line("unsure-dates" if answer.life is None else "life-untold")
        return (*opening, told, BLANK, *_dated_sentences(answer.quotes, texts))
    result = Result(answer.quotes[0], answer.dates, count=count, accounts=answer.accounts)
    return result_card(result, texts, opening)


def _life(answer: Answer, life: Sequence[LifeDate], texts: Texts) -> Page:
    """Return the sentences that tell when somebody died and was born, said as such, then those with other dates."""
    each = (_MESSAGE_SHARE_UTF16 - _CITATION_LIMIT_UTF16) // len(answer.quotes)
    blocks: list[Block] = []
    for told in life:
        blocks += [_sentence(told.quote, each), *life_lines(told, texts), citation_line(told.quote.citation), BLANK]
    others = answer.quotes[len(life) :]
    return (*blocks, texts.line("other-dates"), *_dated_sentences(others, texts)) if others else tuple(blocks[:-1])


def _dated_sentences(quotes: Sequence[Quote], texts: Texts) -> Page:
    """Return sentences that date something, each with its citation: which date is meant, the reader sees."""
    each = (_MESSAGE_SHARE_UTF16 - _CITATION_LIMIT_UTF16) // len(quotes)
    blocks: list[Block] = []
    for quote in quotes:
        blocks += [_sentence(quote, each), *_outside(quote, texts), citation_line(quote.citation), BLANK]
    return tuple(blocks[:-1])


def _outside(quote: Quote, texts: Texts) -> list[Line]:
    """Return the date that holds for a sentence which has none of its own, and where it stands."""
    outside = tuple(each.date for each in quote.dates if each.is_outside)
    inside = any(not each.is_outside for each in quote.dates)
    return [] if inside else list(_with_source(quote, outside, texts))


def result_card(result: Result, texts: Texts, opening: tuple[Line, ...] = ()) -> Page:
    """Return the card of one result, `opening` above it; it fits into one message."""
    quote = result.quote
    head: list[Block] = [*opening]
    if result.nearest:
        head += [texts.line("only-nearest"), BLANK]
    dates = account_lines(result.accounts, texts) or _with_source(quote, result.dates, texts)
    head += [_sentence(quote), *dates]
    foot = [citation_line(quote.citation)]
    if result.rank > 1:
        foot.append(texts.line("result", rank=result.rank, count=result.count))
    room = MESSAGE_LIMIT_UTF16 - page_length_utf16((*head, BLANK, BLANK, BLANK, *foot))
    return (*head, BLANK, *_folded(quote, texts, room), *foot)


def brief_card(result: Result, texts: Texts, opening: tuple[Line, ...] = ()) -> Page:
    """Return the sentence of a result with its dates and its citation, `opening` above it, without its passage."""
    nearest = (texts.line("only-nearest"), BLANK) if result.nearest else ()
    dates = date_lines(result.dates, texts)
    return (*opening, *nearest, _sentence(result.quote), *dates, BLANK, citation_line(result.quote.citation))


def citation_line(citation_text: str) -> Line:
    """Return the line that tells where a quote stands."""
    return line(f"{RLM}📖 {isolate(one_line(citation_text, _CITATION_LIMIT_UTF16))}")


def _with_source(quote: Quote, dates: tuple[BothCalendars, ...], texts: Texts) -> tuple[Line, ...]:
    """Return the lines of dates, and where the date stands if it is no date of the sentence itself."""
    lines = date_lines(dates, texts)
    outside = next((each.source for each in quote.dates if each.is_outside and each.date in dates), None)
    if not lines or outside is None:
        return lines
    told = told_outside(outside, texts)
    return (line(*lines[0].runs, f" · {told}"), *lines[1:])


def _sentence(quote: Quote, limit_utf16: int = _SENTENCE_LIMIT_UTF16) -> Line:
    """Return the sentence in quotation marks, its matched words bold, the date or likely answer underlined.

    Nothing is added between the marks; what doesn't fit is left out, and an ellipsis after them says so.
    """
    text = quote.text
    shown = shorten(text, limit_utf16)
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
    room -= page_length_utf16(texts.page("shortened")) + 2
    start = 0 if length_utf16(passage[: quote.span.end]) <= room else quote.span.start
    shown = shorten(passage[start:], room)
    sentence = replace(quote.span, start=quote.span.start - start, end=quote.span.end - start)
    runs = marked(shown, {Tag.BOLD: _within((sentence,), shown)})
    is_whole = start == 0 and shown == passage
    return [_quotation(runs), *([] if is_whole else [texts.line("shortened")]), BLANK]


def _quotation(runs: tuple[Run, ...]) -> Quoted:
    turned = lead(runs[0].text) if runs else ""
    return Quoted((Run(turned), *runs) if turned else runs, folded=True)


def _not_found(answer: Answer, texts: Texts) -> Page:
    """Return the honest words, and where the nearest passages stand: each citation once."""
    places = dict.fromkeys(citation(hit.passage, hit.document) for hit in answer.hits)
    nearest = [line(f"{RLM}• {isolate(one_line(place, _PLACE_LIMIT_UTF16))}") for place in list(places)[:_NEAREST]]
    listed = (BLANK, texts.line("nearest"), *nearest) if nearest else ()
    return (_why_not(answer, texts), *listed, BLANK, texts.line("try-again"))


def _why_not(answer: Answer, texts: Texts) -> Line:
    """Return that the texts don't tell, or that no passage meets the conditions, with these as they were typed."""
    conditions = answer.understood.conditions
    if answer.hits or not conditions:
        return texts.line("not-found")
    return texts.line("nothing-admitted", conditions=one_line(" ".join(conditions), _PLACE_LIMIT_UTF16))
