"""The choice of collections that a chat, or one of its topics, is answered from."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from qa_bot.bot.bidi import isolate
from qa_bot.bot.callback_data import Action, Button
from qa_bot.bot.cut import one_line
from qa_bot.bot.groups.panel import CHOSEN, COLLECTIONS
from qa_bot.bot.groups.shelves import key_of
from qa_bot.bot.groups.stoppages import NUMBERS
from qa_bot.bot.keyboards import Seal
from qa_bot.bot.markup import Page
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import BLANK, Texts

_LABEL_LIMIT_UTF16 = 60
_MOST_SHOWN = 40  # collections: Telegram takes a hundred buttons
_ALL, _ONE = 1, 2  # what a button at this place chooses


@dataclass(frozen=True, slots=True)
class ShelfChoice:
    """What can be chosen for a chat, and what is; `topic_id` is None for all of it.

    `in_panel` tells that it is shown in the panel of the chat's settings, to which there is a way back.
    """

    chat_id: int
    collections: Sequence[str]
    chosen: Sequence[str]
    topic_id: int | None = None
    in_panel: bool = True


def shelf_letter(choice: ShelfChoice, texts: Texts, seal: Seal) -> Letter:
    """Return what is chosen, and a button for each collection; those chosen are marked."""
    asked = texts.line("collections-of-topic" if choice.topic_id is not None else "collections-of-chat")
    names = [texts.line_of("• ", isolate(_label(name, texts))) for name in choice.chosen]
    shown = names or [texts.line("collections-all")]
    page: Page = (asked, BLANK, *shown, BLANK, texts.line("collections-press"))
    every = _button(texts.text("collections-all"), choice, _ALL, None, seal, marked=not choice.chosen)
    each = [
        _button(_label(name, texts), choice, _ONE, name, seal, marked=name in choice.chosen)
        for name in choice.collections[:_MOST_SHOWN]
    ]
    panel = seal(Button(Action.SETTINGS, 0, about=choice.chat_id))
    back = [InlineKeyboardButton(texts.text("settings-back-button"), callback_data=panel)] if choice.in_panel else []
    return Letter(page, InlineKeyboardMarkup([[button] for button in (every, *each, *back)]))


def is_about_collections(button: Button) -> bool:
    """Return whether a button of the settings shows or chooses collections."""
    return button.index // NUMBERS == COLLECTIONS


def chosen_by(button: Button, choice: ShelfChoice) -> str | None:
    """Return the collection that a button adds or takes away, None where it chooses all or only shows them.

    Raises:
        LookupError: the collection isn't in the library any more.
    """
    if button.index % NUMBERS != _ONE:
        return None
    name = next((name for name in choice.collections if key_of(name) == button.keys[0]), None)
    if name is None:
        raise LookupError("No such collection")
    return name


def chooses_all(button: Button) -> bool:
    """Return whether a button chooses all collections."""
    return button.index % NUMBERS == _ALL


def _label(name: str, texts: Texts) -> str:
    return one_line(name, _LABEL_LIMIT_UTF16) if name else texts.text("other-collection")


def _button(
    label: str, choice: ShelfChoice, place: int, name: str | None, seal: Seal, *, marked: bool
) -> InlineKeyboardButton:
    keys = () if name is None else (key_of(name),)
    button = Button(Action.SETTINGS, COLLECTIONS * NUMBERS + place, keys, about=choice.chat_id)
    return InlineKeyboardButton(f"{CHOSEN if marked else ''}{label}", callback_data=seal(button))
