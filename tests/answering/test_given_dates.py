from dataclasses import replace

from asked import found, sentence_of, weighed
from qa_bot.answering.given_dates import given_dates, mentions_of
from qa_bot.answering.sentence import Candidate, rank_sentences
from qa_bot.model.answer import QuestionKind
from qa_bot.model.calendar import MentionSource
from qa_bot.model.corpus import Reckoning, Span
from qa_bot.text.calendars import iso


def told(candidate: Candidate) -> list[tuple[list[str], str, str]]:
    """Return of each date its words, its meaning and where it comes from."""
    return [
        ([each.date.text for each in given.quoted], iso(given.meaning), given.source.value)
        for given in given_dates(candidate, mentions_of(candidate.hit.passage))
    ]


def test_only_the_sentences_own_dates_stand_in_it() -> None:
    candidate = sentence_of("ولد سنة 575م في قرطاج. وتوفي سنة 641م.", "وتوفي")
    own, before = given_dates(candidate, mentions_of(candidate.hit.passage))
    assert [span.of(candidate.text) for span in own.spans] == ["سنة 641م"]
    assert (before.spans, before.source) == ((), MentionSource.CONTEXT)


def test_a_date_in_two_calendars_is_one() -> None:
    candidate = sentence_of("كانت أجنادين سنة 13هـ/634م في فلسطين.")
    assert told(candidate) == [(["سنة 13هـ", "634م"], "0013", "written")]


def test_two_dates_close_together_that_differ_are_two() -> None:
    candidate = sentence_of("وقعت أجنادين سنة 13هـ، وفي 640م سقطت قيسارية.")
    assert told(candidate) == [(["سنة 13هـ"], "0013", "written"), (["640م"], "0640", "written")]


def test_a_word_that_points_back_is_dated_by_the_sentence_before() -> None:
    candidate = sentence_of("وفي سنة سبع عشرة زاد عمر في المسجد. وفيها كان القحط.", "وفيها")
    (pointed,) = given_dates(candidate, mentions_of(candidate.hit.passage))
    assert told(candidate) == [(["وفيها"], "0017", "context")]
    assert pointed.is_pointed_to
    assert pointed.spans == (Span(0, 5),)


def test_a_word_that_points_back_is_dated_by_the_passage_before() -> None:
    (hit,) = found("وفيها كان القحط بالحجاز.")
    reckoned = replace(hit, passage=replace(hit.passage, reckoning=Reckoning(True, 17, True, 40)))
    (candidate,) = rank_sentences(weighed("متى كان القحط"), QuestionKind.WHEN, [reckoned])
    assert told(candidate) == [(["وفيها"], "0017", "context")]


def test_without_such_a_word_the_passage_before_dates_nothing() -> None:
    (hit,) = found("وكان القحط بالحجاز.")
    reckoned = replace(hit, passage=replace(hit.passage, reckoning=Reckoning(True, 17, True, 40)))
    (candidate,) = rank_sentences(weighed("متى كان القحط"), QuestionKind.WHEN, [reckoned])
    assert told(candidate) == []


def test_a_date_of_its_own_stands_between_a_sentence_and_the_one_before() -> None:
    candidate = sentence_of("مات زيد سنة 8هـ. وفي سنة 9هـ كانت تبوك، وفيها مات ذو البجادين.", "وفي سنة")
    assert told(candidate) == [(["سنة 9هـ"], "0009", "written"), (["سنة 8هـ"], "0008", "context")]


def test_the_innermost_heading_with_a_year_dates_what_stands_under_it() -> None:
    candidate = sentence_of("وقدم الوفد.", headings=("ثم دخلت سنة تسع", "ذكر الوفود"))
    assert told(candidate) == [(["سنة تسع"], "0009", "heading")]


def test_a_month_takes_its_year_from_the_heading() -> None:
    candidate = sentence_of("ثم كانت تبوك في رجب.", headings=("ثم دخلت سنة تسع",))
    assert told(candidate)[0] == (["رجب"], "0009-07", "heading")


def test_what_a_relative_clause_points_to_is_no_year() -> None:
    candidate = sentence_of("وكانت وقعة سنة 94هـ بالشاش. ومرض الحجاج مرضته التي توفي فيها.", "ومرض")
    (before,) = given_dates(candidate, mentions_of(candidate.hit.passage))
    assert not before.is_pointed_to
