"""/settings: the panel of a chat's settings, in private; in a group, the way there."""

from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update, User
from telegram.constants import ChatType

from qa_bot.bot.callback_data import Button, DeadButton
from qa_bot.bot.context import Context
from qa_bot.bot.feedback.weekly import IN_PRIVATE, NOWHERE, digest_goes, in_zone, weekly_digest
from qa_bot.bot.groups.admins import chat_named, is_admin, is_from_admin
from qa_bot.bot.groups.links import chat_of_settings, settings_link
from qa_bot.bot.groups.panel import Choice, Panel, choice_of, option_letter, panel_letter
from qa_bot.bot.groups.shelf_panel import is_about_collections
from qa_bot.bot.groups.stoppages import Stoppages, resumed, resumes, stoppages_of
from qa_bot.bot.handlers.reply import reply, texts_of
from qa_bot.bot.handlers.shelves import pressed_collections
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import Texts
from qa_bot.store.chat_settings import ChatSettings
from qa_bot.store.schedules import Kind, Schedule

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
        letter = _way_there(message.chat.id, texts, context)
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
    panel = await _panel(button.about, chat_id, context)
    seal = context.seal(chat_id)
    if resumes(button):
        return panel_letter(replace(panel, stoppages=replace(panel.stoppages, kinds=())), texts, seal)
    if choice is None:
        return panel_letter(panel, texts, seal)
    if choice.place is None:
        return option_letter(panel, choice.option, texts, seal)
    if choice.option.name == "digest":
        return panel_letter(
            await _digest_chosen(panel, choice, choice.place, query.from_user, texts, context), texts, seal
        )
    return panel_letter(await _chosen(panel, choice, choice.place, context), texts, seal)


async def _panel_asked_for(message: Message, texts: Texts, context: Context) -> Letter:
    """Return the panel of the chat that a link named, else that of the private chat itself."""
    chat_id = chat_of_settings(context.wish.text) or message.chat.id
    if not await is_admin(context.bot, chat_id, message.chat.id):
        return Letter(texts.page("settings-not-your-group"))
    return panel_letter(await _panel(chat_id, message.chat.id, context), texts, context.seal(message.chat.id))


def _way_there(chat_id: int, texts: Texts, context: Context) -> Letter:
    link = settings_link(context.bot.username, chat_id)
    button = InlineKeyboardButton(texts.text("settings-open-button"), url=link)
    return Letter(texts.page("settings-open"), InlineKeyboardMarkup([[button]]))


async def _panel(chat_id: int, shown_in: int, context: Context) -> Panel:
    """Return the panel of a chat, to be shown in a private one, perhaps the same."""
    chat = await chat_named(context.bot, chat_id) if chat_id != shown_in else None
    title = (chat.title if chat is not None else None) or ("" if chat_id == shown_in else str(chat_id))
    settings = await context.parts.memory.settings_of(chat_id)
    digest = digest_goes(await _digest_of(chat_id, context))
    overheard = await _is_overheard(chat_id, settings, context)
    return Panel(
        chat_id, title, settings, digest, overheard, await stoppages_of(chat_id, context.parts.agenda, context.bot)
    )


async def _is_overheard(chat_id: int, settings: ChatSettings, context: Context) -> bool:
    """Return whether all see the answers that are meant for one: only an admin may show them to one alone."""
    return settings.whispers and not await is_admin(context.bot, chat_id, context.bot.id)


async def _digest_of(chat_id: int, context: Context) -> Schedule | None:
    return await context.parts.agenda.find(chat_id, None, Kind.DIGEST)


async def _digest_chosen(panel: Panel, choice: Choice, place: int, who: User, texts: Texts, context: Context) -> Panel:
    """Return the panel after `who` has chosen where the digest goes, which is kept when the turn ends well.

    What nobody got comes to who takes it over.
    """
    goes, agenda = str(choice.option.values[place]), context.parts.agenda
    before = await _digest_of(panel.chat_id, context)
    if goes == NOWHERE:
        context.turn.effects.append(agenda.removing(panel.chat_id, None, Kind.DIGEST))
    else:
        reader_id, zone = who.id if goes == IN_PRIVATE else None, panel.settings.zone
        digest = weekly_digest(panel.chat_id, reader_id, zone=zone, language=texts.language, now_s=context.parts.now())
        context.turn.effects.append(agenda.putting(replace(digest, mark=before.mark) if before else digest))
    kinds = tuple(kind for kind in panel.stoppages.kinds if kind is not Kind.DIGEST)
    return replace(panel, digest=goes, stoppages=Stoppages(kinds))


async def _chosen(panel: Panel, choice: Choice, place: int, context: Context) -> Panel:
    """Return the panel after the choice, which is kept when the turn ends well."""
    change: dict[str, Any] = {choice.option.name: choice.option.values[place]}
    context.turn.effects.append(context.parts.memory.choosing(panel.chat_id, change))
    if "zone" in change and (digest := await _digest_of(panel.chat_id, context)) and not digest.rests:
        moved = in_zone(digest, change["zone"], context.parts.now())
        context.turn.effects.append(context.parts.agenda.putting(moved))
    settings = replace(panel.settings, **change)
    return replace(panel, settings=settings, overheard=await _is_overheard(panel.chat_id, settings, context))
