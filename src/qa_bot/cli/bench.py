"""`qa-bot bench`: how long answers take, and how fast the index is beside the library that defines its scores."""

from pathlib import Path
from typing import Annotated

import typer

from qa_bot.cli.tables import show, watching
from qa_bot.evaluation.answer_bench import bench_answers
from qa_bot.evaluation.bench import bench_bm25, bench_table
from qa_bot.evaluation.speed_report import answer_tables
from qa_bot.settings import home

CorpusOption = Annotated[
    Path | None,
    typer.Option("--corpus", metavar="PATH", help="The texts that are asked (default: the starter library)."),
]
QuestionsOption = Annotated[
    int, typer.Option("--questions", metavar="N", min=12, max=100_000, help="How many questions are asked.")
]
PassagesCountOption = Annotated[
    int,
    typer.Option("--passages", metavar="N", min=10, max=1_000_000, help="Passages made up to score beside rank_bm25."),
]
SeedOption = Annotated[int, typer.Option("--seed", metavar="N", min=0, help="What all that is made up comes from.")]


def bench(
    corpus: CorpusOption = None,
    questions: QuestionsOption = 600,
    passages: PassagesCountOption = 20_000,
    seed: SeedOption = 628,
) -> None:
    """Measure how long answers take, and scoring beside rank_bm25.

    Questions of many kinds are made of the texts' own words and asked on a single core: the tables tell how long the
    answers take, what takes the time, and how it grows with the texts. Then made-up passages are scored by the index
    and by rank_bm25, whose time is the yardstick that other machines can be compared by. The default takes
    about a minute and 600 MB of memory, most of them the library's.

    For example:

      qa-bot bench

      qa-bot bench --corpus my-texts/ --questions 1200
    """
    with watching() as watch:
        report = bench_answers(corpus or home() / "corpus", questions, seed=seed, watch=watch)
        watch.stage(f"Scoring {passages:,} passages beside rank_bm25")
        scoring = bench_bm25(passages, seed=seed)
    for table in (*answer_tables(report, scoring.rank_bm25_ms), bench_table(scoring)):
        show(table)
