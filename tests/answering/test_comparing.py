"""Questions for two times, over the starter library."""

import pytest

from asked import OpenLibrary
from qa_bot.model.answer import Answer, QuestionKind
from qa_bot.model.calendar import Calendar
from qa_bot.model.reckoning import Reckoning, TimeSpan


async def reckoned(starter: OpenLibrary, question: str) -> Reckoning:
    answer = await starter.service.answer(question)
    assert answer.reckoned is not None
    assert_dated_by_quotes(answer, answer.reckoned)
    return answer.reckoned


def assert_dated_by_quotes(answer: Answer, told: Reckoning) -> None:
    for quote, date in zip(answer.quotes, told.dates, strict=True):
        assert date in [each.date for each in quote.dates]
        assert quote.text in quote.passage.text


@pytest.mark.parametrize(
    ("question", "months"),
    [
        ("كم سنة بين غزوة بدر وفتح مكة؟", 72),
        ("كم سنة بين معركة أجنادين ومعركة اليرموك؟", 26),
        ("كم شهرا بين غزوة بدر وغزوة أحد؟", 13),
        ("how many years between the battle of Badr and the battle of Yarmouk?", 154),
        ("كم المدة بين غزوة تبوك ومعركة اليرموك؟", 72),
    ],
)
async def test_how_long_it_is_between_two_events(starter: OpenLibrary, question: str, months: int) -> None:
    assert (await reckoned(starter, question)).apart == TimeSpan(Calendar.HIJRI, months, months, in_months=True)


@pytest.mark.parametrize(
    ("question", "earlier"),
    [
        ("هل كانت معركة أجنادين قبل معركة اليرموك أم بعدها؟", 0),
        ("هل كانت معركة اليرموك قبل معركة أجنادين أم بعدها؟", 1),
        ("أيهما أسبق: غزوة أحد أم غزوة بدر؟", 1),
        ("هل كانت غزوة تبوك بعد فتح مكة؟", 1),
        ("Was Badr before or after Uhud?", 0),
        ("هل فتحت دمشق قبل معركة اليرموك أم بعدها؟", 0),
    ],
)
async def test_which_of_two_events_came_first(starter: OpenLibrary, question: str, earlier: int) -> None:
    assert (await reckoned(starter, question)).earlier == earlier


async def test_a_follow_up_is_about_the_first_of_them(starter: OpenLibrary) -> None:
    answer = await starter.service.answer("كم سنة بين غزوة بدر وفتح مكة؟")
    assert (answer.understood.kind, answer.understood.topic) == (QuestionKind.HOW_MANY, "غزوة بدر")
    then = await starter.service.answer("من قادها؟", previous=answer.understood)
    assert then.understood.topic == "غزوة بدر"


@pytest.mark.parametrize("question", ["كم سنة بين معركة حطين وغزوة بدر؟", "كم سنة بين غزوة بدر ومعركة حطين؟"])
async def test_nothing_is_reckoned_where_the_texts_do_not_date_one_of_them(starter: OpenLibrary, question: str) -> None:
    assert (await starter.service.answer(question)).reckoned is None


async def test_each_passage_found_for_either_is_listed_once(starter: OpenLibrary) -> None:
    hits = (await starter.service.answer("كم سنة بين غزوة بدر وفتح مكة؟")).hits
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]
    assert len({hit.passage.id for hit in hits}) == 5
    assert sorted((hit.score for hit in hits), reverse=True) == [hit.score for hit in hits]
