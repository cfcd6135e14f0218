"""What was measured, as tables."""

import pytest

from qa_bot.evaluation import speed_report
from qa_bot.evaluation.answer_bench import AnswerReport, Built, Grown
from qa_bot.evaluation.speed_report import answer_tables
from qa_bot.evaluation.table import Table
from qa_bot.evaluation.timing import Timing

FAST, SLOW = Timing("plain", 10.0, 8.0), Timing("long", 40.0, 32.0)
REPORT = AnswerReport(
    passages=30_000,
    built=Built(19.84, 1_234.5, 147.2),
    timings=[FAST, FAST, SLOW],
    stages={"dates": 0.25, "all else": 0.75},
    growth=[Grown(1_000, [FAST]), Grown(30_000, [FAST, SLOW])],
)


@pytest.fixture(autouse=True)
def _with_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed_report, "can_keep_to_one_core", lambda: True)


def test_times_stand_by_kind_all_together_and_against_the_yardstick() -> None:
    by_kind, _, _ = answer_tables(REPORT, yardstick_ms=200.0)
    assert by_kind == Table(
        title="From question to answer over 30,000 passages, in milliseconds",
        columns=("questions", "", "median", "90 %", "99 %", "worst", "processor: median", "99 %"),
        rows=(
            ("plain", "2", "10.0", "10.0", "10.0", "10.0", "8.0", "8.0"),
            ("long", "1", "40.0", "40.0", "40.0", "40.0", "32.0", "32.0"),
            ("all", "3", "10.0", "34.0", "39.4", "40.0", "8.0", "31.5"),
        ),
        note=(
            "On one core, every table made before, each question asked once; where processor time is much less, other "
            "programs had the core too. One get_scores of rank_bm25 took 200 ms of processor time: of that the median "
            "answer takes 0.04, the 99th percentile 0.16. The index was built in 19.8 s with 1,234 MB of memory, and "
            "takes 147 MB on disk."
        ),
    )


def test_stages_are_parts_of_the_mean_processor_time() -> None:
    _, by_stage, _ = answer_tables(REPORT, yardstick_ms=200.0)
    assert by_stage.rows == (("dates", "4.00", "25.0"), ("all else", "12.00", "75.0"))
    assert by_stage.note == "Parts of 16.0 ms, the mean processor time of the same questions."


def test_growth_is_told_from_the_smallest_part_to_all() -> None:
    _, _, by_size = answer_tables(REPORT, yardstick_ms=200.0)
    assert by_size.rows == (
        ("1,000", "10.0", "10.0", "10.0", "10.0", "8.0", "8.0", "0.04"),
        ("30,000", "25.0", "37.0", "39.7", "40.0", "20.0", "31.8", "0.10"),
    )
    assert by_size.note == "Each part holds the beginning of every text, and the questions are made of the smallest."


def test_texts_too_few_to_grow_say_so() -> None:
    few = AnswerReport(300, REPORT.built, [FAST], REPORT.stages, [Grown(300, [FAST])])
    _, _, by_size = answer_tables(few, yardstick_ms=200.0)
    assert by_size.note == "These texts have fewer than 1,000 passages: name more with --corpus."


def test_a_system_that_cannot_keep_to_one_core_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed_report, "can_keep_to_one_core", lambda: False)
    by_kind, _, _ = answer_tables(REPORT, yardstick_ms=200.0)
    assert by_kind.note.startswith("On all cores (this system can't keep a process to one), every table made before")
