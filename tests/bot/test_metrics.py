from pathlib import Path

from fakes import refusal
from qa_bot.bot.metrics import Metrics
from telegram_harness import GROUP, Telegram


def figures(page: bytes) -> dict[str, float]:
    """Return each figure by its name and labels."""
    lines = [line.rpartition(" ") for line in page.decode().splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in lines}


async def test_what_the_bot_does_is_counted(tmp_path: Path) -> None:
    telegram = await Telegram(tmp_path, QA_BOT_USER_QUESTIONS=3).start()
    telegram.request.next_replies["sendMessage"].append(refusal(403, "Forbidden: bot was blocked by the user"))
    for text in ("متى كانت اليرموك؟", "/help", "من فتح الأندلس؟", "متى كانت اليرموك؟"):
        await telegram.say(text)
    await telegram.say("كلام بين الناس", GROUP)
    counted = figures(telegram.metrics.page())
    await telegram.aclose()
    expected = {
        "qa_bot_updates_received_total": 3,
        "qa_bot_updates_left_out_total": 1,
        'qa_bot_updates_ended_total{outcome="done"}': 3,
        'qa_bot_answers_total{found="yes"}': 1,
        'qa_bot_answers_total{found="no"}': 1,
        'qa_bot_letters_total{outcome="refused"}': 1,
        'qa_bot_letters_total{outcome="sent"}': 2,
        "qa_bot_update_seconds_count": 3,
        'qa_bot_info{version="0.1.0"}': 1,
    }
    assert {name: counted[name] for name in expected} == expected


def test_how_many_updates_wait_is_asked_when_the_page_is_and_two_bots_do_not_mix() -> None:
    waiting = [3]
    one, other = Metrics(), Metrics()
    one.show_waiting(lambda: waiting[0])
    one.received(5)
    assert figures(one.page())["qa_bot_updates_waiting"] == 3
    waiting[0] = 4
    assert figures(one.page())["qa_bot_updates_waiting"] == 4
    assert figures(other.page())["qa_bot_updates_received_total"] == 0
    assert "qa_bot_updates_waiting" not in figures(other.page())


def test_when_telegram_was_last_heard_of_and_the_memory_in_use_are_shown() -> None:
    metrics = Metrics()
    assert figures(metrics.page())["qa_bot_last_poll_timestamp_seconds"] == 0
    metrics.polled()
    shown = figures(metrics.page())
    assert shown["qa_bot_last_poll_timestamp_seconds"] > 1_700_000_000
    assert shown["process_resident_memory_bytes"] > 0
