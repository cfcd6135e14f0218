"""What every store keeps for those who study: the same tests for SQLite and PostgreSQL."""

from dataclasses import replace

from qa_bot.store import bookmarks, letters, quizzes, schedules
from qa_bot.store.bookmarks import Bookmark
from qa_bot.store.database import Database
from qa_bot.store.letters import Body, Draft, State
from qa_bot.store.people import forget_user, known_of_chat
from qa_bot.store.pruning import prune
from qa_bot.store.quizzes import Answered, Asked, Poll, Vote
from qa_bot.store.schedules import Details, Kind, Schedule
from qa_bot.store.supergroups import move
from stores import BOT_ID

READER, OTHER = 6_000_000_001, 8
AJNADAYN, YARMUK = b"\x00ajna", b"yarmu"


async def keep(database: Database, *kept: Bookmark, now_s: float = 1_000.0) -> None:
    async with database.write() as connection:
        for bookmark in kept:
            await bookmarks.keep(connection, BOT_ID, bookmark, now_s=now_s)


async def place_in(database: Database, reader_id: int, key: bytes, bot_id: int = BOT_ID) -> int | None:
    async with database.read() as connection:
        return await bookmarks.place_in(connection, bot_id, reader_id, key)


async def last_read(database: Database, reader_id: int) -> bytes | None:
    async with database.read() as connection:
        return await bookmarks.last_read(connection, BOT_ID, reader_id)


# Bookmarks


async def test_each_reader_has_one_place_in_each_text(database: Database) -> None:
    await keep(database, Bookmark(READER, AJNADAYN, 10), Bookmark(READER, YARMUK, 20), Bookmark(OTHER, AJNADAYN, 30))
    await keep(database, Bookmark(READER, AJNADAYN, 40))
    assert await place_in(database, READER, AJNADAYN) == 40
    assert await place_in(database, READER, YARMUK) == 20
    assert await place_in(database, OTHER, AJNADAYN) == 30
    assert await place_in(database, OTHER, YARMUK) is None
    assert await place_in(database, READER, AJNADAYN, bot_id=124) is None


async def test_the_text_read_last_is_known(database: Database) -> None:
    assert await last_read(database, READER) is None
    await keep(database, Bookmark(READER, AJNADAYN, 10), now_s=1.0)
    await keep(database, Bookmark(READER, YARMUK, 10), now_s=2.0)
    assert await last_read(database, READER) == YARMUK
    await keep(database, Bookmark(READER, AJNADAYN, 11), now_s=3.0)
    assert await last_read(database, READER) == AJNADAYN


async def test_bookmarks_of_long_ago_go_and_a_forgotten_readers_too(database: Database) -> None:
    await keep(database, Bookmark(READER, AJNADAYN, 10), now_s=1.0)
    await keep(database, Bookmark(READER, YARMUK, 20), Bookmark(OTHER, YARMUK, 30), now_s=2.0)
    async with database.write() as connection:
        assert await prune(connection, ended_before_s=0, said_before_s=0, read_before_s=2.0, judged_before_s=0) == 1
    assert await place_in(database, READER, AJNADAYN) is None
    async with database.read() as connection:
        [row] = (await known_of_chat(connection, READER))["bookmarks"]
    assert row["place"] == 20
    assert await forget_user(database, READER) == 1
    assert await place_in(database, READER, YARMUK) is None
    assert await place_in(database, OTHER, YARMUK) == 30


# Schedules

SEVEN = Schedule(-100, 9, Kind.PASSAGE, 420, "Asia/Riyadh", 1_000.0, Details(silent=True, collection="السيرة"), "م#1")


async def put_schedule(database: Database, *wanted: Schedule, bot_id: int = BOT_ID) -> None:
    async with database.write() as connection:
        for schedule in wanted:
            await schedules.put(connection, bot_id, schedule)


async def due(database: Database, now_s: float) -> list[Schedule]:
    async with database.read() as connection:
        return await schedules.due(connection, BOT_ID, now_s=now_s)


async def test_a_schedule_comes_back_as_it_was_once_it_is_due(database: Database) -> None:
    earlier = replace(SEVEN, topic_id=0, due_s=999.0)
    await put_schedule(database, SEVEN, earlier)
    await put_schedule(database, SEVEN, bot_id=124)
    assert await due(database, 998.0) == []
    assert await due(database, 1_000.0) == [earlier, SEVEN]


async def test_of_a_kind_a_topic_has_one_schedule(database: Database) -> None:
    await put_schedule(database, SEVEN, replace(SEVEN, minute=480))
    assert [schedule.minute for schedule in await due(database, 1_000.0)] == [480]
    async with database.write() as connection:
        assert await schedules.remove(connection, BOT_ID, -100, 9, Kind.PASSAGE)
        assert not await schedules.remove(connection, BOT_ID, -100, 9, Kind.PASSAGE)
        assert await schedules.find(connection, BOT_ID, -100, 9, Kind.PASSAGE) is None


async def test_a_schedule_moves_on_only_from_where_it_stands(database: Database) -> None:
    await put_schedule(database, SEVEN)
    after = replace(SEVEN, due_s=2_000.0, mark="م#2")
    async with database.write() as connection:
        assert await schedules.move_on(connection, BOT_ID, SEVEN, after)
        assert not await schedules.move_on(connection, BOT_ID, SEVEN, after)
        assert await schedules.find(connection, BOT_ID, -100, 9, Kind.PASSAGE) == after


