"""Feedback as Telegram messages: which sentence is better, and which questions the texts don't answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from qa_bot.answering.alike import Alike
from qa_bot.bot.bidi import RLM, isolate
from qa_bot.bot.callback_data import Action, Button
from qa_bot.bot.cut import MESSAGE_LIMIT_UTF16, one_line
from qa_bot.bot.keyboards import Seal
from qa_bot.bot.markup import Block, Page, line, page_length_utf16
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import BLANK, Texts

_SENTENCE_LIMIT_UTF16 = 400
_QUESTION_LIMIT_UTF16 = 200
_TITLE_LIMIT_UTF16 = 100
_MOST_QUESTIONS = 30


@dataclass(frozen=True, slots=True)
class Better:
    """A sentence that may be the answer, and the key of its passage."""

    key: bytes
    sentence: str


def choice_letter(choice: Sequence[Better], texts: Texts, seal: Seal) -> Letter:
    """Return the question which sentence is the answer, with a button for each, and one for none."""
    told = [line(f"{RLM}{number}. «{_short(each.sentence)}»") for number, each in enumerate(choice, start=1)]
    numbers = [_button(str(n), Button(Action.BETTER, keys=(each.key,)), seal) for n, each in enumerate(choice, start=1)]
    none = _button(texts.text("feedback-none-button"), Button(Action.BETTER), seal)
    page = (*texts.page("feedback-which-is-better"), BLANK, *told)
    return Letter(page, InlineKeyboardMarkup([texts.row(numbers), [none]]))


def noted_letter(sentence: str, texts: Texts) -> Letter:
    """Return the thanks for pointing at a sentence; empty for none of them."""
    if not sentence:
        return Letter(texts.page("feedback-noted-none"))
    return Letter((*texts.page("feedback-noted"), line(f"{RLM}«{_short(sentence)}»")))


def unanswered_page(groups: Sequence[Alike], texts: Texts) -> Page:
    """Return the questions that the texts don't answer, the most asked first, as many as fit into a message."""
    if not groups:
        return texts.page("feedback-none-unanswered")
    return _listed(texts.page("feedback-unanswered", count=_count(groups)), groups, texts)


def digest_page(groups: Sequence[Alike], title: str, texts: Texts) -> Page:
    """Return a week's questions, one at least, in the same way; `title` is empty in the chat itself."""
    whose = texts.page("feedback-digest-of", title=one_line(title, _TITLE_LIMIT_UTF16)) if title else ()
    return _listed((*texts.page("feedback-digest", count=_count(groups)), *whose), groups, texts)


def _count(groups: Sequence[Alike]) -> int:
    return sum(group.times for group in groups)


def _listed(head: Page, groups: Sequence[Alike], texts: Texts) -> Page:
    """Return what stands above a list of questions, and as many of them as fit."""
    page: list[Block] = [*head, BLANK]
    for group in groups[:_MOST_QUESTIONS]:
        times = f" ({texts.text('feedback-times', times=group.times)})" if group.times > 1 else ""
        shown = line(f"{RLM}• ", isolate(one_line(group.question, _QUESTION_LIMIT_UTF16)), times)
        if page_length_utf16((*page, shown)) > MESSAGE_LIMIT_UTF16:
            break
        page.append(shown)
    return tuple(page)


def _short(sentence: str) -> str:
    return one_line(sentence, _SENTENCE_LIMIT_UTF16)


def _button(label: str, button: Button, seal: Seal) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=seal(button))
