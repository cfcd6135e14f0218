"""What people do in groups and channels, as a test writes it."""

from collections.abc import Mapping
from typing import Any

from .chats import change_of_membership
from .files import document
from .people import ChatHandle, Said, typed
from .reader import Reader
from .state import State
from .users import CHANNEL_BOT, INSIDE, Member, User
from .world import Chat, Message, Topic

TOPIC_COLOUR = 7322096


class Group(ChatHandle):
    """A group or supergroup, maybe a forum."""

    def sends(
        self,
        user: User,
        text: str = "",
        *,
        reply_to: Said | None = None,
        topic: Topic | None = None,
        anonymous: bool = False,
        as_channel: "Channel | None" = None,
        content: Mapping[str, Any] | None = None,
        ephemeral: bool = False,
    ) -> Message:
        """Return the message that `user` sent, maybe as an anonymous administrator or in a channel's name.

        What is `ephemeral`, a command of that kind or a reply to such a message, the bot alone sees.
        """
        target = None if reply_to is None else self.message(reply_to)
        known = self._place(target, topic) | self._author(user, anonymous=anonymous, as_channel=as_channel)
        return self._say(content or typed(text), ephemeral=ephemeral, **known)

    def sends_file(self, user: User, name: str, content: bytes, caption: str = "") -> Message:
        """Return the message with which `user` sent a file."""
        return self.sends(user, content=document(self._state, name, content, caption))

    def edits(self, said: Said, text: str) -> Message:
        """Return the message with its new text."""
        return self._edit(said, text, "edited_message")

    def makes_topic(self, name: str, by: User | None = None) -> Topic:
        """Return a new topic of this forum; its first message tells the bot."""
        assert self.chat.is_forum, "only forums have topics"
        with self._state.lock:
            next_id = self.chat.last_id + 1
            self.chat.topics[next_id] = Topic(next_id, name)
            content = {"forum_topic_created": {"name": name, "icon_color": TOPIC_COLOUR}}
            self._say(content, sender=by or self._somebody(), thread_id=next_id, is_topic_message=True)
            return self.chat.topics[next_id]

    def adds_bot(self, by: User, status: str = "member") -> None:
        """Let `by` add the bot."""
        with self._state.lock:
            bot = self._state.world.bot
            self._state.queue("my_chat_member", change_of_membership(self.chat, by, Member(bot, status)))
            self._say({"new_chat_members": [bot.as_json()]}, sender=by)

    def removes_bot(self, by: User) -> None:
        """Let `by` remove the bot; it may not write here any more."""
        with self._state.lock:
            bot = self._state.world.bot
            self._state.queue("my_chat_member", change_of_membership(self.chat, by, Member(bot, "kicked")))

    def promotes(self, user: User, *, by: User | None = None, anonymous: bool = False) -> None:
        """Make `user`, or the bot, an administrator."""
        self._set_member(Member(user, "administrator", anonymous), by)

    def demotes(self, user: User, *, by: User | None = None) -> None:
        """Make `user`, or the bot, a plain member again."""
        self._set_member(Member(user), by)

    def mutes_bot(self, by: User | None = None) -> None:
        """Take the right to write from the bot."""
        self._set_member(Member(self._state.world.bot, "restricted"), by)

    def becomes_supergroup(self) -> "Group":
        """Return the supergroup that this group becomes; both chats say so, and the old one takes no message."""
        assert self.chat.type == "group", "only small groups become supergroups"
        with self._state.lock:
            new = self._state.world.add_chat("supergroup", title=self.chat.title, members=dict(self.chat.members))
            self._say({"migrate_to_chat_id": new.id}, sender=self._somebody())
            self.chat.migrated_to = new.id
            group = Group(self._state, self._reader, new)
            group._say({"migrate_from_chat_id": self.id}, sender=self._somebody())
        return group

    def _set_member(self, member: Member, by: User | None) -> None:
        with self._state.lock:
            kind = "my_chat_member" if member.user is self._state.world.bot else "chat_member"
            self._state.queue(kind, change_of_membership(self.chat, by or self._somebody(), member))

    def _somebody(self) -> User:
        people = [member.user for member in self.chat.members.values() if not member.user.is_bot]
        return people[0] if people else self._state.world.anonymous

    def _place(self, target: Message | None, topic: Topic | None) -> dict[str, Any]:
        """Return thread and reply as Telegram sets them.

        A message of a topic that replies to nothing replies to the topic's first; in a supergroup without topics
        every reply carries its thread's id, though it isn't a topic's.
        """
        if topic is None and target is not None and target.is_topic_message:
            topic = self.chat.topics[target.thread_id or 0]
        if topic is not None:
            first = self.chat.messages.get(topic.id)
            return {"reply_to": target or first, "thread_id": topic.id, "is_topic_message": True}
        if target is not None and self.chat.type == "supergroup" and not self.chat.is_forum:
            return {"reply_to": target, "thread_id": target.thread_id or target.id}
        return {"reply_to": target}

    def _author(self, user: User, *, anonymous: bool, as_channel: "Channel | None") -> dict[str, Any]:
        if anonymous:
            return {"sender": self._state.world.anonymous, "sender_chat": self.chat}
        if as_channel is not None:
            name = User(CHANNEL_BOT, "Channel", "Channel_Bot", is_bot=True)
            return {"sender": name, "sender_chat": as_channel.chat}
        self.chat.members.setdefault(user.id, Member(user))
        return {"sender": user}

    def _reaches_bot(self, message: Message) -> bool:
        bot = self._state.world.bot
        member = self.chat.members.get(bot.id)
        if member is None or member.status not in INSIDE or self.chat.migrated_to is not None:
            return False
        is_service = "text" not in message.content and "caption" not in message.content
        if not self._state.privacy_mode or member.is_administrator or is_service:
            return True
        answers_bot = message.reply_to is not None and message.reply_to.by_bot
        named = f"@{bot.username}".lower() in message.text.lower()
        return answers_bot or named or message.text.startswith("/")


class Channel(ChatHandle):
    """A channel, maybe with a discussion group that gets a copy of each post."""

    def __init__(self, state: State, reader: Reader, chat: Chat) -> None:
        super().__init__(state, reader, chat)
        self._copies: dict[int, Message] = {}

    def posts(
        self, text: str = "", *, reply_to: Said | None = None, content: Mapping[str, Any] | None = None
    ) -> Message:
        """Return the new post; the discussion group gets its copy."""
        target = None if reply_to is None else self.message(reply_to)
        with self._state.lock:
            post = self._say(content or typed(text), "channel_post", sender_chat=self.chat, reply_to=target)
            if self.chat.linked is not None:
                self._copies[post.id] = self._copy(post, self.chat.linked)
        return post

    def edits(self, said: Said, text: str) -> Message:
        """Return the post with its new text."""
        return self._edit(said, text, "edited_channel_post")

    def copy_of(self, post: Said) -> Message:
        """Return the copy in the discussion group: people comment by replying to it."""
        return self._copies[post if isinstance(post, int) else post.id]

    def _copy(self, post: Message, group: Chat) -> Message:
        origin = {"type": "channel", "chat": self.chat.as_json(), "message_id": post.id, "date": post.date}
        return Group(self._state, self._reader, group)._say(
            post.content,
            sender=self._state.world.telegram,
            sender_chat=self.chat,
            extra={"is_automatic_forward": True, "forward_origin": origin},
        )

    def _reaches_bot(self, message: Message) -> bool:
        return self.chat.status_of(self._state.world.bot) in INSIDE
