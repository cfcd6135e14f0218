"""The stand-in as a test holds it."""

import json
import time
from collections.abc import Iterable
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from .faults import Fault
from .groups import Channel, Group
from .http_server import HttpServer
from .observed import Observed, chat_id_of
from .people import ChatHandle, PrivateChat, typed
from .reader import Reader
from .records import InlineAnswer
from .state import Query, State
from .tables import NEWEST
from .users import Member, User

TOKEN = "1234567890:AAstand-in-token-of-the-test-bot_0001"
BOT_USERNAME = "qa_test_bot"


class TelegramStandIn(Observed):
    """A Bot API server of one bot, with the people and chats around it.

    It serves from its making until `stop`, or as a context manager. All methods may be called from any thread and
    block; in a coroutine of the bot's own loop call the waiting ones by `asyncio.to_thread`.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = BOT_USERNAME,
        privacy_mode: bool = False,
        version: tuple[int, int] = NEWEST,
    ) -> None:
        """Start a server of a Bot API's version: 10.1 knows no message that one member alone sees, 10.2 and 10.3 do."""
        self.token = token
        self.bot = User(int(token.split(":")[0]), "السائل", username, language_code=None, is_bot=True)
        self._state = State(self.bot, privacy_mode=privacy_mode, version=version)
        self._reader = Reader(self._state)
        self._http = HttpServer(self._state, token)
        self._handles: dict[int, ChatHandle] = {}
        self._http.start()

    def __enter__(self) -> "TelegramStandIn":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop serving."""
        self._http.stop()

    @property
    def url(self) -> str:
        """Return the address for TELEGRAM_API_URL."""
        return self._http.url

    # The people and their chats

    def user(self, first_name: str = "أحمد", username: str | None = None, language_code: str | None = "ar") -> User:
        """Return a new person."""
        with self._state.lock:
            return self._state.world.add_user(first_name, username, language_code)

    def private(self, user: User | None = None, *, started: bool = True) -> PrivateChat:
        """Return the private chat with `user`, or with somebody new; a bot can't write to who hasn't started it."""
        with self._state.lock:
            person = user or self._state.world.add_user("أحمد")
            known = self._handles.get(person.id)
            if isinstance(known, PrivateChat):
                return known
            chat = self._state.world.add_chat("private", partner=person, is_started=started)
            chat.members[self.bot.id] = Member(self.bot)
            handle = PrivateChat(self._state, self._reader, chat)
            self._handles[person.id] = handle
            return handle

    def group(
        self,
        title: str = "مجلس التاريخ",
        members: Iterable[User] = (),
        *,
        supergroup: bool = True,
        forum: bool = False,
        bot: str = "member",
        username: str | None = None,
    ) -> Group:
        """Return a new group; the first of `members` is its creator, `bot` what the bot is in it."""
        with self._state.lock:
            kind = "supergroup" if supergroup or forum else "group"
            chat = self._state.world.add_chat(kind, title=title, is_forum=forum, username=username)
            # Number 1 is the General topic's.
            chat.last_id = 1 if forum else 0
            for at, user in enumerate(members):
                chat.members[user.id] = Member(user, "member" if at else "creator")
            chat.members[self.bot.id] = Member(self.bot, bot)
            return Group(self._state, self._reader, chat)

    def channel(
        self,
        title: str = "قناة التاريخ",
        *,
        discussion: Group | None = None,
        bot: str = "administrator",
        username: str | None = None,
    ) -> Channel:
        """Return a new channel, its posts copied to `discussion`."""
        with self._state.lock:
            chat = self._state.world.add_chat("channel", title=title, username=username)
            chat.members[self.bot.id] = Member(self.bot, bot)
            if discussion is not None:
                chat.linked, discussion.chat.linked = discussion.chat, chat
            return Channel(self._state, self._reader, chat)

    def inline_query(self, user: User, query: str, *, offset: str = "", chat_type: str = "supergroup") -> str:
        """Return the id of the query after `user` typed `query` behind the bot's name."""
        with self._state.lock:
            query_id = self._state.new_query_id()
            self._state.inline_queries[query_id] = Query(query_id)
            asked = {"id": query_id, "from": user.as_json(), "query": query, "offset": offset, "chat_type": chat_type}
            self._state.queue("inline_query", asked)
        return query_id

    def chooses(self, user: User, answer: InlineAnswer, result_id: str, query: str) -> None:
        """Let `user` send a result of an inline answer; the bot hears of it as with inline feedback on."""
        with self._state.lock:
            assert result_id in [result["id"] for result in answer.results], "it can't be chosen"
            chosen = {"result_id": result_id, "from": user.as_json(), "query": query, "inline_message_id": "AQ"}
            self._state.queue("chosen_inline_result", chosen)

    def guest_message(self, user: User, text: str) -> str:
        """Return the id of the query after `user` called the bot into a chat which it isn't a member of."""
        with self._state.lock:
            query_id = self._state.new_query_id()
            self._state.guest_queries[query_id] = Query(query_id)
            chat = {"id": -1_009_999_999_999, "type": "supergroup", "title": "مجلس آخر"}
            message = {"message_id": 5, "date": int(time.time()), "chat": chat, "from": user.as_json()}
            self._state.queue("guest_message", message | typed(text) | {"guest_query_id": query_id})
        return query_id

    def expire(self, query_id: str) -> None:
        """Let a query grow too old to be answered."""
        with self._state.lock:
            for queries in (self._state.callback_queries, self._state.inline_queries):
                if query_id in queries:
                    queries[query_id].is_expired = True

    def sends_update(self, update: dict[str, Any]) -> int:
        """Return the id given to `update`, which goes to the bot as it is, wanted or not."""
        with self._state.lock:
            for kind, queries in (
                ("callback_query", self._state.callback_queries),
                ("inline_query", self._state.inline_queries),
            ):
                if kind in update:
                    queries[update[kind]["id"]] = Query(update[kind]["id"])
            update_id = self._state.updates.add_raw(update)
            self._state.wake()
        return update_id

    def sends_twice(self, update_id: int) -> None:
        """Deliver a waiting update once more under the same id."""
        with self._state.lock:
            twin = next(update for update in self._state.updates.pending if update["update_id"] == update_id)
            self._state.updates.pending.append(json.loads(json.dumps(twin)))
            self._state.wake()

    # Faults, and the webhook's way

    def fail(self, method: str, fault: Fault, *, times: int | None = 1, chat: ChatHandle | int | None = None) -> None:
        """Let the next `times` calls of `method` meet `fault`; "*" is any but getUpdates, None all to come."""
        with self._state.lock:
            self._state.faults.add(method, fault, times=times, chat_id=None if chat is None else chat_id_of(chat))

    def heal(self) -> None:
        """Take all planned faults back."""
        with self._state.lock:
            self._state.faults.clear()

    def skip_update_ids(self, count: int) -> None:
        """Leave ids out, as Telegram does after a quiet week."""
        with self._state.lock:
            self._state.updates.skip_ids(count)

    def route_webhook(self, address: str) -> None:
        """Post updates to `address` (http://127.0.0.1:8080), keeping the webhook's path, as a proxy would."""
        door = urlsplit(address)

        def routed(url: str) -> str:
            parts = urlsplit(url)
            return urlunsplit((door.scheme, door.netloc, parts.path, parts.query, ""))

        self._http.route_webhook = routed
