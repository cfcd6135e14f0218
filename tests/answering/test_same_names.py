"""Names of the same."""

import pytest

from qa_bot.answering.same_names import named_by, other_names


@pytest.mark.parametrize(
    ("first", "second"), [("القدس", "المقدس"), ("القدس", "ايليا"), ("المداين", "طيسفون"), ("المشركين", "قريش")]
)
def test_names_of_one_place_are_the_same(first: str, second: str) -> None:
    assert named_by(first) & named_by(second)


@pytest.mark.parametrize(("first", "second"), [("القدس", "دمشق"), ("بدر", "احد"), ("بيت", "المقدس"), ("غزوه", "بدر")])
def test_names_of_different_things_are_not(first: str, second: str) -> None:
    assert not named_by(first) & named_by(second)


def test_only_names_that_the_texts_write_are_looked_for() -> None:
    assert other_names("القدس", {"المقدس": 3, "القدس": 5}) == ("المقدس",)
    assert other_names("القدس", {"القدس": 5}) == ()
    assert other_names("شجره", {"شجره": 5}) == ()
