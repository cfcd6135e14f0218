"""Which author gives which date of a sentence."""

import pytest

from qa_bot.answering.said_by import said_by
from qa_bot.model.corpus import Span


def authors(text: str) -> list[list[str]]:
    """Return who gives each of the years of a text, in order."""
    starts = [at for at in range(len(text)) if text.startswith("سنة 1", at)]
    return [said_by(text, [Span(at, at + len("سنة 16هـ"))]) for at in starts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كانت سنة 16هـ عند الواقدي وسنة 17هـ عند ابن إسحاق.", [["الواقدي"], ["ابن إسحاق"]]),
        ("كانت سنة 14هـ على ما ذكر المسعودي، وسنة 15هـ في قول ابن إسحاق.", [["المسعودي"], ["ابن إسحاق"]]),
        ("كانت سنة 18هـ عند ابن إسحاق والبلاذري وسنة 17هـ عند سيف.", [["ابن إسحاق", "البلاذري"], []]),
        ("ذكر الواقدي أنها سنة 16هـ وقال البلاذري إنها سنة 17هـ.", [["الواقدي"], ["البلاذري"]]),
        ("كانت سنة 16هـ وعند الواقدي سنة 17هـ.", [[], ["الواقدي"]]),
        ("قال الواقدي كانت سنة 16هـ وقيل سنة 17هـ.", [["الواقدي"], []]),
        ("كانت سنة 16هـ أو سنة 17هـ عند الواقدي.", [["الواقدي"], ["الواقدي"]]),
        ("ولي سنة 14هـ، ثم عزل سنة 15هـ وولي غيره، على ما ذكر السيوطي.", [[], ["السيوطي"]]),
        (
            "مات سنة 19هـ عند ابن عبد الحكم، ونقل عن الليث بن سعد أنه مات سنة 10هـ.",
            [["ابن عبد الحكم"], ["الليث بن سعد"]],
        ),
        ("كانت سنة 19هـ في رواية أبي مخنف، ويقال سنة 10هـ.", [["أبو مخنف"], []]),
        ("وخالفهم سيف بن عمر، فجعلها سنة 13هـ، وقيل سنة 15هـ.", [["سيف بن عمر"], []]),
    ],
)
def test_each_date_has_its_own_authors(text: str, expected: list[list[str]]) -> None:
    assert authors(text) == expected


def test_the_only_date_has_every_author() -> None:
    assert authors("قال البلاذري، وهو قول الواقدي: كانت سنة 16هـ.") == [["البلاذري", "الواقدي"]]


def test_a_date_outside_of_the_sentence_has_every_author() -> None:
    assert said_by("قال الواقدي سنة 16هـ وقال البلاذري سنة 17هـ.", []) == ["الواقدي", "البلاذري"]
