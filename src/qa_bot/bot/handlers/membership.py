"""What becomes of the bot in a chat: added, removed, and a group that becomes a supergroup."""

from telegram import ChatMember, Update
from telegram.constants import ChatMemberStatus, ChatType

from qa_bot.bot.context import Context
from qa_bot.bot.handlers.reply import draft_to
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.language import texts_for
from qa_bot.bot.parcels import Address
from qa_bot.bot.sending import Letter

_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


async def greet(update: Update, context: Context) -> None:
    """Greet a group that the bot was added to; to any other change nothing is said."""
    change = update.my_chat_member
    if change is None or change.chat.type not in _GROUPS:
        return
    if not _is_outside(change.old_chat_member) or _is_outside(change.new_chat_member):
        return
    texts = texts_for(change.from_user.language_code, chosen=context.chat_settings.language)
    context.turn.drafts.append(draft_to(Address(change.chat.id), Letter(texts.page("group-greeting"))))


async def move(update: Update, context: Context) -> None:
    """Let what is known of a group be known of the supergroup that it has become; both of them tell it."""
    message = incoming(update)
    if message is None:
        return
    if message.migrate_to_chat_id is not None:
        _move(message.chat.id, message.migrate_to_chat_id, context)
    elif message.migrate_from_chat_id is not None:
        _move(message.migrate_from_chat_id, message.chat.id, context)


def _move(chat_id: int, new_chat_id: int, context: Context) -> None:
    # Files know no transaction: those that were moved already are where they belong when this comes again.
    context.parts.own.move(chat_id, new_chat_id)
    context.turn.effects.append(context.parts.memory.moving(chat_id, new_chat_id))


def _is_outside(member: ChatMember) -> bool:
    # Who is restricted may be in the chat, or not.
    return member.status in _OUTSIDE or getattr(member, "is_member", True) is False
