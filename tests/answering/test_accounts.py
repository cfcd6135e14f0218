"""Who gives which date, where texts differ."""

import pytest

from asked import found, ranked, weighed
from qa_bot.answering.accounts import sources_of
from qa_bot.answering.date_candidates import rank_dates

WHEN = "متى كانت اليرموك؟"


def sources(text: str, written: str) -> tuple[str, ...]:
    """Return who gives the date that is `written` so in the only sentence of `text`."""
    dates = rank_dates(weighed(WHEN), ranked(WHEN, found(text, title="الفتوح")))
    return sources_of([date for date in dates if any(written in span.of(text) for span in date.given.spans)])


@pytest.mark.parametrize(
    ("text", "written", "names"),
    [
        ("كانت اليرموك سنة خمس عشرة عند ابن إسحاق والبلاذري.", "خمس", ("ابن إسحاق", "البلاذري")),
        ("وخالفهم سيف بن عمر، فجعل اليرموك سنة ثلاث عشرة.", "ثلاث", ("سيف بن عمر",)),
        ("كانت اليرموك سنة 14هـ عند المسعودي، وقيل سنة 15هـ.", "14", ("المسعودي",)),
        ("كانت اليرموك سنة 14هـ عند المسعودي، وقيل سنة 15هـ.", "15", ("«الفتوح»",)),
        ("كانت اليرموك سنة 14هـ.", "14", ("«الفتوح»",)),
    ],
)
def test_authors_named_beside_a_date_give_it_else_the_text_does(
    text: str, written: str, names: tuple[str, ...]
) -> None:
    assert sources(text, written) == names
