"""The buttons under a page of a text, and under the list of texts to read."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from qa_bot.bot.callback_data import Action, Button
from qa_bot.bot.cut import one_line
from qa_bot.bot.keyboards import Seal
from qa_bot.bot.list_page import ListPage
from qa_bot.bot.study.leaves import Book
from qa_bot.bot.texts import Texts
from qa_bot.model.corpus import DocumentCard

_LABEL_LIMIT_UTF16 = 60
_MOST_TEXTS = 10


def page_keyboard(book: Book, number: int, texts: Texts, seal: Seal) -> InlineKeyboardMarkup:
    """Return the buttons under page `number` of a book, from 0: leaf, back to its beginning, to the other texts."""
    key = book.document.key
    after = [_to_page(texts.text("next-button"), key, number + 1, seal)] if number + 1 < len(book.leaves) else []
    before = [_to_page(texts.text("previous-button"), key, number - 1, seal)] if number else []
    leaf = texts.row(before + after)
    start = [_to_page(texts.text("read-from-start-button"), key, 0, seal)] if number > 1 else []
    others = [_to_list(texts.text("read-all-texts-button"), 0, seal)]
    return InlineKeyboardMarkup([row for row in (leaf, start + others) if row])


def texts_keyboard(
    page: ListPage[DocumentCard], texts: Texts, seal: Seal, last_read: DocumentCard | None = None
) -> InlineKeyboardMarkup:
    """Return a button for each text of a page of the library, the one read last on top, and those that page on."""
    rows = [[_to_text(card, _label(card), seal)] for card in page.items]
    if last_read is not None:
        go_on = texts.text("read-go-on-button", title=_label(last_read))
        rows.insert(0, [_to_text(last_read, go_on, seal)])
    onward = [_to_list(texts.text("next-button"), page.number + 1, seal)] if page.number + 1 < page.pages else []
    back = [_to_list(texts.text("previous-button"), page.number - 1, seal)] if page.number else []
    leaf = texts.row(back + onward)
    return InlineKeyboardMarkup([*rows, *([leaf] if leaf else [])])


def choice_keyboard(found: Sequence[DocumentCard], seal: Seal) -> InlineKeyboardMarkup:
    """Return a button for each of the first ten texts found."""
    return InlineKeyboardMarkup([[_to_text(card, _label(card), seal)] for card in found[:_MOST_TEXTS]])


def read_on_keyboard(book: Book, number: int, texts: Texts, seal: Seal) -> InlineKeyboardMarkup:
    """Return the button that leads to page `number` of a book, from 0."""
    return InlineKeyboardMarkup([[_to_page(texts.text("daily-read-on-button"), book.document.key, number, seal)]])


def _label(card: DocumentCard) -> str:
    known = card.metadata
    return one_line(f"{known.title}، {known.author}" if known.author else known.title, _LABEL_LIMIT_UTF16)


def _to_text(card: DocumentCard, label: str, seal: Seal) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=seal(Button(Action.READ, 0, (card.key,))))


def _to_page(label: str, key: bytes, number: int, seal: Seal) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=seal(Button(Action.READ, number + 1, (key,))))


def _to_list(label: str, number: int, seal: Seal) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=seal(Button(Action.TEXTS, number)))
