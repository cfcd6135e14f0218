import json
import re
from pathlib import Path

import pytest

from commands import NINEVEH, SENTENCE, UNANSWERABLE, WHEN, WHO, run

CARD = f"""\
«{SENTENCE}»
— فلان، وقعة اليرموك، «الوقعة»
التاريخ: رجب 15هـ = بين آب/أغسطس وأيلول/سبتمبر 636م (حسابيًّا)
"""


@pytest.fixture(autouse=True)
def _their_index(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_CORPUS", str(texts))
    monkeypatch.setenv("QA_BOT_INDEX", "index")


def test_a_question_is_answered_by_its_sentence_with_date_and_citation() -> None:
    done = run("ask", WHEN)
    assert (done.status, done.errors) == (0, "")
    assert done.output.startswith(CARD)


def test_an_index_that_another_version_built_is_built_anew_and_that_is_said() -> None:
    run("index")
    [manifest] = Path("index").rglob("manifest.json")
    manifest.write_text(json.dumps(json.loads(manifest.read_bytes()) | {"analysis": "of an older version"}))
    done = run("ask", WHEN)
    assert (done.status, done.errors) == (
        0,
        "The index in index was of another version of qa_bot; it was built anew.\n",
    )
    assert done.output.startswith(CARD)
    assert run("ask", WHEN).errors == ""


def test_a_question_that_the_texts_do_not_answer_gets_the_nearest_titles_and_no_sentence() -> None:
    done = run("ask", UNANSWERABLE)
    assert done.status == 0
    assert re.fullmatch("لا تذكر النصوص جوابًا عن هذا السؤال.\nأقرب ما فيها: «.+»\n\n", done.output)


@pytest.mark.parametrize("arguments", [["ask"], ["ask", "-"]])
def test_questions_are_read_from_standard_input_a_line_each(arguments: list[str]) -> None:
    done = run(*arguments, "--json", piped=f"{WHEN}\n{UNANSWERABLE}\n{WHO}")
    assert [line["question"] for line in done.lines] == [WHEN, UNANSWERABLE, WHO]
    assert [line["found"] for line in done.lines] == [True, False, True]


@pytest.mark.parametrize("piped", ["", "\n\n \n", None])
def test_without_a_question_nothing_is_said(piped: str | None) -> None:
    done = run("ask", "-", "--json", piped=piped)
    assert (done.status, done.output, done.errors) == (0, "", "")


@pytest.mark.parametrize("name", ["Tabuk", "تبوك", "متى تبوك", "tabouk"])
def test_when_tells_the_date_of_a_name_in_any_script(name: str) -> None:
    said = run("when", name, "--json").line
    assert said["answers"][0]["text"] == "خرج الجيش إلى غزوة تبوك في رجب سنة تسع من الهجرة والحر شديد."
    assert said["dates"][0]["hijri"] == "0009-07"


def test_when_reads_names_from_standard_input() -> None:
    done = run("when", "-", "--json", piped="اليرموك\nNineveh\n")
    assert [line["answers"][0]["text"] for line in done.lines] == [SENTENCE, NINEVEH["text"]]


def test_lines_stand_alone_unless_they_are_a_conversation() -> None:
    done = run("ask", "-", "--json", piped=f"{WHEN}\nومن قاد المسلمين فيها؟\n")
    assert [line["understood"]["carried"] for line in done.lines] == [False, False]


def test_in_a_conversation_a_question_leans_on_the_one_before_it() -> None:
    done = run("ask", "-", "--json", "--conversation", piped=f"{WHEN}\nومن قاد المسلمين فيها؟\n")
    first, second = done.lines
    assert (first["understood"]["carried"], second["understood"]["carried"]) == (False, True)
    assert "اليرموك" in second["understood"]["question"]
    assert second["answers"][0]["text"] == "وقاد المسلمين فيها أبو عبيدة بن الجراح وخالد بن الوليد."


def test_an_empty_line_starts_a_new_conversation() -> None:
    done = run("ask", "-", "--json", "--conversation", piped=f"{WHEN}\n\nومن قاد المسلمين فيها؟\n")
    assert [line["understood"]["carried"] for line in done.lines] == [False, False]


def test_a_refused_line_does_not_end_a_conversation() -> None:
    done = run("ask", "-", "--json", "--conversation", piped=f"{WHEN}\n؟؟\nومن قاد المسلمين فيها؟\n")
    assert done.status == 0
    assert [line.get("error", {}).get("en", "")[:23] for line in done.lines] == ["", "Please write a question", ""]
    assert done.lines[2]["understood"]["carried"] is True


@pytest.mark.parametrize(
    ("question", "arabic", "english"),
    [
        ("", "اكتب سؤالك من فضلك، مثل: متى كانت معركة اليرموك؟", "Please write a question"),
        ("؟!", "اكتب سؤالك من فضلك، مثل: متى كانت معركة اليرموك؟", "Please write a question"),
        ("لماذا " * 65, "السؤال طويل. اختصره من فضلك إلى 64 كلمة أو أقل.", "The question is too long."),
        ("ب" * 513, "السؤال طويل. اختصره من فضلك إلى 64 كلمة أو أقل.", "The question is too long."),
    ],
)
def test_a_question_without_words_or_with_too_many_is_refused_in_a_sentence(
    question: str, arabic: str, english: str
) -> None:
    shown = run("ask", question)
    assert (shown.status, shown.output, shown.errors) == (1, f"{arabic}\n\n", "")
    done = run("ask", question, "--json")
    assert done.status == 1
    said = done.line
    assert (said["question"], said["error"]["ar"], said["found"]) == (question, arabic, False)
    assert said["error"]["en"].startswith(english)
    empty = {"understood": {}, "confidence": 0.0, "answers": [], "dates": [], "passages": []}
    assert {key: said[key] for key in empty} == empty


def test_broken_bytes_in_a_line_cost_a_letter_and_no_more() -> None:
    done = run("ask", "-", "--json", piped=b"\xff\xfe\x00\n" + WHEN.encode() + b" \xd9\n" + WHO.encode() + b"\n")
    assert done.status == 0
    assert [line["found"] for line in done.lines[1:]] == [True, True]
    assert done.lines[1]["question"] == f"{WHEN} \ufffd"


def test_a_byte_order_mark_is_no_letter_of_the_first_question() -> None:
    assert run("ask", "-", "--json", piped=b"\xef\xbb\xbf" + WHEN.encode()).line["question"] == WHEN


def test_lines_may_end_as_on_any_system() -> None:
    done = run("ask", "-", "--json", piped=f"{WHEN}\r\n{WHO}\r\n")
    assert [line["question"] for line in done.lines] == [WHEN, WHO]


def test_a_question_may_begin_with_a_dash() -> None:
    assert run("ask", "--json", "--", "- متى كانت وقعة اليرموك؟").line["found"] is True


@pytest.mark.parametrize("passages", [-1, 101, "many"])
def test_a_count_of_passages_outside_its_range_is_refused(passages: object) -> None:
    done = run("ask", WHEN, "--passages", passages)
    assert (done.status, done.output) == (2, "")
    assert "Invalid value for '--passages'" in done.errors
