"""Inline queries, «@bot سؤال» in any chat, and guest messages, in chats that the bot isn't a member of."""

import logging
from collections.abc import Awaitable, Sequence

from telegram import InlineQuery, InlineQueryResult, InlineQueryResultsButton, Update
from telegram.error import BadRequest

from qa_bot.bot.bidi import has_arabic, strip_controls
from qa_bot.bot.context import Context
from qa_bot.bot.cut import one_line
from qa_bot.bot.inline.desk import CACHED_S
from qa_bot.bot.inline.results import InlinePage, articles, guest_article, inline_page, plain_article
from qa_bot.bot.language import texts_for, texts_to
from qa_bot.bot.markup import line
from qa_bot.bot.network import came_too_late
from qa_bot.bot.texts import Texts
from qa_bot.bot.wishes import question_in
from qa_bot.errors import QuestionError, UnavailableError

_BUTTON_LIMIT_UTF16 = 60

_LOG = logging.getLogger(__name__)


async def answer_inline(update: Update, context: Context) -> None:
    """Answer what was typed behind the bot's name with up to ten results; nothing where its user has typed on."""
    query = update.inline_query
    if query is None:
        return
    question = strip_controls(query.query).strip()
    texts = texts_for(query.from_user.language_code, question, chosen=context.chat_settings.language)
    if context.parts.inline.is_overtaken(query):
        await _tolerating(query.answer([], cache_time=0))
    elif not question:
        await _tolerating(_say(query, texts.text("inline-ask-button")))
    else:
        await _answer(query, question, texts, context)


async def note_use(update: Update, context: Context) -> None:
    """Note that a result was chosen: it was of use."""
    if update.chosen_inline_result is not None:
        context.turn.effects.append(context.parts.memory.using(update.chosen_inline_result.from_user.id))


async def answer_guest(update: Update, context: Context) -> None:
    """Answer a message that called the bot into a chat which it isn't a member of, with one card."""
    message = update.guest_message
    if message is None or not message.guest_query_id:
        return
    question = question_in(message, context.bot.bot)
    texts = texts_to(message, question, chosen=context.chat_settings.language)
    if not question:
        article = plain_article(texts.page("ask-usage"), texts.text("inline-ask-button"))
    else:
        try:
            article = guest_article(await context.parts.inline.answer(question), question, texts)
        except QuestionError as error:
            said = texts.of(error)
            article = plain_article((line(said),), said)
    await _tolerating(context.bot.answer_guest_query(message.guest_query_id, article))


async def _answer(query: InlineQuery, question: str, texts: Texts, context: Context) -> None:
    try:
        answer = await context.parts.inline.answer(question)
        page = await inline_page(answer, question, query.offset, context.service)
    except QuestionError as error:
        await _tolerating(_say(query, texts.of(error)))
        return
    except UnavailableError as error:
        _LOG.warning("An inline query stays unanswered: %s", error)
        await _tolerating(_say(query, texts.text("inline-unavailable-button"), cache_s=0))
        return
    if not page.results and not query.offset:
        await _tolerating(_say(query, texts.text("inline-nothing-button")))
        return
    await _tolerating(_show(query, page, articles(page, answer, question, texts)))


def _show(query: InlineQuery, page: InlinePage, found: Sequence[InlineQueryResult]) -> Awaitable[bool]:
    # To what is written in Arabic everyone gets the same, in Arabic.
    personal = not has_arabic(query.query)
    return query.answer(found, cache_time=CACHED_S, is_personal=personal, next_offset=page.next_offset)


def _say(query: InlineQuery, words: str, *, cache_s: int = CACHED_S) -> Awaitable[bool]:
    """Return the answer without results; a button above their place says why, and leads to the bot."""
    button = InlineQueryResultsButton(one_line(words, _BUTTON_LIMIT_UTF16), start_parameter="inline")
    return query.answer([], cache_time=cache_s, is_personal=True, button=button)


async def _tolerating(answering: Awaitable[object]) -> None:
    """Answer; too late is no fault."""
    try:
        await answering
    except BadRequest as fault:
        if not came_too_late(fault):
            raise
