"""Who may change a chat's settings: asked of Telegram each time, as rights come and go."""

from telegram import Message
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden

from qa_bot.bot.client import Client

_RANKS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


async def is_admin(client: Client, chat_id: int, user_id: int) -> bool:
    """Return whether the user is an admin of the chat now; a private chat is in its user's hands.

    False too where the chat doesn't know the user, isn't there any more, or the bot isn't in it.

    Raises:
        TelegramError: Telegram can't be reached.
    """
    if chat_id == user_id:
        return True
    try:
        member = await client.get_chat_member(chat_id, user_id)
    except (BadRequest, ChatMigrated, Forbidden):
        return False
    return member.status in _RANKS


async def is_from_admin(client: Client, message: Message) -> bool:
    """Return whether an admin wrote the message, also one who stays anonymous or posts in a channel's name.

    Raises:
        TelegramError: Telegram can't be reached.
    """
    if message.chat.type == ChatType.CHANNEL or message.is_automatic_forward:
        return True
    if message.sender_chat is not None:
        # In the group's own name only its admins can write.
        return message.sender_chat.id == message.chat.id
    return message.from_user is not None and await is_admin(client, message.chat.id, message.from_user.id)
