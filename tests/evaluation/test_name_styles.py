"""Names as other people write them."""

import random

import pytest

from qa_bot.evaluation.name_styles import LOOSE_STYLES, PRECISE_STYLES, Style, restyle


def always(*rules: tuple[str, str]) -> Style:
    """Return a style whose rules hold always."""
    return Style("test", tuple((pattern, written, 1.0) for pattern, written in rules))


def test_rules_go_in_order() -> None:
    assert restyle("shams", always(("sh", "s"), ("s", "z")), random.Random(1)) == "zamz"


def test_a_rule_that_never_holds_changes_nothing() -> None:
    assert restyle("shams", Style("test", (("s", "z", 0.0),)), random.Random(1)) == "shams"


@pytest.mark.parametrize("style", LOOSE_STYLES, ids=lambda style: style.name)
def test_loose_writers_mark_nothing(style: Style) -> None:
    rng = random.Random(5)
    spellings = {restyle("ḥaṭṭābiyyaẓūḍīṣā", style, rng) for _attempt in range(20)}
    assert not set("".join(spellings)) & set("āīūḥṭḍṣẓʿʾ")


def test_scholars_keep_most_marks() -> None:
    (style,) = PRECISE_STYLES
    rng = random.Random(5)
    spellings = [restyle("qādisiyya", style, rng) for _attempt in range(40)]
    assert sum("ā" in spelling for spelling in spellings) > 30


def test_one_seed_makes_one_spelling() -> None:
    first, second = (restyle("muʿāwiya", LOOSE_STYLES[1], random.Random(3)) for _copy in range(2))
    assert first == second
