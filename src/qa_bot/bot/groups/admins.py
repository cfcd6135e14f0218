"""Who may change a chat's settings: asked of Telegram each time, as rights come and go."""

from telegram import ChatFullInfo, Message
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError

from qa_bot.bot.client import Client
from qa_bot.errors import UnavailableError

ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


async def rank_in(client: Client, chat_id: int, user_id: int) -> str:
    """Return what the user is in the chat now.

    Left too where the chat doesn't know the user, isn't there any more, or the bot isn't in it.

    Raises:
        UnavailableError: Telegram can't be reached.
    """
    try:
        return (await client.get_chat_member(chat_id, user_id)).status
    except (BadRequest, ChatMigrated, Forbidden):
        return ChatMemberStatus.LEFT
    except NetworkError as fault:
        raise _out_of_reach(fault) from None


async def chat_named(client: Client, chat_id: int) -> ChatFullInfo | None:
    """Return what Telegram tells of a chat; None where the bot can't see it.

    Raises:
        UnavailableError: Telegram can't be reached.
    """
    try:
        return await client.get_chat(chat_id)
    except (BadRequest, ChatMigrated, Forbidden):
        return None
    except NetworkError as fault:
        raise _out_of_reach(fault) from None


async def is_admin(client: Client, chat_id: int, user_id: int) -> bool:
    """Return whether the user is an admin of the chat now; a private chat is in its user's hands.

    Raises:
        UnavailableError: Telegram can't be reached.
    """
    return chat_id == user_id or await rank_in(client, chat_id, user_id) in ADMINS


async def is_from_admin(client: Client, message: Message) -> bool:
    """Return whether an admin wrote the message, also one who stays anonymous or posts in a channel's name.

    Raises:
        UnavailableError: Telegram can't be reached.
    """
    if message.chat.type == ChatType.CHANNEL or message.is_automatic_forward:
        return True
    if message.sender_chat is not None:
        # In the group's own name only its admins can write.
        return message.sender_chat.id == message.chat.id
    return message.from_user is not None and await is_admin(client, message.chat.id, message.from_user.id)


def _out_of_reach(fault: NetworkError) -> UnavailableError:
    # Its text may hold the address, and with it the token.
    return UnavailableError(f"Telegram can't be asked about a chat ({type(fault).__name__})")
