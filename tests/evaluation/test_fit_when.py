"""Learning which date is meant, from a handful of questions."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from asked import open_passages
from qa_bot.answering import date_candidates, naming
from qa_bot.errors import SetupError
from qa_bot.evaluation.fit_when import fit_dates, learn_dates, outcome, scored
from qa_bot.evaluation.fit_when_examples import WhenExample, when_examples
from qa_bot.evaluation.when_questions import WhenQuestion, YearsGold

TEXTS = {
    "أجنادين": ["كانت وقعة أجنادين سنة 13هـ بفلسطين. وكان الطاعون بعدها سنة 18هـ."],
    "اليرموك": ["كانت وقعة اليرموك سنة 15هـ بالشام. وعزل خالد بعدها سنة 17هـ."],
    "نهاوند": ["كانت وقعة نهاوند سنة 21هـ بالعراق. ومات خالد فيها سنة 22هـ."],
}
YEARS = {"أجنادين": 13, "اليرموك": 15, "نهاوند": 21}
QUESTIONS = [
    WhenQuestion(name, "battles", "fit", f"متى كانت وقعة {name}؟", YearsGold((year,))) for name, year in YEARS.items()
]


async def examples(folder: Path, questions: Sequence[WhenQuestion] = QUESTIONS, **asked: bool) -> list[WhenExample]:
    service = open_passages(folder, TEXTS)
    try:
        return await when_examples(service, questions, **asked)
    finally:
        await service.aclose()


async def test_every_date_found_is_told_right_or_wrong(tmp_path: Path) -> None:
    first = (await examples(tmp_path))[0]
    years = [each.given.meaning.first.year for each in first.dates]
    # A year more or less than the judged one is right, too.
    assert set(years) >= {13, 15, 18}
    assert [12 <= year <= 14 for year in years] == list(first.right)
    assert first.told == first.right


async def test_of_texts_that_do_not_answer_nothing_is_right(tmp_path: Path) -> None:
    asked = await examples(tmp_path, answerable=False)
    assert [any(each.right) or any(each.told) for each in asked] == [False] * 3


async def test_questions_for_no_time_teach_nothing(tmp_path: Path) -> None:
    who = WhenQuestion("who", "battles", "fit", "من قاد المسلمين في اليرموك؟", YearsGold((15,)))
    assert await examples(tmp_path, [who]) == []


async def test_what_is_learned_puts_right_dates_first_and_is_the_same_each_time(tmp_path: Path) -> None:
    asked = await examples(tmp_path)
    weights = fit_dates(asked)
    assert tuple(weights) == date_candidates.LEARNED
    assert weights == fit_dates(asked)
    assert [outcome(scored(each, weights)) is not None for each in asked] == [True] * 3
    assert all(scored(each, weights).right[0] for each in asked)


async def test_there_is_a_weight_for_everything_and_a_figure_for_every_source(tmp_path: Path) -> None:
    strange = await examples(tmp_path, answerable=False)
    fitted = learn_dates([*(await examples(tmp_path)), *strange])
    assert {part: tuple(weights) for part, weights in fitted.weights.items()} == {
        "date": date_candidates.LEARNED,
        "naming": naming.LEARNED,
    }
    assert fitted.figures["battles: fit"]["times asked"] == 6
    assert fitted.figures["battles: fit"]["first date right"] == 0.5


def test_without_questions_for_fitting_nothing_is_learned() -> None:
    with pytest.raises(SetupError, match="no question for a time to learn from"):
        learn_dates([])
