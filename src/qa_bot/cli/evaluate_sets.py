"""`qa-bot evaluate sets`: question sets → how often the answers are right, against two baselines."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from qa_bot.cli.evaluate_options import JsonFileOption, PartOption
from qa_bot.cli.evaluation_json import write_json
from qa_bot.cli.tables import show, watching
from qa_bot.evaluation.experiment import run
from qa_bot.evaluation.figures import figures_of
from qa_bot.evaluation.honesty import honesty_of
from qa_bot.evaluation.measures import check_can_measure
from qa_bot.evaluation.plan import Plan, Results
from qa_bot.evaluation.plot import check_can_plot, plot
from qa_bot.evaluation.question_sets import QuestionSet, read_question_sets
from qa_bot.evaluation.report import record_of, tables_of

SetsArgument = Annotated[list[Path], typer.Argument(metavar="SET", help="Folders with corpus.jsonl and queries.jsonl.")]
PooledOption = Annotated[
    bool, typer.Option("--pooled/--alone", help="All sets in one index, or each in an index of its own.")
]
TyposOption = Annotated[
    bool, typer.Option("--typos/--no-typos", help="Ask again with one and with two typing mistakes in each question.")
]
UnanswerableOption = Annotated[
    bool,
    typer.Option(
        "--unanswerable", help="Ask each set's questions of the other sets' texts, too, and everyday questions."
    ),
]
LimitOption = Annotated[int | None, typer.Option(metavar="N", min=1, help="Draw at most N questions from a set.")]
SeedOption = Annotated[int, typer.Option(help="What typing mistakes, resamples and draws come from.")]
TitlesOption = Annotated[
    bool, typer.Option("--baseline-titles", help="Put titles in front of the baselines' paragraphs.")
]
PlotOption = Annotated[
    Path | None, typer.Option("--plot", metavar="FILE", help="Draw the figures: .png, .svg or .pdf.")
]


def evaluate_sets(
    sets: SetsArgument,
    pooled: PooledOption = True,  # noqa: FBT002  # flags, as typer makes them
    typos: TyposOption = True,  # noqa: FBT002
    unanswerable: UnanswerableOption = False,  # noqa: FBT002
    part: PartOption = None,
    limit: LimitOption = None,
    seed: SeedOption = 1,
    baseline_titles: TitlesOption = False,  # noqa: FBT002
    json_file: JsonFileOption = None,
    plot_file: PlotOption = None,
) -> None:
    """Measure how often the answers to question sets are right, against two baselines, with 95 % intervals.

    Questions are asked of the program as it is. Two baselines search the same paragraphs in the same run:
    rank_bm25's BM25Okapi over pyarabic's tokens, and BM25 over light10 stems as Lucene's ArabicAnalyzer makes them.

    For example:

      qa-bot evaluate sets questions/ more/ --unanswerable --plot figures.svg

      qa-bot evaluate sets questions/ --no-typos --limit 200 --json figures.json
    """
    # Before hours of measuring, not after.
    if plot_file is not None:
        check_can_plot(plot_file)
    check_can_measure()
    plan = Plan(pooled, typos, unanswerable, baseline_titles, part.value if part else "", limit, seed)
    _tell(_measure(read_question_sets(sets), plan), json_file, plot_file)


def _measure(sets: Sequence[QuestionSet], plan: Plan) -> Results:
    with watching() as watch:
        return asyncio.run(run(sets, plan, watch))


def _tell(results: Results, json_file: Path | None, plot_file: Path | None) -> None:
    figures, honesty = figures_of(results), honesty_of(results)
    for table in tables_of(figures, honesty, results.plan):
        show(table)
    write_json(json_file, record_of(figures, honesty, results.plan))
    if plot_file is not None:
        plot(figures, honesty, results.plan, plot_file)
