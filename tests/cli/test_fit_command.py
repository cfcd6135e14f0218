from pathlib import Path

import pytest

from commands import run
from qa_bot.evaluation.names import SOURCES


def test_names_are_learned_from_the_lists_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    costs = tmp_path / "name_costs.tsv"
    monkeypatch.setattr("qa_bot.cli.fit.NAME_COSTS", costs)
    monkeypatch.setattr("qa_bot.cli.fit.fit_names", lambda data, out: out.write_text(f"from {data.name}", "utf-8"))
    for name in SOURCES:
        (tmp_path / "data" / name).mkdir(parents=True)
    done = run("fit", "--names-alone", "--data", tmp_path / "data")
    assert (done.status, costs.read_text("utf-8")) == (0, "from data")
    assert str(costs) in done.output.replace("\n", "")


def test_a_folder_without_lists_of_names_is_refused(tmp_path: Path) -> None:
    done = run("fit", "--names-alone", "--data", tmp_path)
    assert done.status == 1
    assert "has no folder openiti_names, none althurayya_gazetteer" in " ".join(done.errors.split())
    assert "qa-bot fit --names-alone --data DIR" in done.errors
