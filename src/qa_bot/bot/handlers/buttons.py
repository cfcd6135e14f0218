"""Presses of buttons: leaf through results, read around a passage, page through lists, undo."""

import logging
from dataclasses import replace

from telegram import CallbackQuery, MaybeInaccessibleMessage, Message, Update
from telegram.error import BadRequest

from qa_bot.bot.asked import asked_on
from qa_bot.bot.callback_data import LISTS, OPINIONS, OWN_TEXTS, READINGS, Action, Button, DeadButton
from qa_bot.bot.card import Result, result_card
from qa_bot.bot.context import Context
from qa_bot.bot.digits import in_digits
from qa_bot.bot.handlers.chat_settings import pressed_settings
from qa_bot.bot.handlers.feedback import Toast, pointed, voted
from qa_bot.bot.handlers.library import library_letter
from qa_bot.bot.handlers.other_reading import read_otherwise
from qa_bot.bot.handlers.reading import list_letter, pressed_to_read
from qa_bot.bot.handlers.timeline import send_century, turned_page
from qa_bot.bot.handlers.today import today_letter
from qa_bot.bot.handlers.trust import forget
from qa_bot.bot.handlers.uploads import pressed_own
from qa_bot.bot.keyboards import answer_keyboard, around_keyboard
from qa_bot.bot.language import texts_for
from qa_bot.bot.memory import Card
from qa_bot.bot.network import came_too_late
from qa_bot.bot.opening import Opening, opening_lines
from qa_bot.bot.sending import Letter, body_of
from qa_bot.bot.surroundings import surroundings_card
from qa_bot.bot.texts import Texts
from qa_bot.bot.today_card import day_at
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.model.answer import Quote
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.corpus import Passage
from qa_bot.store.letters import Draft

_OPENING_WORDS = 12

_LOG = logging.getLogger(__name__)


async def press(update: Update, context: Context) -> None:
    """Do what the pressed button says; where it can't be done, a pop-up tells why."""
    query = update.callback_query
    if query is None:
        return
    opening, question = _asked(query, context)
    texts = texts_for(query.from_user.language_code, question, chosen=context.chat_settings.language)
    try:
        if await _is_anothers(query, context):
            await answer_press(query, texts.text("not-yours-alert"))
            return
        letter = await _letter(query, context, texts, opening, question)
    except UnavailableError as error:
        _LOG.warning("A press could not be followed: %s", error)
        await answer_press(query, texts.text("unavailable-alert"))
        return
    if letter is None:
        return
    if isinstance(letter, DeadButton):
        await answer_press(query, _alert(letter, texts))
        return
    if isinstance(letter, str):
        await answer_press(query, letter, passes_by=isinstance(letter, Toast))
        return
    await answer_press(query)
    if query.message is not None:
        card, turned = query.message, body_of(in_digits(letter, context.chat_settings.digits))
        context.turn.drafts.append(Draft(card.chat.id, turned, edits=card.message_id, asker_id=query.from_user.id))


async def _is_anothers(query: CallbackQuery, context: Context) -> bool:
    """Return whether the card answers someone else, in a chat where buttons are the asker's alone.

    What was asked in a group's or channel's name is nobody's, and so is what isn't known any more.

    Raises:
        UnavailableError: the store can't be used now.
    """
    if not context.chat_settings.asker_only or query.message is None:
        return False
    card = Card(query.message.chat.id, query.message.message_id)
    asker_id = await context.parts.memory.asker_of(card)
    return asker_id is not None and asker_id > 0 and asker_id != query.from_user.id


async def answer_press(query: CallbackQuery, alert: str | None = None, *, passes_by: bool = False) -> None:
    """Tell Telegram that the press was noticed; too late is no fault. What `passes_by` needs no tap to go."""
    try:
        await query.answer(alert, show_alert=alert is not None and not passes_by)
    except BadRequest as fault:
        if not came_too_late(fault):
            raise


