"""What `bench` measured, as tables."""

from collections.abc import Sequence
from statistics import fmean

import numpy as np

from qa_bot.evaluation.answer_bench import AnswerReport, Built, Grown
from qa_bot.evaluation.table import Table, percent
from qa_bot.evaluation.timing import Timing, can_keep_to_one_core

_COLUMNS = ("median", "90 %", "99 %", "worst", "processor: median", "99 %")


def answer_tables(report: AnswerReport, yardstick_ms: float) -> list[Table]:
    """Return the tables of a report: by kind of question, by stage, by size of the library.

    `yardstick_ms` is the processor time of one `get_scores` of rank_bm25 in the same run: machines differ, ratios do
    so less.
    """
    return [_by_kind(report, yardstick_ms), _by_stage(report), _by_size(report, yardstick_ms)]


def _by_kind(report: AnswerReport, yardstick_ms: float) -> Table:
    timings = report.timings
    by_kind = {kind: [each for each in timings if each.kind == kind] for kind in dict.fromkeys(t.kind for t in timings)}
    return Table(
        title=f"From question to answer over {report.passages:,} passages, in milliseconds",
        columns=("questions", "", *_COLUMNS),
        rows=tuple((kind, str(len(each)), *_figures(each)) for kind, each in (by_kind | {"all": timings}).items()),
        note=f"{_core()}, every table made before, each question asked once; where processor time is much less, other "
        f"programs had the core too. {_ratio(timings, yardstick_ms)} {_told(report.built)}",
    )


def _figures(timings: Sequence[Timing]) -> tuple[str, ...]:
    """Return the cells of `_COLUMNS`."""
    wall = np.percentile([each.wall_ms for each in timings], (50, 90, 99, 100))
    return tuple(f"{time_ms:.1f}" for time_ms in (*wall, *_processor(timings)))


def _processor(timings: Sequence[Timing]) -> tuple[float, float]:
    """Return the median and the 99th percentile of processor time."""
    median, most = np.percentile([each.processor_ms for each in timings], (50, 99))
    return float(median), float(most)


def _ratio(timings: Sequence[Timing], yardstick_ms: float) -> str:
    median, most = (time_ms / yardstick_ms for time_ms in _processor(timings))
    return (
        f"One get_scores of rank_bm25 took {yardstick_ms:.0f} ms of processor time: "
        f"of that the median answer takes {median:.2f}, the 99th percentile {most:.2f}."
    )


def _told(built: Built) -> str:
    return (
        f"The index was built in {built.seconds:.1f} s with {built.memory_mb:,.0f} MB of memory, and takes "
        f"{built.disk_mb:,.0f} MB on disk."
    )


def _core() -> str:
    return "On one core" if can_keep_to_one_core() else "On all cores (this system can't keep a process to one)"


def _by_stage(report: AnswerReport) -> Table:
    mean = fmean(timing.processor_ms for timing in report.timings)
    return Table(
        title=f"Where the time goes, over {report.passages:,} passages",
        columns=("stage", "ms a question", "%"),
        rows=tuple((stage, f"{share * mean:.2f}", percent(share)) for stage, share in report.stages.items()),
        note=f"Parts of {mean:.1f} ms, the mean processor time of the same questions.",
    )


def _by_size(report: AnswerReport, yardstick_ms: float) -> Table:
    return Table(
        title="The same questions over growing parts of the texts, in milliseconds",
        columns=("passages", *_COLUMNS, "median in get_scores"),
        rows=tuple(_grown_row(grown, yardstick_ms) for grown in report.growth),
        note=_how_far(report.growth),
    )


def _grown_row(grown: Grown, yardstick_ms: float) -> tuple[str, ...]:
    median, _ = _processor(grown.timings)
    return f"{grown.passages:,}", *_figures(grown.timings), f"{median / yardstick_ms:.2f}"


def _how_far(growth: Sequence[Grown]) -> str:
    if len(growth) == 1:
        return "These texts have fewer than 1,000 passages: name more with --corpus."
    return "Each part holds the beginning of every text, and the questions are made of the smallest."
