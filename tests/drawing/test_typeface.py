import pytest

from qa_bot.drawing.typeface import drawable


@pytest.mark.parametrize(
    "text", ["لِثَمَانٍ خَلَوْنَ مِنْ رَجَبٍ", "ﷺ ﴿آية﴾ ۱۲ ٣", "Ḫālid b. al-Walīd, 13-20", "«قال» … – ≈ [1] (2)"]
)
def test_classical_and_scholarly_signs_can_be_drawn(text: str) -> None:
    assert drawable(text) == text


def test_signs_that_no_font_has_are_replaced_and_lines_joined() -> None:
    assert drawable("رجب\n🗓 漢  ثم") == "رجب \ufffd\ufffd ثم".replace("\ufffd\ufffd", "\ufffd \ufffd")


def test_signs_of_direction_stay() -> None:
    assert drawable("\u206813-20هـ\u2069") == "\u206813-20هـ\u2069"
