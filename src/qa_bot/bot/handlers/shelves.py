"""/collections: from which collections a chat, or the topic where it is asked, is answered."""

from telegram import CallbackQuery, Message, Update

from qa_bot.bot.callback_data import Button, DeadButton
from qa_bot.bot.context import Context
from qa_bot.bot.groups.admins import is_admin, is_from_admin
from qa_bot.bot.groups.shelf_panel import ShelfChoice, chooses_all, chosen_by, shelf_letter
from qa_bot.bot.groups.shelves import collections_of, toggled
from qa_bot.bot.handlers.reply import reply, texts_of, topic_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import Texts
from qa_bot.store.chat_settings import ChatSettings

WISHES = ("collections",)


async def show_collections(update: Update, context: Context) -> None:
    """Reply with the choice, or that it is for admins."""
    message = incoming(update)
    if message is None:
        return
    await reply(update, context, await _asked_for(message, texts_of(message, context), context))


async def pressed_collections(
    button: Button, query: CallbackQuery, texts: Texts, context: Context, chat_id: int
) -> Letter | DeadButton | str:
    """Return the choice as it is after a press, or the alert that refuses it.

    Whoever presses has to be an admin at that moment.

    Raises:
        UnavailableError: the engine did not answer, the store can't be used, or Telegram can't be reached.
    """
    if not await is_admin(context.bot, button.about, query.from_user.id):
        return texts.text("settings-not-admin-alert")
    topic_id = topic_of(query.message) if isinstance(query.message, Message) else None
    settings = await context.parts.memory.settings_of(button.about)
    before = await _choice(button.about, topic_id, settings, context, in_panel=chat_id != button.about or chat_id > 0)
    try:
        name = chosen_by(button, before)
    except LookupError:
        return DeadButton.GONE
    if name is None and not chooses_all(button):
        return shelf_letter(before, texts, context.seal(chat_id))
    chosen = () if name is None else toggled(before.chosen, name)
    context.turn.effects.append(context.parts.memory.choosing_collections(button.about, topic_id, chosen))
    after = settings.with_collections(topic_id, chosen)
    now = await _choice(button.about, topic_id, after, context, in_panel=before.in_panel)
    return shelf_letter(now, texts, context.seal(chat_id))


async def _asked_for(message: Message, texts: Texts, context: Context) -> Letter:
    if not await _may_choose(message, context):
        return Letter(texts.page("settings-admins-only"))
    chat_id = message.chat.id
    choice = await _choice(chat_id, topic_of(message), context.chat_settings, context, in_panel=chat_id > 0)
    return shelf_letter(choice, texts, context.seal(chat_id))


async def _may_choose(message: Message, context: Context) -> bool:
    # A private chat has the number of its user, and is in the user's hands.
    return message.chat.id > 0 or await is_from_admin(context.bot, message)


async def _choice(
    chat_id: int, topic_id: int | None, settings: ChatSettings, context: Context, *, in_panel: bool
) -> ShelfChoice:
    names = collections_of(await context.parts.service.library())
    chosen = dict(settings.topics).get(topic_id, ()) if topic_id is not None else settings.collections
    return ShelfChoice(chat_id, names, [name for name in chosen if name in names], topic_id, in_panel)
