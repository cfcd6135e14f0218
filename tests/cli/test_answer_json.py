"""The objects that `--json` prints, over the starter library: exactly the keys, types and limits that are promised."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from commands import run

LIBRARY = Path(__file__).parents[2] / "corpus"
QUESTIONS = (
    "متى كانت معركة أجنادين؟",
    "متى كانت معركة نينوى؟",
    "من قاد المسلمين في معركة اليرموك؟",
    "كم كان عدد المسلمين في بدر؟",
    "متى حكم هرقل؟",
    "ما عاصمة اليابان؟",
)
TYPES: Mapping[str, type | tuple[type, ...]] = {
    "question": str,
    "understood": dict,
    "found": bool,
    "confidence": (int, float),
    "answers": list,
    "dates": list,
    "passages": list,
    "accounts": list,
    "reckoned": (dict, type(None)),
    "life": (list, type(None)),
}
ANSWER_TYPES = {
    "text": str,
    "document_id": str,
    "passage_id": str,
    "start": int,
    "end": int,
    "citation": str,
    "marks": list,
    "dates": list,
}
PASSAGE_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "rank": int,
    "score": (int, float),
    "document_id": str,
    "passage_id": str,
    "title": str,
    "citation": str,
    "text": str,
}
UNDERSTOOD_KEYS = ["question", "kind", "topic", "readings", "carried", "corrections", "conditions"]
DATE_KEYS = ["text", "hijri", "julian", "gregorian", "computed"]
# «0634-07», «-0612/-0609», «0009-07-03»: as precise as the text, ranges with a slash, a minus for BC.
POINT = r"-?\d{4}(-\d{2}(-\d{2})?)?"
ISO = re.compile(f"{POINT}(/{POINT})?")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("library") / "index"


def asked(index: Path, *arguments: object, piped: str = "") -> list[dict[str, Any]]:
    return run("ask", "--json", "--corpus", LIBRARY, "--index", index, *arguments, piped=piped).lines


@pytest.fixture(scope="module")
def said(index: Path) -> list[dict[str, Any]]:
    return asked(index, "-", "--passages", "100", piped="\n".join(QUESTIONS))


def test_every_question_gets_one_object_in_order(said: list[dict[str, Any]]) -> None:
    assert [each["question"] for each in said] == list(QUESTIONS)
    assert [each["found"] for each in said] == [True, True, True, True, True, False]


def test_the_keys_and_types_are_those_promised(said: list[dict[str, Any]]) -> None:
    for each in said:
        assert list(each) == list(TYPES)
        assert all(isinstance(each[key], kind) for key, kind in TYPES.items())
        assert list(each["understood"]) == UNDERSTOOD_KEYS
        for rows, types in ((each["answers"], ANSWER_TYPES), (each["passages"], PASSAGE_TYPES)):
            assert all(list(row) == list(types) for row in rows)
            assert all(isinstance(row[key], kind) for row in rows for key, kind in types.items())
        assert all(list(date) == DATE_KEYS for date in each["dates"])


def test_confidence_is_between_0_and_1_and_answers_are_at_most_three(said: list[dict[str, Any]]) -> None:
    for each in said:
        assert 0 <= each["confidence"] <= 1
        assert len(each["answers"]) <= 3
        assert each["found"] == bool(each["answers"])
    assert max(len(each["answers"]) for each in said) == 3


def test_start_and_end_are_code_points_of_the_answer_in_its_passage(said: list[dict[str, Any]]) -> None:
    checked = 0
    for each in said:
        texts = {row["passage_id"]: row for row in each["passages"]}
        for answer in each["answers"]:
            passage = texts[answer["passage_id"]]
            assert passage["text"][answer["start"] : answer["end"]] == answer["text"] != ""
            assert passage["document_id"] == answer["document_id"]
            checked += 1
    assert checked >= 5


def test_answers_stand_letter_for_letter_in_the_files(said: list[dict[str, Any]]) -> None:
    for each in said:
        for answer in each["answers"]:
            assert answer["text"] in (LIBRARY / f"{answer['document_id']}.md").read_text("utf-8")


def test_passages_are_ranked_from_1_each_once_best_first(said: list[dict[str, Any]]) -> None:
    for each in said:
        rows = each["passages"]
        assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
        assert len({row["passage_id"] for row in rows}) == len(rows)
        scores = [row["score"] for row in rows]
        assert scores == sorted(scores, reverse=True)


def test_dates_are_iso_like_as_precise_as_the_text_and_tell_which_were_computed(said: list[dict[str, Any]]) -> None:
    dates = {each["question"]: each["dates"] for each in said}
    assert dates["متى كانت معركة أجنادين؟"][0] == {
        "text": "جمادى الأولى سنة 13هـ",
        "hijri": "0013-05",
        "julian": "0634-07/0634-08",
        "gregorian": "0634-07/0634-08",
        "computed": ["julian", "gregorian"],
    }
    for date in (date for named in dates.values() for date in named):
        values = {calendar: date[calendar] for calendar in ("hijri", "julian", "gregorian")}
        assert all(value is None or ISO.fullmatch(value) for value in values.values())
        assert all(values[calendar] is not None for calendar in date["computed"])
        assert set(date["computed"]) < set(values)
        assert date["text"]


def test_dates_are_told_only_where_a_time_is_asked_for(said: list[dict[str, Any]]) -> None:
    dated = [each["question"] for each in said if each["dates"]]
    assert dated == ["متى كانت معركة أجنادين؟", "متى كانت معركة نينوى؟"]


@pytest.mark.parametrize("passages", [0, 1, 7])
def test_passages_holds_as_many_rows_as_were_asked_for(index: Path, passages: int) -> None:
    (each,) = asked(index, QUESTIONS[0], "--passages", passages)
    assert len(each["passages"]) == passages
    assert len(each["answers"]) == 3


def test_five_passages_are_listed_unless_another_number_is_named(index: Path) -> None:
    (each,) = asked(index, QUESTIONS[0])
    assert len(each["passages"]) == 5


def test_the_number_of_passages_listed_changes_no_answer(index: Path, said: list[dict[str, Any]]) -> None:
    few = asked(index, "-", "--passages", "0", piped="\n".join(QUESTIONS))
    assert [each["answers"] for each in few] == [each["answers"] for each in said]
    assert [each["confidence"] for each in few] == [each["confidence"] for each in said]


def test_an_object_stands_on_one_line_in_letters_and_not_in_escapes(index: Path) -> None:
    done = run("ask", "--json", "--corpus", LIBRARY, "--index", index, QUESTIONS[0])
    assert done.output.count("\n") == 1
    assert "أجنادين" in done.output
    assert "\\u" not in done.output
    assert done.output == json.dumps(done.line, ensure_ascii=False) + "\n"


def test_when_prints_the_same_objects(index: Path) -> None:
    each = run("when", "Ajnadayn", "--json", "--corpus", LIBRARY, "--index", index).line
    assert list(each) == list(TYPES)
    assert each["question"] == "Ajnadayn"
    assert each["understood"]["kind"] == "when"
    assert each["understood"]["readings"][0] == "أجنادين"
    assert each["dates"]
