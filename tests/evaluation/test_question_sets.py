from pathlib import Path

import pytest

from qa_bot.errors import SetupError
from qa_bot.evaluation.question_sets import JudgedQuestion, JudgedText, read_question_set, read_question_sets
from question_set_files import BATTLES, PLANTS, write_lines, write_question_set

SHARED = Path(__file__).parents[3] / "shared" / "data"


def test_texts_and_questions_are_named_by_their_set(tmp_path: Path) -> None:
    found = read_question_set(write_question_set(tmp_path / "نبات", PLANTS))
    assert found.name == "نبات"
    assert found.texts[1] == JudgedText("نبات/p1", "نخيل", str(PLANTS[1][1]))
    assert found.questions[1] == JudgedQuestion("نبات/q1", "ما ثمر النخيل؟", ("التمر",), ("نبات/p1",))


def test_every_paragraph_judged_relevant_is_right(tmp_path: Path) -> None:
    folder = write_question_set(tmp_path / "s", PLANTS)
    judged = "query-id\tcorpus-id\tscore\nq0\tp1\t1\nq0\tp0\t1\nq1\tp0\t0\n"
    (folder / "qrels.tsv").write_text(judged, "utf-8")
    assert [question.gold for question in read_question_set(folder).questions] == [("s/p0", "s/p1"), ("s/p1",)]


def test_an_answer_given_twice_counts_once(tmp_path: Path) -> None:
    folder = write_question_set(tmp_path / "s", PLANTS)
    answers = [{"text": "التمر"}, {"text": "تمر"}, {"text": "التمر"}]
    write_lines(folder / "queries.jsonl", [{"_id": "q", "text": "ما ثمره؟", "answers": answers, "doc_id": "p1"}])
    assert read_question_set(folder).questions[0].answers == ("التمر", "تمر")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"doc_id": "p9"}, "no paragraph s/p9"),
        ({"doc_id": None}, '"doc_id" is missing'),
        ({"text": ""}, '"text" is missing'),
        ({"answers": ["التمر"]}, '"answers" is no list'),
        ({"answers": None}, '"answers" is no list'),
    ],
)
def test_a_broken_question_is_named_by_its_line(tmp_path: Path, change: dict[str, object], fault: str) -> None:
    folder = write_question_set(tmp_path / "s", PLANTS)
    whole = {"_id": "q", "text": "ما ثمره؟", "answers": [{"text": "التمر"}], "doc_id": "p1"}
    write_lines(folder / "queries.jsonl", [whole, whole | change])
    with pytest.raises(SetupError, match=rf"queries\.jsonl:2: .*{fault}"):
        read_question_set(folder)


@pytest.mark.parametrize("line", ["{", "[1]", '"text"'])
def test_a_line_that_is_no_object_is_named(tmp_path: Path, line: str) -> None:
    folder = write_question_set(tmp_path / "s", PLANTS)
    (folder / "corpus.jsonl").write_text(line, "utf-8")
    with pytest.raises(SetupError, match=r"corpus\.jsonl:1: no JSON object"):
        read_question_set(folder)


def test_a_folder_that_is_no_question_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"corpus\.jsonl can't be read"):
        read_question_set(tmp_path)


def test_two_sets_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    folders = [write_question_set(tmp_path / "s", PLANTS), write_question_set(tmp_path / "a" / "s", BATTLES)]
    with pytest.raises(SetupError, match="named s"):
        read_question_sets(folders)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the question sets in ../shared/data are not here")
@pytest.mark.parametrize(
    ("name", "texts", "questions"),
    [("arcd_train", 183, 544), ("aaqad_sample", 3285, 5000), ("kaiflematha_dev", 513, 539)],
)
def test_the_visible_sets_are_read_whole(name: str, texts: int, questions: int) -> None:
    found = read_question_set(SHARED / name)
    assert (len(found.texts), len(found.questions)) == (texts, questions)
