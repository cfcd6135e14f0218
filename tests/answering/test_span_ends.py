import pytest

from asked import sentence_of
from qa_bot.answering import lexicon
from qa_bot.answering.given_dates import given_dates, mentions_of
from qa_bot.answering.span_ends import with_ends_asked

BORN, DIED, BEGAN, ENDED = (lexicon.rows_of(word) for word in ("ولد", "مات", "بدأ", "انتهى"))


def told(text: str, rows: frozenset[int]) -> list[tuple[list[str], bool | None]]:
    """Return of each date of a sentence its words, and whether it is the end asked for."""
    candidate = sentence_of(text)
    dates = given_dates(candidate, mentions_of(candidate.hit.passage))
    return [
        ([each.date.text for each in given.quoted], given.asked_end)
        for given in with_ends_asked(dates, candidate.text, rows)
    ]


NASSER = "جمال عبد الناصر (15 يناير 1918 – 28 سبتمبر 1970) ثاني رؤساء مصر."
SALADIN = "صلاح الدين الأيوبي (532 - 589 هـ / 1138 - 1193 م) قائد عسكري."
WAR = "ودامت الحرب من 602 إلى 628م."


@pytest.mark.parametrize(
    ("text", "rows", "expected"),
    [
        (NASSER, BORN, [(["15 يناير 1918"], True), (["28 سبتمبر 1970"], False)]),
        (NASSER, DIED, [(["15 يناير 1918"], False), (["28 سبتمبر 1970"], True)]),
        (SALADIN, BORN, [(["532", "1138"], True)]),
        (SALADIN, DIED, [(["589 هـ", "1193 م"], True)]),
        (WAR, BEGAN, [(["602"], True)]),
        (WAR, ENDED, [(["628م"], True)]),
    ],
)
def test_of_a_span_the_end_asked_for_is_told(
    text: str, rows: frozenset[int], expected: list[tuple[list[str], bool | None]]
) -> None:
    assert told(text, rows) == expected


def test_other_languages_names_may_stand_before_a_life() -> None:
    assert told("نابليون (بالفرنسية: Napoléon؛ 1769 - 1821) قائد.", BORN) == [(["1769"], True)]


@pytest.mark.parametrize(
    "text",
    [
        "حكم المأمون (198 - 218هـ) بغداد.",
        "الملك فاروق (حكم 1936 - 1965) ملك مصر.",
        "عاش هرقل من 575 إلى 641م.",
        "الحرب العالمية الثانية (1939 - 1945) حرب دولية.",
    ],
)
def test_what_is_no_life_tells_no_birth(text: str) -> None:
    (only,) = told(text, BORN)
    assert only[1] is None


def test_where_neither_end_is_asked_for_the_span_stays() -> None:
    assert told(WAR, frozenset()) == [(["602 إلى 628م"], None)]
    assert told(NASSER, BORN | DIED) == [(["15 يناير 1918"], None), (["28 سبتمبر 1970"], None)]
