import pytest

from asked import found, ranked, weighed
from qa_bot.answering.date_candidates import rank_dates


def bonds(question: str, *texts: str, headings: tuple[str, ...] = ()) -> dict[str, float]:
    """Return how surely each date belongs to what is asked, by its words."""
    dates = rank_dates(weighed(question), ranked(question, found(*texts, headings=headings)))
    return {each.given.quoted[0].date.text: each.features.bond for each in dates}


@pytest.mark.parametrize(
    ("question", "nearer", "farther"),
    [("متى فتحت دمشق؟", "سنة 14هـ", "سنة 13هـ"), ("متى وقعت أجنادين؟", "سنة 13هـ", "سنة 14هـ")],
)
def test_a_date_past_another_one_is_less_bound(question: str, nearer: str, farther: str) -> None:
    told = bonds(question, "وقعت أجنادين سنة 13هـ، وفتحت دمشق سنة 14هـ.")
    assert told[nearer] > told[farther]


def test_a_date_of_the_heading_is_less_bound_than_one_of_the_sentence() -> None:
    headed = bonds("متى فتحت دمشق؟", "وفتحت دمشق صلحا.", headings=("سنة أربع عشرة",))
    own = bonds("متى فتحت دمشق؟", "وفتحت دمشق صلحا سنة أربع عشرة.")
    assert 0 < headed["سنة أربع عشرة"] < own["سنة أربع عشرة"]
