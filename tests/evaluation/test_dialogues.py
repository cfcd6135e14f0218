import json
from pathlib import Path

import pytest

from fakes import FakeService
from qa_bot.errors import QuestionError, SetupError
from qa_bot.evaluation.dialogue_report import failures_of, record_of, table_of
from qa_bot.evaluation.dialogues import Dialogue, Tally, Turn, hold, read_dialogues, tallies

YARMUK = "شام/اليرموك"
WHEN = Turn("متى كانت اليرموك؟", (YARMUK,), (("سنة خمس عشرة", "رجب"), ("15",)))
WHO = Turn("ومن قادها؟", (YARMUK,), (("عمرو بن العاص",),))
COOKING = Turn("كيف أطبخ الكبسة؟")


def dialogue(*turns: Turn, split: str = "fit") -> Dialogue:
    return Dialogue("d1", split, turns)


def write(path: Path, *records: object) -> Path:
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (path / "report.jsonl").write_text(lines, "utf-8")
    return path


async def test_each_turn_knows_what_was_understood_of_the_one_before() -> None:
    service = FakeService()
    judged = await hold(service, [dialogue(WHEN, WHO), dialogue(COOKING)])
    assert [previous and previous.question for _, _, previous in service.asked] == [None, "متى كانت اليرموك؟", None]
    assert judged[1].answer is not None
    assert judged[1].answer.understood.question == "ومن قادها؟ (وقعة اليرموك)"


async def test_a_sentence_is_right_if_it_holds_all_strings_of_an_answer() -> None:
    judged = await hold(FakeService(), [dialogue(WHEN, WHO)])
    assert [turn.right_within(1) for turn in judged] == [True, False]


async def test_a_sentence_of_another_document_is_not_right() -> None:
    elsewhere = Turn(WHEN.ask, ("شام/أجنادين",), WHEN.answers)
    anywhere = Turn(WHEN.ask, (), WHEN.answers)
    judged = await hold(FakeService(), [dialogue(elsewhere, anywhere)])
    assert [turn.right_within(3) for turn in judged] == [False, True]


async def test_a_refused_question_is_not_right_and_leaves_the_conversation_as_it_was() -> None:
    service = FakeService()
    service.error = QuestionError("اكتب", "write")
    judged = await hold(service, [dialogue(WHEN)])
    assert judged[0].failed
    assert "refused" in failures_of(judged)[0]


async def test_turns_are_tallied_by_split_and_turn() -> None:
    told = tallies(await hold(FakeService(), [dialogue(WHEN, WHO, COOKING), dialogue(WHEN, split="report")]))
    assert told == [
        Tally("fit", "1", 1, 1, 1, 0, 0),
        Tally("fit", "2", 1, 0, 0, 0, 0),
        Tally("fit", "3", 0, 0, 0, 1, 0),
        Tally("fit", "all", 2, 1, 1, 1, 0),
        Tally("report", "1", 1, 1, 1, 0, 0),
        Tally("report", "all", 1, 1, 1, 0, 0),
    ]
    table = table_of(told, "Judged dialogues")
    assert table.title == "Judged dialogues"
    assert table.rows[3] == ("fit", "all", "2", "50.0", "50.0", "1", "0.0")


async def test_a_sentence_shown_for_an_unanswerable_question_is_a_failure() -> None:
    judged = await hold(FakeService(), [dialogue(Turn("كم كان ثمن الخبز في اليرموك؟"))])
    assert tallies(judged)[0].wrongly_answered == 1
    assert record_of([], judged)["failures"][0]["shown"][0]["document"] == YARMUK


async def test_a_failure_tells_what_was_asked_expected_and_shown() -> None:
    judged = await hold(FakeService(), [dialogue(WHEN, WHO)])
    assert failures_of(judged) == [
        "d1 (fit), turn 2\n"
        "  asked: ومن قادها؟\n"
        "  understood: ومن قادها؟ (وقعة اليرموك) [who], confidence 0.90\n"
        "  expected: عمرو بن العاص  in شام/اليرموك\n"
        "  shown 1: «وكانت وقعة اليرموك في رجب سنة خمس عشرة من الهجرة.» (شام/اليرموك)"
    ]


def test_dialogues_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    told = {"ask": "متى؟", "documents": ["a"], "answers": [["13", "جمادى"], ["634"]]}
    folder = write(tmp_path, {"id": "x", "split": "report", "turns": [told, {"ask": "لم؟", "found": False}]})
    turns = (Turn("متى؟", ("a",), (("13", "جمادى"), ("634",))), Turn("لم؟"))
    assert read_dialogues(folder) == [Dialogue("x", "report", turns)]


@pytest.mark.parametrize(
    "turn",
    [
        {"ask": "متى؟"},
        {"ask": "متى؟", "answers": []},
        {"ask": "متى؟", "answers": [[]]},
        {"ask": "متى؟", "answers": [["13"]], "found": False},
        {"ask": "متى؟", "documents": "a", "answers": [["13"]]},
        {"answers": [["13"]]},
    ],
)
def test_a_turn_that_judges_nothing_is_named_by_its_line(tmp_path: Path, turn: dict[str, object]) -> None:
    folder = write(tmp_path, {"id": "x", "split": "fit", "turns": [turn]})
    with pytest.raises(SetupError, match=r"report\.jsonl:1"):
        read_dialogues(folder)


def test_an_unknown_split_is_a_fault(tmp_path: Path) -> None:
    folder = write(tmp_path, {"id": "x", "split": "train", "turns": [{"ask": "متى؟", "found": False}]})
    with pytest.raises(SetupError, match="split"):
        read_dialogues(folder)


def test_no_file_at_all_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no judged dialogues"):
        read_dialogues(tmp_path)


def test_one_split_may_be_read_alone(tmp_path: Path) -> None:
    folder = write(tmp_path, {"id": "x", "split": "report", "turns": [{"ask": "متى؟", "found": False}]})
    (folder / "fit.jsonl").write_text("broken\n", "utf-8")
    assert [dialogue.id for dialogue in read_dialogues(folder, ("report",))] == ["x"]
