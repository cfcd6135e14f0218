import re
from pathlib import Path

import pytest

from commands import SENTENCE, UNANSWERABLE, WHEN, run
from qa_bot.answering.confidence import BAR

STEPS = ["tokens", "understood", "words and weights", "terms", "passages", "sentences", "confidence", "answer"]


@pytest.fixture(autouse=True)
def _their_index(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_CORPUS", str(texts))
    monkeypatch.setenv("QA_BOT_INDEX", "index")


def steps_of(question: str) -> dict[str, list[str]]:
    done = run("explain", question)
    assert (done.status, done.errors) == (0, "")
    blocks = [block.splitlines() for block in re.split(r"\n\n(?=\S)", done.output)]
    return {name: [line.removeprefix("    ") for line in lines if line.strip()] for name, *lines in blocks}


def test_a_question_is_followed_step_by_step_to_its_answer() -> None:
    steps = steps_of(WHEN)
    assert list(steps) == STEPS
    assert steps["tokens"] == ["متى → متي", "كانت → كانت", "وقعة → وقعه", "اليرموك → اليرموك"]
    assert steps["understood"] == ["when, about وقعة اليرموك"]
    assert [line.split()[0] for line in steps["words and weights"]] == ["وقعه", "اليرموك"]
    assert steps["terms"][0] == "body: _وقع وقعه قعه_ _الي الير ليرم يرمو رموك موك_"
    assert re.fullmatch(r"1\. \d+\.\d\d syria/yarmuk#[0-9a-f]{10} «وقعة اليرموك»", steps["passages"][0])
    assert re.fullmatch(rf"\d+\.\d\d «{SENTENCE}»", steps["sentences"][0])
    assert re.fullmatch(r" +(\w+ \d\.\d\d, )+length \d\.\d\d", steps["sentences"][1])
    assert steps["answer"][:2] == [f"«{SENTENCE}»", "— فلان، وقعة اليرموك، «الوقعة»"]


def test_the_first_sentence_and_the_confidence_are_those_of_the_answer() -> None:
    said = run("ask", "--json", WHEN).line
    steps = steps_of(WHEN)
    assert steps["sentences"][0].endswith(f"«{said['answers'][0]['text']}»")
    assert steps["confidence"][0] == f"{said['confidence']:.2f}, and the texts tell from {BAR} on"
    passages = [row["passage_id"] for row in said["passages"]]
    assert [line.split()[2] for line in steps["passages"]] == passages


def test_a_question_without_an_answer_is_followed_too() -> None:
    steps = steps_of(UNANSWERABLE)
    assert float(steps["confidence"][0].split(",")[0]) < BAR
    assert steps["answer"][0] == "لا تذكر النصوص جوابًا عن هذا السؤال."


def test_words_that_no_text_has_lead_to_no_passage() -> None:
    steps = steps_of("ظظظظ؟")
    assert (steps["passages"], steps["sentences"]) == ([], [])
    assert steps["confidence"] == [f"0.00, and the texts tell from {BAR} on"]


def test_a_question_without_words_is_refused() -> None:
    done = run("explain", "؟")
    assert (done.status, done.output) == (1, "")
    assert done.errors.startswith("qa-bot: Please write a question")
