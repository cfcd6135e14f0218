"""Which letters the asker alone sees: all replies of a group that wants that, and replies to what only the bot saw."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Message, Update
from telegram.constants import ChatType

from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.whispers import is_whisper
from qa_bot.store.chat_settings import ChatSettings
from qa_bot.store.letters import Draft

_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)


def for_asker_alone(drafts: Sequence[Draft], update: Update, settings: ChatSettings) -> list[Draft]:
    """Return the letters that an update leads to, those marked which whoever caused it is to see alone.

    Never quizzes, which Telegram shows to all or to nobody. Who writes in a group's or channel's name is nobody whom
    something could be shown to alone.
    """
    asker_id = _asker_of(update)
    if asker_id is None:
        return list(drafts)
    wanted = settings.whispers or _is_whispered(update)
    return [
        replace(draft, asker_id=asker_id, body=replace(draft.body, whispered=True))
        if draft.body.poll is None and (_edits_whisper(draft) or (wanted and draft.chat_id == _chat_of(update)))
        else draft
        for draft in drafts
    ]


def _asker_of(update: Update) -> int | None:
    """Return who wrote or pressed something in a group; None where it was nobody of flesh and blood."""
    chat, user, message = update.effective_chat, update.effective_user, incoming(update)
    if chat is None or chat.type not in _GROUPS or user is None or user.is_bot:
        return None
    if update.callback_query is None and (message is None or message.sender_chat is not None):
        return None
    return user.id


def _is_whispered(update: Update) -> bool:
    message = update.callback_query.message if update.callback_query is not None else incoming(update)
    return isinstance(message, Message) and is_whisper(message.message_id)


def _edits_whisper(draft: Draft) -> bool:
    return is_whisper(draft.edits)


def _chat_of(update: Update) -> int | None:
    return update.effective_chat.id if update.effective_chat is not None else None
