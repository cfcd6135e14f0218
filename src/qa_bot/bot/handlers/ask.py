"""/ask, /when and free questions."""

import logging

from telegram import Message, Update

from qa_bot.bot.callback_data import MAX_KEYS, Action, Button
from qa_bot.bot.card import answer_card
from qa_bot.bot.context import Context
from qa_bot.bot.handlers.earlier import asked_before
from qa_bot.bot.handlers.reply import reply, speaker_of, texts_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.keyboards import answer_keyboard, nearest_keyboard
from qa_bot.bot.markup import Page, line
from qa_bot.bot.opening import Opening, opening_lines, opening_of
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import Texts
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.model.answer import Answer, QuestionKind

WISHES = ("ask", "when")

_LOG = logging.getLogger(__name__)


async def ask(update: Update, context: Context) -> None:
    """Reply with the answer to what was asked."""
    message = incoming(update)
    if message is None:
        return
    said = await _answer_or_page(message, context)
    if not isinstance(said, Answer):
        await reply(update, context, Letter(said))
        return
    opening = opening_of(said.understood, context.wish.text if context.wish.borrowed else "")
    texts, asked_when = texts_of(message, context), context.wish.name == "when"
    letter = answer_letter(said, opening, texts, context, message.chat.id, asked_when=asked_when)
    await reply(update, context, letter, said.understood, found=said.found)


async def _answer_or_page(message: Message, context: Context) -> Answer | Page:
    """Return the answer, or what there is to say instead."""
    wish, texts = context.wish, texts_of(message, context)
    if not wish.text:
        return texts.page("when-usage") if wish.name == "when" else texts.page("ask-usage")
    try:
        return await _answer(message, context)
    except QuestionError as error:
        return (line(texts.of(error)),)
    except UnavailableError as error:
        _LOG.warning("A question stays unanswered: %s", error)
        return texts.page("unavailable")


async def _answer(message: Message, context: Context) -> Answer:
    """Ask the service, and remember what was asked for the question after this one."""
    look_up = context.service.when if context.wish.name == "when" else context.service.answer
    answer = await look_up(context.wish.text, previous=await asked_before(message, context))
    context.parts.metrics.answered(found=answer.found)
    context.turn.effects += context.parts.memory.remembering(speaker_of(message), answer.understood)
    if context.chat_settings.question_log and not answer.found:
        context.turn.effects.append(context.parts.opinions.noting(speaker_of(message), answer.understood.question))
    return answer


def answer_letter(
    answer: Answer, opening: Opening, texts: Texts, context: Context, chat_id: int, *, asked_when: bool
) -> Letter:
    """Return the card of an answer with its buttons for a chat, `opening` above it; `asked_when` tells of /when.

    The buttons lead through as many passages as the chat wants.
    """
    keys, seal = result_keys(answer)[: context.chat_settings.results], context.seal(chat_id)
    carries_when = answer.understood.carried and answer.understood.kind is QuestionKind.WHEN
    button = Button(Action.SHOW, keys=keys, when=asked_when or carries_when, nearest=not answer.found)
    page = answer_card(answer, texts, opening_lines(opening, texts), count=len(keys))
    if not answer.found:
        return Letter(page, nearest_keyboard(button, texts, seal, opening))
    return Letter(page, answer_keyboard(button, answer.quotes[0].citation, texts, seal, opening))


def result_keys(answer: Answer) -> tuple[bytes, ...]:
    """Return the keys of the passages to leaf through: those quoted, then those found, each once."""
    passages = [*(quote.passage for quote in answer.quotes), *(hit.passage for hit in answer.hits)]
    return tuple(dict.fromkeys(passage.key for passage in passages))[:MAX_KEYS]
