"""What every store does, whichever database it is: the same tests for SQLite and PostgreSQL."""

import asyncio
import json
from collections.abc import Sequence

import pytest
from sqlalchemy import Table, insert, select
from sqlalchemy.exc import IntegrityError

from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.store import letters, questions, supergroups, updates
from qa_bot.store.chat_settings import ChatSettings, choose, settings_of
from qa_bot.store.database import Database
from qa_bot.store.letters import Body, Draft, Reply, Unsent
from qa_bot.store.people import as_json, forget_user, known_of_chat, known_of_user
from qa_bot.store.pruning import prune
from qa_bot.store.questions import Speaker
from qa_bot.store.status import Status, status
from qa_bot.store.tables import METADATA
from qa_bot.store.updates import Arrival, Unfinished
from stores import BOT_ID

CHAT, GROUP, ASKER = 7, -1_001_234_567_890, 6_000_000_001
NUL_AND_HALF_A_PAIR = "متى\x00 \ud83d"
YARMUK = Understood("متى كانت اليرموك؟", QuestionKind.WHEN, "اليرموك", sources=("yarmuk",))
BODY = Body("<b>نعم</b>", "نعم", {"inline_keyboard": [[{"text": "▶", "callback_data": "x"}]]})


def arrival(update_id: int, chat_id: int | None = CHAT, text: str = "متى؟") -> Arrival:
    return Arrival(update_id, chat_id, ASKER, {"update_id": update_id, "message": {"text": text}})


async def receive(database: Database, *arrivals: Arrival, bot_id: int = BOT_ID) -> frozenset[int]:
    async with database.write() as connection:
        return await updates.receive(connection, bot_id, arrivals, now_s=1_000.5)


async def unfinished(database: Database, bot_id: int = BOT_ID) -> list[Unfinished]:
    async with database.read() as connection:
        return await updates.unfinished(connection, bot_id)


async def put(database: Database, *drafts: Draft, now_s: float = 1_000.0) -> list[Unsent]:
    async with database.write() as connection:
        return await letters.put(connection, BOT_ID, 1, drafts, now_s=now_s)


async def put_and_sent(database: Database, message_id: int, draft: Draft, now_s: float = 1_000.0) -> None:
    async with database.write() as connection:
        [letter] = await letters.put(connection, BOT_ID, 1, [draft], now_s=now_s)
        await letters.begin(connection, letter.id)
        await letters.sent(connection, letter.id, draft.chat_id, message_id, now_s=now_s)


async def unsent(database: Database) -> list[Unsent]:
    async with database.read() as connection:
        return await letters.unsent(connection, BOT_ID)


async def numbers(database: Database) -> Status:
    async with database.read() as connection:
        return await status(connection)


# Updates


async def test_what_was_received_is_unfinished_in_the_order_of_its_arrival(database: Database) -> None:
    await receive(database, arrival(900), arrival(901))
    # Telegram's numbers start again somewhere after a quiet week.
    await receive(database, arrival(5))
    assert [each.update_id for each in await unfinished(database)] == [900, 901, 5]


async def test_an_update_comes_back_as_it_arrived(database: Database) -> None:
    sent = arrival(1, text=NUL_AND_HALF_A_PAIR)
    await receive(database, sent)
    assert await unfinished(database) == [Unfinished(1, sent.body, received_at_s=1_000.5, tries=0)]


async def test_the_same_update_a_second_time_is_known_and_still_to_be_done(database: Database) -> None:
    assert await receive(database, arrival(1), arrival(1), arrival(2)) == {1, 2}
    assert await receive(database, arrival(2), arrival(3)) == {2, 3}
    assert [each.update_id for each in await unfinished(database)] == [1, 2, 3]


async def test_a_done_update_is_known_and_not_done_again(database: Database) -> None:
    await receive(database, arrival(1))
    async with database.write() as connection:
        assert await updates.begin(connection, BOT_ID, 1, tries=1)
        await updates.finish(connection, BOT_ID, 1, now_s=1_001.0)
        assert not await updates.begin(connection, BOT_ID, 1, tries=2)
    assert await receive(database, arrival(1)) == frozenset()
    assert await unfinished(database) == []


async def test_nothing_received_is_no_fault(database: Database) -> None:
    assert await receive(database) == frozenset()


