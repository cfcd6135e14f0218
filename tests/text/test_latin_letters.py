"""One alphabet for every way to write Arabic names in Latin, Cyrillic and Greek letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.text.latin_letters import is_precise, plain_letters, without_marks


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Ḫālid b. al-Walīd", "khālid b. al-walīd"),  # DMG
        ("Khālid ibn al-Walīd", "khālid ibn al-walīd"),  # ALA-LC
        ("Kẖālid", "kkhālid"),
        ("ʿUṯmān", "ʿuthmān"),
        ("Ġassān", "ghassān"),
        ("al-Ǧāḥiẓ", "al-jāḥiẓ"),
        ("al-Ḳādisiyya", "al-qādisiyya"),  # Encyclopaedia of Islam
        ("Ömer", "omer"),
        ("Şam", "sham"),
        ("Héraclius", "heraclius"),
        ("Abū Ḥanīfaŧ", "abū ḥanīfah"),  # OpenITI
        ("‘Umar", "ʿumar"),
        ("Mu’ta", "muʾta"),
        ("Дамаск", "damask"),
        ("Халид ибн аль-Валид", "khalid ibn al-valid"),
        ("Ηράκλειος", "iraklios"),
        ("Γιαρμούκ", "giarmuk"),
        ("خالد", ""),
    ],
)
def test_every_scheme_has_its_counterpart(written: str, plain: str) -> None:
    assert plain_letters(written) == plain


@pytest.mark.parametrize(("letters", "precise"), [("khālid", True), ("ḥasan", True), ("ʿumar", False), ("badr", False)])
def test_macrons_and_dots_tell_a_precise_writer(letters: str, precise: bool) -> None:
    assert is_precise(letters) is precise


def test_marks_are_left_out() -> None:
    assert without_marks("ḥāmiẓ") == "hamiz"


@given(st.text())
def test_nothing_but_the_alphabet_is_left(text: str) -> None:
    assert set(plain_letters(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789āīūḥṭḍṣẓʿʾ' .-")
