"""Keys of spellings: what meets and what stays apart."""

import pytest

from qa_bot.text.name_keys import agree_in_marks, coarse_key, letters_key, tight_key
from qa_bot.text.romanise import name_words


@pytest.mark.parametrize(
    "spellings",
    [
        ("ʿUmar", "Omar", "Oumar", "3omar", "Umar"),
        ("Qādisiyya", "Kadisiya", "Qadisiyyah", "al-Qadisiyah", "el-Kadisiyye"),
        ("Yarmūk", "Yarmouk", "Yarmook", "al-Yarmuk"),
        ("Ḫālid b. al-Walīd", "Khaled ben el-Walid", "Khalid ibn al-Waleed", "5alid bin Walid"),
        ("Ajnādayn", "Ajnadain", "Adjnadeyn"),
        ("Muʿāwiya", "Muawiyah", "Mouawiya", "Mu3awiya"),
        ("Jaʿfar", "Djafar", "Dschafar"),
    ],
)
def test_spellings_of_one_name_meet_in_the_coarse_key(spellings: tuple[str, ...]) -> None:
    assert len({coarse_key(name_words(spelling)) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("ʿUmar", "ʿAmr"), ("Kūfa", "Kūfī"), ("Khālid", "Khuld"), ("Badr", "Bidr")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert coarse_key(name_words(one)) != coarse_key(name_words(other))


def test_the_tight_key_takes_doubled_letters_as_one_and_the_letters_key_does_not() -> None:
    hasan, hassan = name_words("Hasan"), name_words("Hassan")
    assert tight_key(hasan) == tight_key(hassan)
    assert letters_key(hasan) != letters_key(hassan)


@pytest.mark.parametrize(
    ("asked", "scholarly", "agree"),
    [
        ("Ḥamdān", "Hamdān", False),
        ("Hamdan", "Ḥamdān", True),
        ("Sabāṭ", "Sābāṭ", False),
        ("Ḥamza", "Ḥamza", True),
        ("Ḥamzah", "Ḥamza", True),
        ("Khālid b. al-Walīd", "Khālid", False),
        ("Khalid ibn al-Walid", "Khālid", True),
    ],
)
def test_marks_bind_where_they_are_written(asked: str, scholarly: str, agree: bool) -> None:
    assert agree_in_marks(name_words(asked), name_words(scholarly)) is agree
