import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.error import NetworkError, TimedOut

from fakes import FakeClock, RecordingRequest, refusal
from qa_bot.bot.client import Client
from qa_bot.bot.flood import FloodLimiter
from qa_bot.bot.journal import Journal
from qa_bot.bot.outbox import Outbox
from qa_bot.errors import UnavailableError
from qa_bot.store import letters
from qa_bot.store.database import Database
from qa_bot.store.letters import Body, Draft, Unsent
from qa_bot.store.people import known_of_chat
from stores import BOT_ID, new_sqlite

CHAT = 7
BODY = Body("<b>نعم</b>", "نعم", {"inline_keyboard": [[{"text": "▶", "callback_data": "x"}]]})


class Post:
    """An outbox with its store and a network that notes what is sent."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FakeClock()
        self.request = RecordingRequest()
        self.journal = Journal(database, BOT_ID, now=self.clock)
        self.is_stuck = False
        # Without the network's own patience: here it is the outbox's that counts.
        client = Client(
            "1:token",
            request=self.request,
            get_updates_request=self.request,
            rate_limiter=FloodLimiter(clock=self.clock, sleep=self.sleep),
        )
        self.outbox = Outbox(client, self.journal, sleep=self.sleep)

    async def sleep(self, wait_s: float) -> None:
        """Return when the time has come; where time is stuck, never."""
        await (asyncio.sleep(3_600) if self.is_stuck else self.clock.sleep(wait_s))

    async def put(self, *drafts: Draft) -> list[Unsent]:
        async with self.database.write() as connection:
            return await letters.put(connection, BOT_ID, 1, drafts, now_s=self.clock())

    async def send(self, *drafts: Draft) -> None:
        await self.outbox.deliver(await self.put(*drafts))

    def refuse(self, *replies: object, endpoint: str = "sendMessage") -> None:
        self.request.next_replies[endpoint].extend(replies)

    async def rows(self) -> list[tuple[str, int | None, int]]:
        """Return each letter's state, the message that it became, and how often it was begun."""
        async with self.database.read() as connection:
            found = (await known_of_chat(connection, CHAT))["letters"]
        return [(row["state"], row["message_id"], row["tries"]) for row in found]


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    database = new_sqlite(tmp_path)
    yield Post(database)
    await database.aclose()


async def test_letters_go_out_in_their_order_with_all_they_carry_and_where_they_stand_is_noted(post: Post) -> None:
    await post.send(Draft(CHAT, BODY, topic_id=17, reply_to=5), Draft(CHAT, Body("لا", "لا")))
    first, second = post.request.sent()
    assert (first["text"], first["reply_markup"], first["message_thread_id"]) == ("<b>نعم</b>", BODY.keyboard, 17)
    assert second["text"] == "لا"
    assert await post.rows() == [("sent", 1_000, 1), ("sent", 1_001, 1)]


async def test_from_the_moment_before_it_is_sent_a_letter_counts_as_perhaps_there(post: Post) -> None:
    seen: list[str] = []

    async def look(*args: Any, **more: Any) -> tuple[int, bytes]:
        seen.append((await post.rows())[0][0])
        raise TimedOut

    post.request.do_request = look  # type: ignore[method-assign]
    await post.send(Draft(CHAT, BODY))
    assert seen == ["sending"]


async def test_while_it_waits_for_its_turn_a_letter_is_not_begun(post: Post) -> None:
    await post.send(*[Draft(CHAT, BODY)] * 3)
    post.is_stuck = True
    waiting = asyncio.create_task(post.send(Draft(CHAT, BODY)))
    await asyncio.sleep(0.05)
    assert (await post.rows())[-1] == ("waiting", None, 0)
    waiting.cancel()
    await asyncio.wait([waiting])
    assert (await post.rows())[-1] == ("waiting", None, 0)


async def test_called_off_while_telegram_may_have_it_a_letter_is_seen_off_first(post: Post) -> None:
    arrived, go_on = asyncio.Event(), asyncio.Event()
    request = post.request.do_request

    async def answer_late(*args: Any, **more: Any) -> tuple[int, bytes]:
        arrived.set()
        await go_on.wait()
        return await request(*args, **more)

    post.request.do_request = answer_late  # type: ignore[method-assign]
    sending = asyncio.create_task(post.send(Draft(CHAT, BODY), Draft(CHAT, BODY)))
    await arrived.wait()
    sending.cancel()
    go_on.set()
    await asyncio.wait([sending])
    assert sending.cancelled()
    assert await post.rows() == [("sent", 1_000, 1), ("waiting", None, 0)]


async def test_called_off_twice_it_is_left_and_counts_as_perhaps_there(post: Post) -> None:
    arrived = asyncio.Event()

    async def never_answer(*args: Any, **more: Any) -> tuple[int, bytes]:
        arrived.set()
        await asyncio.sleep(3_600)
        raise AssertionError("an hour has passed")

    post.request.do_request = never_answer  # type: ignore[method-assign]
    sending = asyncio.create_task(post.send(Draft(CHAT, BODY)))
    await arrived.wait()
    for _ in range(2):
        sending.cancel()
        await asyncio.wait([sending], timeout=0.05)
    assert sending.cancelled()
    assert await post.rows() == [("sending", None, 1)]


