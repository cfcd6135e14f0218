"""Chats that send more than can be answered at once: one kind word, then silence until their line is done."""

from telegram import Message, Update
from telegram.constants import ChatType

from qa_bot.bot.client import Client
from qa_bot.bot.handlers.buttons import answer_press
from qa_bot.bot.handlers.feedback import is_thumb
from qa_bot.bot.handlers.reply import address_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.language import texts_for, texts_to
from qa_bot.bot.memory import Memory
from qa_bot.bot.sending import Letter, body_of, send
from qa_bot.bot.wishes import wish_of


def is_for(client: Client, update: Update) -> bool:
    """Return whether the update asks something of the bot: what people say to each other fills no line."""
    if any((update.callback_query, update.my_chat_member, update.inline_query, update.chosen_inline_result)):
        return True
    if update.guest_message is not None or update.poll_answer is not None:
        return True
    if update.message_reaction is not None:
        return is_thumb(update.message_reaction)
    message = incoming(update)
    return message is not None and (becomes_supergroup(message) or wish_of(message, client.bot) is not None)


def becomes_supergroup(message: Message) -> bool:
    """Return whether the message tells that a group has become a supergroup."""
    return message.migrate_to_chat_id is not None or message.migrate_from_chat_id is not None


async def warn_of_crowd(client: Client, memory: Memory, update: Update) -> None:
    """Tell a chat that too much of it waits; `update` is the first that is left out."""
    message, user, chat = incoming(update), update.effective_user, update.effective_chat
    chosen = (await memory.settings_of(chat.id)).language if chat else ""
    written = (message.text or "") if message else ""
    texts = texts_for(user.language_code if user else None, written, chosen=chosen)
    if update.callback_query is not None:
        await answer_press(update.callback_query, texts.text("too-many-alert"))
    elif message is not None:
        await send(client, address_of(message), body_of(Letter(texts.page("too-many"))))


async def tell_of_queue(client: Client, memory: Memory, update: Update, waiting: int) -> None:
    """Tell a group that so many of its questions wait; in private, where answers come quickly, nothing is said."""
    message, chat = incoming(update), update.effective_chat
    if message is None or chat is None or chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
        return
    texts = texts_to(message, chosen=(await memory.settings_of(chat.id)).language)
    await send(client, address_of(message), body_of(Letter(texts.page("queued", count=waiting))))
