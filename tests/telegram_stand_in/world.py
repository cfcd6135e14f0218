"""The people, chats and messages that the stand-in knows."""

import itertools
import time
from dataclasses import dataclass, field
from typing import Any

from .refusals import RefusedError, bad_request, forbidden
from .users import GROUP_ANONYMOUS_BOT, TELEGRAM, Member, User

SPOKEN_TYPES = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


@dataclass(slots=True, eq=False)
class Message:
    """A message where it stands; `content` is what differs by kind: text, caption, photo, a service field."""

    chat: "Chat"
    id: int
    date: int
    content: dict[str, Any]
    sender: User | None = None
    sender_chat: "Chat | None" = None
    reply_to: "Message | None" = None
    thread_id: int | None = None
    is_topic_message: bool = False
    extra: dict[str, Any] = field(default_factory=dict)
    markup: dict[str, Any] | None = None
    edit_date: int | None = None
    by_bot: bool = False
    ephemeral_id: int = 0
    receiver: User | None = None

    @property
    def text(self) -> str:
        """Return the text or caption, "" where there is none."""
        return str(self.content.get("text", self.content.get("caption", "")))

    def as_json(self, *, with_reply: bool = True) -> dict[str, Any]:
        """Return the message as Telegram writes it; the message replied to comes without its own reply."""
        written: dict[str, Any] = {"message_id": self.id, "chat": self.chat.as_json(), "date": self.date}
        if self.sender is not None:
            written["from"] = self.sender.as_json()
        if self.sender_chat is not None:
            written["sender_chat"] = self.sender_chat.as_json()
        if self.ephemeral_id:
            written["ephemeral_message_id"] = self.ephemeral_id
        if self.receiver is not None:
            written["receiver_user"] = self.receiver.as_json()
        if self.thread_id is not None:
            written["message_thread_id"] = self.thread_id
        if self.is_topic_message:
            written["is_topic_message"] = True
        if self.edit_date is not None:
            written["edit_date"] = self.edit_date
        if with_reply and self.reply_to is not None and self.chat.holds(self.reply_to):
            written["reply_to_message"] = self.reply_to.as_json(with_reply=False)
        if self.markup is not None:
            written["reply_markup"] = self.markup
        return written | self.content | self.extra


