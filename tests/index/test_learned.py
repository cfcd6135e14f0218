import json
from pathlib import Path

import pytest

from qa_bot.answering import confidence, date_candidates, naming, rerank, sentence
from qa_bot.errors import SetupError
from qa_bot.index.fields import FIELDS, WORDS
from qa_bot.index.learned import FILE, learned, read_learned, write_learned


def test_what_was_learned_is_read_once_and_tells_where_it_is_from() -> None:
    assert learned() is learned()
    assert learned().path == FILE
    assert {"data", "seed", "command", "date", "figures"} <= learned().made.keys()


def test_what_is_written_is_read_again_with_four_digits(tmp_path: Path) -> None:
    write_learned(tmp_path / "l.json", {"fields": {"body": 1, "title": 2 / 3}}, {"seed": 1})
    read = read_learned(tmp_path / "l.json")
    assert read.of("fields", ["title", "body"]) == (0.6667, 1.0)
    assert read.made == {"seed": 1}


@pytest.mark.parametrize("written", ["", "{", "[]", "{}", '{"format_version": 1, "made": {}, "weights": {"a": 1}}'])
def test_a_torn_file_is_named_with_the_command_that_makes_it(tmp_path: Path, written: str) -> None:
    path = tmp_path / "learned.json"
    path.write_text(written, "utf-8")
    with pytest.raises(SetupError, match=r"learned\.json") as refused:
        read_learned(path)
    assert "qa-bot fit" in (refused.value.command or "")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"nowhere\.json.*\n.*qa-bot fit"):
        read_learned(tmp_path / "nowhere.json")


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "learned.json"
    path.write_text(json.dumps({"format_version": 2, "made": {}, "weights": {}}), "utf-8")
    with pytest.raises(SetupError, match="another version of qa_bot: format 2"):
        read_learned(path)


@pytest.mark.parametrize("names", [["body"], ["body", "title", "stem"], []])
def test_weights_for_other_names_are_refused_and_the_differing_ones_named(tmp_path: Path, names: list[str]) -> None:
    write_learned(tmp_path / "l.json", {"fields": {"body": 1, "title": 2}}, {})
    with pytest.raises(SetupError, match="fields differs in"):
        read_learned(tmp_path / "l.json").of("fields", names)


def test_the_packages_file_has_the_names_that_the_program_asks_for() -> None:
    assert len(learned().of("fields", [field.name for field in FIELDS if field.name != WORDS])) == 4
    assert len(learned().of("sentence", sentence.LEARNED)) == len(sentence.LEARNED)
    assert len(learned().of("passage", rerank.LEARNED)) == 1
    assert len(learned().of("confidence", confidence.LEARNED)) == len(confidence.LEARNED)
    assert len(learned().of("date", date_candidates.LEARNED)) == len(date_candidates.LEARNED)
    assert len(learned().of("naming", naming.LEARNED)) == len(naming.LEARNED)
    assert set(learned().weights) == {"fields", "sentence", "passage", "confidence", "bars", "date", "naming"}


def test_the_bar_is_the_one_that_goes_with_what_was_learned() -> None:
    assert learned().made["bar"] == confidence.BAR


def test_the_file_stays_small() -> None:
    assert FILE.stat().st_size < 20_000
