import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from qa_bot.cli.evaluate import evaluate
from qa_bot.errors import SetupError
from qa_bot.evaluation.dialogues import STANDARD, read_dialogues
from question_set_files import BATTLES, PLANTS, write_question_set

app = typer.Typer()
app.command()(evaluate)


def invoke(*arguments: object) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_sets_are_measured_and_told(tmp_path: Path) -> None:
    folders = [write_question_set(tmp_path / "battles", BATTLES), write_question_set(tmp_path / "plants", PLANTS)]
    told = invoke(*folders, "--no-typos", "--json", tmp_path / "figures.json")
    assert "100.0 (100.0-100.0)" in told
    assert "mean of 2 sets" in told
    record = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert record["plan"]["typos"] is False
    assert [each["name"] for each in record["sets"]] == ["battles", "plants", "mean of 2 sets"]


def test_the_judged_dialogues_are_held_over_the_starter_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("qa_bot.cli.evaluate.read_dialogues", lambda *asked: read_dialogues(*asked)[:8])
    standard = {dialogue.id for dialogue in read_dialogues(STANDARD, ("fit",))}
    told = invoke("--dialogues", "--part", "fit", "--failures", "--json", tmp_path / "dialogues.json")
    assert "Judged dialogues" in told
    assert "Standard Arabic questions" in told
    kinds = json.loads((tmp_path / "dialogues.json").read_text("utf-8"))
    assert list(kinds) == ["Judged dialogues", "Standard Arabic questions"]
    for record in kinds.values():
        assert {tally["split"] for tally in record["tallies"]} == {"fit"}
        whole = next(tally for tally in record["tallies"] if tally["turn"] == "all")
        missed = whole["answerable"] - whole["right_first"] + whole["wrongly_answered"]
        assert len(record["failures"]) == missed
    failures = [failure for record in kinds.values() for failure in record["failures"]]
    assert len(failures) == told.count("  asked: ")
    assert {failure["dialogue"] for failure in kinds["Standard Arabic questions"]["failures"]} <= standard


def test_marked_dates_are_found_in_the_starter_library_and_missing_texts_told(tmp_path: Path) -> None:
    told = invoke("--dates", tmp_path, "--part", "fit", "--failures", "--json", tmp_path / "dates.json")
    assert "Marked dates by source" in told
    assert "classical_texts: not among the folders named" in told
    record = json.loads((tmp_path / "dates.json").read_text("utf-8"))
    (starter,) = (each for each in record["by_source"] if each["group"] == "starter_library")
    assert starter["found"] / starter["dates"] >= 0.98
    assert {each["split"] for each in record["by_source"]} == {"fit"}


def test_questions_for_a_time_are_asked_of_what_is_there_and_the_rest_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    texts = tmp_path / "classical_texts"
    texts.mkdir()
    (texts / "annals.md").write_text("---\ntitle: فتوح\n---\nوكانت وقعة أجنادين سنة ثلاث عشرة.\n", "utf-8")
    write_question_set(tmp_path / "arcd_train", BATTLES)
    told = invoke(texts, tmp_path / "arcd_train", "--when", "--json", tmp_path / "when.json", "--failures")
    assert "skipped: kaiflematha_dev" in told
    assert "skipped: arcd_train" not in told
    record = json.loads((tmp_path / "when.json").read_text("utf-8"))
    assert {each["questions_of"] for each in record["tallies"]} == {"annals", "annals, Latin names", "arcd_train"}
    right = {each["questions_of"]: each["right_first"] for each in record["tallies"] if each["right_first"]}
    assert right["arcd_train"] == 1
    assert [each.split(":")[0] for each in record["skipped"]] == ["kaiflematha_dev", "aaqad_sample"]


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ([], "No question set"),
        (["--part", "train", "."], "--part is one of"),
        (["--plot", "figures.doc", "."], r"\.png"),
        (["--plot", "figures.svg", "--dialogues"], "of question sets, and of nothing else"),
        (["--dialogues", "--dates"], "give one of them"),
    ],
)
def test_what_can_not_be_measured_is_told_at_once(arguments: list[str], fault: str) -> None:
    with pytest.raises(SetupError, match=fault):
        invoke(*arguments)
