"""`qa-bot fit`: learn the weights of the program anew."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from qa_bot.answering import bar, confidence, rerank, sentence
from qa_bot.cli.console import progress_of_build
from qa_bot.cli.tables import watching
from qa_bot.evaluation.dialogues import JUDGED, PARAPHRASED, STANDARD, read_dialogues
from qa_bot.evaluation.fit import Fitted, collect, drawn, fit_field_weights, learn
from qa_bot.evaluation.question_sets import QUERIES, read_question_sets
from qa_bot.index.current import CurrentEngine
from qa_bot.index.learned import FILE, learned, write_learned
from qa_bot.settings import home, read_settings
from qa_bot.wiring import place_of, prepare

_SEED = 1
_DIALOGUES = {
    JUDGED: "judged dialogues",
    STANDARD: "standard Arabic questions",
    PARAPHRASED: "paraphrased questions",
}


def fit(
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="A folder of question sets, one a folder.")],
) -> None:
    """Learn what fields, sentences, passages and confidence weigh, and write it into the package.

    Only questions about the fitting half of the articles, and the dialogues for fitting, teach; the figures of both
    halves are written beside the weights.
    """
    folders = sorted(path.parent for path in data.glob(f"*/{QUERIES}"))
    sets = drawn(read_question_sets(folders), _SEED)
    weights = {**_known_weights(), "fields": fit_field_weights(sets)}
    # What is found depends on the fields: the rest is learned from what they find.
    write_learned(FILE, weights, learned().made)
    learned.cache_clear()
    place = place_of(read_settings(), corpus=home() / "corpus")
    with progress_of_build() as on_progress:
        prepare(place, on_progress)
    dialogues = [dialogue for folder in _DIALOGUES for dialogue in read_dialogues(folder)]
    with watching() as watch:
        examples = asyncio.run(collect(sets, dialogues, CurrentEngine(place.index), watch))
    fitted = learn(examples)
    made = {
        "data": [*(folder.name for folder in folders), *_DIALOGUES.values()],
        "seed": _SEED,
        "command": "qa-bot fit --data DIR",
        "date": datetime.now(UTC).date().isoformat(),
        "bar": fitted.bar,
        "figures": fitted.figures,
    }
    write_learned(FILE, {**weights, **fitted.weights}, made)
    _tell(fitted)


def _known_weights() -> dict[str, dict[str, float]]:
    """Return the weights as they are, 0 for what is to be learned for the first time."""
    parts = {"sentence": sentence.LEARNED, "passage": rerank.LEARNED, "confidence": confidence.LEARNED}
    known = learned().weights
    return {
        part: {name: known.get(part, {}).get(name, 0.0) for name in names}
        for part, names in (parts | {"bars": bar.LEARNED}).items()
    }


def _tell(fitted: Fitted) -> None:
    typer.echo(f"Written: {FILE}; the bar that goes with it: {fitted.bar}")
    for source, figures in fitted.figures.items():
        typer.echo(f"{source:45} " + ", ".join(f"{name} {value:g}" for name, value in figures.items()))