async def _letter(
    query: CallbackQuery, context: Context, texts: Texts, opening: Opening, question: str
) -> Letter | DeadButton | str | None:
    """Return what the pressed button leads to, or why it leads nowhere; None where the press has been followed.

    A string is what a pop-up says instead.

    Raises:
        UnavailableError: the engine did not answer.
    """
    if query.message is None or not query.data:
        return DeadButton.EXPIRED
    chat_id = query.message.chat.id
    button = context.parts.buttons.open(query.data, chat_id=chat_id, now_s=context.parts.now())
    if isinstance(button, DeadButton):
        return button
    if button.action is Action.SETTINGS:
        return await pressed_settings(button, query, texts, context, chat_id)
    if button.action in LISTS:
        return await _of_list(button, query, query.message, texts, context)
    if button.action in OWN_TEXTS or button.action is Action.READ:
        return await _of_text(button, query, texts, context, chat_id)
    if button.action is Action.FORGET:
        await forget(button, query, texts, context)
        await answer_press(query)
        return None
    if button.action in OPINIONS:
        pressed = voted if button.action is Action.VOTE else pointed
        return await pressed(button, query, question, texts, context)
    if button.action in READINGS:
        dead = await read_otherwise(query, button.action, texts, context)
        if dead is None:
            await answer_press(query)
        return dead
    return await _of_passage(button, texts, context, opening, question, chat_id)


async def _of_text(
    button: Button, query: CallbackQuery, texts: Texts, context: Context, chat_id: int
) -> Letter | DeadButton | str:
    if button.action is Action.READ:
        return await pressed_to_read(button, query.from_user.id, texts, context, chat_id)
    return await pressed_own(button, query, texts, context, chat_id)


async def _of_passage(
    button: Button, texts: Texts, context: Context, opening: Opening, question: str, chat_id: int
) -> Letter | DeadButton:
    """Return the result that the button leads to, or what stands around it in its text.

    Raises:
        UnavailableError: the engine did not answer.
    """
    passage = await context.service.passage(button.keys[button.index])
    found = await _quote(passage, question, button, context) if passage is not None else None
    if passage is None or found is None:
        return DeadButton.GONE
    quote, dates = found
    seal = context.seal(chat_id)
    if button.action is Action.AROUND:
        around = await context.service.surroundings(passage.id)
        if around is None:
            return DeadButton.GONE
        page = surroundings_card(around, quote, texts, opening_lines(opening, texts))
        return Letter(page, around_keyboard(button, quote.citation, texts, seal))
    result = Result(quote, dates, button.index + 1, len(button.keys), nearest=button.nearest)
    page = result_card(result, texts, opening_lines(opening, texts))
    return Letter(page, answer_keyboard(button, quote.citation, texts, seal, opening))


async def _of_list(
    button: Button, query: CallbackQuery, card: MaybeInaccessibleMessage, texts: Texts, context: Context
) -> Letter | DeadButton | None:
    """Return the page of a list that the button leads to; a century's timeline is sent as messages of its own."""
    if button.action is Action.LIBRARY:
        return await library_letter(button.index, texts, context, card.chat.id)
    if button.action is Action.TEXTS:
        return await list_letter(button.index, query.from_user.id, texts, context, card.chat.id)
    # Of a message that it no longer shows, Telegram gives the date 0.
    if not isinstance(card, Message) or card.date.timestamp() == 0:
        return DeadButton.EXPIRED
    if button.action is Action.TODAY:
        return await today_letter(day_at(card.date.timestamp()), button.index, texts, context, card.chat.id)
    if button.action is Action.TIMELINE:
        return await turned_page(card, button.index, texts, context) or DeadButton.GONE
    # Drawing takes longer than a press may stay unanswered.
    await answer_press(query)
    await send_century(card, button.index, query.from_user.id, texts, context)
    return None


async def _quote(
    passage: Passage, question: str, button: Button, context: Context
) -> tuple[Quote, tuple[BothCalendars, ...]] | None:
    """Return the sentence of the passage that answers best, its beginning where the question isn't known.

    None where the passage has just gone.
    """
    if question:
        try:
            found = await context.service.quote(passage.id, question, when=button.when)
        except QuestionError:
            found = None
        if found is not None:
            return found
    beginning = " ".join(passage.text.split()[:_OPENING_WORDS])
    found = await context.service.quote(passage.id, beginning)
    # Nobody asked for these words: nothing is marked.
    return (replace(found[0], matches=(), date_spans=(), answer_span=None), ()) if found is not None else None


def _asked(query: CallbackQuery, context: Context) -> tuple[Opening, str]:
    """Return what stands above the card, and the question that it answers; empty where it can't be told."""
    card = query.message
    if not isinstance(card, Message):
        return Opening(), ""
    return asked_on(card, context.bot.bot)


def _alert(dead: DeadButton, texts: Texts) -> str:
    """Return what the pop-up says."""
    _LOG.info("A press could not be followed: the button is %s", dead.value)
    match dead:
        case DeadButton.FORGED:
            return texts.text("forged-alert")
        case DeadButton.EXPIRED:
            return texts.text("expired-alert")
        case DeadButton.GONE:
            return texts.text("gone-alert")