async def test_two_bots_share_a_store_without_meeting(database: Database) -> None:
    await receive(database, arrival(1))
    assert await receive(database, arrival(1), bot_id=124) == {1}
    async with database.write() as connection:
        await updates.finish(connection, 124, 1, now_s=1_001.0)
    assert len(await unfinished(database)) == 1


async def test_how_often_an_update_was_begun_is_counted(database: Database) -> None:
    await receive(database, arrival(1), arrival(2))
    for tries in (1, 2):
        async with database.write(lasting=False) as connection:
            await updates.begin(connection, BOT_ID, 1, tries=tries)
    assert [each.tries for each in await unfinished(database)] == [2, 0]


async def test_what_is_set_aside_keeps_its_words_and_what_is_done_does_not(database: Database) -> None:
    await receive(database, arrival(1, text="متى الأول؟"), arrival(2, text="متى الثاني؟"))
    async with database.write() as connection:
        await updates.finish(connection, BOT_ID, 1, now_s=1_001.0)
        await updates.set_aside(connection, BOT_ID, 2, now_s=1_001.0)
    async with database.read() as connection:
        rows = (await known_of_chat(connection, CHAT))["updates"]
    assert [(row["update_id"], row["state"], row["body"] is None) for row in rows] == [
        (1, "done", True),
        (2, "aside", False),
    ]
    assert await unfinished(database) == []
    assert await numbers(database) == Status(waiting=0, aside=1, unsent=0, doubts=0)


# Letters


async def test_letters_wait_in_their_order_with_all_that_they_carry(database: Database) -> None:
    full = Draft(GROUP, BODY, 17, 5, 6, ASKER, 5, "0123456789abcdef", YARMUK)
    bare = Draft(CHAT, Body("لا", "لا"))
    put_down = await put(database, full, bare)
    assert [letter.draft for letter in put_down] == [full, bare]
    assert await unsent(database) == put_down


async def test_a_sent_letter_waits_no_more_and_its_words_are_gone(database: Database) -> None:
    await put_and_sent(database, 55, Draft(CHAT, BODY))
    assert await unsent(database) == []
    async with database.read() as connection:
        [row] = (await known_of_chat(connection, CHAT))["letters"]
    assert (row["body"], row["message_id"], row["state"], row["tries"]) == (None, 55, "sent", 1)


async def test_a_letter_that_the_program_died_over_goes_again_and_is_counted(database: Database) -> None:
    first, second = await put(database, Draft(CHAT, BODY), Draft(GROUP, BODY))
    async with database.write() as connection:
        await letters.begin(connection, first.id)
    async with database.write() as connection:
        assert await letters.doubt(connection, BOT_ID) == 1
        assert await letters.doubt(connection, BOT_ID) == 0
    assert await unsent(database) == [first, second]
    assert await numbers(database) == Status(waiting=0, aside=0, unsent=2, doubts=1)


async def test_a_letter_that_is_given_up_waits_no_more(database: Database) -> None:
    [letter] = await put(database, Draft(CHAT, BODY, question_id=5, fingerprint="f"))
    async with database.write() as connection:
        await letters.given_up(connection, letter.id, letters.State.REFUSED, now_s=1.0)
    assert await unsent(database) == []
    async with database.read() as connection:
        assert await letters.reply_to(connection, BOT_ID, CHAT, 5) is None


async def test_the_last_reply_to_a_message_is_known_by_its_chat_and_number(database: Database) -> None:
    await put_and_sent(database, 55, Draft(CHAT, BODY, question_id=5, fingerprint="old"))
    await put_and_sent(database, 55, Draft(CHAT, BODY, edits=55, question_id=5, fingerprint="new"))
    await put_and_sent(database, 56, Draft(GROUP, BODY, question_id=5, fingerprint="other"))
    async with database.read() as connection:
        found = [
            await letters.reply_to(connection, *key) for key in ((BOT_ID, CHAT, 5), (BOT_ID, CHAT, 6), (9, CHAT, 5))
        ]
    assert found == [Reply(55, "new"), None, None]


async def test_what_a_card_answers_outlives_what_is_written_on_it_later(database: Database) -> None:
    await put_and_sent(database, 55, Draft(CHAT, BODY, question_id=5, fingerprint="f", understood=YARMUK))
    # A press turned the card: it still answers the question.
    await put_and_sent(database, 55, Draft(CHAT, BODY, edits=55))
    async with database.read() as connection:
        assert await letters.answered_on(connection, BOT_ID, CHAT, 55) == YARMUK
        assert await letters.answered_on(connection, BOT_ID, GROUP, 55) is None


