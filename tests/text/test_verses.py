import pytest

from qa_bot.text.dates import find_dates
from qa_bot.text.verses import is_in_verse

VERSE = "ومات في عام إحدى بعد سبع مئى   وقام من بعده ابنه"


@pytest.mark.parametrize("line", [VERSE, "خليلي ما بال الدجى ... كأن الصبح عام 9", "لعمري لقد ساروا * وجاؤوا سنة 9"])
def test_a_line_whose_halves_are_parted_is_verse(line: str) -> None:
    text = f"قال الشاعر سنة 9هـ:\n\n{line}\n\nثم مات."
    assert is_in_verse(text, text.index(line) + 9)
    assert not is_in_verse(text, 12)
    assert not is_in_verse(text, len(text) - 2)


def test_a_long_line_is_prose_that_quotes_a_verse() -> None:
    assert not is_in_verse(f"{VERSE} " + "ثم سار الجيش إلى الشام " * 4, 12)


def test_a_verse_leaves_out_what_nobody_can_tell() -> None:
    told = find_dates(f"توفي سنة 9هـ في رجب.\n\n{VERSE}")
    assert [mention.meaning is not None for mention in told] == [True, True, False]
