"""How well written words meet asked ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answering.match import (
    SURELY_MET,
    Matcher,
    Weighted,
    core,
    coverage,
    likeness,
    one_edit_apart,
    without_proclitic,
)

ARABIC_WORDS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("asked", "written", "least", "most"),
    [
        ("تبوك", "تبوك", 1.0, 1.0),
        ("المسلمون", "والمسلمين", 0.9, 1.0),
        ("قاد", "قايد", 0.6, 0.8),
        ("مات", "وفاته", 0.6, 0.8),
        ("مكث", "اقام", 0.65, 0.75),
        ("اجنادين", "اجندين", 0.6, 0.8),
        ("تبوك", "اليرموك", 0.0, 0.0),
        ("634", "635", 0.0, 0.0),
    ],
)
def test_the_surer_two_words_mean_the_same_the_more_they_meet(
    asked: str, written: str, least: float, most: float
) -> None:
    assert least <= likeness(asked, written) <= most


@given(ARABIC_WORDS, ARABIC_WORDS)
def test_likeness_lies_between_nothing_and_the_same(asked: str, written: str) -> None:
    assert 0 <= likeness(asked, written) <= 1
    assert likeness(asked, asked) == 1


# Words of one row, names of one place, forms of one word and numbers: made of chance letters such hardly come up.
MEANING_WORDS = st.sampled_from(
    [
        "قاد",
        "القايد",
        "مات",
        "وفاته",
        "القدس",
        "ايليا",
        "بالمقدس",
        "اليرموك",
        "يرموخ",
        "دفنوه",
        "634",
        "6340",
        "و",
        "قي",
    ]
)


@given(st.lists(ARABIC_WORDS | MEANING_WORDS, unique=True), ARABIC_WORDS | MEANING_WORDS)
def test_no_word_is_alike_without_being_found_so(asked: list[str], written: str) -> None:
    assert Matcher(asked).best([written]) == [likeness(word, written) for word in asked]


@given(ARABIC_WORDS, st.integers(0, 9), st.sampled_from("ابت"))
def test_a_letter_added_anywhere_is_one_edit(word: str, place: int, letter: str) -> None:
    assert one_edit_apart(word, word[:place] + letter + word[place:])


@given(ARABIC_WORDS, ARABIC_WORDS)
def test_one_edit_is_the_same_from_both_sides(first: str, second: str) -> None:
    assert one_edit_apart(first, second) == one_edit_apart(second, first)


def test_coverage_is_the_share_of_weight_that_is_met() -> None:
    question = Weighted(("متي", "تبوك"), (1.0, 3.0), (1.0, 1.0))
    assert coverage(question, Matcher(question.words).best(["تبوك", "غزوه"])) == 0.75


def test_coverage_of_an_empty_question_is_nothing() -> None:
    assert coverage(Weighted((), (), ()), []) == 0.0


def test_a_word_said_before_weighs_nothing_beside_the_questions_own() -> None:
    question = Weighted(("قاد", "تبوك"), (2.0, 1.5), (1.0, 0.6))
    assert question.spoken == Weighted(("قاد", "تبوك"), (2.0, 0.0), (1.0, 0.6))


def test_a_question_that_says_nothing_itself_keeps_the_words_said_before() -> None:
    question = Weighted(("تبوك",), (1.5,), (0.6,))
    assert question.spoken == question


def test_a_written_word_meets_the_word_that_it_is_most_like() -> None:
    matcher = Matcher(("تبوك", "غزوه"))
    assert [matcher.meets(word) for word in ("وتبوك", "غزوه", "حطين")] == [0.95, 1.0, 0.0]


def test_each_word_is_met_where_a_text_meets_it() -> None:
    assert Matcher(("تبوك", "غزوه")).matches(["غزوه", "حطين", "وتبوك"]) == [[0.0, 0.0, 0.95], [1.0, 0.0, 0.0]]


@given(st.lists(ARABIC_WORDS | MEANING_WORDS, unique=True), st.lists(ARABIC_WORDS | MEANING_WORDS))
def test_one_look_at_a_text_tells_how_well_each_word_is_met_and_where(asked: list[str], written: list[str]) -> None:
    rows = Matcher(asked).matches(written)
    best, places = Matcher(asked).read(written, SURELY_MET)
    assert best == [max(row, default=0.0) for row in rows]
    assert places == [[at for at, match in enumerate(row) if match >= SURELY_MET] for row in rows]


def test_the_best_of_a_text_meets_each_word() -> None:
    assert Matcher(("تبوك", "حطين")).best(["غزوه", "تبوك", "وتبوك"]) == [1.0, 0.0]
    assert Matcher(("تبوك",)).best([]) == [0.0]


@pytest.mark.parametrize(
    ("word", "bare"),
    [("لبدر", "بدر"), ("وبالشام", "شام"), ("للمسلمين", "مسلمين"), ("بدر", "بدر"), ("ولد", "ولد"), ("وال", "وال")],
)
def test_what_is_joined_to_the_front_is_taken_off_while_three_letters_stay(word: str, bare: str) -> None:
    assert without_proclitic(word) == bare


@pytest.mark.parametrize(
    ("word", "bare"), [("دفنوه", "دفن"), ("حاصروها", "حاصر"), ("والمسلمون", "مسلم"), ("بدر", "بدر"), ("مات", "مات")]
)
def test_pronouns_and_plurals_are_taken_off_while_three_letters_stay(word: str, bare: str) -> None:
    assert core(word) == bare


@given(ARABIC_WORDS)
def test_what_is_left_of_a_word_stands_in_it(word: str) -> None:
    assert core(word) in word
    assert len(core(word)) >= min(3, len(word))


@pytest.mark.parametrize(("asked", "written"), [("احد", "احدي"), ("عمر", "عمره")])
def test_words_that_are_alike_by_chance_do_not_meet(asked: str, written: str) -> None:
    assert likeness(asked, written) == likeness(written, asked) == 0.0
