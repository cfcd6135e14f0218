"""Replying to a message: where to, in which language, and by editing the reply to an edited message."""

from dataclasses import replace
from hashlib import blake2b

from telegram import Message, Update

from qa_bot.bot.context import Context
from qa_bot.bot.digits import in_digits
from qa_bot.bot.handlers.wish import incoming, is_edit
from qa_bot.bot.language import texts_to
from qa_bot.bot.parcels import Address
from qa_bot.bot.sending import Letter, body_of
from qa_bot.bot.texts import Texts
from qa_bot.bot.whispers import is_whisper
from qa_bot.bot.wishes import Wish
from qa_bot.model.answer import Understood
from qa_bot.store.letters import Draft
from qa_bot.store.questions import Speaker

_GENERAL_TOPIC = 1  # has an id like other topics, but refuses to be addressed by it


async def reply(
    update: Update,
    context: Context,
    letter: Letter,
    understood: Understood | None = None,
    *,
    picture: Letter | None = None,
    found: bool | None = None,
) -> None:
    """Reply to the update's message, an edited one's by editing the reply; `understood` is what the letter answers.

    `found` tells whether the texts answered it, None where they weren't asked.
    A `picture` goes out before the letter, in the place of the one before it. The letter goes out when the turn has
    ended well.

    Raises:
        UnavailableError: the store can't be used now.
    """
    message = incoming(update)
    if message is None:
        return
    memory, chat_id, digits = context.parts.memory, message.chat.id, context.chat_settings.digits
    known = await memory.reply_to(chat_id, message.message_id) if is_edit(update) else None
    if picture is not None:
        shown = await memory.picture_for(chat_id, message.message_id) if is_edit(update) else None
        context.turn.drafts.append(replace(_answering(message, in_digits(picture, digits)), edits=shown))
    answering = replace(
        _answering(message, in_digits(letter, digits)),
        edits=known.message_id if known is not None else None,
        fingerprint=fingerprint(context.wish),
        understood=understood if memory.keeps_questions else None,
        found=found,
    )
    context.turn.drafts.append(answering)


def _answering(message: Message, letter: Letter) -> Draft:
    asker_id = speaker_of(message).asker_id
    return replace(draft_to(address_of(message), letter), asker_id=asker_id, question_id=message.message_id)


def draft_to(address: Address, letter: Letter) -> Draft:
    """Return a letter to this address, as the outbox takes it."""
    return Draft(address.chat_id, body_of(letter), address.topic_id, address.reply_to)


def address_of(message: Message) -> Address:
    """Return where a reply to `message` goes."""
    receiver_id = message.from_user.id if is_whisper(message.message_id) and message.from_user is not None else None
    return Address(message.chat.id, topic_of(message), message.message_id, receiver_id)


def topic_of(message: Message) -> int | None:
    """Return the topic that `message` stands in; None outside topics and in the general one."""
    topic_id = message.message_thread_id if message.is_topic_message else None
    return None if topic_id == _GENERAL_TOPIC else topic_id


def speaker_of(message: Message) -> Speaker:
    """Return whose conversation `message` belongs to."""
    sender = message.sender_chat or message.from_user or message.chat
    return Speaker(message.chat.id, topic_of(message), sender.id)


def texts_of(message: Message, context: Context) -> Texts:
    """Return the sentences in the language chosen for the chat, else in that of whoever wrote `message`."""
    return texts_to(message, context.wish.text, chosen=context.chat_settings.language)


def fingerprint(wish: Wish) -> str:
    """Return 16 hex digits that tell a changed wish from an unchanged one, without keeping its words."""
    said = f"{wish.name}\0{wish.text}".encode("utf-8", "surrogatepass")
    return blake2b(said, digest_size=8).hexdigest()
