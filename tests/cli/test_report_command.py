import asyncio
from pathlib import Path

import pytest

from commands import SENTENCE, WHEN, run
from qa_bot.evaluation.question_sets import read_question_set
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.store import letters, unanswered, updates, votes
from qa_bot.store.letters import Body, Draft
from qa_bot.store.updates import Arrival
from qa_bot.store.votes import Voice, Vote
from stores import BOT_ID, new_sqlite

GROUP, SOMEONE = -5, 6_000_000_001


@pytest.fixture(autouse=True)
def _their_store(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_CORPUS", str(texts))
    monkeypatch.setenv("QA_BOT_INDEX", str(tmp_path / "index"))
    monkeypatch.setenv("QA_BOT_STORE", str(tmp_path / "qa_bot.sqlite3"))
    monkeypatch.delenv("QA_BOT_DATABASE_URL", raising=False)


def fill(folder: Path, *cast: Vote) -> None:
    async def live() -> None:
        database = new_sqlite(folder)
        understood = Understood(WHEN, QuestionKind.WHEN, "اليرموك")
        async with database.write() as connection:
            for number, took_s in enumerate((0.5, 1.0, 9.0)):
                await updates.receive(connection, BOT_ID, [Arrival(number, GROUP, SOMEONE + number, {})], now_s=10.0)
                await updates.finish(connection, BOT_ID, number, now_s=10.0 + took_s)
            drafts = [
                Draft(GROUP, Body("نعم", "نعم"), understood=understood, found=found) for found in (True, True, False)
            ]
            await letters.put(connection, BOT_ID, 1, drafts, now_s=2.0)
            for number, vote in enumerate(cast):
                await votes.cast(connection, BOT_ID, Voice(GROUP, number, SOMEONE), vote, now_s=float(number))
            for question in ("من فتح الأندلس؟", "من فتح الاندلس", "متى بنيت القيروان؟"):
                await unanswered.note(connection, BOT_ID, GROUP, SOMEONE, question, now_s=1.0)
        await database.aclose()

    asyncio.run(live())


def test_use_answers_votes_times_and_what_was_not_answered_are_told(tmp_path: Path) -> None:
    fill(tmp_path, Vote(liked=True), Vote(liked=True), Vote(liked=False))
    done = run("report")
    assert (done.status, done.errors) == (0, "")
    assert done.output.splitlines() == [
        "used by: 3 people in 1 chats",
        "answered: 2 of 3 questions (67%)",
        "liked: 2, not liked: 1",
        "updates done: 3, half within 1.00 s, 95% within 9.00 s, 1 slower than 5 s",
        "set aside: 0, refused by Telegram: 0",
        "not answered:",
        "  2 × من فتح الاندلس",
        "  1 × متى بنيت القيروان؟",
    ]


def test_an_unused_bot_has_a_report_too(tmp_path: Path) -> None:
    asyncio.run(new_sqlite(tmp_path).aclose())
    assert run("report").output.splitlines()[:4] == [
        "used by: 0 people in 0 chats",
        "answered: 0 of 0 questions",
        "liked: 0, not liked: 0",
        "updates done: 0, 0 slower than 5 s",
    ]


def test_what_was_judged_becomes_a_question_set(tmp_path: Path) -> None:
    run("index")
    passage = run("ask", WHEN, "--json").line["answers"][0]["passage_id"]
    right = Vote(liked=True, question=WHEN, passage_id=passage, sentence=SENTENCE)
    gone = Vote(liked=True, question="متى؟", passage_id="gone#1", sentence="كان ذلك.")
    fill(tmp_path, right, right, gone, Vote(liked=False, question=WHEN))
    done = run("report", "--judged", tmp_path / "judged")
    assert (done.status, done.errors) == (0, f"Written: 1 judged questions → {tmp_path / 'judged'}\n")
    [judged] = read_question_set(tmp_path / "judged").questions
    assert (judged.text, judged.answers, judged.gold) == (WHEN, (SENTENCE,), (f"judged/{passage}",))
    assert len((tmp_path / "judged" / "corpus.jsonl").read_text("utf-8").splitlines()) == 4


def test_without_a_store_that_is_said(tmp_path: Path) -> None:
    done = run("report")
    assert done.status == 1
    assert f"There is no store at {tmp_path / 'qa_bot.sqlite3'} yet" in done.errors
