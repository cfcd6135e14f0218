"""A person's mere name, asked for its time: over the starter library, and over texts that tell less."""

from pathlib import Path

import pytest

from asked import OpenLibrary, open_passages
from qa_bot.answering.life import with_life
from qa_bot.model.answer import Answer, LifeEvent
from qa_bot.text.calendars import iso


def told(answer: Answer) -> list[tuple[LifeEvent, list[str]]]:
    """Return what is told of a life, each with the dates that texts give."""
    assert answer.life is not None
    dates = [life.dates if not life.accounts else [each.dates[0] for each in life.accounts] for life in answer.life]
    known = [[date.julian if date.hijri is None else date.hijri for date in each] for each in dates]
    return [(life.event, [iso(each) for each in of if each]) for life, of in zip(answer.life, known, strict=True)]


@pytest.mark.parametrize("asked", ["خالد بن الوليد", "Khalid ibn al-Walid"])
async def test_a_death_comes_first_and_is_said_to_be_one(starter: OpenLibrary, asked: str) -> None:
    answer = await starter.service.when(asked)
    assert told(answer) == [(LifeEvent.DEATH, ["0021"])]
    assert answer.quotes[0].text.startswith("توفي خالد بن الوليد سنة إحدى وعشرين للهجرة بحمص")
    assert answer.dates == answer.life[0].dates if answer.life else False


async def test_other_dates_of_the_life_come_below(starter: OpenLibrary) -> None:
    answer = await starter.service.when("خالد بن الوليد")
    assert len(answer.quotes) > 1
    assert not any("توفي" in quote.text for quote in answer.quotes[1:])


@pytest.mark.parametrize("asked", ["متى عمر؟", "متى كان عمر بن الخطاب؟"])
async def test_a_killing_is_a_death_and_the_birth_is_told_with_it(starter: OpenLibrary, asked: str) -> None:
    answer = await starter.service.answer(asked)
    assert [event for event, _ in told(answer)] == [LifeEvent.DEATH, LifeEvent.BIRTH]
    assert answer.life is not None
    assert [quote.text.split()[:2] for quote in answer.quotes[:2]] == [["وقتل", "عمر"], ["ولد", "عمر"]]


async def test_who_killed_did_not_die_then(starter: OpenLibrary) -> None:
    answer = await starter.service.when("أبو لؤلؤة")
    assert (answer.life, answer.dates, answer.found) == ((), (), True)


async def test_texts_that_differ_on_a_death_are_told_apart(starter: OpenLibrary) -> None:
    assert told(await starter.service.when("سعد بن أبي وقاص")) == [(LifeEvent.DEATH, ["0055", "0050"])]


async def test_who_only_lived_when_another_died_is_told_no_death(starter: OpenLibrary) -> None:
    assert told(await starter.service.when("معاوية بن أبي سفيان")) == []


async def test_a_story_is_no_name(starter: OpenLibrary) -> None:
    answer = await starter.service.answer("متى خالد بن الوليد وعمرو بن العاص وسعد بن أبي وقاص ويزيد بن أبي سفيان")
    assert answer.life is None


async def test_what_asks_for_more_than_the_person_is_answered_as_ever(starter: OpenLibrary) -> None:
    for asked in ("متى فتح عمرو بن العاص مصر؟", "متى معركة اليرموك؟", "متى توفي خالد بن الوليد؟"):
        assert (await starter.service.answer(asked)).life is None
    assert (await starter.service.answer("من هو خالد بن الوليد؟")).life is None


async def test_where_neither_is_told_no_date_is_named(tmp_path: Path) -> None:
    texts = ["سار خالد بن الوليد إلى الشام سنة 13هـ.", "وعزل خالد بن الوليد سنة 17هـ."]
    service = open_passages(tmp_path, {"خالد": texts})
    answer = await service.when("خالد بن الوليد")
    assert (answer.life, answer.dates, answer.accounts) == ((), (), ())
    assert len(answer.quotes) == 2


@pytest.mark.parametrize(
    ("last", "asked"),
    [
        ("وعزل خالد بن الوليد.", ["متى توفي خالد بن الوليد", "متى ولد خالد بن الوليد"]),
        (
            "وقتل مالك بن نويرة.",
            ["متى توفي خالد بن الوليد", "متى ولد خالد بن الوليد", "متى قتل خالد بن الوليد"],
        ),
    ],
)
async def test_a_killing_is_asked_for_only_where_one_is_spoken_of(tmp_path: Path, last: str, asked: list[str]) -> None:
    service = open_passages(tmp_path, {"خالد": [f"سار خالد بن الوليد إلى الشام. {last}"]})
    questions: list[str] = []

    async def ask(question: str) -> Answer:
        questions.append(question)
        return await service.answer(question)

    await with_life(await service.when("خالد بن الوليد"), ask)
    assert questions == asked
