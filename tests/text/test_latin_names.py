"""Names of other scripts in questions."""

import pytest

from qa_bot.text.latin_names import latin_names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("when was the battle of Ajnadayn?", ["Ajnadayn"]),
        ("متى معركة Yarmouk", ["Yarmouk"]),
        ("who was Khalid b. al-Walid?", ["Khalid b. al-Walid"]),
        ("When did Abu Bakr as-Siddiq die?", ["Abu Bakr as-Siddiq"]),
        ("who killed Rustam. Heraclius fled", ["Rustam", "Heraclius"]),
        ("Quand eut lieu la bataille du Yarmouk ?", ["Yarmouk"]),
        ("la mort de l'empereur Héraclius", ["Héraclius"]),
        ("Wann war die Schlacht am Jarmuk?", ["Jarmuk"]),
        ("когда была битва при Ярмуке?", ["Ярмуке"]),
        ("Πότε έγινε η μάχη του Γιαρμούκ", ["Γιαρμούκ"]),
        ("did ʿUmar b. al-Ḫaṭṭāb visit Jerusalem", ["ʿUmar b. al-Ḫaṭṭāb", "Jerusalem"]),
        ("متى وفاة 3omar ibn el khattab", ["3omar ibn el khattab"]),
        ("Heraclius's war", ["Heraclius"]),
        ("what happened in the Year of the Elephant", ["Year of the Elephant"]),
        ("who led the Muslims at Tabuk", ["Muslims", "Tabuk"]),
        ("what was the battle of the bridge", ["battle of the bridge"]),
        ("what did Said ibn Zayd do", ["Said ibn Zayd"]),
        ("what Abu Said said", ["Abu Said"]),
        ("was it at Wasit", ["Wasit"]),
        ("Compare Heraclius and Khosrow II", ["Heraclius", "Khosrow II"]),
        ("متى كانت غزوة بدر؟", []),
        ("when was it?", []),
        ("", []),
    ],
)
def test_names_are_told_from_the_words_of_a_question(question: str, names: list[str]) -> None:
    assert [span.of(question) for span in latin_names(question)] == names


def test_a_particle_at_the_end_is_no_part_of_a_name() -> None:
    question = "is Khalid ibn in the text"
    assert [span.of(question) for span in latin_names(question)] == ["Khalid"]
