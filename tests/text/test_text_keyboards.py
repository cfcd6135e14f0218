import pytest

from qa_bot.text.keyboards import latin_layouts, neighbouring_letters

QWERTY, AZERTY = latin_layouts()


@pytest.mark.parametrize(
    ("typed", "arabic"),
    [
        ("ljn ;hkj luv;m hgdvl,;?", "متى كانت معركة اليرموك؟"),
        ("Ljn", "متى"),
        ("lcjm", "مؤتة"),
        ("H[kh]dk", "أجنادين"),
        ("hgYsghl", "الإسلام"),
    ],
)
def test_keys_of_a_qwerty_keyboard_write_arabic(typed: str, arabic: str) -> None:
    assert typed.translate(QWERTY) == arabic


def test_one_key_writes_two_letters() -> None:
    assert "fb]".translate(QWERTY) == "بلاد"


def test_the_same_keys_have_other_letters_on_a_french_keyboard() -> None:
    assert ",jn".translate(QWERTY) == "وتى"
    assert "lhkj".translate(AZERTY) == "مانت"
    assert "qhl".translate(AZERTY) == "شام"


def test_neighbours_are_neighbours_of_each_other() -> None:
    beside = neighbouring_letters()
    assert beside["ك"] == {"م", "ط", "ح", "ج", "ظ", "ز"}
    assert all(letter in beside[other] for letter, others in beside.items() for other in others)
