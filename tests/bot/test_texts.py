import re
from dataclasses import fields

import pytest
from bidi import get_base_level

from qa_bot.bot.arabic import ARABIC
from qa_bot.bot.bidi import FSI, PDI
from qa_bot.bot.english import ENGLISH
from qa_bot.bot.language import texts_for
from qa_bot.bot.markup import page_length_utf16, to_plain
from qa_bot.bot.texts import Texts, all_messages, filled

BOTH = [ARABIC, ENGLISH]


def pages(texts: Texts) -> dict[str, str]:
    found = {field.name: getattr(texts, field.name) for field in fields(texts)}
    return {name: to_plain(value) for name, value in found.items() if name != "commands" and isinstance(value, tuple)}


def test_every_line_of_an_arabic_page_runs_right_to_left() -> None:
    turned = [
        line for page in pages(ARABIC).values() for line in page.splitlines() if line and not get_base_level(line)
    ]
    assert turned == []


def shown(texts: Texts) -> dict[str, str]:
    """Return each message as it is seen, a Latin name in the place of each variable."""
    variables = all_messages()[texts.language].variables
    return {name: to_plain(texts.page(name, **dict.fromkeys(names, "Ajnadayn"))) for name, names in variables.items()}


def test_every_line_of_an_arabic_message_runs_right_to_left_whatever_is_in_it() -> None:
    lines = [written for message in shown(ARABIC).values() for written in message.splitlines()]
    assert [written for written in lines if written and not get_base_level(written)] == []


@pytest.mark.parametrize("texts", BOTH)
def test_no_message_holds_a_tag_that_is_not_known(texts: Texts) -> None:
    assert [name for name, message in shown(texts).items() if re.search("[<>]", message)] == []


@pytest.mark.parametrize("texts", BOTH)
def test_reports_name_as_many_columns_as_they_have(texts: Texts) -> None:
    assert len(texts.text("report-people").splitlines()) == 8
    assert len(texts.text("report-questions").splitlines()) == 6


@pytest.mark.parametrize("texts", BOTH)
def test_values_are_isolated_whatever_they_hold_and_nothing_in_them_is_a_tag(texts: Texts) -> None:
    assert f"{FSI}<b>1 &amp; 2{PDI}" in to_plain(texts.page("page", page="<b>1\u202e\n&amp; 2", pages=3))


@pytest.mark.parametrize("texts", BOTH)
def test_pages_fit_into_a_message(texts: Texts) -> None:
    assert max(map(len, pages(texts).values())) < 2_000


@pytest.mark.parametrize("texts", BOTH)
def test_alerts_buttons_and_profile_keep_telegrams_limits(texts: Texts) -> None:
    named = {field.name: getattr(texts, field.name) for field in fields(texts)}
    assert all(len(text) <= 200 for name, text in named.items() if name.endswith("_alert"))
    assert all(len(text) <= 40 for name, text in named.items() if name.endswith("_button"))
    assert len(texts.description) <= 512
    assert len(texts.short_description) <= 120
    assert all(name.isascii() and name.islower() and len(shown) <= 256 for name, shown in texts.commands)


def test_both_languages_offer_the_same_commands() -> None:
    assert [name for name, _ in ARABIC.commands] == [name for name, _ in ENGLISH.commands]


def test_the_privacy_page_names_the_minutes_and_days_that_are_set() -> None:
    page = filled(ARABIC.privacy, minutes=15, days=7)
    assert "(بالدقائق: 15)" in to_plain(page)
    assert "(بالأيام: 7)" in to_plain(page)
    assert page_length_utf16(page) > 0


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
