"""The buttons under a message; each carries all that its press needs."""

from collections.abc import Callable
from dataclasses import replace

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from qa_bot.bot.callback_data import Action, Button
from qa_bot.bot.cut import one_line
from qa_bot.bot.library import Shelf
from qa_bot.bot.texts import Texts

COPY_LIMIT_UTF16 = 256
Seal = Callable[[Button], str]


def answer_keyboard(button: Button, citation: str, texts: Texts, seal: Seal) -> InlineKeyboardMarkup:
    """Return the buttons under a result: leaf, surroundings, copy.

    Telegram lays rows out from left to right whatever the language: in Arabic the way on points left, and
    stands on the left.
    """
    onward, back = button.index + 1 < len(button.keys), button.index > 0
    after = [_button(texts.next_button, replace(button, index=button.index + 1), seal)] if onward else []
    before = [_button(texts.previous_button, replace(button, index=button.index - 1), seal)] if back else []
    around = _button(texts.around_button, replace(button, action=Action.AROUND), seal)
    leaf = after + before if texts.language == "ar" else before + after
    return _rows(leaf, [around, _copy(citation, texts)])


def around_keyboard(button: Button, citation: str, texts: Texts, seal: Seal) -> InlineKeyboardMarkup:
    """Return the buttons under a passage's surroundings: back to the answer, copy."""
    back = _button(texts.back_button, replace(button, action=Action.SHOW), seal)
    return _rows([back, _copy(citation, texts)])


def nearest_keyboard(button: Button, texts: Texts, seal: Seal) -> InlineKeyboardMarkup | None:
    """Return the button under "not found" that leads to the nearest passages; None where there are none."""
    return _rows([_button(texts.nearest_button, button, seal)]) if button.keys else None


def library_keyboard(page: Shelf, texts: Texts, seal: Seal) -> InlineKeyboardMarkup | None:
    """Return the buttons that page through the library; None where it has one page."""
    after = page.number + 1 if page.number + 1 < page.pages else None
    before = page.number - 1 if page.number else None
    ways = [(texts.next_button, after), (texts.previous_button, before)]
    if texts.language != "ar":
        ways.reverse()
    row = [_button(label, Button(Action.LIBRARY, index), seal) for label, index in ways if index is not None]
    return _rows(row) if row else None


def _rows(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([row for row in rows if row])


def _button(label: str, button: Button, seal: Seal) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=seal(button))


def _copy(citation: str, texts: Texts) -> InlineKeyboardButton:
    return InlineKeyboardButton(texts.copy_button, copy_text=CopyTextButton(one_line(citation, COPY_LIMIT_UTF16)))