def unreachable() -> NetworkError:
    fault = NetworkError("httpx.ConnectError: All connection attempts failed")
    fault.__cause__ = httpx.ConnectError("All connection attempts failed")
    return fault


async def test_a_letter_that_surely_never_arrived_waits_until_it_can_be_sent(post: Post) -> None:
    post.refuse(unreachable(), refusal(502, "Bad Gateway"), refusal(500, "Internal Server Error"))
    await post.send(Draft(CHAT, BODY))
    assert len(post.request.sent()) == 4
    assert await post.rows() == [("sent", 1_000, 4)]
    assert [wait_s for wait_s in post.clock.slept if wait_s in (1, 2, 4)] == [1, 2, 4]


async def test_after_an_hour_out_of_reach_a_letter_is_given_up(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    post.refuse(*[unreachable()] * 10_000)
    await post.send(Draft(CHAT, BODY))
    assert [state for state, _, _ in await post.rows()] == ["refused"]
    assert "Letter 1 is given up: ConnectError" in caplog.text


async def test_a_long_wait_that_telegram_asks_for_is_kept(post: Post) -> None:
    post.refuse(refusal(429, "Too Many Requests", retry_after=1_000))
    await post.send(Draft(CHAT, BODY))
    assert 1_000 in post.clock.slept
    assert [state for state, _, _ in await post.rows()] == ["sent"]


async def test_a_send_that_timed_out_is_not_repeated_and_nobody_knows(post: Post) -> None:
    post.refuse(TimedOut())
    await post.send(Draft(CHAT, BODY), Draft(CHAT, BODY))
    assert len(post.request.sent()) == 2
    assert await post.rows() == [("unknown", None, 1), ("sent", 1_000, 1)]


@pytest.mark.parametrize(
    "refused", [refusal(403, "Forbidden: bot was blocked by the user"), refusal(400, "Bad Request: of tomorrow")]
)
async def test_a_refused_letter_is_given_up_and_the_next_goes_out(post: Post, refused: object) -> None:
    post.refuse(refused)
    await post.send(Draft(CHAT, BODY), Draft(CHAT, BODY))
    assert [state for state, _, _ in await post.rows()] == ["refused", "sent"]


async def test_an_edit_takes_the_place_of_a_message(post: Post) -> None:
    await post.send(Draft(CHAT, BODY, edits=55))
    [edit] = post.request.sent("editMessageText")
    assert (edit["message_id"], edit["text"]) == (55, "<b>نعم</b>")
    assert await post.rows() == [("sent", 55, 0)]


GONE = refusal(400, "Bad Request: message to edit not found")


async def test_an_edited_answer_that_is_gone_is_sent_anew(post: Post) -> None:
    post.refuse(GONE, endpoint="editMessageText")
    await post.send(Draft(CHAT, BODY, edits=55, reply_to=5, question_id=5))
    assert len(post.request.sent()) == 1
    assert await post.rows() == [("sent", 1_000, 1)]


async def test_a_turned_card_that_is_gone_is_not_sent_anew(post: Post) -> None:
    post.refuse(GONE, endpoint="editMessageText")
    await post.send(Draft(CHAT, BODY, edits=55))
    assert post.request.sent() == []
    assert await post.rows() == [("refused", None, 0)]


async def test_a_group_that_became_a_supergroup_has_its_card_there(post: Post) -> None:
    post.refuse(refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1_007))
    await post.send(Draft(CHAT, BODY))
    async with post.database.read() as connection:
        [row] = (await known_of_chat(connection, -1_007))["letters"]
    assert (row["state"], row["message_id"]) == ("sent", 1_000)


async def test_a_store_out_of_reach_delays_what_is_noted_and_sends_nothing_twice(post: Post) -> None:
    sent, outages = post.journal.sent, [UnavailableError("The store qa_bot at db can't be used")] * 3

    async def note_the_fourth_time(*known: Any) -> None:
        if outages:
            raise outages.pop()
        await sent(*known)

    post.journal.sent = note_the_fourth_time  # type: ignore[method-assign]
    await post.send(Draft(CHAT, BODY))
    assert len(post.request.sent()) == 1
    assert await post.rows() == [("sent", 1_000, 1)]


async def test_while_it_cannot_be_noted_that_it_is_begun_nothing_is_sent(post: Post) -> None:
    sending, outages = post.journal.sending, [UnavailableError("The store qa_bot at db can't be used")] * 3

    async def note_the_fourth_time(letter: Unsent) -> None:
        if outages:
            assert post.request.sent() == []
            raise outages.pop()
        await sending(letter)

    post.journal.sending = note_the_fourth_time  # type: ignore[method-assign]
    await post.send(Draft(CHAT, BODY))
    assert len(post.request.sent()) == 1
