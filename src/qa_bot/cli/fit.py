"""`qa-bot fit`: learn the weights of the program anew."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from qa_bot.answering import bar, confidence, date_candidates, naming, rerank, sentence
from qa_bot.cli.console import progress_of_build
from qa_bot.cli.evaluate_names import with_names
from qa_bot.cli.evaluate_when import ANNALS
from qa_bot.cli.tables import watching
from qa_bot.evaluation.alone import alone
from qa_bot.evaluation.dialogues import JUDGED, MIXED, PARAPHRASED, STANDARD, Dialogue, read_dialogues
from qa_bot.evaluation.fit import collect, drawn, fit_field_weights, learn
from qa_bot.evaluation.fit_names import fit_names
from qa_bot.evaluation.fit_when import learn_dates
from qa_bot.evaluation.fit_when_examples import collect_when
from qa_bot.evaluation.question_sets import QUERIES, QuestionSet, read_question_sets
from qa_bot.index.current import CurrentEngine
from qa_bot.index.learned import FILE, learned, write_learned
from qa_bot.settings import home, read_settings
from qa_bot.text.channel import FILE as NAME_COSTS
from qa_bot.wiring.place import place_of
from qa_bot.wiring.preparing import prepare

_SEED = 1
_DIALOGUES = {
    JUDGED: "judged dialogues",
    STANDARD: "standard Arabic questions",
    PARAPHRASED: "paraphrased questions",
    MIXED: "mixed questions",
}
_PARTS = {
    "sentence": sentence.LEARNED,
    "passage": rerank.LEARNED,
    "confidence": confidence.LEARNED,
    "bars": bar.LEARNED,
    "date": date_candidates.LEARNED,
    "naming": naming.LEARNED,
}


def fit(
    *,
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="A folder of question sets, one a folder.")],
    dates_alone: Annotated[
        bool, typer.Option("--dates-alone", help="Learn only which date is meant; the rest stays as it is.")
    ] = False,
    names_alone: Annotated[
        bool, typer.Option("--names-alone", help="Learn only how names are written in Latin letters: two minutes.")
    ] = False,
) -> None:
    """Learn what fields, sentences, passages, dates and confidence weigh, and write it into the package.

    Only questions about the fitting half of the articles, and the dialogues and events for fitting, teach; the figures
    of both halves are written beside the weights. The texts that the events are judged in are looked for in
    DIR/classical_texts; without them the question sets and dialogues alone teach which date is meant. How names are
    written is learned apart, from the lists of names in DIR.
    """
    if names_alone:
        fit_names(with_names(data, command="qa-bot fit --names-alone --data DIR"), NAME_COSTS)
        typer.echo(f"Written: {NAME_COSTS}")
        return
    if not dates_alone:
        _fit_answers(data)
    # Which date is meant depends on what its sentence weighs now: a new process reads that anew.
    alone(fit_dates, data)


def _fit_answers(data: Path) -> None:
    sets = _sets_of(data)
    weights = {**_known_weights(), "fields": fit_field_weights(sets)}
    # What is found depends on the fields: the rest is learned from what they find.
    _write(weights, learned().made)
    library = _engine_of(home() / "corpus")
    with watching() as watch:
        examples = asyncio.run(collect(sets, _dialogues(), library, watch))
    fitted = learn(examples)
    made = {
        "data": [*(each.name for each in sets), *_DIALOGUES.values()],
        "seed": _SEED,
        "command": "qa-bot fit --data DIR",
        "date": datetime.now(UTC).date().isoformat(),
        "bar": fitted.bar,
        "figures": fitted.figures,
    }
    _write({**weights, **fitted.weights}, made)
    typer.echo(f"Written: {FILE}; the bar that goes with it: {fitted.bar}")
    _tell(fitted.figures)


def fit_dates(data: Path) -> None:
    """Learn which date is meant from the sets and texts in `data`, and write it into the package."""
    sets, annals = _sets_of(data), data / ANNALS
    library = _engine_of(home() / "corpus")
    engine = _engine_of(annals) if annals.is_dir() else None
    with watching() as watch:
        examples = asyncio.run(collect_when(sets, _dialogues(), engine, library, watch))
    fitted = learn_dates(examples)
    known = learned()
    _write({**known.weights, **fitted.weights}, {**known.made, "dates": fitted.figures})
    typer.echo(f"Written, what dates weigh: {FILE}")
    _tell(fitted.figures)


def _sets_of(data: Path) -> list[QuestionSet]:
    folders = sorted(path.parent for path in data.glob(f"*/{QUERIES}"))
    return drawn(read_question_sets(folders), _SEED)


def _dialogues() -> list[Dialogue]:
    return [dialogue for folder in _DIALOGUES for dialogue in read_dialogues(folder)]


def _engine_of(corpus: Path) -> CurrentEngine:
    place = place_of(read_settings(), corpus=corpus)
    with progress_of_build() as on_progress:
        prepare(place, on_progress)
    return CurrentEngine(place.index)


def _write(weights: Mapping[str, Mapping[str, float]], made: Mapping[str, Any]) -> None:
    write_learned(FILE, weights, made)
    learned.cache_clear()


def _known_weights() -> dict[str, dict[str, float]]:
    """Return the weights as they are, 0 for what is to be learned for the first time."""
    known = learned().weights
    return {part: {name: known.get(part, {}).get(name, 0.0) for name in names} for part, names in _PARTS.items()}


def _tell(figures_of: Mapping[str, Mapping[str, float]]) -> None:
    for source, figures in figures_of.items():
        typer.echo(f"{source:45} " + ", ".join(f"{name} {value:g}" for name, value in figures.items()))
