"""Sentences with several dates."""

import pytest

from dated import events_in
from qa_bot.answering.annals.table import EventTable
from qa_bot.answering.annals.topic_match import events_about


def dates_of(topic: str, *texts: str) -> list[str]:
    """Return the words of the dates of what is told of a topic, in the order of time."""
    table = EventTable.of(events_in(*texts))
    return [table.events[at].dates[0].text for at in sorted(events_about(table, topic))]


@pytest.mark.parametrize(
    ("topic", "dates"), [("دمشق", ["سنة 14هـ"]), ("اليرموك", ["سنة 15هـ"]), ("معركة اليرموك", ["سنة 15هـ"])]
)
def test_a_date_whose_clause_names_another_place_is_not_the_topics(topic: str, dates: list[str]) -> None:
    assert dates_of(topic, "وفتحت دمشق سنة 14هـ، وكانت وقعة اليرموك سنة 15هـ.") == dates


def test_a_date_whose_clause_names_nobody_else_is_still_the_topics() -> None:
    assert dates_of("خالد", "أسلم خالد سنة 8هـ، وتوفي بحمص سنة 21هـ.") == ["سنة 8هـ", "سنة 21هـ"]
    assert dates_of("دمشق", "وحوصرت دمشق سنة 13هـ، ثم فتحت سنة 14هـ.") == ["سنة 13هـ", "سنة 14هـ"]


def test_another_person_has_a_date_of_his_own() -> None:
    assert dates_of("هرقل", "ومات هرقل سنة 20هـ، وقتل كسرى سنة 7هـ.") == ["سنة 20هـ"]


def test_the_only_date_of_a_sentence_is_kept_whatever_its_clause_names() -> None:
    assert dates_of("دمشق", "خرج الناس من دمشق يومئذ، وفتحت حمص سنة 15هـ.") == ["سنة 15هـ"]
