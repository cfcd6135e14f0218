"""The panel of a chat's settings: a message that shows what is chosen, and buttons that choose."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from qa_bot.bot.bidi import isolate
from qa_bot.bot.callback_data import Action, Button
from qa_bot.bot.cut import one_line
from qa_bot.bot.groups.options import SCHEDULED, Option, option_numbered, options_for
from qa_bot.bot.groups.stoppages import NONE, NUMBERS, Stoppages, stoppage_lines, stoppage_rows
from qa_bot.bot.keyboards import Seal
from qa_bot.bot.markup import Line, Page, bold, line
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.store.chat_settings import ChatSettings
from qa_bot.study.clock import time_of

_TITLE_LIMIT_UTF16 = 100
_NAMES_LIMIT_UTF16 = 300
CHOSEN = "✓ "
COLLECTIONS = 255  # in the place of a setting's number: which collections are asked


@dataclass(frozen=True, slots=True)
class Panel:
    """A chat's settings as its admin looks at them; `title` is empty for the private chat with the bot itself.

    `scheduled` tells by the names in `SCHEDULED` what is sent at its time: the minute after midnight of a passage or a
    quiz every day, where the digest goes; what isn't there isn't sent. Its answers are `overheard` where they are for
    the asker alone, and the bot lacks the right to that; `stoppages` are what isn't sent any more.
    """

    chat_id: int
    title: str
    settings: ChatSettings
    scheduled: Mapping[str, object] = field(default_factory=dict)
    overheard: bool = False
    stoppages: Stoppages = NONE

    def value_of(self, option: Option) -> object:
        """Return what is chosen of a setting."""
        if option.name in SCHEDULED:
            return self.scheduled.get(option.name, "")
        return getattr(self.settings, option.name)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a button of the panel means: a setting, and the place of the value to choose; None only shows them."""

    option: Option
    place: int | None


def panel_letter(panel: Panel, texts: Texts, seal: Seal) -> Letter:
    """Return the panel: what is chosen, and a button for each setting."""
    labels = {option: texts.text(f"option-{option.name}") for option in options_for(panel.chat_id)}
    asked = "، ".join(isolate(name) for name in panel.settings.collections)
    shelves = one_line(asked, _NAMES_LIMIT_UTF16) or texts.text("collections-all")
    collections = texts.text("collections-button")
    chosen = [texts.line_of("• ", f"{collections}: ", bold(shelves))]
    chosen += [
        texts.line_of("• ", f"{label}: ", bold(_value(option, panel, texts))) for option, label in labels.items()
    ]
    noticed = [texts.line("settings-whispers-in-vain")] if panel.overheard else []
    noticed += stoppage_lines(panel.stoppages, texts)
    noticed = [BLANK, *noticed] if noticed else []
    page: Page = (_title(panel, texts), BLANK, *chosen, *noticed, BLANK, texts.line("settings-press-to-change"))
    buttons = [_button(collections, panel, COLLECTIONS, None, seal)]
    buttons += (_button(label, panel, option.number, None, seal) for option, label in labels.items())
    again = stoppage_rows(panel.stoppages, panel.chat_id, texts, seal)
    return Letter(page, InlineKeyboardMarkup([*again, *_in_rows(buttons, texts)]))


def option_letter(panel: Panel, option: Option, texts: Texts, seal: Seal) -> Letter:
    """Return the page of one setting: what it means, and a button for each value, the chosen one marked."""
    at = option.place_of(panel.value_of(option))
    values = [texts.text(f"option-{option.name}.value-{place}") for place in range(len(option.values))]
    rows = [
        [_button(f"{CHOSEN if place == at else ''}{value}", panel, option.number, place, seal)]
        for place, value in enumerate(values)
    ]
    back = _button(texts.text("settings-back-button"), panel, 0, None, seal)
    label = line(bold(texts.text(f"option-{option.name}")))
    page = (_title(panel, texts), BLANK, label, texts.line(f"option-{option.name}.meaning"))
    return Letter(page, InlineKeyboardMarkup([*rows, [back]]))


def choice_of(button: Button) -> Choice | None:
    """Return what a button of the panel means; None for the way back to the whole panel.

    Raises:
        LookupError: the chat has no such setting, or the setting no such value.
    """
    number, place = divmod(button.index, NUMBERS)
    if number == 0:
        return None
    option = option_numbered(number, button.about)
    if option is None or place > len(option.values):
        raise LookupError(f"No setting {number} with a value {place}")
    return Choice(option, place - 1 if place else None)


def _title(panel: Panel, texts: Texts) -> Line:
    if not panel.title:
        return texts.line("settings-own-title")
    return texts.line("settings-title", title=one_line(panel.title, _TITLE_LIMIT_UTF16))


def _value(option: Option, panel: Panel, texts: Texts) -> str:
    chosen = panel.value_of(option)
    at = option.place_of(chosen)
    if at is not None:
        return texts.text(f"option-{option.name}.value-{at}")
    return time_of(chosen) if option.name in SCHEDULED and isinstance(chosen, int) else str(chosen)


def _in_rows(buttons: list[InlineKeyboardButton], texts: Texts) -> list[list[InlineKeyboardButton]]:
    """Return the buttons two in a row, in the order of reading."""
    rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    return [texts.row(row) for row in rows]


def _button(label: str, panel: Panel, number: int, place: int | None, seal: Seal) -> InlineKeyboardButton:
    index = number * NUMBERS + (0 if place is None else place + 1)
    return InlineKeyboardButton(label, callback_data=seal(Button(Action.SETTINGS, index, about=panel.chat_id)))
