"""An answer as a list of results to choose from: each a sentence, verbatim, with its citation."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from qa_bot.answering.service import AnsweringService
from qa_bot.bot.card import Result, answer_card, brief_card
from qa_bot.bot.cut import one_line
from qa_bot.bot.keyboards import copy_button
from qa_bot.bot.markup import Page, to_html
from qa_bot.bot.opening import opening_lines, opening_of
from qa_bot.bot.texts import Texts
from qa_bot.model.answer import Answer, Quote
from qa_bot.model.corpus import Passage

A_PAGE = 10
_TITLE_LIMIT_UTF16 = 120
_DESCRIPTION_LIMIT_UTF16 = 200
_NOT_FOUND_ID = "not-found"


@dataclass(frozen=True, slots=True)
class InlinePage:
    """Some results, and where the next ones begin; an empty string where there are no more."""

    results: tuple[Result, ...]
    next_offset: str


async def inline_page(answer: Answer, question: str, offset: str, service: AnsweringService) -> InlinePage:
    """Return the ten results from `offset` on: the sentences that answer, then the best of each passage found.

    An offset that isn't one of ours begins anew.

    Raises:
        QuestionError: the question is empty or too long.
        UnavailableError: the engine did not answer.
    """
    places = _places(answer)
    start = int(offset) if offset.isdecimal() and len(offset) < 4 else 0
    results = [await _result(place, answer, question, service) for place in places[start : start + A_PAGE]]
    end = start + A_PAGE
    return InlinePage(tuple(filter(None, results)), str(end) if end < len(places) else "")


def _places(answer: Answer) -> Sequence[Quote | Passage]:
    """Return what is quoted, then the other passages found, each passage once."""
    quoted = {quote.passage.id: quote for quote in reversed(answer.quotes)}
    found = {hit.passage.id: hit.passage for hit in answer.hits if hit.passage.id not in quoted}
    return [*reversed(quoted.values()), *found.values()]


async def _result(place: Quote | Passage, answer: Answer, question: str, service: AnsweringService) -> Result | None:
    if isinstance(place, Quote):
        return Result(place, answer.dates if place == answer.quotes[0] else ())
    found = await service.quote(place.id, question)
    # The texts have changed since.
    return Result(*found, nearest=not answer.found) if found is not None else None


def articles(page: InlinePage, answer: Answer, question: str, texts: Texts) -> list[InlineQueryResultArticle]:
    """Return the results as Telegram lists them; whoever reads one in a chat is told what was asked."""
    opening = opening_lines(opening_of(answer.understood, question), texts)
    return [_article(result, brief_card(result, texts, opening), texts) for result in page.results]


def guest_article(answer: Answer, question: str, texts: Texts) -> InlineQueryResultArticle:
    """Return the one card that a guest's message is answered with, also where the texts don't tell."""
    opening = opening_lines(opening_of(answer.understood, question), texts)
    if answer.found:
        result = Result(answer.quotes[0], answer.dates)
        return _article(result, brief_card(result, texts, opening), texts)
    return plain_article(answer_card(answer, texts, opening), texts.text("not-found"))


def plain_article(page: Page, title: str) -> InlineQueryResultArticle:
    """Return a page that cites nothing as a result."""
    return InlineQueryResultArticle(_NOT_FOUND_ID, one_line(title, _TITLE_LIMIT_UTF16), _content(page))


def _article(result: Result, page: Page, texts: Texts) -> InlineQueryResultArticle:
    quote = result.quote
    told = f"{texts.text('inline-nearest')} {quote.citation}" if result.nearest else quote.citation
    return InlineQueryResultArticle(
        quote.passage.key.hex(),
        one_line(quote.text, _TITLE_LIMIT_UTF16),
        _content(page),
        # With a button Telegram tells which message was sent when a result is chosen.
        reply_markup=InlineKeyboardMarkup([[copy_button(quote.citation, texts)]]),
        description=one_line(told, _DESCRIPTION_LIMIT_UTF16),
    )


def _content(page: Page) -> InputTextMessageContent:
    return InputTextMessageContent(
        to_html(page), parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
