"""A question worked through, from its words to its ranked sentences."""

from pathlib import Path

import pytest

from asked import found
from builders import build_library, build_small_index
from qa_bot.answering.snapshot import Snapshot, take_snapshot
from qa_bot.answering.worked import work_through, work_through_passage
from qa_bot.errors import QuestionError
from qa_bot.index.embedded import open_engine
from qa_bot.model.answer import QuestionKind, Understood

TEXTS = {
    "فتح": ("كان فتح حمص في خلافة عمر. وفتحت حمص سنة 15هـ صلحا. وبلغ الجيش ثلاثين ألفا. ثم عاد الجيش.",),
    "هدنة": ("وقعت الهدنة في خلافة عمر. ثم عاد الجيش.", "وسبب الهدنة الجوع."),
}


@pytest.fixture
async def texts(tmp_path: Path) -> Snapshot:
    build_small_index(tmp_path, build_library(TEXTS))
    return await take_snapshot(open_engine(tmp_path))


async def sentences(question: str, texts: Snapshot) -> list[str]:
    worked = await work_through(question, None, texts, k=5)
    return [candidate.text for candidate in worked.candidates]


async def test_the_words_looked_for_are_the_questions_own(texts: Snapshot) -> None:
    worked = await work_through("متى كانت الهدنة؟", None, texts, k=5)
    assert (worked.words.words, worked.words.shares) == (("الهدنه",), (1.0,))
    assert (worked.understood, worked.sources) == (
        Understood("متى كانت الهدنة؟", QuestionKind.WHEN, "الهدنة"),
        (),
    )


async def test_what_was_said_before_is_looked_for_at_a_smaller_share(texts: Snapshot) -> None:
    previous = Understood("متى كانت الهدنة؟", QuestionKind.WHEN, "الهدنة", sources=("هدنة",))
    worked = await work_through("ومن قادها؟", previous, texts, k=5)
    shares = dict(zip(worked.words.words, worked.words.shares, strict=True))
    assert shares["قادها"] == 1.0
    assert 0 < shares["الهدنه"] < 1
    assert worked.sources == ("هدنة",)
    assert {each.features.source for each in worked.candidates if each.hit.document.id == "هدنة"} == {1.0}


async def test_a_question_for_a_reason_looks_for_the_word_reason_a_little(texts: Snapshot) -> None:
    worked = await work_through("لماذا وقعوا الهدنة؟", None, texts, k=5)
    shares = dict(zip(worked.words.words, worked.words.shares, strict=True))
    assert 0 < shares["سبب"] < 1


async def test_latin_names_are_told_as_they_were_read(texts: Snapshot) -> None:
    worked = await work_through("متى فتحت Emesa؟", None, texts, k=5)
    assert (worked.understood.question, worked.understood.readings) == ("متى فتحت حمص؟", ("حمص",))


async def test_where_a_time_is_asked_for_only_sentences_with_a_date_may_answer(texts: Snapshot) -> None:
    assert set(await sentences("متى وقعت الهدنة؟", texts)) <= {
        "وقعت الهدنة في خلافة عمر.",
        "كان فتح حمص في خلافة عمر.",
        "وفتحت حمص سنة 15هـ صلحا.",
    }


async def test_a_vague_date_answers_only_where_no_exact_one_is_about_the_same(texts: Snapshot) -> None:
    assert await sentences("متى كان فتح حمص؟", texts) == ["وفتحت حمص سنة 15هـ صلحا."]
    assert (await sentences("متى وقعت الهدنة؟", texts))[0] == "وقعت الهدنة في خلافة عمر."


async def test_where_a_number_is_asked_for_only_sentences_with_a_number_may_answer(texts: Snapshot) -> None:
    assert await sentences("كم بلغ الجيش؟", texts) == ["وبلغ الجيش ثلاثين ألفا."]


async def test_where_no_sentence_has_what_is_asked_for_all_may_answer(tmp_path: Path) -> None:
    build_small_index(tmp_path, build_library({"a": ("خرج الجيش. ثم عاد الجيش.",)}))
    silent = await take_snapshot(open_engine(tmp_path))
    for question in ("متى خرج الجيش؟", "كم بلغ الجيش؟", "من الجيش؟"):
        assert set(await sentences(question, silent)) == {"خرج الجيش.", "ثم عاد الجيش."}


async def test_a_single_passage_is_worked_through_alone(texts: Snapshot) -> None:
    [hit] = found("وقعت الهدنة سنة 20هـ. ثم عاد الجيش.")
    worked = await work_through_passage("متى وقعت الهدنة؟", hit, texts)
    assert (worked.hits, [candidate.text for candidate in worked.candidates]) == ([hit], ["وقعت الهدنة سنة 20هـ."])


@pytest.mark.parametrize("question", ["", "؟", "من " * 65])
async def test_a_question_that_cannot_be_asked_is_not_worked_through(texts: Snapshot, question: str) -> None:
    with pytest.raises(QuestionError):
        await work_through(question, None, texts, k=5)
