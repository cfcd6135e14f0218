import pytest

from qa_bot.text.pyarabic_tokens import pyarabic_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("قَالَ: «نَعَمْ».", ["قال", "نعم"]),
        ("سنة 13هـ، (634م)", ["سنه", "13ه", "634م"]),
        ("أُحُد وإلى مؤتة", ["احد", "والا", "موته"]),
        ("؟ ، .", []),
        ("", []),
    ],
)
def test_tokens_are_pyarabics_without_punctuation(text: str, tokens: list[str]) -> None:
    assert pyarabic_tokens(text) == tokens
