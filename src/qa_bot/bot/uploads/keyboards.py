"""The buttons under a chat's own texts."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from qa_bot.bot.callback_data import Action, Button
from qa_bot.bot.cut import one_line
from qa_bot.bot.keyboards import Seal, leafing
from qa_bot.bot.list_page import ListPage
from qa_bot.bot.texts import Texts
from qa_bot.own_texts.model import OwnText

_LABEL_LIMIT_UTF16 = 40


def own_keyboard(page: ListPage[OwnText], texts: Texts, seal: Seal) -> InlineKeyboardMarkup | None:
    """Return a button for each text that removes it, and those that leaf; None where there is no text."""
    rows = [[_removing(text, texts, seal)] for text in page.items]
    leaf = leafing(Action.OWN, page.number, page.pages, texts, seal)
    return InlineKeyboardMarkup([*rows, *([leaf] if leaf else [])]) if rows else None


def removal_keyboard(text: OwnText, texts: Texts, seal: Seal) -> InlineKeyboardMarkup:
    """Return the buttons under the question whether a text is to be removed."""
    yes = InlineKeyboardButton(
        texts.text("own-yes-button"), callback_data=seal(Button(Action.REMOVE, keys=(text.key,)))
    )
    no = InlineKeyboardButton(texts.text("own-no-button"), callback_data=seal(Button(Action.OWN)))
    return InlineKeyboardMarkup([[yes, no]])


def _removing(text: OwnText, texts: Texts, seal: Seal) -> InlineKeyboardButton:
    label = texts.text("own-remove-button", title=one_line(text.title, _LABEL_LIMIT_UTF16))
    return InlineKeyboardButton(label, callback_data=seal(Button(Action.ASK_REMOVAL, keys=(text.key,))))