async def test_the_follow_up_that_a_card_answered_is_known_after_it_was_read_in_another_way(database: Database) -> None:
    follow_up = Understood("ومن قادها؟ (اليرموك)", QuestionKind.WHO, "اليرموك", carried=True)
    alone = Understood("ومن قادها؟", QuestionKind.WHO)
    await put_and_sent(database, 55, Draft(CHAT, BODY, understood=follow_up))
    await put_and_sent(database, 55, Draft(CHAT, BODY, edits=55, understood=alone))
    await put_and_sent(database, 56, Draft(CHAT, BODY, understood=alone))
    async with database.read() as connection:
        assert await letters.answered_on(connection, BOT_ID, CHAT, 55) == alone
        assert await letters.carried_on(connection, BOT_ID, CHAT, 55) == follow_up
        assert await letters.carried_on(connection, BOT_ID, CHAT, 56) is None


# Questions


async def test_the_last_question_of_a_speaker_is_remembered(database: Database) -> None:
    speaker, badr = Speaker(GROUP, 17, ASKER), Understood("متى بدر؟", QuestionKind.WHEN, "بدر")
    others = [Speaker(GROUP, None, ASKER), Speaker(GROUP, 17, 8), Speaker(CHAT, 17, ASKER)]
    async with database.write() as connection:
        await questions.remember(connection, BOT_ID, speaker, badr, now_s=1.0)
        await questions.remember(connection, BOT_ID, speaker, YARMUK, now_s=100.0)
    async with database.read() as connection:
        assert await questions.previous(connection, BOT_ID, speaker, after_s=99.0) == YARMUK
        assert await questions.previous(connection, BOT_ID, speaker, after_s=100.0) is None
        found = [await questions.previous(connection, BOT_ID, other, after_s=0.0) for other in others]
    assert found == [None, None, None]


async def test_outside_topics_a_speaker_has_one_conversation(database: Database) -> None:
    speaker = Speaker(CHAT, None, ASKER)
    async with database.write() as connection:
        await questions.remember(connection, BOT_ID, speaker, YARMUK, now_s=1.0)
        assert await questions.previous(connection, BOT_ID, speaker, after_s=0.0) == YARMUK


# Transactions


async def test_what_is_written_together_stays_together_or_not_at_all(database: Database) -> None:
    await receive(database, arrival(1))

    async def fail_halfway() -> None:
        async with database.write() as connection:
            await updates.finish(connection, BOT_ID, 1, now_s=2.0)
            await letters.put(connection, BOT_ID, 1, [Draft(CHAT, BODY)], now_s=2.0)
            raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        await fail_halfway()
    assert [each.update_id for each in await unfinished(database)] == [1]
    assert await unsent(database) == []


async def test_a_mistake_of_ours_is_no_outage(database: Database) -> None:
    async with database.write() as connection:
        await letters.put(connection, BOT_ID, 1, [Draft(CHAT, BODY)], now_s=2.0)
    with pytest.raises(IntegrityError) as caught:
        async with database.write() as connection:
            await connection.exec_driver_sql("INSERT INTO letters (id) SELECT id FROM letters")
    assert "نعم" not in str(caught.value)


async def test_fifty_at_once_are_all_kept(database: Database) -> None:
    async def each(number: int) -> None:
        await receive(database, arrival(number, chat_id=number))
        async with database.read() as connection:
            await questions.previous(connection, BOT_ID, Speaker(number, None, 1), after_s=0.0)
        async with database.write(lasting=False) as connection:
            await updates.begin(connection, BOT_ID, number, tries=1)

    await asyncio.gather(*map(each, range(50)))
    assert sorted((each.update_id, each.tries) for each in await unfinished(database)) == [(n, 1) for n in range(50)]


async def test_a_writer_that_is_called_off_writes_nothing_and_holds_up_nobody(database: Database) -> None:
    begun = asyncio.Event()

    async def hang() -> None:
        async with database.write() as connection:
            await updates.receive(connection, BOT_ID, [arrival(1)], now_s=1.0)
            begun.set()
            await asyncio.sleep(3_600)

    writer = asyncio.create_task(hang())
    await begun.wait()
    writer.cancel()
    await asyncio.wait([writer])
    assert await receive(database, arrival(2)) == {2}
    assert [each.update_id for each in await unfinished(database)] == [2]


