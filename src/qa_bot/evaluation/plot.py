"""Figures → a picture: what is found, what is shown, what typing mistakes cost, what the confidence is worth."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qa_bot.errors import SetupError
from qa_bot.evaluation.figures import SetFigures
from qa_bot.evaluation.honesty import Honesty
from qa_bot.evaluation.measures import IN_THREE, PASSAGE_MEASURES, SENTENCE
from qa_bot.evaluation.plan import CLEAN, QA_BOT, Plan

if TYPE_CHECKING:
    from qa_bot.drawing.sheet import Axes

ENDINGS = (".png", ".svg", ".pdf")
_WIDTH = 0.8  # of a group of bars


def check_can_plot(path: Path) -> None:
    """Raise a clear error before hours of measuring, not after.

    Raises:
        SetupError: the file's ending is unknown.
    """
    if path.suffix.lower() not in ENDINGS:
        raise SetupError(f"A plot ends in one of {', '.join(ENDINGS)}; {path} doesn't.")


def plot(sets: Sequence[SetFigures], honesty: Honesty, plan: Plan, path: Path) -> None:
    """Write the picture to `path`, in the format of its ending."""
    # Here, not above: every command would wait for a large library that few need.
    from qa_bot.drawing.sheet import Figure

    figure = Figure(figsize=(13, 9), layout="constrained")
    (found, shown), (typos, confidence) = figure.subplots(2, 2)
    systems = list(dict.fromkeys(system for _, system, _ in sets[-1].figures))
    success = PASSAGE_MEASURES[0]
    _bars(found, f"{success} of paragraphs", sets, {system: (CLEAN, system, success) for system in systems})
    sentences = {measure: (CLEAN, QA_BOT, measure) for measure in (SENTENCE, IN_THREE)}
    _bars(shown, "A gold answer is shown", sets, sentences)
    _bars(typos, f"{success} with typing mistakes", sets, {v: (v, QA_BOT, success) for v in plan.variants})
    _reliability(confidence, honesty)
    figure.savefig(path)


def _bars(axes: "Axes", title: str, sets: Sequence[SetFigures], series: dict[str, tuple[str, str, str]]) -> None:
    width = _WIDTH / len(series)
    for at, (label, key) in enumerate(series.items()):
        estimates = [each.figures[key] for each in sets]
        values = [100 * estimate.value for estimate in estimates]
        below = [100 * (e.value - e.interval[0]) for e in estimates]
        above = [100 * (e.interval[1] - e.value) for e in estimates]
        places = [place + (at - (len(series) - 1) / 2) * width for place in range(len(sets))]
        # A resample may leave the figure just outside its interval: an error bar has no negative length.
        errors = [[max(0.0, length) for length in lengths] for lengths in (below, above)]
        axes.bar(places, values, width, yerr=errors, capsize=2, label=label)
    axes.set_title(title)
    axes.set_ylabel("%")
    axes.set_ylim(0, 100)
    axes.set_xticks(range(len(sets)), [each.name for each in sets])
    axes.legend(loc="lower left", fontsize="small")


def _reliability(axes: "Axes", honesty: Honesty) -> None:
    axes.plot([0, 1], [0, 1], linestyle=":", color="grey")
    for right in (SENTENCE, IN_THREE):
        filled = [each for each in honesty.bins[right] if each.questions]
        label = f"{right}, calibration error {honesty.overall.error[right]:.3f}"
        axes.plot([each.confidence for each in filled], [each.right for each in filled], marker="o", label=label)
    for each in honesty.bins[SENTENCE]:
        if each.questions:
            axes.annotate(str(each.questions), (each.confidence, each.right), fontsize="small")
    axes.set_title("Reliability (questions in each bin)")
    axes.set_xlabel("confidence")
    axes.set_ylabel("share that is right")
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.legend(loc="upper left", fontsize="small")
