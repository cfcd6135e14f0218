"""What people do in chats, as a test writes it: `group.sends(user, "متى أجنادين؟")`; the bot gets Telegram's JSON."""

import time
from collections.abc import Mapping
from typing import Any

from .chats import change_of_membership
from .files import document
from .formatted import as_typed
from .limits import TEXT_UTF16, utf16_length
from .reader import TIMEOUT_S, Reader
from .records import BotMessage
from .state import Query, State
from .users import Member, User
from .world import Chat, Message

Said = Message | BotMessage | int


class ChatHandle:
    """A chat as a test uses it."""

    def __init__(self, state: State, reader: Reader, chat: Chat) -> None:
        self._state = state
        self._reader = reader
        self.chat = chat

    @property
    def id(self) -> int:
        """Return the chat's id."""
        return self.chat.id

    def wait_for_message(self, timeout_s: float = TIMEOUT_S) -> BotMessage:
        """Return the bot's next message here that wasn't read yet."""
        return self._reader.sent(self.id, timeout_s)

    def wait_for_edit(self, timeout_s: float = TIMEOUT_S) -> BotMessage:
        """Return the bot's next edit here that wasn't read yet."""
        return self._reader.edited(self.id, timeout_s)

    def quiet(self, seconds: float = 1.0) -> None:
        """Check that the bot neither wrote nor edits here for `seconds`."""
        self._reader.quiet(self.id, seconds)

    def deletes(self, said: Said) -> None:
        """Delete a message; bots don't hear of it."""
        with self._state.lock:
            message = self.message(said)
            del self.chat.messages[message.id]
            self.chat.deleted.add(message.id)

    def message(self, said: Said) -> Message:
        """Return the message as it stands now.

        Raises:
            AssertionError: it isn't in this chat.
        """
        found = self._found(said)
        assert found is not None, f"message {said} isn't in chat {self.id}"
        return found

    def _found(self, said: Said) -> Message | None:
        if isinstance(said, int):
            return self.chat.messages.get(said)
        return self.chat.ephemeral.get(said.ephemeral_id) if said.ephemeral_id else self.chat.messages.get(said.id)

    def press(self, user: User, said: Said, text: str | None = None, *, data: str | None = None) -> str:
        """Return the id of the query after `user` pressed the button `text`, or one that carries `data`.

        With `data` the button needn't be there, as with a changed keyboard or a forged press; a deleted message
        comes to the bot as an inaccessible one.
        """
        message_id = said if isinstance(said, int) else said.id
        with self._state.lock:
            message = self._found(said)
            if data is None:
                data = _data_of(message, text)
            gone = {"chat": self.chat.as_json(), "message_id": message_id, "date": 0}
            query_id = self._state.new_query_id()
            self._state.callback_queries[query_id] = Query(query_id)
            query = {
                "id": query_id,
                "from": user.as_json(),
                "message": gone if message is None else message.as_json(),
                "chat_instance": str(abs(self.id) * 7919),
                "data": data,
            }
            self._state.queue("callback_query", query)
        return query_id

    def answers(self, user: User, said: Said, option: int | str | None) -> None:
        """Let `user` choose an option of a poll, by its number or its text, None to take the choice back.

        The bot hears of it where the poll isn't anonymous.
        """
        with self._state.lock:
            poll = self.message(said).content["poll"]
            texts = [each["text"] for each in poll["options"]]
            chosen = texts.index(option) if isinstance(option, str) else option
            answer = {
                "poll_id": poll["id"],
                "user": user.as_json(),
                "option_ids": [] if chosen is None else [chosen],
                "option_persistent_ids": [] if chosen is None else [poll["options"][chosen]["persistent_id"]],
            }
            if not poll["is_anonymous"]:
                self._state.queue("poll_answer", answer)

    def reacts(self, user: User, said: Said, emoji: str) -> None:
        """Let `user` react; the bot hears of it only where it asked to."""
        with self._state.lock:
            reaction = {
                "chat": self.chat.as_json(),
                "message_id": self.message(said).id,
                "user": user.as_json(),
                "date": int(time.time()),
                "old_reaction": [],
                "new_reaction": [{"type": "emoji", "emoji": emoji}],
            }
            self._state.queue("message_reaction", reaction)

    def _say(
        self, content: Mapping[str, Any], kind: str = "message", *, ephemeral: bool = False, **known: Any
    ) -> Message:
        with self._state.lock:
            world = self._state.world
            message = (world.add_ephemeral if ephemeral else world.add_message)(self.chat, dict(content), **known)
            if self._reaches_bot(message):
                self._state.queue(kind, message.as_json())
        return message

    def _edit(self, said: Said, text: str, kind: str) -> Message:
        with self._state.lock:
            message = self.message(said)
            message.content = typed(text)
            message.edit_date = int(time.time())
            if self._reaches_bot(message):
                self._state.queue(kind, message.as_json())
        return message

    def _reaches_bot(self, message: Message) -> bool:
        return not self.chat.is_blocked


class PrivateChat(ChatHandle):
    """A private chat of the bot with `user`."""

    @property
    def user(self) -> User:
        """Return the person."""
        assert self.chat.partner is not None, "a private chat has a partner"
        return self.chat.partner

    def sends(
        self, text: str = "", *, reply_to: Said | None = None, content: Mapping[str, Any] | None = None
    ) -> Message:
        """Return the message that the user sent; `content` is for what isn't text (a sticker, a document)."""
        self.chat.is_started = True
        target = None if reply_to is None else self.message(reply_to)
        return self._say(content or typed(text), sender=self.user, reply_to=target)

    def sends_file(self, name: str, content: bytes, caption: str = "") -> Message:
        """Return the message with which the user sent a file."""
        return self.sends(content=document(self._state, name, content, caption))

    def edits(self, said: Said, text: str) -> Message:
        """Return the user's message with its new text."""
        return self._edit(said, text, "edited_message")

    def presses(self, said: Said, text: str | None = None, *, data: str | None = None) -> str:
        """Return the id of the query after the user pressed a button; see `press`."""
        return self.press(self.user, said, text, data=data)

    def blocks_bot(self) -> None:
        """Block the bot, which hears that it was kicked."""
        with self._state.lock:
            bot = self._state.world.bot
            change = change_of_membership(self.chat, self.user, Member(bot, "kicked"))
            self.chat.is_blocked = True
            self._state.queue("my_chat_member", change)

    def unblocks_bot(self) -> None:
        """Unblock the bot."""
        with self._state.lock:
            self.chat.is_blocked = False
            change = change_of_membership(self.chat, self.user, Member(self._state.world.bot))
            self._state.queue("my_chat_member", change)


def typed(text: str) -> dict[str, Any]:
    """Return the content of a message that somebody typed, with the entities that Telegram finds in it."""
    assert 1 <= utf16_length(text) <= TEXT_UTF16, "people send 1 to 4096 characters in a message"
    written = as_typed(text)
    entities = written.entities_json()
    return {"text": written.text} | ({"entities": entities} if entities else {})


def _data_of(message: Message | None, text: str | None) -> str:
    assert message is not None, "the message is gone: press it with data="
    rows = (message.markup or {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    chosen = [button for button in buttons if text is None or button["text"] == text]
    chosen = chosen or [button for button in buttons if text is not None and text in button["text"]]
    assert chosen, f"no button {text!r}; there are {[button['text'] for button in buttons]}"
    assert "callback_data" in chosen[0], f"button {chosen[0]['text']!r} tells the bot nothing when pressed"
    return str(chosen[0]["callback_data"])
