import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.text.spelling import Spelling

WORDS = {"اليرموك": 30, "معركه": 80, "معارك": 9, "مكه": 12, "القادسيه": 20, "المسلمين": 90, "المسلمون": 40}
LETTERS = "ابتدرسعكلمنهوي"
ARABIC = st.text(LETTERS, min_size=4, max_size=9)


def near(word: str, words: dict[str, int] = WORDS) -> list[str]:
    return [found.word for found in Spelling(words).near(word)]


@pytest.mark.parametrize("typed", ["اليرموظ", "اليرمك", "اليرمموك", "اليرومك", "ليرموك", "اليرموكا"], ids=str)
def test_a_word_is_found_through_one_fault(typed: str) -> None:
    assert near(typed) == ["اليرموك"]


def test_two_faults_are_forgiven_in_seven_letters_and_not_in_six() -> None:
    assert near("القاذسييه") == ["القادسيه"]
    assert near("المرمول") == ["اليرموك"]
    assert near("اليموظ") == []


def test_a_word_is_not_near_itself_and_unknown_letters_are_near_nothing() -> None:
    assert near("مكه") == []
    assert near("Yarmuk") == near("634") == near("") == []


def test_letters_alike_and_beside_each_other_come_before_others() -> None:
    words = {"حرب": 1, "ضرب": 1, "درب": 1}
    assert [found.word for found in Spelling(words).near("جرب")] == ["حرب", "درب", "ضرب"]


def test_of_like_words_the_one_in_more_passages_comes_first() -> None:
    assert near("بدر", {"يدر": 2, "ندر": 7}) == ["ندر", "يدر"]


def test_counts_and_faults_are_told() -> None:
    [found] = Spelling(WORDS).near("معركهه")
    assert (found.word, found.faults, found.count) == ("معركه", 1, 80)


def one_apart(a: str, b: str) -> bool:
    """Return whether one letter added, left out, changed or swapped makes `b` of `a`: by trying all of them."""
    made = {a[:i] + a[i + 1 :] for i in range(len(a))}
    made |= {a[:i] + letter + a[i:] for i in range(len(a) + 1) for letter in LETTERS}
    made |= {a[:i] + letter + a[i + 1 :] for i in range(len(a)) for letter in LETTERS}
    made |= {a[:i] + a[i + 1] + a[i] + a[i + 2 :] for i in range(len(a) - 1)}
    return b in made and a != b


@given(st.lists(ARABIC, unique=True, min_size=1, max_size=20), ARABIC)
def test_exactly_the_words_one_fault_away_are_found(words: list[str], typed: str) -> None:
    found = Spelling(dict.fromkeys(words, 1)).near(typed)
    assert {each.word for each in found if each.faults == 1} == {word for word in words if one_apart(typed, word)}


@given(ARABIC, st.data())
def test_a_fault_made_is_found(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    typed = word[:at] + data.draw(st.sampled_from(LETTERS)) + word[at + 1 :]
    assert near(typed, {word: 1}) == ([] if typed == word else [word])


def test_without_words_nothing_is_near() -> None:
    assert near("اليرموك", {}) == []


def test_a_long_word_is_near_no_short_one() -> None:
    assert near("القادسيه", {"من": 9}) == []
