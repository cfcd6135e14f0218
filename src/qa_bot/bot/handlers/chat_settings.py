"""/settings: the panel of a chat's settings, in private; in a group, the way there."""

from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatType

from qa_bot.bot.callback_data import Button, DeadButton
from qa_bot.bot.context import Context
from qa_bot.bot.groups.admins import chat_named, is_admin, is_from_admin
from qa_bot.bot.groups.links import chat_of_settings, settings_link
from qa_bot.bot.groups.options import SCHEDULED
from qa_bot.bot.groups.panel import Panel, choice_of, option_letter, panel_letter
from qa_bot.bot.groups.shelf_panel import is_about_collections
from qa_bot.bot.groups.stoppages import resumed, resumes, stoppages_of
from qa_bot.bot.handlers.reply import reply, texts_of
from qa_bot.bot.handlers.scheduled import follow_zone, schedule_chosen, scheduled_in
from qa_bot.bot.handlers.shelves import pressed_collections
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import Texts
from qa_bot.store.chat_settings import ChatSettings

WISHES = ("settings",)


async def show_settings(update: Update, context: Context) -> None:
    """Reply with the panel, with the way to it, or that it is for admins."""
    message = incoming(update)
    if message is None:
        return
    texts = texts_of(message, context)
    if message.chat.type == ChatType.PRIVATE:
        letter = await _panel_asked_for(message, texts, context)
    elif await is_from_admin(context.bot, message):
        letter = _way_there(message, texts, context)
    else:
        letter = Letter(texts.page("settings-admins-only"))
    await reply(update, context, letter)


async def pressed_settings(
    button: Button, query: CallbackQuery, texts: Texts, context: Context, chat_id: int
) -> Letter | DeadButton | str:
    """Return the part of the panel that a button leads to, after its choice was made, or the alert that it refuses by.

    Whoever presses has to be an admin at that moment.

    Raises:
        UnavailableError: the store can't be used now, or Telegram can't be reached.
    """
    if is_about_collections(button):
        return await pressed_collections(button, query, texts, context, chat_id)
    try:
        choice = None if resumes(button) else choice_of(button)
    except LookupError:
        return DeadButton.EXPIRED
    if not await is_admin(context.bot, button.about, query.from_user.id):
        return texts.text("settings-not-admin-alert")
    if resumes(button):
        context.turn.effects += await resumed(button.about, context.parts.agenda, context.parts.now())
    panel = await _panel(button.about, chat_id, texts, context)
    seal = context.seal(chat_id)
    if resumes(button):
        return panel_letter(replace(panel, stoppages=replace(panel.stoppages, kinds=())), texts, seal)
    if choice is None:
        return panel_letter(panel, texts, seal)
    if choice.place is None:
        return option_letter(panel, choice.option, texts, seal)
    wanted = choice.option.values[choice.place]
    if choice.option.name in SCHEDULED:
        after = await schedule_chosen(panel, choice.option.name, wanted, query.from_user, texts, context)
    else:
        after = await _chosen(panel, choice.option.name, wanted, context)
    return panel_letter(after, texts, seal)


async def _panel_asked_for(message: Message, texts: Texts, context: Context) -> Letter:
    """Return the panel of the chat that a link named, else that of the private chat itself."""
    chat_id = chat_of_settings(context.wish.text) or message.chat.id
    if not await is_admin(context.bot, chat_id, message.chat.id):
        return Letter(texts.page("settings-not-your-group"))
    return panel_letter(await _panel(chat_id, message.chat.id, texts, context), texts, context.seal(message.chat.id))


def _way_there(message: Message, texts: Texts, context: Context) -> Letter:
    link = settings_link(context.bot.username, message.chat.id)
    button = InlineKeyboardButton(texts.text("settings-open-button"), url=link)
    page = texts.page("settings-open-channel" if message.chat.type == ChatType.CHANNEL else "settings-open")
    return Letter(page, InlineKeyboardMarkup([[button]]))


async def _panel(chat_id: int, shown_in: int, texts: Texts, context: Context) -> Panel:
    """Return the panel of a chat, to be shown in a private one, perhaps the same."""
    chat = await chat_named(context.bot, chat_id) if chat_id != shown_in else None
    title = (chat.title if chat is not None else None) or ("" if chat_id == shown_in else str(chat_id))
    settings = await context.parts.memory.settings_of(chat_id)
    overheard = await _is_overheard(chat_id, settings, context)
    stoppages = await stoppages_of(chat_id, context.parts.agenda, context.bot)
    scheduled = await scheduled_in(chat_id, settings.zone, texts, context)
    return Panel(chat_id, title, settings, scheduled, overheard, stoppages)


async def _is_overheard(chat_id: int, settings: ChatSettings, context: Context) -> bool:
    """Return whether all see the answers that are meant for one: only an admin may show them to one alone."""
    return settings.whispers and not await is_admin(context.bot, chat_id, context.bot.id)


async def _chosen(panel: Panel, name: str, wanted: object, context: Context) -> Panel:
    """Return the panel after the choice, which is kept when the turn ends well."""
    change: dict[str, Any] = {name: wanted}
    context.turn.effects.append(context.parts.memory.choosing(panel.chat_id, change))
    if name == "zone":
        await follow_zone(panel, str(wanted), context)
    settings = replace(panel.settings, **change)
    return replace(panel, settings=settings, overheard=await _is_overheard(panel.chat_id, settings, context))
