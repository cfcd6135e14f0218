"""Romanised names as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.text.romanise import NameWord, apart, is_article, name_words


def spelled(name: str) -> list[str]:
    """Return the words of `name`: the Arabic of particles, a star before words that had the article."""
    return [word.particle or f"{'*' if word.article else ''}{word.prefix}{word.latin}" for word in name_words(name)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Khalid ibn al-Walid", ["khalid", "بن", "*walid"]),
        ("Khaled Ben El Walid", ["khaled", "بن", "*walid"]),
        ("Khalid bin Waleed", ["khalid", "بن", "waleed"]),
        ("b. ʿUmar", ["بن", "ʿumar"]),
        ("Ibn Ishaq", ["ابن", "ishaq"]),
        ("Abū Bakr", ["أبو", "bakr"]),
        ("Muhammad ibn Abi Bakr", ["muhammad", "بن", "أبي", "bakr"]),
        ("Umm Salama", ["أم", "salama"]),
        ("Banu Hashim", ["بنو", "hashim"]),
        ("Asma bint Abi Bakr", ["asma", "بنت", "أبي", "bakr"]),
        ("ash-Sham", ["*sham"]),
        ("at-Tabari", ["*tabari"]),
        ("aṭ-Ṭabarī", ["*ṭabarī"]),
        ("Abu l-Faraj", ["أبو", "*faraj"]),
        ("Nur ad-Din", ["nur", "*din"]),
        ("Abd Allah", ["abd", "الله"]),
        ("Muḥammad Ibn Isḥāq", ["muḥammad", "ابن", "isḥāq"]),
        ("al-Muʾayyad bi-Allāh", ["*muʾayyad", "الله"]),
        ("battle of the Yarmuk", ["battle", "yarmuk"]),
        ("la bataille du Yarmouk", ["bataille", "yarmouk"]),
        ("As", ["as"]),
        ("", []),
        (" - ", []),
    ],
)
def test_articles_and_particles_are_told_from_names(name: str, words: list[str]) -> None:
    assert spelled(name) == words


def test_a_preposition_joins_the_word_that_follows() -> None:
    assert name_words("bi-Allāh")[0] == NameWord("allah", particle="الله", prefix="ب")


@pytest.mark.parametrize(
    ("part", "following", "article"),
    [
        ("al", "walid", True),
        ("el", "walid", True),
        ("ash", "shams", True),
        ("as", "salasil", True),
        ("aṣ", "ṣalt", True),
        ("ad", "ḍaḥḥāk", True),
        ("as", "badr", False),
        ("abu", "bakr", False),
        ("āl", "bayt", False),
    ],
)
def test_the_article_takes_on_the_sound_of_sun_letters_alone(part: str, following: str, article: bool) -> None:
    assert is_article(part, following) is article


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("abdullah", ["abd", "الله"]),
        ("abdallah", ["abd", "الله"]),
        ("ubaydullah", ["ubayd", "الله"]),
        ("abdelmalik", ["abd", "malik"]),
        ("abdurrahman", ["abd", "rahman"]),
        ("abdussalam", ["abd", "salam"]),
        ("nasrallah", ["nasr", "الله"]),
        ("salahuddin", ["salah", "الدين"]),
        ("nureddin", ["nur", "الدين"]),
        ("khalid", ["khalid"]),
    ],
)
def test_names_written_in_one_come_apart(word: str, parts: list[str]) -> None:
    assert [part.particle or part.latin for part in apart(NameWord(word))] == parts


@given(st.text())
def test_any_text_has_words_without_blanks(text: str) -> None:
    assert all(word.latin and " " not in word.latin for word in name_words(text))
