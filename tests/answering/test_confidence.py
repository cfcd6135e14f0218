"""How sure an answer is."""

from hypothesis import given
from hypothesis import strategies as st

from asked import found, ranked, weighed
from qa_bot.answering.confidence import confidence
from qa_bot.answering.match import Weighted
from qa_bot.answering.needs import Needs
from qa_bot.answering.signs import signs_of

TABUK = "كانت غزوة تبوك في رجب سنة تسع من الهجرة."
QUESTION = "متى كانت غزوة تبوك؟"
SCORES = st.floats(0, 100)


def test_without_passages_or_sentences_nothing_is_sure() -> None:
    hits = found(TABUK)
    assert confidence(weighed(QUESTION), [], []) == 0.0
    assert confidence(weighed(QUESTION), hits, []) == 0.0


def test_a_sentence_that_says_the_question_is_surer_than_one_that_says_half() -> None:
    said, half = found(TABUK), found("كانت غزوة بدر في رمضان.")
    assert confidence(weighed(QUESTION), said, ranked(QUESTION, said)) > confidence(
        weighed(QUESTION), half, ranked(QUESTION, half)
    )


def test_the_further_a_document_stands_above_the_others_the_surer_it_is() -> None:
    best = found(TABUK, document="a", scores=[10.0])
    near, far = (found("عاد الجيش.", document="b", scores=[score]) for score in (9.0, 2.0))
    crowded, alone = (signs_of(weighed(QUESTION), [*best, *rest], ranked(QUESTION, best)) for rest in (near, far))
    assert alone.margin > crowded.margin > 0
    assert alone.lead > crowded.lead > 0


def test_a_follow_up_is_surer_where_the_question_before_was_answered() -> None:
    hits = found(TABUK)
    elsewhere, there = ranked(QUESTION, hits), ranked(QUESTION, hits, sources=["d"])
    assert confidence(weighed(QUESTION), hits, there) > confidence(weighed(QUESTION), hits, elsewhere)


def test_a_sentence_beside_the_passage_found_first_is_noticed() -> None:
    first, second = found("عاد الجيش.", TABUK, scores=[2.0, 1.0])
    candidates = ranked(QUESTION, [first, second])
    assert candidates[0].hit == second
    assert signs_of(weighed(QUESTION), [first, second], candidates).found == 0.0
    assert signs_of(weighed(QUESTION), [second, first], candidates).found == 1.0


def test_own_words_that_neither_sentence_nor_title_has_are_counted() -> None:
    hits = found("كانت غزوة تبوك في الصيف.")
    told = signs_of(weighed("متى خسر النمل غزوة تبوك؟"), hits, ranked("متى خسر النمل غزوة تبوك؟", hits))
    assert (told.lost, told.lost_share) == (2.0, 0.5)


@given(st.lists(SCORES, min_size=1, max_size=4), SCORES)
def test_confidence_lies_between_0_and_1(scores: list[float], weight: float) -> None:
    descending = sorted(scores, reverse=True)
    hits = found(*([TABUK] * len(scores)), scores=descending)
    words = weighed(QUESTION).words
    question = Weighted(words, (weight,) * len(words), (1.0,) * len(words))
    assert 0 <= confidence(question, hits, ranked(QUESTION, hits)) <= 1


def test_an_answer_about_a_name_that_no_text_has_is_hardly_one() -> None:
    hits = found(TABUK)
    known, unknown = (
        confidence(weighed(QUESTION), hits, ranked(QUESTION, hits), Needs(stranger=stranger))
        for stranger in (False, True)
    )
    assert unknown < known / 2