async def test_what_became_of_the_last_letter_is_counted(database: Database) -> None:
    async with database.write() as connection:
        [letter] = await letters.put(connection, BOT_ID, None, [Draft(-100, Body("x", "x"))], now_s=1.0)
        sent = replace(SEVEN, letter_id=letter.id, refused=1)
        assert (await schedules.counted(connection, sent)).refused == 0
        await letters.given_up(connection, letter.id, State.REFUSED, now_s=2.0)
        assert (await schedules.counted(connection, sent)).refused == 2
        assert (await schedules.counted(connection, SEVEN)).refused == 0


async def test_a_groups_schedules_stay_whoever_is_forgotten_and_a_users_own_go(database: Database) -> None:
    await put_schedule(database, SEVEN, replace(SEVEN, chat_id=READER, topic_id=0))
    assert await forget_user(database, READER) == 1
    assert await due(database, 1_000.0) == [SEVEN]


async def test_what_one_admin_gets_in_private_about_a_group_goes_with_them_and_moves_with_the_group(
    database: Database,
) -> None:
    details = Details(weekday=5)
    digest = Schedule(-100, 0, Kind.DIGEST, 540, "Asia/Riyadh", 1_000.0, details, "1.0", reader_id=READER)
    await put_schedule(database, digest)
    async with database.write() as connection:
        assert await move(connection, BOT_ID, -100, -1_000) == 1
    assert await due(database, 1_000.0) == [replace(digest, chat_id=-1_000)]
    assert await forget_user(database, READER) == 1
    assert await due(database, 1_000.0) == []


# Quizzes

POLL = Poll("متى؟", ("5هـ", "13هـ"), 1, "«كانت سنة 13هـ»", "كانت سنة ………", "ajnadayn#1")


async def ask_quiz(database: Database, poll_id: str, chat_id: int = -100, now_s: float = 1.0) -> None:
    async with database.write() as connection:
        await quizzes.asked(connection, BOT_ID, poll_id, chat_id, POLL, now_s=now_s)


async def vote(database: Database, *votes: Vote, now_s: float = 2.0) -> None:
    async with database.write() as connection:
        for each in votes:
            await quizzes.answer(connection, BOT_ID, each, now_s=now_s)


async def answers_in(database: Database, chat_id: int = -100) -> list[Answered]:
    async with database.read() as connection:
        return await quizzes.answers_in(connection, BOT_ID, chat_id)


async def test_answers_are_right_or_wrong_and_belong_to_the_chat_of_their_question(database: Database) -> None:
    await ask_quiz(database, "1")
    await ask_quiz(database, "2", chat_id=-200)
    await vote(database, Vote("1", READER, "مريم", 1), Vote("1", OTHER, "أحمد", 0), Vote("2", OTHER, "أحمد", 1))
    assert await answers_in(database) == [Answered(OTHER, "أحمد", False, 2.0), Answered(READER, "مريم", True, 2.0)]
    assert await answers_in(database, -200) == [Answered(OTHER, "أحمد", True, 2.0)]


async def test_an_answer_counts_also_where_it_came_before_its_question_was_noted(database: Database) -> None:
    await vote(database, Vote("1", READER, "مريم", 1))
    assert await answers_in(database) == []
    await ask_quiz(database, "1")
    assert await answers_in(database) == [Answered(READER, "مريم", True, 2.0)]


async def test_a_user_has_one_answer_to_a_question_and_may_take_it_back(database: Database) -> None:
    await ask_quiz(database, "1")
    await vote(database, Vote("1", READER, "مريم", 0))
    await vote(database, Vote("1", READER, "مريم", 1), now_s=3.0)
    assert await answers_in(database) == [Answered(READER, "مريم", True, 3.0)]
    async with database.write() as connection:
        await quizzes.take_back(connection, BOT_ID, "1", READER)
    assert await answers_in(database) == []


async def test_questions_are_told_with_how_they_were_answered(database: Database) -> None:
    await ask_quiz(database, "1", now_s=1.0)
    await ask_quiz(database, "2", now_s=2.0)
    await vote(database, Vote("1", READER, "مريم", 1), Vote("1", OTHER, "أحمد", 0))
    async with database.read() as connection:
        found = await quizzes.questions_in(connection, BOT_ID, -100)
        assert await quizzes.recent_passages(connection, BOT_ID, -100, most=1) == {"ajnadayn#1"}
        assert await quizzes.recent_passages(connection, BOT_ID, -200, most=1) == frozenset()
    assert found == [
        Asked("كانت سنة ………", "13هـ", 1.0, answers=2, right=1),
        Asked("كانت سنة ………", "13هـ", 2.0, answers=0, right=0),
    ]


async def test_of_a_forgotten_user_no_answer_is_left(database: Database) -> None:
    await ask_quiz(database, "1")
    await vote(database, Vote("1", READER, "مريم", 1), Vote("1", OTHER, "أحمد", 1))
    assert await forget_user(database, READER) == 1
    assert await answers_in(database) == [Answered(OTHER, "أحمد", True, 2.0)]


async def test_a_quiz_on_its_way_comes_back_from_the_outbox_as_it_was(database: Database) -> None:
    body = Body("", "متى؟", poll=POLL)
    async with database.write() as connection:
        await letters.put(connection, BOT_ID, None, [Draft(-100, body)], now_s=1.0)
    async with database.read() as connection:
        [letter] = await letters.unsent(connection, BOT_ID)
    assert letter.draft.body == body
