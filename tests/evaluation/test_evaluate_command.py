import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from qa_bot.cli.evaluate import evaluate
from qa_bot.errors import SetupError
from qa_bot.evaluation.dialogues import STANDARD, read_dialogues
from question_set_files import BATTLES, PLANTS, write_question_set

NAMES = {
    "openiti_names/names.tsv": "arabic\tlatin_scholarly\n"
    "البصري\tal-Baṣrī\nالمكي\tal-Makkī\nالرازي\tal-Rāzī\nالحلبي\tal-Ḥalabī\n",
    "althurayya_gazetteer/places.tsv": "arabic\tlatin_plain\tlatin_scholarly\n",
    "transliteration/pairs.tsv": "arabic\tlatin\n",
}


def invoke(*arguments: object) -> str:
    result = CliRunner().invoke(evaluate, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_sets_are_measured_and_told(tmp_path: Path) -> None:
    folders = [write_question_set(tmp_path / "battles", BATTLES), write_question_set(tmp_path / "plants", PLANTS)]
    told = invoke("sets", *folders, "--no-typos", "--json", tmp_path / "figures.json")
    assert "100.0 (100.0-100.0)" in told
    assert "mean of 2 sets" in told
    record = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert record["plan"]["typos"] is False
    assert [each["name"] for each in record["sets"]] == ["battles", "plants", "mean of 2 sets"]


def test_the_judged_dialogues_are_held_over_the_starter_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("qa_bot.cli.evaluate_dialogues.read_dialogues", lambda *asked: read_dialogues(*asked)[:8])
    standard = {dialogue.id for dialogue in read_dialogues(STANDARD, ("fit",))}
    told = invoke("dialogues", "--part", "fit", "--failures", "--json", tmp_path / "dialogues.json")
    assert "Judged dialogues" in told
    assert "Standard Arabic questions" in told
    kinds = json.loads((tmp_path / "dialogues.json").read_text("utf-8"))
    paraphrased = "Questions in other words than the texts'"
    mixed = "Questions as a circle mixes them"
    assert list(kinds) == ["Judged dialogues", "Standard Arabic questions", paraphrased, mixed]
    for record in kinds.values():
        assert {tally["split"] for tally in record["tallies"]} == {"fit"}
        whole = next(tally for tally in record["tallies"] if tally["turn"] == "all")
        missed = whole["answerable"] - whole["right_first"] + whole["wrongly_answered"]
        assert len(record["failures"]) == missed
    failures = [failure for record in kinds.values() for failure in record["failures"]]
    assert len(failures) == told.count("  asked: ")
    assert {failure["dialogue"] for failure in kinds["Standard Arabic questions"]["failures"]} <= standard


def test_marked_dates_are_found_in_the_starter_library_and_missing_texts_told(tmp_path: Path) -> None:
    told = invoke("dates", tmp_path, "--part", "fit", "--failures", "--json", tmp_path / "dates.json")
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
    told = invoke("when", texts, tmp_path / "arcd_train", "--json", tmp_path / "when.json", "--failures")
    assert "skipped: kaiflematha_dev" in told
    assert "skipped: arcd_train" not in told
    record = json.loads((tmp_path / "when.json").read_text("utf-8"))
    assert {each["questions_of"] for each in record["tallies"]} == {"annals", "annals, Latin names", "arcd_train"}
    right = {each["questions_of"]: each["right_first"] for each in record["tallies"] if each["right_first"]}
    assert right["arcd_train"] == 1
    assert [each.split(":")[0] for each in record["skipped"]] == ["kaiflematha_dev", "aaqad_sample"]


def write_names(folder: Path) -> Path:
    """Write a few names and no text at all, as a developer's machine has them."""
    for name, rows in NAMES.items():
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_text(rows, "utf-8")
    (folder / "classical_texts").mkdir()
    return folder


def test_names_are_asked_for_against_terms_and_against_names_alone(tmp_path: Path) -> None:
    folder, file = write_names(tmp_path / "data"), tmp_path / "names.json"
    halves = {}
    for part in ("fit", "report"):
        assert "20,000 terms" in invoke("names", folder, "--part", part, "--json", file)
        halves[part] = json.loads(file.read_text("utf-8"))
    scholarly = [each for half in halves.values() for each in half["names"] if each["source"] == "authors"]
    assert {(each["vocabulary"], each["at_1"]) for each in scholarly} == {("terms", 1.0), ("names", 1.0)}
    assert sum(each["names"] for each in scholarly) == 2 * 4


def test_a_folder_without_names_is_told(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="has no folder openiti_names, none althurayya_gazetteer"):
        invoke("names", tmp_path)


def test_a_picture_that_can_not_be_drawn_is_told_at_once() -> None:
    with pytest.raises(SetupError, match=r"\.png"):
        invoke("sets", "--plot", "figures.doc", ".")


@pytest.mark.parametrize("arguments", [["sets"], ["sets", "--part", "train", "."], ["dates", "--plot", "figures.svg"]])
def test_wrong_options_end_with_status_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(evaluate, arguments).exit_code == 2
