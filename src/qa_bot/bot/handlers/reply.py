"""Replying to a message: where to, in which language, and by editing the reply to an edited message."""

from telegram import Message, Update

from qa_bot.bot.context import Context
from qa_bot.bot.conversation import Speaker
from qa_bot.bot.handlers.wish import incoming, is_edit
from qa_bot.bot.language import texts_for
from qa_bot.bot.replies import Reply
from qa_bot.bot.sending import Address, Letter, edit, send
from qa_bot.bot.texts import Texts
from qa_bot.bot.wishes import Wish

_GENERAL_TOPIC = 1  # has an id like other topics, but refuses to be addressed by it


async def reply(update: Update, context: Context, letter: Letter) -> int | None:
    """Reply to the update's message, an edited one's by editing the reply; return its id, None where none stands."""
    message = incoming(update)
    if message is None:
        return None
    message_id = await _put(message, context, letter, edited=is_edit(update))
    if message_id is not None:
        answered = Reply(message_id, fingerprint(context.wish))
        context.parts.replies.remember(message.chat.id, message.message_id, answered)
    return message_id


async def _put(message: Message, context: Context, letter: Letter, *, edited: bool) -> int | None:
    """Edit the reply or send one; return its id, None where the bot may not write."""
    known = context.parts.replies.to(message.chat.id, message.message_id) if edited else None
    if known is not None and await edit(context.bot, message.chat.id, known.message_id, letter):
        return known.message_id
    sent = await send(context.bot, address_of(message), letter)
    return sent.message_id if sent is not None else None


def address_of(message: Message) -> Address:
    """Return where a reply to `message` goes."""
    return Address(message.chat.id, topic_of(message), message.message_id)


def topic_of(message: Message) -> int | None:
    """Return the topic that `message` stands in; None outside topics and in the general one."""
    topic_id = message.message_thread_id if message.is_topic_message else None
    return None if topic_id == _GENERAL_TOPIC else topic_id


def speaker_of(message: Message) -> Speaker:
    """Return whose conversation `message` belongs to."""
    sender = message.sender_chat or message.from_user or message.chat
    return Speaker(message.chat.id, topic_of(message), sender.id)


def texts_of(message: Message, wish: Wish) -> Texts:
    """Return the sentences in the language of whoever wrote `message`."""
    user = message.from_user if message.sender_chat is None else None
    return texts_for(user.language_code if user else None, wish.text or message.text or "")


def fingerprint(wish: Wish) -> int:
    """Return a number that tells a changed wish from an unchanged one, without keeping its words."""
    return hash((wish.name, wish.text))
