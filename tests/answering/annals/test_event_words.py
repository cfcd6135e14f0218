import pytest

from qa_bot.answering.annals.event_words import event_weight, happens_in_it, is_event_word, is_of_the_book
from qa_bot.text.normalise import normalise


@pytest.mark.parametrize(
    ("sentence", "weight"),
    [
        ("ففتحت دمشق صلحا", 1.0),
        ("وتوفي بحمص", 1.0),
        ("وبويع عثمان", 1.0),
        ("زلزلت الأرض", 1.0),
        ("ثم سار إلى الشام", 0.4),
        ("بنو تميم من مضر", 0.0),
    ],
)
def test_battles_and_deaths_tell_more_than_marches_and_those_more_than_none(sentence: str, weight: float) -> None:
    assert event_weight(map(normalise, sentence.split())) == weight


@pytest.mark.parametrize("name", ["عمر", "مصر", "دمشق", "خالد"])
def test_a_name_is_no_event(name: str) -> None:
    assert not is_event_word(name)


def test_a_tellers_word_dates_the_book() -> None:
    assert is_of_the_book("حدثنا")
    assert not is_of_the_book("فتح")


@pytest.mark.parametrize(
    ("first", "second", "means_the_year"),
    [("وفيها", "مات", True), ("ففيها", "كانت", True), ("وفيها", "مسجد", False), ("وفي", "مات", False)],
)
def test_in_it_means_a_year_only_before_an_event(first: str, second: str, means_the_year: bool) -> None:
    assert happens_in_it(first, second) is means_the_year
