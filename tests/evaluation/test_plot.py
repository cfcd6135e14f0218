from pathlib import Path

import numpy as np
import pytest

from qa_bot.errors import SetupError
from qa_bot.evaluation import plot as plotting
from qa_bot.evaluation.baselines import OKAPI
from qa_bot.evaluation.confidence_figures import reliability
from qa_bot.evaluation.estimate import Estimate
from qa_bot.evaluation.figures import SetFigures
from qa_bot.evaluation.honesty import Calibration, Honesty
from qa_bot.evaluation.plan import CLEAN, QA_BOT, Plan

ESTIMATE = Estimate(0.5, np.array([0.4, 0.6]))
MEASURES = ("Success@1", "first sentence", "within three")
SETS = [SetFigures("s", {}, {(CLEAN, system, measure): ESTIMATE for system in (QA_BOT, OKAPI) for measure in MEASURES})]
BINS = tuple(reliability(np.array([0.2, 0.8]), np.array([0.0, 1.0])))
RIGHT = ("first sentence", "within three")
OVERALL = Calibration("all", dict.fromkeys(RIGHT, 1.0), dict.fromkeys(RIGHT, 0.2))
HONESTY = Honesty((), (), dict.fromkeys(RIGHT, BINS), OVERALL, ())


@pytest.mark.parametrize(("ending", "magic"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")])
def test_the_picture_has_the_format_of_its_ending(tmp_path: Path, ending: str, magic: bytes) -> None:
    file = tmp_path / f"figures{ending}"
    plotting.check_can_plot(file)
    plotting.plot(SETS, HONESTY, Plan(typos=False), file)
    assert file.read_bytes().startswith(magic)


def test_an_unknown_ending_is_refused_before_anything_is_measured() -> None:
    with pytest.raises(SetupError, match=r"\.png, \.svg, \.pdf"):
        plotting.check_can_plot(Path("figures.txt"))
