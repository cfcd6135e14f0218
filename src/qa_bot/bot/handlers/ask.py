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
from qa_bot.bot.opening import opening_lines, opening_of
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
    letter = answer_letter(said, texts_of(message, context.wish), context, message)
    await reply(update, context, letter, said.understood)


async def _answer_or_page(message: Message, context: Context) -> Answer | Page:
    """Return the answer, or what there is to say instead."""
    wish, texts = context.wish, texts_of(message, context.wish)
    if not wish.text:
        return texts.when_usage if wish.name == "when" else texts.ask_usage
    try:
        return await _answer(message, context)
    except QuestionError as error:
        return (line(error.arabic if texts.language == "ar" else error.english),)
    except UnavailableError as error:
        _LOG.warning("A question stays unanswered: %s", error)
        return texts.unavailable


async def _answer(message: Message, context: Context) -> Answer:
    """Ask the service, and remember what was asked for the question after this one."""
    look_up = context.service.when if context.wish.name == "when" else context.service.answer
    answer = await look_up(context.wish.text, previous=await asked_before(message, context))
    context.turn.effects += context.parts.memory.remembering(speaker_of(message), answer.understood)
    return answer


def answer_letter(answer: Answer, texts: Texts, context: Context, message: Message) -> Letter:
    """Return the card of an answer to `message` with its buttons."""
    wish = context.wish
    keys = result_keys(answer)
    carries_when = answer.understood.carried and answer.understood.kind is QuestionKind.WHEN
    button = Button(Action.SHOW, keys=keys, when=wish.name == "when" or carries_when, nearest=not answer.found)
    opening = opening_lines(opening_of(answer.understood, wish.text if wish.borrowed else ""), texts)
    page = answer_card(answer, texts, opening, count=len(keys))
    seal = context.seal(message.chat.id)
    if not answer.found:
        return Letter(page, nearest_keyboard(button, texts, seal))
    return Letter(page, answer_keyboard(button, answer.quotes[0].citation, texts, seal))


def result_keys(answer: Answer) -> tuple[bytes, ...]:
    """Return the keys of the passages to leaf through: those quoted, then those found, each once."""
    passages = [*(quote.passage for quote in answer.quotes), *(hit.passage for hit in answer.hits)]
    return tuple(dict.fromkeys(passage.key for passage in passages))[:MAX_KEYS]
