from dataclasses import fields

import pytest

from qa_bot.bot.groups.options import OPTIONS, SCHEDULED, option_numbered
from qa_bot.bot.groups.panel import Panel
from qa_bot.bot.texts import Texts
from qa_bot.store.chat_settings import DEFAULTS
from spoken import ARABIC, ENGLISH


def test_each_setting_has_a_number_of_its_own_that_fits_into_a_button() -> None:
    numbers = [option.number for option in OPTIONS]
    assert len(set(numbers)) == len(numbers)
    assert all(0 < number < 256 and len(option.values) < 255 for number, option in zip(numbers, OPTIONS, strict=True))


def test_each_setting_is_a_field_of_the_chats_and_its_default_can_be_chosen_again() -> None:
    # Some are kept where all that is sent at a time is.
    assert {option.name for option in OPTIONS} <= {field.name for field in fields(DEFAULTS)} | {*SCHEDULED}
    unchosen = Panel(-100, "", DEFAULTS)
    assert [option.name for option in OPTIONS if option.place_of(unchosen.value_of(option)) is None] == []


@pytest.mark.parametrize("texts", [ARABIC, ENGLISH])
def test_each_language_names_every_setting_and_every_value(texts: Texts) -> None:
    named = {name for name in texts.messages.variables if name.startswith("option-")}
    places = [(option.name, place) for option in OPTIONS for place in range(len(option.values))]
    values = {f"option-{name}.value-{place}" for name, place in places}
    labels = {f"option-{option.name}{told}" for option in OPTIONS for told in ("", ".meaning")}
    assert named == labels | values


@pytest.mark.parametrize("texts", [ARABIC, ENGLISH])
def test_labels_fit_on_buttons_and_refusals_into_pop_ups(texts: Texts) -> None:
    named = [name for name in texts.messages.variables if name.startswith("option-")]
    assert [name for name in named if not name.endswith(".meaning") and len(texts.text(name)) > 40] == []
    assert len(texts.text("settings-not-admin-alert")) <= 200


def test_a_private_chat_has_only_the_settings_that_make_sense_there() -> None:
    assert option_numbered(1, 7) is not None
    assert option_numbered(3, 7) is None
    assert option_numbered(3, -100) is not None
    assert option_numbered(200, -100) is None
