import pytest

from qa_bot.bot.callback_data import Action, Button
from qa_bot.bot.groups.options import OPTIONS
from qa_bot.bot.groups.panel import Choice, Panel, choice_of, option_letter, panel_letter
from qa_bot.bot.markup import to_plain
from qa_bot.store.chat_settings import ChatSettings
from spoken import ARABIC, ENGLISH

GROUP = -1_001_234_567_890
RESULTS, ASKER_ONLY = (each for each in OPTIONS if each.name in ("results", "asker_only"))


def seal(button: Button) -> str:
    return f"{button.about} {button.index}"


def labels(keyboard: object) -> list[str]:
    return [button.text for row in keyboard.inline_keyboard for button in row]  # type: ignore[attr-defined]


def pressed(keyboard: object, label: str) -> Button:
    [data] = [b.callback_data for row in keyboard.inline_keyboard for b in row if b.text == label]  # type: ignore[attr-defined]
    about, index = data.split()
    return Button(Action.SETTINGS, int(index), about=int(about))


def test_the_panel_tells_whose_it_is_and_what_is_chosen() -> None:
    letter = panel_letter(Panel(GROUP, "مجلس التاريخ", ChatSettings(language="en", results=2)), ARABIC, seal)
    said = to_plain(letter.page)
    assert said.startswith("إعدادات \u2068مجلس التاريخ\u2069")
    assert "اللغة: English" in said
    assert "عدد النتائج: 2" in said
    assert "الأزرار للسائل وحده: لا" in said


def test_a_button_of_the_panel_leads_to_its_setting_and_that_ones_buttons_choose() -> None:
    panel = Panel(GROUP, "مجلس", ChatSettings(results=2))
    letter = panel_letter(panel, ENGLISH, seal)
    assert choice_of(pressed(letter.keyboard, "Results")) == Choice(RESULTS, None)
    values = option_letter(panel, RESULTS, ENGLISH, seal)
    assert labels(values.keyboard) == ["1", "✓ 2", "3", "4", "Back to the settings"]
    assert choice_of(pressed(values.keyboard, "4")) == Choice(RESULTS, 3)
    assert choice_of(pressed(values.keyboard, "Back to the settings")) is None


def test_a_private_chats_own_panel_shows_what_makes_sense_there() -> None:
    letter = panel_letter(Panel(7, "", ChatSettings()), ENGLISH, seal)
    assert to_plain(letter.page).startswith("Your settings in this chat of ours")
    assert ASKER_ONLY.name not in [option.name for option in OPTIONS if option.private]
    assert "Buttons for the asker alone" not in labels(letter.keyboard)


def test_a_title_can_not_turn_its_line_or_fill_the_message() -> None:
    letter = panel_letter(Panel(GROUP, "\u202e" + "أ" * 500, ChatSettings()), ARABIC, seal)
    assert "\u202e" not in to_plain(letter.page)
    assert len(to_plain(letter.page).splitlines()[0]) < 120


@pytest.mark.parametrize("index", [200 * 256, RESULTS.number * 256 + 9])
def test_what_no_setting_of_the_chat_offers_can_not_be_chosen(index: int) -> None:
    with pytest.raises(LookupError):
        choice_of(Button(Action.SETTINGS, index, about=GROUP))


def test_what_is_chosen_elsewhere_than_in_the_panel_is_shown_as_it_is() -> None:
    assert "Results: 9" in to_plain(panel_letter(Panel(7, "", ChatSettings(results=9)), ENGLISH, seal).page)


def test_the_panel_says_where_answers_for_one_alone_are_seen_by_all() -> None:
    settings = ChatSettings(whispers=True)
    assert "لستُ مشرفًا" not in to_plain(panel_letter(Panel(GROUP, "مجلس", settings), ARABIC, seal).page)
    letter = panel_letter(Panel(GROUP, "مجلس", settings, overheard=True), ARABIC, seal)
    assert "⚠️ لستُ مشرفًا في المجموعة، فأجوبتي يراها الجميع." in to_plain(letter.page)
