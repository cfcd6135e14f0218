"""The buttons under a message; each carries all that its press needs."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from qa_bot.bot.callback_data import Action, Button
from qa_bot.bot.cut import one_line
from qa_bot.bot.list_page import ListPage
from qa_bot.bot.opening import Opening
from qa_bot.bot.texts import Texts
from qa_bot.bot.timeline_card import Sheet
from qa_bot.bot.today_card import DayPage
from qa_bot.model.corpus import DocumentCard
from qa_bot.model.timeline import Timeline

_COPY_LIMIT_UTF16 = 256
_TOPIC_LIMIT_UTF16 = 40
_NOTHING = Opening()
_CENTURIES_A_ROW = 3
Seal = Callable[[Button], str]


def answer_keyboard(
    button: Button, citation: str, texts: Texts, seal: Seal, opening: Opening = _NOTHING
) -> InlineKeyboardMarkup:
    """Return the buttons under a result: leaf, surroundings, copy, thumbs; under a follow-up's, another reading.

    Telegram lays rows out from left to right whatever the language: in Arabic the way on points left, and
    stands on the left.
    """
    onward, back = button.index + 1 < len(button.keys), button.index > 0
    after = [_button(texts.text("next-button"), replace(button, index=button.index + 1), seal)] if onward else []
    before = [_button(texts.text("previous-button"), replace(button, index=button.index - 1), seal)] if back else []
    around = _button(texts.text("around-button"), replace(button, action=Action.AROUND), seal)
    leaf = texts.row(before + after)
    return _rows(
        leaf, [around, copy_button(citation, texts)], _thumbs(button, seal), _other_reading(opening, texts, seal)
    )


def _thumbs(button: Button, seal: Seal) -> list[InlineKeyboardButton]:
    """Return the buttons that tell whether a result is liked; none under what is no answer."""
    if button.nearest:
        return []
    vote = replace(button, action=Action.VOTE)
    return [_button("👍", vote, seal), _button("👎", replace(vote, against=True), seal)]


def around_keyboard(button: Button, citation: str, texts: Texts, seal: Seal) -> InlineKeyboardMarkup:
    """Return the buttons under a passage's surroundings: back to the answer, copy."""
    back = _button(texts.text("back-button"), replace(button, action=Action.SHOW), seal)
    return _rows([back, copy_button(citation, texts)])


def nearest_keyboard(
    button: Button, texts: Texts, seal: Seal, opening: Opening = _NOTHING
) -> InlineKeyboardMarkup | None:
    """Return the buttons under "not found": to the nearest passages, and to another reading; None without either."""
    nearest = [_button(texts.text("nearest-button"), button, seal)] if button.keys else []
    otherwise = _other_reading(opening, texts, seal)
    return _rows(nearest, otherwise) if nearest or otherwise else None


def _other_reading(opening: Opening, texts: Texts, seal: Seal) -> list[InlineKeyboardButton]:
    """Return the button that undoes what a follow-up was taken to be about, or takes it up again; none for others."""
    if opening.topic:
        return [_button(texts.text("alone-button"), Button(Action.ALONE), seal)]
    if opening.apart:
        label = texts.text("about-button", topic=one_line(opening.apart, _TOPIC_LIMIT_UTF16))
        return [_button(label, Button(Action.ABOUT), seal)]
    return []


def library_keyboard(page: ListPage[DocumentCard], texts: Texts, seal: Seal) -> InlineKeyboardMarkup | None:
    """Return the buttons that page through the library; None where it has one page."""
    return _rows_or_none(leafing(Action.LIBRARY, page.number, page.pages, texts, seal))


def timeline_keyboard(page: Sheet, timeline: Timeline, texts: Texts, seal: Seal) -> InlineKeyboardMarkup | None:
    """Return the buttons that page through a timeline; under that of all time, the centuries too."""
    leaf = leafing(Action.TIMELINE, page.number, page.pages, texts, seal)
    several = not timeline.asked and len(timeline.centuries) > 1
    return _rows_or_none(leaf, *(_centuries(timeline.centuries, texts, seal) if several else []))


def today_keyboard(page: DayPage, texts: Texts, seal: Seal) -> InlineKeyboardMarkup | None:
    """Return the buttons that page through a day's events; None where there is one page."""
    return _rows_or_none(leafing(Action.TODAY, page.number, page.pages, texts, seal))


def forget_keyboard(texts: Texts, seal: Seal) -> InlineKeyboardMarkup:
    """Return the buttons under the question whether someone is to be forgotten."""
    answers = [(texts.text("forget-button"), 1), (texts.text("keep-button"), 0)]
    return _rows([_button(label, Button(Action.FORGET, index), seal) for label, index in answers])


def leafing(action: Action, number: int, pages: int, texts: Texts, seal: Seal) -> list[InlineKeyboardButton]:
    """Return the buttons to the pages after and before; the way on stands where its arrow points."""
    after = number + 1 if number + 1 < pages else None
    before = number - 1 if number else None
    ways = [(texts.text("previous-button"), before), (texts.text("next-button"), after)]
    return texts.row([_button(label, Button(action, index), seal) for label, index in ways if index is not None])


def _centuries(centuries: Sequence[int], texts: Texts, seal: Seal) -> list[list[InlineKeyboardButton]]:
    """Return a button for each century, in the order of reading."""
    buttons = [_button(_century(number, texts), Button(Action.CENTURY, number), seal) for number in centuries]
    rows = [buttons[start : start + _CENTURIES_A_ROW] for start in range(0, len(buttons), _CENTURIES_A_ROW)]
    return [texts.row(row) for row in rows]


def _century(number: int, texts: Texts) -> str:
    return texts.text("century-button", number=number) if number else texts.text("before-hijra-button")


def _rows_or_none(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup | None:
    return _rows(*rows) if any(rows) else None


def _rows(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([row for row in rows if row])


def _button(label: str, button: Button, seal: Seal) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=seal(button))


def copy_button(citation: str, texts: Texts) -> InlineKeyboardButton:
    """Return the button that copies a citation."""
    copied = CopyTextButton(one_line(citation, _COPY_LIMIT_UTF16))
    return InlineKeyboardButton(texts.text("copy-button"), copy_text=copied)
