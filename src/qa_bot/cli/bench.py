"""`qa-bot bench`: how fast the index is beside the library that defines its scores."""

from typing import Annotated

import typer

from qa_bot.cli.tables import show, watching
from qa_bot.evaluation.bench import bench_bm25, bench_table

PassagesCountOption = Annotated[
    int, typer.Option("--passages", metavar="N", min=10, max=1_000_000, help="How many passages are made up.")
]
QuestionsOption = Annotated[
    int, typer.Option("--questions", metavar="N", min=1, max=10_000, help="How many questions are asked.")
]
SeedOption = Annotated[int, typer.Option("--seed", metavar="N", min=0, help="What passages and questions come from.")]


def bench(passages: PassagesCountOption = 20_000, questions: QuestionsOption = 25, seed: SeedOption = 628) -> None:
    """Measure the speed of scoring beside rank_bm25.

    Both score the same made-up passages for the same questions; the table tells how long each takes and how far their
    scores lie apart. The default takes some 15 seconds and 600 MB of memory, nearly all of them the library's.

    For example:

      qa-bot bench

      qa-bot bench --passages 2000 --questions 10
    """
    with watching() as watch:
        watch.stage(f"Measuring over {passages:,} passages")
        report = bench_bm25(passages, questions=questions, seed=seed)
    show(bench_table(report))
