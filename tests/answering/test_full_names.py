"""Bare names of events where a time is asked for."""

import pytest

from qa_bot.answering.full_names import full_names, with_full_name
from qa_bot.model.corpus import DocumentCard, Metadata

NAMES = {("خيبر",): "غزوة خيبر", ("ذات", "السلاسل"): "غزوة ذات السلاسل"}


@pytest.mark.parametrize(
    ("question", "full"),
    [
        ("متى خيبر", "متى غزوة خيبر"),
        ("متى كانت خيبر؟", "متى كانت غزوة خيبر؟"),
        ("متى كانت ذات السلاسل؟", "متى كانت غزوة ذات السلاسل؟"),
        ("متى كانت غزوة خيبر؟", "متى كانت غزوة خيبر؟"),
        ("متى فتحت خيبر؟", "متى فتحت خيبر؟"),
        ("من قاد خيبر؟", "من قاد خيبر؟"),
        ("متى كانت بدر؟", "متى كانت بدر؟"),
    ],
)
def test_the_mere_name_of_an_event_asks_for_the_event(question: str, full: str) -> None:
    assert with_full_name(question, NAMES) == full


def test_events_are_those_that_titles_name_without_their_years() -> None:
    titles = ("غزوة خيبر", "معركة نينوى (627م)", "هرقل", "فتح خيبر")
    library = [DocumentCard(title, Metadata(title), 1, 1) for title in titles]
    assert full_names(library) == {("خيبر",): "غزوة خيبر", ("نينوي",): "معركة نينوى"}
