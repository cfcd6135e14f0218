"""What every store keeps of votes and unanswered questions; the same for SQLite and PostgreSQL."""

from qa_bot.store import unanswered, votes
from qa_bot.store.database import Database
from qa_bot.store.people import known_of_user
from qa_bot.store.pruning import prune
from qa_bot.store.votes import Voice, Vote
from stores import BOT_ID

GROUP, SOMEONE, OTHER = -1_001_234_567_890, 6_000_000_001, 6_000_000_002
ON_A_CARD = Voice(GROUP, 55, SOMEONE)
RIGHT = Vote(liked=True, question="متى كانت اليرموك؟", passage_id="yarmuk#1", sentence="كانت اليرموك سنة 15هـ.")


async def test_the_last_vote_of_someone_on_a_card_counts_and_may_be_taken_back(database: Database) -> None:
    async with database.write() as connection:
        await votes.cast(connection, BOT_ID, ON_A_CARD, RIGHT, now_s=1.0)
        await votes.cast(connection, BOT_ID, Voice(GROUP, 55, OTHER), RIGHT, now_s=2.0)
        await votes.cast(connection, BOT_ID, ON_A_CARD, Vote(liked=False), now_s=3.0)
        [kept] = (await known_of_user(connection, SOMEONE))["votes"]
        assert (kept["liked"], kept["question"], kept["voted_at"]) == (False, None, 3.0)
        assert await votes.judged(connection) == [RIGHT]
        await votes.take_back(connection, BOT_ID, ON_A_CARD)
        assert (await known_of_user(connection, SOMEONE))["votes"] == []


async def test_unanswered_questions_are_those_of_a_chat_the_newest_first(database: Database) -> None:
    async with database.write() as connection:
        for number, (chat_id, question) in enumerate([(GROUP, "من؟"), (GROUP, "متى؟"), (7, "أين؟")], start=1):
            await unanswered.note(connection, BOT_ID, chat_id, SOMEONE, question, now_s=float(number))
        assert await unanswered.unanswered_in(connection, BOT_ID, GROUP) == ["متى؟", "من؟"]
        assert await unanswered.unanswered_in(connection, BOT_ID, GROUP, after_s=1.0) == ["متى؟"]
        assert await unanswered.unanswered_in(connection, BOT_ID + 1, GROUP) == []
        assert await unanswered.unanswered_in(connection) == ["أين؟", "متى؟", "من؟"]


async def test_votes_and_questions_expire(database: Database) -> None:
    async with database.write() as connection:
        for now_s in (1.0, 2.0):
            await unanswered.note(connection, BOT_ID, GROUP, SOMEONE, f"متى {now_s}؟", now_s=now_s)
            await votes.cast(connection, BOT_ID, Voice(GROUP, int(now_s), SOMEONE), RIGHT, now_s=now_s)
        gone = await prune(connection, ended_before_s=0, said_before_s=0, read_before_s=0, judged_before_s=2.0)
        assert gone == 2
        assert await unanswered.unanswered_in(connection) == ["متى 2.0؟"]
        assert len(await votes.judged(connection)) == 1
