from pathlib import Path

import pytest

from commands import SENTENCE, WHEN, WHO, YARMUK, run

NOTICE = """\
No TELEGRAM_BOT_TOKEN is set, so the bot answers here instead of in Telegram.
To run it in Telegram:
  1. Open https://t.me/BotFather, send /newbot, choose a name, and copy the token.
  2. Copy .env.example to .env and put the token behind TELEGRAM_BOT_TOKEN=
  3. Start again: make run
"""


@pytest.fixture(autouse=True)
def _their_index(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_CORPUS", str(texts))
    monkeypatch.setenv("QA_BOT_INDEX", "index")


def test_without_a_token_lines_piped_in_are_answered() -> None:
    done = run("run", piped=f"{WHEN}\n{WHO}\n")
    assert done.status == 0
    assert done.output.startswith(f"«{SENTENCE}»\n")
    assert f"\n«{SENTENCE} وقاد المسلمين فيها أبو عبيدة بن الجراح وخالد بن الوليد.»\n" in done.output
    assert "سؤالك" not in done.output


def test_without_a_token_it_is_told_how_to_get_one_apart_from_the_answers() -> None:
    done = run("run", piped=WHEN)
    assert done.errors == NOTICE + "\n"
    assert "BotFather" not in done.output


def test_the_lines_are_one_conversation_until_an_empty_one() -> None:
    follow_up = "ومن قاد المسلمين فيها؟"
    assert "(عن وقعة اليرموك)" in run("run", piped=f"{WHEN}\n{follow_up}\n").output
    assert "(عن" not in run("run", piped=f"{WHEN}\n\n{follow_up}\n").output


@pytest.mark.parametrize("piped", ["", "\n \n", None])
def test_without_lines_one_sample_question_is_answered(piped: str | None, texts: Path) -> None:
    (texts / "syria" / "yarmuk.md").write_text(YARMUK.replace("وقعة", "معركة"), "utf-8")
    done = run("run", piped=piped)
    assert done.status == 0
    sentence = "كانت معركة اليرموك في رجب سنة خمس عشرة من الهجرة بين المسلمين والروم."
    assert done.output.startswith(f"سؤالك: متى كانت معركة اليرموك؟\n\n«{sentence}»\n")


def test_the_chat_lists_what_the_texts_date() -> None:
    done = run("run", piped="/timeline اليرموك\n/timeline نابليون\n/today\n")
    assert done.output.startswith(
        f"الخط الزمني: اليرموك\n\n1. رجب 15هـ ≈ بين آب/أغسطس وأيلول/سبتمبر 636م\n«{SENTENCE}»\n"
    )
    assert "\nلا تؤرّخ النصوص شيئًا من ذلك.\n" in done.output
    assert "\nاليوم " in done.output


def test_the_chat_refuses_a_timeline_of_a_whole_page() -> None:
    assert "السؤال طويل" in run("run", piped=f"/timeline {'خالد ' * 200}\n").output


def test_an_empty_token_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "")
    assert run("run", piped="").errors == NOTICE + "\n"


def test_the_index_is_built_first_where_it_is_missing_and_broken_texts_are_named(texts: Path) -> None:
    (texts / "broken.jsonl").write_text("no JSON\n", "utf-8")
    done = run("run", piped=WHEN)
    assert (done.status, Path("index", "current").is_file()) == (0, True)
    assert done.errors.startswith(f"look at: {texts}/broken.jsonl:1: ")


def test_with_a_token_the_bot_starts_over_the_open_index(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    async def bot(settings: object, service: object) -> None:
        seen.append((settings, service))

    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1234567890:AAsome-token-of-a-bot_0003")
    monkeypatch.setattr("qa_bot.cli.start.run_bot", bot)
    done = run("run", piped=WHEN)
    assert (done.status, done.output, done.errors) == (0, "", "")
    assert len(seen) == 1
    assert Path("index", "current").is_file()


def test_the_chat_returns_a_greeting_lists_its_texts_and_ends_at_a_goodbye() -> None:
    done = run("run", piped=f"مرحبا\n/sources\nخروج\n{WHEN}\n")
    assert done.status == 0
    assert done.output.startswith("وعليكم السلام")
    assert "\n  وقعة اليرموك، فلان\n" in done.output
    assert done.output.endswith("في أمان الله، وأهلًا بك متى شئت.\n\n")


def test_kind_words_leave_the_conversation_where_it_was() -> None:
    done = run("run", piped=f"{WHEN}\nشكرا\n/help\nومن قاد المسلمين فيها؟\n")
    assert "(عن وقعة اليرموك)" in done.output


def test_a_command_of_the_bot_asks_here_too() -> None:
    assert f"«{SENTENCE}»" in run("run", piped="/when اليرموك\n").output


def test_lines_of_the_command_ask_are_questions_whatever_they_say() -> None:
    done = run("ask", "--json", "-", piped="شكرا\n/quit\n")
    assert [line["question"] for line in done.lines] == ["شكرا", "/quit"]
