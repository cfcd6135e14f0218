"""What a message wants of the bot, and whether it is meant for the bot at all."""

import re
from dataclasses import dataclass, replace

from telegram import Message, User
from telegram.constants import ChatType

from qa_bot.answering.small_talk import small_talk_of
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.commands import Command, read_command
from qa_bot.bot.groups.links import chat_of_settings

_TELEGRAM_SERVICE = 777_000  # shown as the sender of what a channel forwards into its discussion group
_WITH_TEXT = frozenset({"ask", "when", "timeline"})
# What stands after these is no question: the message replied to can't stand in for it.
_WITH_DETAILS = frozenset({"add", "read", "daily", "quiz", "settings"})


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted: `name` is a command's, a kind of small talk, unknown or wordless.

    `text` is the question or name, empty where none was given; `borrowed` tells that it stands in the
    message that was replied to, `mentioned` that the bot was called by its name alone, without a command.
    """

    name: str
    text: str = ""
    borrowed: bool = False
    mentioned: bool = False


def wish_of(message: Message, me: User) -> Wish | None:
    """Return what `message` wants of the bot `me`; None where it isn't meant for it.

    In private everything is meant for it; in groups commands, mentions and replies to its messages; in
    channels, and in what is copied from one into its discussion group, commands.
    """
    if not _is_from_someone(message):
        return None
    private = message.chat.type == ChatType.PRIVATE
    text = _words(message)
    mentioned = _mention(me).search(text) is not None
    text = _mention(me).sub(" ", text).strip()
    if command := read_command(text):
        return _commanded(command, message, me, private=private)
    if message.is_automatic_forward:
        return None
    if private:
        return _said(text, message)
    if message.chat.type == ChatType.CHANNEL or not (mentioned or _is_reply_to(message, me)):
        return None
    if not (mentioned or text):
        return None
    said = small_talk_of(text)
    wish = Wish(said.value) if said else _with_text("ask", text, message, me)
    return replace(wish, mentioned=mentioned and not _is_reply_to(message, me))


def question_in(message: Message, me: User) -> str:
    """Return what `message` asks, without command and mention: what an answer to it answered."""
    text = _mention(me).sub(" ", _words(message)).strip()
    command = read_command(text)
    return command.rest if command else text


def asks_when(message: Message, me: User) -> bool:
    """Return whether `message` asks with /when."""
    command = read_command(_mention(me).sub(" ", _words(message)).strip())
    return command is not None and command.name == "when"


def bot_message_replied_to(message: Message, me: User) -> Message | None:
    """Return the message of the bot's own that `message` replies to, None where it replies to none."""
    return message.reply_to_message if _is_reply_to(message, me) else None


def _commanded(command: Command, message: Message, me: User, *, private: bool) -> Wish | None:
    if command.bot and command.bot.lower() != (me.username or "").lower():
        return None
    if not command.known:
        return Wish("unknown") if private else None
    name = command.name
    if name == "start" and chat_of_settings(command.rest) is not None:
        return Wish("settings", command.rest)
    if name in _WITH_DETAILS:
        return Wish(name, command.rest)
    return _with_text(name, command.rest, message, me) if name in _WITH_TEXT else Wish(name)


def _with_text(name: str, text: str, message: Message, me: User) -> Wish:
    """Return the wish with its text, or with that of the message replied to."""
    if text:
        return Wish(name, text)
    quoted = message.quote.text.strip() if message.quote else _replied_words(message, me)
    return Wish(name, quoted, borrowed=bool(quoted))


def _replied_words(message: Message, me: User) -> str:
    """Return what the message replied to says; nothing where the bot itself said it: a card is no question."""
    replied = message.reply_to_message
    return "" if replied is None or _is_reply_to(message, me) else _words(replied)


def _said(text: str, message: Message) -> Wish | None:
    """Return the wish of what was said in private without a command; a file is a text to add, named by its caption."""
    if message.document is not None and message.animation is None:
        return Wish("add", text)
    if said := small_talk_of(text):
        return Wish(said.value)
    if text:
        return Wish("ask", text)
    return Wish("wordless") if message.effective_attachment else None


def _is_from_someone(message: Message) -> bool:
    """Return whether a person (or a chat in whose name one speaks) wrote this, to be read by others.

    Anonymous admins and channels write under the name of a bot of Telegram's own, with a `sender_chat`. So does
    a channel whose post is copied into its discussion group.
    """
    if message.via_bot is not None:
        return False
    if message.is_automatic_forward:
        return True
    sender = message.from_user
    if sender is None or message.sender_chat is not None:
        return sender is None or sender.id != _TELEGRAM_SERVICE
    return not sender.is_bot and sender.id != _TELEGRAM_SERVICE


def _is_reply_to(message: Message, me: User) -> bool:
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created:
        return False
    return replied.from_user is not None and replied.from_user.id == me.id


def _words(message: Message) -> str:
    return strip_controls(message.text or message.caption or "").strip()


def _mention(me: User) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@/])@{re.escape(me.username or '')}(?!\w)", re.IGNORECASE)
