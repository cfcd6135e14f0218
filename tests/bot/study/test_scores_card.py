from bidi import get_base_level

from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.markup import to_plain
from qa_bot.bot.study.scores_card import scores_card
from qa_bot.store.quizzes import Answered
from spoken import ARABIC, ENGLISH

NOW_S = 1_800_000_000.0
LONG_AGO_S = NOW_S - 8 * 86_400


def lines(*answers: Answered) -> list[str]:
    return strip_controls(to_plain(scores_card(answers, ARABIC, now_s=NOW_S))).splitlines()


def test_the_week_and_all_time_are_told_apart_and_ties_share_a_rank() -> None:
    assert lines(
        Answered(1, "مريم", True, LONG_AGO_S),
        Answered(1, "مريم", True, NOW_S),
        Answered(2, "Ahmad", True, NOW_S),
        Answered(3, "زيد", False, LONG_AGO_S),
    ) == [
        "ترتيب المجيبين هنا", "", "في الأيام السبعة الأخيرة", "1. Ahmad: 1 من 1", "1. مريم: 1 من 1", "",
        "منذ البداية", "1. مريم: 2 من 2", "2. Ahmad: 1 من 1", "3. زيد: 0 من 1",
    ]  # fmt: skip


def test_a_week_without_answers_says_so_and_a_chat_without_any_how_to_begin() -> None:
    assert "لم يُجب أحد." in lines(Answered(1, "مريم", True, LONG_AGO_S))
    assert lines() == ["لم يُجب أحد عن سؤال هنا بعد. جرّب: /quiz"]


def test_ten_are_shown_and_the_others_counted() -> None:
    shown = lines(*(Answered(user, f"س{user:02}", True, NOW_S) for user in range(12)))
    assert shown.count("… ومجيبان آخران") == 2
    assert sum(line.startswith("1. ") for line in shown) == 20


def test_in_english_numbered_lines_run_left_to_right() -> None:
    answers = [Answered(user, f"س{user:02}", True, NOW_S) for user in range(12)]
    assert [
        line for line in to_plain(scores_card(answers, ENGLISH, now_s=NOW_S)).splitlines() if "\u200f" in line
    ] == []


def test_names_turn_no_line() -> None:
    card = scores_card([Answered(1, "Ahmad\u202e", True, NOW_S)], ARABIC, now_s=NOW_S)
    assert [line for line in to_plain(card).splitlines() if line and not get_base_level(line)] == []
    assert "\u202e" not in to_plain(scores_card([Answered(1, "A\u202e", True, NOW_S)], ENGLISH, now_s=NOW_S))
