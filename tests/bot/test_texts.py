import re

import pytest
from bidi import get_base_level
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.bot.bidi import FSI, PDI, RLM, isolate
from qa_bot.bot.language import texts_for
from qa_bot.bot.markup import to_html, to_plain
from qa_bot.bot.messages import Messages
from qa_bot.bot.texts import Texts
from spoken import ARABIC, ENGLISH

BOTH = [ARABIC, ENGLISH]
SAID = """
whole =
    <b>لـ{ $name }</b>: انظر <bdi>/help</bdi>

    • <code>/when { $name }</code>
    قبل & بعد 3 < 5
counted = { $count } بدر
"""


def said(language: str) -> Texts:
    return Texts(Messages(language, {"file": SAID}))


def shown(texts: Texts) -> dict[str, str]:
    """Return each message as it is seen, a Latin name in the place of each variable."""
    variables = texts.messages.variables
    return {name: to_plain(texts.page(name, **dict.fromkeys(names, "Ajnadayn"))) for name, names in variables.items()}


def test_a_message_has_its_look_its_lines_and_the_direction_of_its_language() -> None:
    assert to_html(said("ar").page("whole", name="Badr")).splitlines() == [
        f"<b>لـ{FSI}Badr{PDI}</b>: انظر {FSI}/help{PDI}",
        "",
        # What a tap copies holds no sign of direction.
        f"{RLM}• {FSI}<code>/when Badr</code>{PDI}",
        "قبل &amp; بعد 3 &lt; 5",
    ]
    assert to_html(said("ar").page("counted", count=12345)) == f"{RLM}12345 بدر"
    assert to_html(said("en").page("counted", count=12345)) == "12345 بدر"


def test_a_sentence_on_a_button_is_words_alone() -> None:
    assert said("ar").text("counted", count=3) == "3 بدر"
    assert ARABIC.text("about-button", topic="<b>بدر\u202e\n&amp;") == f"بل عن: {FSI}<b>بدر &amp;{PDI}"


def test_a_line_of_parts_runs_in_the_direction_of_the_language() -> None:
    assert to_plain((ARABIC.line_of("• ", "بدر"),)) == f"{RLM}• بدر"
    assert to_plain((ENGLISH.line_of("• ", "بدر"),)) == "• بدر"


def test_a_row_of_buttons_is_read_from_the_side_where_its_language_begins() -> None:
    assert (ARABIC.row(["1", "2", "3"]), ENGLISH.row(["1", "2", "3"])) == (["3", "2", "1"], ["1", "2", "3"])


@given(st.text())
def test_a_value_comes_back_isolated_as_it_is_and_no_tag_in_it_is_one(value: str) -> None:
    [line] = to_plain(ENGLISH.page("opening-topic", said=value)).split("\n")
    assert line == f"About: {isolate(value)}"


def test_every_line_of_an_arabic_message_runs_right_to_left() -> None:
    lines = [written for message in shown(ARABIC).values() for written in message.splitlines()]
    assert [written for written in lines if written and not get_base_level(written)] == []


@pytest.mark.parametrize("texts", BOTH)
def test_no_message_holds_a_tag_that_is_not_known(texts: Texts) -> None:
    assert [name for name, message in shown(texts).items() if re.search("[<>]", message)] == []


@pytest.mark.parametrize("texts", BOTH)
def test_messages_keep_telegrams_limits(texts: Texts) -> None:
    limits = {"-alert": 200, "-button": 40, "description": 512, "short-description": 120, "menu-": 256, "": 2_000}
    for name, message in shown(texts).items():
        kind = next(kind for kind in limits if name.endswith(kind) or (kind == "menu-" and name.startswith(kind)))
        assert len(message) <= limits[kind], name


@pytest.mark.parametrize("texts", BOTH)
def test_reports_name_as_many_columns_as_they_have(texts: Texts) -> None:
    assert len(texts.text("report-people").splitlines()) == 8
    assert len(texts.text("report-questions").splitlines()) == 6


def test_the_privacy_page_names_the_minutes_and_days_that_are_set() -> None:
    page = to_plain(ARABIC.page("page-privacy", minutes=15, days=7))
    assert "آخر سؤال لك 15 دقيقة كي" in page
    assert "بقيت محفوظةً 7 أيام كي" in page


@pytest.mark.parametrize(
    ("language_code", "written", "language"),
    [
        ("ar", "", "ar"),
        ("ar-SA", "", "ar"),
        (None, "", "ar"),
        ("", "", "ar"),
        ("en", "", "en"),
        ("tr", "/when Ajnadayn", "en"),
        ("en", "متى كانت اليرموك؟", "ar"),
    ],
)
def test_arabic_is_spoken_unless_someones_telegram_and_words_are_foreign(
    language_code: str | None, written: str, language: str
) -> None:
    assert texts_for(language_code, written).language == language
