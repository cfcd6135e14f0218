import asyncio

import pytest
from telegram import Chat, Message, Update, User

from fakes import FakeClock
from qa_bot.bot.cooldown import Cooldown
from qa_bot.bot.doorman import Doorman, Limits


class Door:
    """A doorman who knows two users and notes whom he tells what."""

    def __init__(self, *, longest_line: int = 20, a_user: int = 0, a_chat: int = 0) -> None:
        self.clock = FakeClock()
        self.said: list[tuple[str, int]] = []
        limits = Limits(
            longest_line,
            users=Cooldown(a_user, clock=self.clock),
            chats=Cooldown(a_chat, clock=self.clock),
            warnings=Cooldown(1, clock=self.clock),
        )
        self.left_out = 0
        self.doorman = Doorman(
            limits,
            is_wanted=lambda update: update.update_id != 13,
            warn=self.warn,
            tell=self.tell,
            left_out=self.count,
        )

    def count(self) -> None:
        self.left_out += 1

    async def warn(self, update: Update) -> None:
        self.said.append(("warned", update.update_id))

    async def tell(self, update: Update, waiting: int) -> None:
        self.said.append((f"{waiting} wait", update.update_id))

    def admits(
        self, update_id: int, *, chat_id: int = -5, user_id: int = 7, waiting: int = 0, free: int = 5_000
    ) -> bool:
        user = User(user_id, "A", is_bot=False)
        message = Message(update_id, date=None, chat=Chat(chat_id, "group"), from_user=user)  # type: ignore[arg-type]
        return self.doorman.admits(Update(update_id, message=message), waiting, free)


async def test_what_asks_for_nothing_is_left_out_without_a_word() -> None:
    door = Door()
    assert not door.admits(13, waiting=100)
    await door.doorman.finish(1)
    assert (door.said, door.left_out) == ([], 0)


async def test_a_long_line_is_told_once_how_many_wait_and_a_full_one_is_warned_once() -> None:
    door = Door()
    assert [door.admits(number, waiting=number) for number in range(14, 24)] == [True] * 6 + [False] * 4
    await door.doorman.finish(1)
    assert door.said == [("16 wait", 15), ("warned", 20)]
    assert door.left_out == 4


async def test_in_a_group_no_more_wait_than_are_answered_in_three_minutes() -> None:
    door = Door(longest_line=500)
    assert door.admits(1, chat_id=-5, waiting=59)
    assert not door.admits(2, chat_id=-5, waiting=60)
    assert door.admits(3, chat_id=7, waiting=60)
    await door.doorman.finish(1)


async def test_what_a_crowd_sends_on_once_it_was_told_is_turned_away_unread() -> None:
    door = Door()
    assert not door.doorman.turns_away(14, -5, 20, 5_000)
    assert door.admits(15, waiting=19)
    assert not door.admits(16, waiting=20)
    assert door.doorman.turns_away(17, -5, 20, 5_000)
    # Another chat's, one for which there is room again, and one that was let in and comes again.
    assert not door.doorman.turns_away(18, -6, 20, 5_000)
    assert not door.doorman.turns_away(19, -5, 19, 5_000)
    assert not door.doorman.turns_away(15, -5, 20, 5_000)
    assert door.left_out == 2
    door.doorman.line_is_done(-5)
    assert not door.doorman.turns_away(20, -5, 20, 5_000)
    await door.doorman.finish(1)


@pytest.mark.parametrize(
    ("free", "waiting", "admitted"),
    [(3_000, 499, True), (3_000, 500, False), (1_400, 100, False), (900, 2, True), (900, 3, False)],
)
async def test_of_one_chat_a_quarter_of_what_is_free_may_wait_and_three_of_the_reserve(
    free: int, waiting: int, admitted: bool
) -> None:
    door = Door(longest_line=500)
    assert door.admits(1, chat_id=7, waiting=waiting, free=free) is admitted
    await door.doorman.finish(1)


async def test_a_line_that_was_done_in_between_is_told_anew() -> None:
    door = Door()
    for number in (1, 2):
        door.admits(number, waiting=15)
        door.doorman.line_is_done(-5)
    await door.doorman.finish(1)
    assert door.said == [("16 wait", 1), ("16 wait", 2)]


async def test_a_user_who_asks_without_pause_is_warned_once_a_minute_and_others_are_let_in() -> None:
    door = Door(a_user=2)
    assert [door.admits(number) for number in (1, 2, 3, 4)] == [True, True, False, False]
    assert door.admits(5, user_id=8)
    door.clock.now_s += 30
    assert [door.admits(number) for number in (6, 7)] == [True, False]
    door.clock.now_s += 60
    assert [door.admits(number) for number in (8, 9, 10)] == [True, True, False]
    await door.doorman.finish(1)
    assert door.said == [("warned", 3), ("warned", 10)]


async def test_a_chat_that_asks_without_pause_is_warned_and_other_chats_are_let_in() -> None:
    door = Door(a_chat=2)
    assert [door.admits(number, user_id=number) for number in (1, 2, 3)] == [True, True, False]
    assert door.admits(4, chat_id=-6)
    await door.doorman.finish(1)
    assert door.said == [("warned", 3)]


async def test_what_comes_again_because_it_could_not_be_kept_has_paid_already() -> None:
    door = Door(a_user=1)
    assert [door.admits(1) for _ in range(5)] == [True] * 5
    assert not door.admits(2)
    await door.doorman.finish(1)


async def test_words_that_cannot_be_said_stop_nobody(caplog: pytest.LogCaptureFixture) -> None:
    door = Door()

    async def fail(update: Update) -> None:
        raise RuntimeError("a bug")

    door.doorman._warn = fail
    assert not door.admits(1, waiting=20)
    await door.doorman.finish(1)
    assert "A chat could not be told that it has to wait" in caplog.text


async def test_words_that_wait_too_long_are_called_off() -> None:
    door = Door()

    async def hang(update: Update) -> None:
        await asyncio.sleep(3_600)

    door.doorman._warn = hang
    assert not door.admits(1, waiting=20)
    await door.doorman.finish(0.01)
    assert door.doorman._saying == set()
