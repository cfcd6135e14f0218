"""The sentences of the passages found, ranked."""

import pytest

from asked import found, ranked, weighed
from qa_bot.answering.sentence import Features, rank_sentences
from qa_bot.model.answer import QuestionKind

TABUK = "كانت غزوة تبوك في رجب سنة تسع. وقاد المسلمين النبي. وبلغ جيشهم ثلاثين ألفا. وتقع تبوك شمال المدينة."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("متى كانت غزوة تبوك؟", "كانت غزوة تبوك في رجب سنة تسع."),
        ("من قاد المسلمين في تبوك؟", "وقاد المسلمين النبي."),
        ("كم بلغ جيش تبوك؟", "وبلغ جيشهم ثلاثين ألفا."),
        ("أين تقع تبوك؟", "وتقع تبوك شمال المدينة."),
    ],
)
def test_the_sentence_that_answers_comes_first(question: str, sentence: str) -> None:
    assert ranked(question, found(TABUK, title="غزوة تبوك"))[0].text == sentence


def test_a_date_goes_first_where_a_time_is_asked_for() -> None:
    hits = found("كانت وقعة اليرموك شديدة. وكانت وقعة اليرموك سنة خمس عشرة للهجرة.")
    assert ranked("متى كانت وقعة اليرموك؟", hits)[0].text == "وكانت وقعة اليرموك سنة خمس عشرة للهجرة."


def test_a_document_titled_by_the_subject_goes_first() -> None:
    text = "كان الحر شديدا يوم تبوك."
    other, titled = found(text, document="a", title="أخبار"), found(text, document="b", title="غزوة تبوك")
    assert ranked("الحر في غزوة تبوك", [*other, *titled])[0].hit.document.id == "b"


def test_a_document_quoted_just_before_goes_first() -> None:
    hits = [*found("قاد الجيش خالد.", document="a"), *found("قاد الجيش سعد.", document="b")]
    assert [each.hit.document.id for each in ranked("من قاد الجيش؟", hits)] == ["a", "b"]
    assert [each.hit.document.id for each in ranked("من قاد الجيش؟", hits, sources=["b"])] == ["b", "a"]


def test_a_passage_found_better_goes_first() -> None:
    hits = [
        *found("قاد الجيش خالد.", document="a", scores=[1.0]),
        *found("قاد الجيش سعد.", document="b", scores=[9.0]),
    ]
    assert ranked("من قاد الجيش؟", hits)[0].hit.document.id == "b"


def test_what_was_said_before_helps_and_does_not_count_as_said() -> None:
    hits = [*found("قاد الجيش خالد في تبوك.", document="a"), *found("قاد الجيش سعد.", document="b")]
    best = ranked("من قاد الجيش؟", hits, before="تبوك")[0]
    assert (best.hit.document.id, best.features.own) == ("a", 1.0)


def test_the_first_sentence_introduces_a_subject() -> None:
    hits = found("هرقل إمبراطور الروم. ولقب هرقل قيصر.", title="هرقل")
    leads = {each.text: each.features.lead for each in ranked("من هو هرقل؟", hits)}
    assert leads == {"هرقل إمبراطور الروم.": 1.0, "ولقب هرقل قيصر.": 0.0}
    assert {each.features.lead for each in ranked("متى ولد هرقل؟", hits)} == {0.0}


def test_ties_keep_the_order_of_passages_and_sentences() -> None:
    hits = [*found("عاد الجيش.", document="a"), *found("عاد الجيش.", document="b")]
    assert [each.hit.document.id for each in ranked("متى تبوك؟", hits)] == ["a", "b"]


def test_every_sentence_is_ranked_and_stands_where_it_says() -> None:
    candidates = ranked("متى كانت غزوة تبوك؟", found(TABUK, "ثم عاد الجيش."))
    assert sorted((each.hit.passage.ordinal, each.span.start) for each in candidates) == [
        (0, 0),
        (0, 31),
        (0, 52),
        (0, 76),
        (1, 0),
    ]
    assert all(token.span.end <= len(each.text) for each in candidates for token in each.tokens)
    assert [each.score for each in candidates] == sorted((each.score for each in candidates), reverse=True)


@pytest.mark.parametrize("question", ["متى كانت غزوة تبوك؟", "حطين", "من هو هرقل؟", "لماذا؟"])
def test_every_feature_lies_between_0_and_1(question: str) -> None:
    hits = found(TABUK, "هرقل.", scores=[7.0, 0.0], title="غزوة تبوك")
    for each in ranked(question, hits, sources=["d"], before="المدينة"):
        assert [name for name, value in each.features._asdict().items() if not 0 <= value <= 1] == []


def test_passages_found_by_nothing_are_ranked_all_the_same() -> None:
    [only] = ranked("حطين", found("عاد الجيش.", scores=[0.0]))
    assert only.features.retrieved == 0.0


def test_without_passages_there_are_no_sentences() -> None:
    assert rank_sentences(weighed("تبوك"), QuestionKind.OTHER, []) == []
    assert set(Features._fields) >= {"own", "titled", "about"}


def test_a_follow_up_asks_for_no_definition() -> None:
    texts = found("حروب الردة كانت مقدمة للفتوح.", "وكان جبلة على مقدمة الروم.")
    of_wars = [each.features.defines for each in ranked("ما المقدمة؟", texts) if "حروب" in each.text]
    leaning = [each.features.defines for each in ranked("ما المقدمة؟", texts, before="الروم")]
    assert (of_wars, leaning) == ([1.0], [0.0, 0.0])
