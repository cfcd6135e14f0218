"""`qa-bot evaluate`: judged questions → how often the answers are right."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from qa_bot.cli.console import progress_of_build
from qa_bot.cli.evaluate_dates import evaluate_dates
from qa_bot.cli.evaluate_when import evaluate_when
from qa_bot.cli.evaluation_json import write_json
from qa_bot.cli.tables import show, watching
from qa_bot.errors import SetupError
from qa_bot.evaluation.dialogue_report import failures_of, marks_line, table_of
from qa_bot.evaluation.dialogue_report import record_of as record_of_dialogues
from qa_bot.evaluation.dialogues import (
    FIT,
    JUDGED,
    SPLITS,
    STANDARD,
    Dialogue,
    JudgedTurn,
    hold,
    read_dialogues,
    tallies,
)
from qa_bot.evaluation.experiment import run
from qa_bot.evaluation.figures import figures_of
from qa_bot.evaluation.honesty import honesty_of
from qa_bot.evaluation.marked_answers import mark_tallies
from qa_bot.evaluation.measures import check_can_measure
from qa_bot.evaluation.near_copies import PARTS
from qa_bot.evaluation.plan import Plan, Results
from qa_bot.evaluation.plot import check_can_plot, plot
from qa_bot.evaluation.question_sets import QuestionSet, read_question_sets
from qa_bot.evaluation.report import record_of, tables_of
from qa_bot.settings import home, read_settings
from qa_bot.wiring import Place, open_service, place_of, prepare

SetsArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="SET...", help="Folders with corpus.jsonl and queries.jsonl.", show_default=False),
]
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
PartOption = Annotated[
    str,
    typer.Option(metavar="PART", help="Only one half, fit or report: of the articles' questions, dialogues, or dates."),
]
LimitOption = Annotated[int | None, typer.Option(metavar="N", min=1, help="Draw at most N questions from a set.")]
SeedOption = Annotated[int, typer.Option(help="What typing mistakes, resamples and draws come from.")]
TitlesOption = Annotated[
    bool, typer.Option("--baseline-titles", help="Put titles in front of the baselines' paragraphs.")
]
DialoguesOption = Annotated[
    bool, typer.Option("--dialogues", help="Hold the judged dialogues and questions over the starter library instead.")
]
WhenOption = Annotated[
    bool,
    typer.Option(
        "--when",
        help="Ask judged questions for a time instead; SET... are classical_texts and question sets, "
        "by default those in ../shared/data.",
    ),
]
FailuresOption = Annotated[
    bool,
    typer.Option(
        "--failures",
        help="List what failed of --dialogues, --dates or --when, of the half to report on only with --part.",
    ),
]
DatesOption = Annotated[
    bool,
    typer.Option("--dates", help="Find the dates marked by hand instead; SET... are the folders of their texts."),
]
JsonFileOption = Annotated[
    Path | None, typer.Option("--json", metavar="FILE", help="Write every figure as JSON; `-` is standard output.")
]
PlotOption = Annotated[
    Path | None, typer.Option("--plot", metavar="FILE", help="Draw the figures: .png, .svg or .pdf.")
]

_DIALOGUES = {"Judged dialogues": JUDGED, "Standard Arabic questions": STANDARD}


def evaluate(
    sets: SetsArgument = None,
    pooled: PooledOption = True,  # noqa: FBT002  # flags, as typer makes them
    typos: TyposOption = True,  # noqa: FBT002
    unanswerable: UnanswerableOption = False,  # noqa: FBT002
    part: PartOption = "",
    limit: LimitOption = None,
    seed: SeedOption = 1,
    baseline_titles: TitlesOption = False,  # noqa: FBT002
    dialogues: DialoguesOption = False,  # noqa: FBT002
    dates: DatesOption = False,  # noqa: FBT002
    when: WhenOption = False,  # noqa: FBT002
    failures: FailuresOption = False,  # noqa: FBT002
    json_file: JsonFileOption = None,
    plot_file: PlotOption = None,
) -> None:
    """Measure how often the answers are right, against two baselines, with 95 % intervals.

    Questions are asked of the program as it is. Two baselines search the same paragraphs in the same run:
    rank_bm25's BM25Okapi over pyarabic's tokens, and BM25 over light10 stems as Lucene's ArabicAnalyzer makes them.

    For example:

      qa-bot evaluate questions/ more/ --unanswerable --plot figures.svg

      qa-bot evaluate questions/ --no-typos --limit 200 --json figures.json

      qa-bot evaluate --dialogues --failures

      qa-bot evaluate --dates texts/ questions/ --part report

      qa-bot evaluate --when --part fit --failures
    """
    _check(part, plot_file, instead_of_sets=dialogues + dates + when)
    if dialogues:
        _evaluate_dialogues(part, json_file, failures=failures)
        return
    if dates:
        evaluate_dates(sets or (), part, json_file, failures=failures)
        return
    if when:
        evaluate_when(sets or (), part, json_file, failures=failures)
        return
    if not sets:
        named = "qa-bot evaluate SET... (or --dialogues, --dates, --when)"
        raise SetupError("No question set was named.", command=named)
    check_can_measure()
    plan = Plan(pooled, typos, unanswerable, baseline_titles, part, limit, seed)
    _tell(_measure(read_question_sets(sets), plan), json_file, plot_file)


def _check(part: str, plot_file: Path | None, *, instead_of_sets: int) -> None:
    """Raise a clear error before hours of measuring, not after.

    Raises:
        SetupError: the options don't go together, or one has a value that it can't have.
    """
    if part not in ("", *PARTS):
        raise SetupError(f"--part is one of {', '.join(PARTS)}, not {part}.")
    if instead_of_sets > 1:
        raise SetupError("--dialogues, --dates and --when measure different things: give one of them.")
    if plot_file is not None:
        check_can_plot(plot_file)
        if instead_of_sets:
            raise SetupError("--plot draws the figures of question sets, and of nothing else.")


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


def _evaluate_dialogues(part: str, json_file: Path | None, *, failures: bool) -> None:
    # The starter library, whatever texts the settings name: the dialogues are about it.
    place = place_of(read_settings(), corpus=home() / "corpus")
    splits = (part,) if part else SPLITS
    held = _hold(place, {kind: read_dialogues(folder, splits) for kind, folder in _DIALOGUES.items()})
    for kind, judged in held.items():
        if failures:
            # Whoever reads failures fits to them: those of the other half are kept back until they are asked for.
            for block in failures_of(each for each in judged if each.dialogue.split == (part or FIT)):
                typer.echo(block + "\n")
        show(table_of(tallies(judged), kind))
        typer.echo(marks_line(mark_tallies(judged)) + "\n")
    write_json(json_file, {kind: record_of_dialogues(tallies(judged), judged) for kind, judged in held.items()})


def _hold(place: Place, kinds: Mapping[str, Sequence[Dialogue]]) -> dict[str, list[JudgedTurn]]:
    with progress_of_build() as on_progress:
        prepare(place, on_progress)
    with asyncio.Runner() as runner, watching() as watch:
        turns = sum(len(dialogue.turns) for dialogues in kinds.values() for dialogue in dialogues)
        watch.stage("Holding dialogues", turns)
        service = open_service(place)
        try:
            return {kind: runner.run(hold(service, dialogues, watch.step)) for kind, dialogues in kinds.items()}
        finally:
            runner.run(service.aclose())
