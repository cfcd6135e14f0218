"""The gazetteer: well formed, large enough, and found by every spelling."""

from collections import Counter

import pytest

from qa_bot.text.gazetteer import NameKind, find_in_gazetteer, gazetteer, one_word_names


def test_it_holds_at_least_six_hundred_names_of_every_kind() -> None:
    kinds = Counter(entry.kind for entry in gazetteer())
    assert len(gazetteer()) >= 600
    assert set(kinds) == set(NameKind)


def test_no_arabic_name_has_two_lines() -> None:
    seen = Counter(entry.arabic for entry in gazetteer())
    assert [name for name, lines in seen.items() if lines > 1] == []


def test_every_arabic_form_is_arabic_and_every_other_spelling_is_not() -> None:
    for entry in gazetteer():
        assert all("\u0621" <= letter <= "\u064a" or letter == " " for form in entry.forms for letter in form), entry
        assert entry.latin, entry
        assert not any("\u0600" <= letter <= "\u06ff" for spelling in entry.latin for letter in spelling), entry


def test_forms_of_an_entry_are_distinct() -> None:
    for entry in gazetteer():
        assert len(set(entry.forms)) == len(entry.forms), entry
        assert len(set(entry.latin)) == len(entry.latin), entry


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Damascus", "دمشق"),
        ("Jerusalem", "القدس"),
        ("Aelia", "القدس"),
        ("Emesa", "حمص"),
        ("Hieromyax", "اليرموك"),
        ("Heraclius", "هرقل"),
        ("Héraclius", "هرقل"),
        ("Ctesiphon", "المدائن"),
        ("Chosroes", "كسرى"),
        ("Pella", "فحل"),
        ("Caesarea", "قيسارية"),
        ("Constantinople", "القسطنطينية"),
        ("Nineveh", "نينوى"),
        ("Alexandria", "الإسكندرية"),
        ("Babylon fortress", "بابليون"),
        ("Theodore", "ثيودور"),
        ("Maurice", "موريقيوس"),
        ("Phocas", "فوقاس"),
        ("Shahrbaraz", "شهربراز"),
        ("Mongols", "التتار"),
        ("Carmathians", "القرامطة"),
        ("Barmecides", "البرامكة"),
        ("Ramada", "عام الرمادة"),
        ("Hulagu Khan", "هولاكو"),
        ("Tamerlane", "تيمورلنك"),
        ("Дамаск", "دمشق"),
        ("Ηράκλειος", "هرقل"),
    ],
)
def test_names_in_other_languages_are_found(latin: str, arabic: str) -> None:
    assert find_in_gazetteer(latin)[0].arabic == arabic


@pytest.mark.parametrize(
    "latin",
    ["Khalid ibn al-Walid", "Ḫālid b. al-Walīd", "Khaled ben el Waleed", "5alid bin al walid", "KHALID IBN AL-WALID"],
)
def test_scholars_newspapers_and_chats_spell_one_name(latin: str) -> None:
    assert find_in_gazetteer(latin)[0].arabic == "خالد بن الوليد"


def test_rulers_of_one_name_are_told_apart_by_their_number() -> None:
    assert [entry.arabic for entry in find_in_gazetteer("Khosrow II")] == ["كسرى أبرويز"]
    assert [entry.arabic for entry in find_in_gazetteer("Khosrow I")] == ["كسرى أنوشروان"]


def test_an_unknown_name_is_not_found() -> None:
    assert find_in_gazetteer("Zanzibar") == []


def test_every_spelling_finds_its_entry() -> None:
    missing = [
        (entry.arabic, spelling)
        for entry in gazetteer()
        for spelling in entry.latin
        if entry not in find_in_gazetteer(spelling)
    ]
    assert missing == []


def test_one_word_names_normalise_to_one_term() -> None:
    assert {"دمشق", "اليرموك", "هرقل"} <= one_word_names()
    assert not any(not name or " " in name for name in one_word_names())
    assert one_word_names(NameKind.BATTLE, NameKind.PLACE) == (
        one_word_names(NameKind.BATTLE) | one_word_names(NameKind.PLACE)
    )
