from asked import sentence_of, weighed
from qa_bot.answering.anchors import ReadSentence
from qa_bot.answering.asked_event import asked_event
from qa_bot.answering.given_dates import given_dates, mentions_of
from qa_bot.answering.match import Matcher
from qa_bot.answering.sentence_dates import SentenceDates, words_between

TEXT = "وقعت أجنادين سنة 13هـ، وفتحت دمشق سنة 14هـ."


def read(question: str = "متى فتحت دمشق؟", text: str = TEXT) -> SentenceDates:
    asked = asked_event(weighed(question))
    candidate = sentence_of(text)
    dates = given_dates(candidate, mentions_of(candidate.hit.passage))
    matcher = Matcher([word for word, _ in asked.words])
    return SentenceDates(ReadSentence(asked, candidate.tokens, matcher), candidate, dates)


def test_dates_stand_at_their_words() -> None:
    assert sorted(read().places.values()) == [(2, 5), (7, 10)]
    assert read().neighbours(7, 10) == (5, 10)


def test_what_is_asked_is_said_near_the_second_date() -> None:
    dates = read()
    assert dates.share(5, 7) > 0.9
    assert dates.share(0, 5) == 0.0
    assert dates.close(7, 10) > dates.close(2, 5)


def test_a_comma_parts_the_two() -> None:
    assert read().comma(4, 6)
    assert not read().comma(0, 2)


def test_words_inside_are_no_way_off() -> None:
    assert [words_between(at, 2, 4) for at in (0, 2, 3, 4, 6)] == [2, 0, 0, 1, 3]
