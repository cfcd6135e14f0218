import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.evaluation.typos import MISTAKES, mistyped, neighbours, with_typos

QUESTION = "من قاد المسلمين في معركة اليرموك؟"
arabic_words = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئء", min_size=4, max_size=10)


@pytest.mark.parametrize(
    ("kind", "word", "at", "written"),
    [
        (0, "معركة", 2, "معكة"),
        (1, "معركة", 2, "معرركة"),
        (2, "معركة", 2, "معكرة"),
        (2, "معركة", 4, "معركة"),
        (4, "معركة", 4, "معركه"),
        (4, "مؤتة", 1, "موتة"),
        (4, "شيئ", 2, "شيى"),
        (4, "ماء", 2, "ما"),
        (4, "غزوات", 0, "عزوات"),
        (4, "معركة", 0, "معركة"),
    ],
)
def test_each_kind_of_mistake_is_what_it_says(kind: int, word: str, at: int, written: str) -> None:
    assert MISTAKES[kind](word, at, random.Random(1)) == written


def test_a_letter_is_replaced_by_one_beside_it() -> None:
    assert MISTAKES[3]("معركة", 0, random.Random(1))[0] in neighbours("م")
    assert MISTAKES[3]("Rome", 0, random.Random(1)) == "Rome"


@given(st.sampled_from("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ"))
def test_neighbours_are_mutual(letter: str) -> None:
    assert neighbours(letter)
    assert all(letter in neighbours(beside) for beside in neighbours(letter))


@given(arabic_words, st.integers())
def test_a_mistyped_word_is_another_word(word: str, seed: int) -> None:
    written = mistyped(word, random.Random(seed))
    assert written != word
    assert abs(len(written) - len(word)) <= 1


def test_mistakes_fall_into_different_content_words() -> None:
    for seed in map(str, range(50)):
        pairs = list(zip(QUESTION.split(), with_typos(QUESTION, 2, seed).split(), strict=True))
        assert sum(before != after for before, after in pairs) == 2
        assert all(before == after for before, after in pairs if before in ("من", "قاد", "في"))


def test_small_words_and_numbers_are_left_alone() -> None:
    assert with_typos("لماذا كانت هذه في 1453؟", 2, "1") == "لماذا كانت هذه في 1453؟"


def test_what_stands_around_a_word_stays() -> None:
    written = with_typos("  «القادسية»، متى؟", 1, "3")
    assert written.startswith("  «")
    assert written.endswith("»، متى؟")


def test_the_same_seed_makes_the_same_mistakes_and_another_makes_others() -> None:
    assert with_typos(QUESTION, 2, "1") == with_typos(QUESTION, 2, "1")
    assert len({with_typos(QUESTION, 2, str(seed)) for seed in range(20)}) > 10


def test_every_kind_of_mistake_is_made() -> None:
    lengths = {len(with_typos("معركة اليرموك", 1, str(seed))) for seed in range(40)}
    assert lengths == {12, 13, 14}
