"""The noisy channel from Arabic letters to Latin ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.text.channel import (
    LETTERS,
    LOOSE_STYLE,
    PRECISE_STYLE,
    channel_of,
    fitted_costs,
    letter_context,
    word_rows,
)

TABLE = "\n".join(
    [
        "loose\tvowel\t*\t*\t-\t0.5",
        "loose\tvowel\t*\t*\ta\t1.0",
        "loose\tletter\tب\t*\tb\t0.25",
        "loose\tletter\tد\t*\td\t0.25",
        "loose\tletter\tر\t*\tr\t0.25",
        "loose\tletter\tر\tconsonant-end\trr\t2.0",
        "precise\tvowel\t*\t*\ta\t9.0",
    ]
)


def cost(arabic: str, latin: str, style: str = LOOSE_STYLE) -> float:
    return float(channel_of(TABLE, style).costs(latin, word_rows([arabic]))[0])


def test_a_spelling_costs_its_letters_and_vowels() -> None:
    # b, a after it, d, no vowel, r, no vowel
    assert cost("بدر", "badr") == pytest.approx(0.25 + 1.0 + 0.25 + 0.5 + 0.25 + 0.5)


def test_the_cheapest_way_counts() -> None:
    assert cost("بدر", "bdrr") == pytest.approx(0.25 + 0.5 + 0.25 + 0.5 + 2.0 + 0.5)


def test_a_letter_left_out_or_too_many_costs_much_and_not_everything() -> None:
    assert 5 < cost("بدر", "badrx") - cost("بدر", "badr") < 9
    assert 6 < cost("بدر", "bad") < 12


def test_words_of_different_length_are_weighed_at_once() -> None:
    channel = channel_of(TABLE, LOOSE_STYLE)
    together = channel.costs("badr", word_rows(["بدر", "بدررر", "بد"]))
    apart = [float(channel.costs("badr", word_rows([word]))[0]) for word in ("بدر", "بدررر", "بد")]
    assert together.tolist() == pytest.approx(apart)


def test_no_words_have_no_costs() -> None:
    assert channel_of(TABLE, LOOSE_STYLE).costs("badr", word_rows([])).tolist() == []


@pytest.mark.parametrize(
    ("word", "at", "context"),
    [
        ("خالد", 0, "start-alef"),
        ("خالد", 2, "alef-consonant"),
        ("خالد", 3, "consonant-end"),
        ("حمزه", 2, "consonant-last-heh"),
        ("حمزه", 3, "consonant-end"),
        ("وليد", 0, "start-consonant"),
        ("وليد", 1, "weak-yeh"),
        ("نور", 0, "start-waw"),
    ],
)
def test_the_context_of_a_letter_is_what_stands_beside_it(word: str, at: int, context: str) -> None:
    assert letter_context(word, at) == context


@given(st.text(LETTERS, min_size=1, max_size=9), st.integers(0, 3))
def test_rows_hold_letter_and_context_and_padding_is_none(word: str, more: int) -> None:
    rows = word_rows([word, word + "ب" * more])[0]
    alone = word_rows([word])[0]
    assert np.array_equal(rows[: len(word)], alone)
    assert not rows[len(word) :].any()


@pytest.mark.parametrize("style", [LOOSE_STYLE, PRECISE_STYLE])
def test_the_fitted_costs_prefer_the_right_word(style: str) -> None:
    channel = channel_of(fitted_costs(), style)
    latin = {LOOSE_STYLE: "khalid", PRECISE_STYLE: "khālid"}[style]
    costs = channel.costs(latin, word_rows(["خالد", "خلد", "حالد", "خليد", "والد"]))
    assert int(costs.argmin()) == 0


def test_a_precise_writer_would_have_marked_a_long_vowel() -> None:
    words = word_rows(["ساباط", "سباط"])
    precise = channel_of(fitted_costs(), PRECISE_STYLE).costs("sabāṭ", words)
    assert float(precise[0] - precise[1]) > 2
