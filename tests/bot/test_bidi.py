from bidi import get_base_level
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.bot.bidi import FSI, PDI, RLM, isolate, lead, strip_controls

RIGHT_TO_LEFT = 1
ANY_TEXT = st.text(st.characters(codec="utf-8"))


@given(ANY_TEXT)
def test_a_led_line_runs_right_to_left_whatever_it_holds(text: str) -> None:
    assert get_base_level(lead(text) + text) == RIGHT_TO_LEFT


@given(ANY_TEXT)
def test_an_isolated_run_closes_what_it_opens(text: str) -> None:
    isolated = isolate(text)
    assert isolated.count(FSI) == isolated.count(PDI) == 1
    assert isolated[0] == FSI
    assert isolated[-1] == PDI
    assert "\n" not in isolated


def test_an_override_does_not_survive_isolation() -> None:
    assert isolate("خالد\u202egnp.exe\u2069") == f"{FSI}خالدgnp.exe{PDI}"


def test_half_a_surrogate_pair_is_stripped_so_that_the_text_can_be_sent() -> None:
    assert strip_controls("بدر\ud800").encode() == "بدر".encode()


def test_a_line_that_begins_with_a_letter_needs_nothing() -> None:
    assert lead("وقعت") == ""


def test_a_line_that_begins_with_digit_bracket_emoji_or_latin_gets_a_mark() -> None:
    assert [lead(line) for line in ("634م", "(1)", "📖 المصدر", "Ajnadayn")] == [RLM] * 4