# Settings


async def test_what_was_chosen_for_a_chat_holds_for_it_alone_until_something_else_is(database: Database) -> None:
    async with database.write() as connection:
        await choose(connection, BOT_ID, GROUP, ChatSettings(language="en", results=2))
        await choose(connection, BOT_ID, GROUP, ChatSettings(language="ar", asker_only=True))
    async with database.read() as connection:
        assert await settings_of(connection, BOT_ID, GROUP) == ChatSettings(language="ar", asker_only=True)
        assert await settings_of(connection, BOT_ID, CHAT) == ChatSettings()
        assert await settings_of(connection, 124, GROUP) == ChatSettings()


async def test_who_asked_is_known_whoever_pressed_since(database: Database) -> None:
    await put_and_sent(database, 55, Draft(GROUP, BODY, asker_id=ASKER))
    await put_and_sent(database, 55, Draft(GROUP, BODY, edits=55, asker_id=8))
    # An answer that could not be edited stands in a message of its own.
    await put_and_sent(database, 57, Draft(GROUP, BODY, edits=56, asker_id=9))
    async with database.read() as connection:
        asked = [await letters.asker_of(connection, BOT_ID, GROUP, number) for number in (55, 57, 58)]
    assert asked == [ASKER, 9, None]


# Supergroups


async def test_all_that_is_known_of_a_group_moves_to_the_supergroup_that_it_becomes(database: Database) -> None:
    old, new = -77, GROUP
    await receive(database, arrival(1, chat_id=old))
    await put_and_sent(database, 55, Draft(old, BODY, question_id=54, asker_id=ASKER, understood=YARMUK))
    await put(database, Draft(old, BODY, reply_to=56))
    async with database.write() as connection:
        await questions.remember(connection, BOT_ID, Speaker(old, None, ASKER), YARMUK, now_s=1.0)
        await choose(connection, BOT_ID, old, ChatSettings(language="en"))
        await choose(connection, 124, old, ChatSettings(language="ar"))
        assert await supergroups.move(connection, BOT_ID, old, new) == 5
        assert await supergroups.move(connection, BOT_ID, old, new) == 0
    async with database.read() as connection:
        assert await settings_of(connection, BOT_ID, new) == ChatSettings(language="en")
        assert await settings_of(connection, 124, old) == ChatSettings(language="ar")
        assert await questions.previous(connection, BOT_ID, Speaker(new, None, ASKER), after_s=0.0) == YARMUK
        # The supergroup counts its messages anew: its own message 54 has no answer yet.
        assert await letters.reply_to(connection, BOT_ID, new, 54) is None
        assert await letters.answered_on(connection, BOT_ID, new, 55) is None
    assert [(each.draft.chat_id, each.draft.reply_to) for each in await unsent(database)] == [(new, None)]


async def test_what_the_supergroup_got_meanwhile_gives_way_to_what_the_group_had(database: Database) -> None:
    async with database.write() as connection:
        await choose(connection, BOT_ID, -77, ChatSettings(results=2))
        await choose(connection, BOT_ID, GROUP, ChatSettings(results=3))
        await supergroups.move(connection, BOT_ID, -77, GROUP)
        assert await settings_of(connection, BOT_ID, GROUP) == ChatSettings(results=2)


# Forgetting


async def test_what_ended_long_ago_goes_and_the_rest_stays(database: Database) -> None:
    await receive(database, arrival(1), arrival(2), arrival(3))
    async with database.write() as connection:
        await updates.finish(connection, BOT_ID, 1, now_s=10.0)
        await updates.finish(connection, BOT_ID, 2, now_s=20.0)
        await questions.remember(connection, BOT_ID, Speaker(CHAT, None, 1), YARMUK, now_s=15.0)
        await questions.remember(connection, BOT_ID, Speaker(CHAT, None, 2), YARMUK, now_s=16.0)
    await put_and_sent(database, 55, Draft(CHAT, BODY), now_s=10.0)
    await put_and_sent(database, 56, Draft(CHAT, BODY), now_s=20.0)
    await put(database, Draft(CHAT, BODY), now_s=1.0)
    async with database.write() as connection:
        before = {"ended_before_s": 20.0, "said_before_s": 16.0, "read_before_s": 16.0, "judged_before_s": 16.0}
        assert await prune(connection, **before) == 3
    async with database.read() as connection:
        known = await known_of_chat(connection, CHAT)
    assert [row["update_id"] for row in known["updates"]] == [2, 3]
    assert [row["message_id"] for row in known["letters"]] == [56, None]
    assert [row["asker_id"] for row in known["questions"]] == [2]


