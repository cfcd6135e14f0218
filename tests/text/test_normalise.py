import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarabic import araby

from builders import golden_rows
from qa_bot.text.letters import ARABIC_LETTERS, JOINERS, MARKS, TATWEEL
from qa_bot.text.normalise import (
    normalise,
    shorten_elongation,
    strip_marks,
    strip_tatweel,
    unify_alefs,
    unify_digits,
    unify_foreign_letters,
    unify_hamzas,
    unify_presentation_forms,
    unify_teh_marbuta,
    unify_yehs,
)
from qa_bot.text.tokenise import tokenise, words

ARABIC_TEXT = st.text(
    st.sampled_from(ARABIC_LETTERS + MARKS + JOINERS + TATWEEL + " ،.0123456789٠١٢٣٤٥٦٧٨٩abcŪḤ-_\n") | st.characters(),
    max_size=40,
)
STEPS = (
    unify_presentation_forms,
    strip_marks,
    strip_tatweel,
    unify_foreign_letters,
    unify_alefs,
    unify_hamzas,
    unify_yehs,
    unify_teh_marbuta,
    unify_digits,
    shorten_elongation,
)


@pytest.mark.parametrize(("written", "term"), golden_rows("normalisation.tsv"))
def test_each_written_form_has_its_term(written: str, term: str) -> None:
    assert normalise(written) == term


@pytest.mark.parametrize(("function", "written", "faulty", "term"), golden_rows("pyarabic_words.tsv"))
def test_terms_are_right_where_pyarabic_alone_goes_wrong(function: str, written: str, faulty: str, term: str) -> None:
    assert getattr(araby, function)(written) == faulty
    assert normalise(written) == term


@pytest.mark.parametrize(("written", "faulty", "parted"), golden_rows("pyarabic_tokens.tsv"))
def test_words_stay_whole_where_pyarabic_cuts_or_joins_them(written: str, faulty: str, parted: str) -> None:
    assert araby.tokenize(written) == faulty.split("|")
    assert words(written) == parted.split("|")


def test_alef_maksura_becomes_yeh_and_never_alef() -> None:
    assert unify_yehs("موسى") == "موسي"
    assert normalise("موسى") == normalise("موسي") != normalise("موسا")


def test_two_equal_letters_in_a_row_are_no_elongation() -> None:
    assert shorten_elongation("الله") == "الله"
    assert shorten_elongation("1000") == "1000"


def test_nothing_is_left_of_a_word_without_letters() -> None:
    assert [normalise(word) for word in ("", "ء", "ـ", "\u064e\u0651", "\u200c")] == ["", "", "", "", ""]


@given(ARABIC_TEXT)
def test_a_term_is_its_own_term(text: str) -> None:
    for token in tokenise(text):
        assert normalise(token.term) == token.term


@given(ARABIC_TEXT)
def test_a_term_has_no_blank_in_it(text: str) -> None:
    for token in tokenise(text):
        assert token.term.split() == [token.term]


def test_no_run_of_accents_costs_more_than_its_length() -> None:
    assert normalise("e" + "\u0300\u0323" * 100_000) == "e"


@given(ARABIC_TEXT)
def test_a_word_meets_its_form_step_by_step(text: str) -> None:
    word = f"ا{text}"
    stepwise = word
    for step in STEPS:
        stepwise = step(stepwise)
    assert normalise(word) == stepwise