@dataclass(slots=True, eq=False)
class Topic:
    """A topic of a forum; its id is that of the service message which made it."""

    id: int
    name: str
    is_closed: bool = False
    is_deleted: bool = False


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat, group, supergroup or channel."""

    id: int
    type: str
    title: str = ""
    username: str | None = None
    partner: User | None = None
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    ephemeral: dict[int, Message] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    linked: "Chat | None" = None
    migrated_to: int | None = None
    is_started: bool = True
    is_blocked: bool = False
    is_muted: bool = False
    last_id: int = 0

    @property
    def is_group(self) -> bool:
        """Return whether people talk with each other here."""
        return self.type in ("group", "supergroup")

    def holds(self, message: Message) -> bool:
        """Return whether the message is still there."""
        return message.id in self.messages or message.ephemeral_id in self.ephemeral

    def as_json(self) -> dict[str, Any]:
        """Return the chat as Telegram writes it in messages."""
        written: dict[str, Any] = {"id": self.id, "type": self.type}
        if self.partner is not None:
            written["first_name"] = self.partner.first_name
            username = self.partner.username
        else:
            written["title"] = self.title
            username = self.username
        if username:
            written["username"] = username
        if self.is_forum:
            written["is_forum"] = True
        return written

    def status_of(self, user: User) -> str:
        """Return what `user` is in this chat."""
        member = self.members.get(user.id)
        return "left" if member is None else member.status


class World:
    """Every user and chat, and the bot among them."""

    def __init__(self, bot: User) -> None:
        self.bot = bot
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.telegram = User(TELEGRAM, "Telegram", language_code=None)
        self.anonymous = User(GROUP_ANONYMOUS_BOT, "Group", "GroupAnonymousBot", is_bot=True)
        # Users' ids need more than 32 bits; private chats and small groups share one row of message ids.
        self._user_ids = itertools.count(6_000_000_001)
        self._group_ids = itertools.count(4_000_000_001)
        self._supergroup_ids = itertools.count(1_002_000_000_001)
        self._account_messages = itertools.count(101)
        # Seen in the wild: numbers of eight digits.
        self._ephemeral_ids = itertools.count(29_000_001)

    def add_user(self, first_name: str, username: str | None = None, language_code: str | None = "ar") -> User:
        """Return a new person."""
        user = User(next(self._user_ids), first_name, username, language_code)
        self.users[user.id] = user
        return user

    def add_chat(self, kind: str, **known: Any) -> Chat:
        """Return a new group, supergroup or channel, or the private chat with `partner`."""
        partner: User | None = known.get("partner")
        if partner is not None:
            chat_id = partner.id
        else:
            chat_id = -next(self._group_ids if kind == "group" else self._supergroup_ids)
        chat = Chat(chat_id, kind, **known)
        self.chats[chat.id] = chat
        return chat

    def add_message(self, chat: Chat, content: dict[str, Any], **known: Any) -> Message:
        """Return a new message in `chat`."""
        if chat.type in ("private", "group"):
            chat.last_id = next(self._account_messages)
        else:
            chat.last_id += 1
        message = Message(chat, chat.last_id, int(time.time()), content, **known)
        chat.messages[message.id] = message
        return message

    def add_ephemeral(self, chat: Chat, content: dict[str, Any], **known: Any) -> Message:
        """Return a new message in `chat` that one member alone sees; it has no place among the others."""
        number = next(self._ephemeral_ids)
        chat.ephemeral[number] = Message(chat, 0, int(time.time()), content, ephemeral_id=number, **known)
        return chat.ephemeral[number]

    def chat_named(self, chat_id: int | str) -> Chat:
        """Return the chat with this number or @username.

        Raises:
            RefusedError: there is none.
        """
        for chat in self.chats.values():
            if chat.id == chat_id or (chat.username and f"@{chat.username}".lower() == str(chat_id).lower()):
                return chat
        if chat_id in self.users:
            raise forbidden("bot can't initiate conversation with a user", excused=False)
        raise bad_request("chat not found")

    def readable_chat(self, chat_id: int | str) -> Chat:
        """Return the chat, which the bot can still see.

        Raises:
            RefusedError: there is none, it became a supergroup, or the bot isn't in it.
        """
        chat = self.chat_named(chat_id)
        if chat.migrated_to is not None:
            raise bad_request(
                "group chat was upgraded to a supergroup chat", excused=True, migrate_to_chat_id=chat.migrated_to
            )
        status = chat.status_of(self.bot)
        if chat.partner is None and status == "kicked":
            raise forbidden(f"bot was kicked from the {SPOKEN_TYPES[chat.type]}")
        if chat.partner is None and status == "left":
            raise forbidden(f"bot is not a member of the {SPOKEN_TYPES[chat.type]}")
        return chat

    def writable_chat(self, chat_id: int | str) -> Chat:
        """Return the chat, where the bot may write.

        Raises:
            RefusedError: it may not, for one of Telegram's reasons.
        """
        chat = self.readable_chat(chat_id)
        if chat.is_blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.is_started:
            raise forbidden("bot can't initiate conversation with a user", excused=False)
        if chat.is_muted or chat.status_of(self.bot) == "restricted":
            raise bad_request("not enough rights to send text messages to the chat", excused=True)
        if chat.type == "channel" and chat.status_of(self.bot) not in ("creator", "administrator"):
            raise bad_request("need administrator rights in the channel chat", excused=True)
        return chat


def find_message(chat: Chat, message_id: int, spoken: str) -> Message:
    """Return the message.

    Raises:
        RefusedError: "`spoken` not found"; excused where it was once there.
    """
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request(f"{spoken} not found", excused=message_id in chat.deleted)
    return message


def check_thread(chat: Chat, thread_id: int, *, by_administrator: bool) -> None:
    """Check that the bot can write to the topic.

    Raises:
        RefusedError: there is no such topic (General's id 1 is none, either), or it is closed or deleted.
    """
    topic = chat.topics.get(thread_id)
    if topic is None or topic.is_deleted:
        raise bad_request("message thread not found", excused=topic is not None)
    if topic.is_closed and not by_administrator:
        raise RefusedError(400, "Bad Request: TOPIC_CLOSED", excused=True)