async def test_of_a_forgotten_user_no_row_is_left_and_of_others_all(database: Database) -> None:
    await receive(database, arrival(1, chat_id=GROUP), Arrival(2, GROUP, 8, {}), Arrival(3, ASKER, None, {}))
    async with database.write() as connection:
        await questions.remember(connection, BOT_ID, Speaker(GROUP, None, ASKER), YARMUK, now_s=1.0)
        await questions.remember(connection, BOT_ID, Speaker(GROUP, None, 8), YARMUK, now_s=1.0)
    drafts = Draft(GROUP, BODY, asker_id=ASKER), Draft(GROUP, BODY, asker_id=8), Draft(ASKER, BODY)
    await put(database, *drafts)
    async with database.write() as connection:
        await choose(connection, BOT_ID, ASKER, ChatSettings(language="en"))
    assert await forget_user(database, ASKER) == 6
    async with database.read() as connection:
        known = await known_of_chat(connection, GROUP)
        assert not any((await known_of_chat(connection, ASKER)).values())
        assert await settings_of(connection, BOT_ID, ASKER) == ChatSettings()
    assert [whose(rows) for rows in known.values() if rows] == [[8], [8], [8]]


def whose(rows: Sequence[dict[str, object]]) -> list[object]:
    return [row.get("asker_id", row.get("user_id")) for row in rows]


async def test_of_a_forgotten_user_no_trace_is_left_in_any_table_there_is(database: Database) -> None:
    async with database.write() as connection:
        for table in METADATA.sorted_tables:
            for number, user_id in enumerate((ASKER, 8)):
                await connection.execute(insert(table).values(**some_row(table, user_id, number)))
    assert await forget_user(database, ASKER) == len(METADATA.sorted_tables)
    async with database.read() as connection:
        for table in METADATA.sorted_tables:
            [left] = (await connection.execute(select(table))).mappings().all()
            assert left[table.info["user"]] == 8
            assert ASKER not in left.values()


async def test_of_a_user_is_known_what_they_asked_anywhere_of_one_bot_or_all(database: Database) -> None:
    async with database.write() as connection:
        for bot_id, chat_id in ((BOT_ID, GROUP), (BOT_ID, ASKER), (BOT_ID + 1, GROUP)):
            await questions.remember(connection, bot_id, Speaker(chat_id, None, ASKER), YARMUK, now_s=1.0)
        await questions.remember(connection, BOT_ID, Speaker(GROUP, None, 8), YARMUK, now_s=1.0)
        of_one = await known_of_user(connection, ASKER, BOT_ID)
        of_all = await known_of_user(connection, ASKER)
    assert [row["chat_id"] for row in of_one["questions"]] == [GROUP, ASKER]
    assert len(of_all["questions"]) == 3
    assert json.loads(as_json(of_one))["questions"][0]["understood"]["question"] == "متى كانت اليرموك؟"


def some_row(table: Table, user_id: int, number: int) -> dict[str, object]:
    """Return a row of any table that belongs to a user, in whatever column the table says."""
    kinds: dict[type, object] = {int: number + 1, float: 1.0, str: str(number), bool: True, bytes: b"x"}
    row = {column.name: kinds[column.type.python_type] for column in table.columns if not column.nullable}
    return row | {table.info["chat"]: GROUP, table.info["user"]: user_id}


async def test_what_looks_like_a_statement_is_kept_as_words(database: Database) -> None:
    said = Understood("'); DROP TABLE letters; -- %s :x", QuestionKind.OTHER, '"; DELETE FROM questions; --')
    speaker = Speaker(GROUP, None, ASKER)
    async with database.write() as connection:
        await questions.remember(connection, BOT_ID, speaker, said, now_s=1.0)
        assert await questions.previous(connection, BOT_ID, speaker, after_s=0.0) == said
