import math

import pytest

from qa_bot.errors import SetupError
from qa_bot.evaluation import measures
from qa_bot.evaluation.asking import Asked, Shown
from qa_bot.evaluation.measures import answer_measures, passage_measures
from qa_bot.evaluation.question_sets import JudgedQuestion

SAME = {f"p{at}": f"p{at}" for at in range(60)} | {"copy": "p0"}


def question(*gold: str, answers: tuple[str, ...] = ("رجب",)) -> JudgedQuestion:
    return JudgedQuestion("q", "متى؟", answers, gold)


def found(*documents: str) -> Asked:
    return Asked(tuple(documents))


def measured(gold: tuple[str, ...], *documents: str) -> dict[str, float]:
    return {name: values[0] for name, values in passage_measures([question(*gold)], [found(*documents)], SAME).items()}


def test_the_standard_measures_are_those_of_the_books() -> None:
    assert measured(("p3",), "p1", "p2", "p3") == pytest.approx(
        {"Success@1": 0.0, "MRR@10": 1 / 3, "Recall@5": 1.0, "Recall@20": 1.0, "nDCG@10": 1 / math.log2(4)}
    )


def test_what_is_found_too_late_does_not_count() -> None:
    others = [f"p{at}" for at in range(1, 11)]
    late = measured(("p0",), *others, "p0")
    assert late == {"Success@1": 0.0, "MRR@10": 0.0, "Recall@5": 0.0, "Recall@20": 1.0, "nDCG@10": 0.0}
    assert measured(("p0",), *[f"p{at}" for at in range(1, 21)], "p0")["Recall@20"] == 0.0


def test_two_right_paragraphs_share_the_recall() -> None:
    assert measured(("p1", "p2"), "p1", "p3")["Recall@5"] == 0.5


def test_a_near_copy_is_the_paragraph_itself_and_takes_one_place() -> None:
    assert measured(("p0",), "copy", "p1")["Success@1"] == 1.0
    assert measured(("copy",), "p0")["Success@1"] == 1.0
    assert measured(("p5",), "p0", "copy", "p5")["MRR@10"] == pytest.approx(1 / 2)
    assert measured(("p0", "copy"), "p0")["Recall@5"] == 1.0


def test_finding_nothing_is_measured_too() -> None:
    values = passage_measures([question("p1"), question("p1")], [Asked(), found("p1")], SAME)
    assert {name: list(each) for name, each in values.items()} == {name: [0.0, 1.0] for name in values}


def test_the_order_of_equal_ids_is_that_of_the_hits() -> None:
    assert measured(("p9",), "p9", "p1")["Success@1"] == 1.0
    assert measured(("p1",), "p9", "p1")["Success@1"] == 0.0


def test_the_first_sentence_and_one_of_three_hold_a_gold_answer() -> None:
    right, wrong = Shown("كانت في رجب.", "p2"), Shown("كانت في صفر.", "p1")
    asked = [
        Asked(("p1",), (right, wrong)),
        Asked(("p1",), (wrong, wrong, right)),
        Asked(("p1",), (wrong, wrong, wrong, right)),
        Asked(("p1",)),
    ]
    values = answer_measures([question("p1", answers=("محرم", "رجب"))] * 4, asked, SAME)
    assert {name: list(each) for name, each in values.items()} == {
        "first sentence": [1.0, 0.0, 0.0, 0.0],
        "within three": [1.0, 1.0, 0.0, 0.0],
        "its paragraph": [0.0, 1.0, 1.0, 0.0],
    }


def test_a_sentence_of_a_near_copy_is_in_its_place() -> None:
    asked = Asked(("copy",), (Shown("لا شيء.", "copy"),))
    assert answer_measures([question("p0")], [asked], SAME)["its paragraph"][0] == 1.0


def test_missing_ir_measures_is_named_with_its_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "find_spec", lambda name: None)
    with pytest.raises(SetupError, match="pip install ir-measures"):
        measures.check_can_measure()
