from dataclasses import replace

from telegram import InlineKeyboardMarkup

from builders import build_document
from fakes import card_of
from qa_bot.bot.callback_data import Button
from qa_bot.bot.library import library_page
from qa_bot.bot.study.leaves import Book, bind
from qa_bot.bot.study.reading_keyboards import choice_keyboard, page_keyboard, texts_keyboard
from spoken import ARABIC, ENGLISH


def seal(button: Button) -> str:
    return f"{button.action.name} {button.index}"


def laid_out(keyboard: InlineKeyboardMarkup) -> list[list[tuple[str, object]]]:
    return [[(button.text, button.callback_data) for button in row] for row in keyboard.inline_keyboard]


def long_book() -> Book:
    document, passages = build_document("d", *["م" * 1_900] * 4, title="أجنادين")
    return bind(card_of(document, passages), passages)


def test_the_first_page_leads_on_and_to_the_other_texts() -> None:
    assert laid_out(page_keyboard(long_book(), 0, ARABIC, seal)) == [
        [("التالي ◀", "READ 2")],
        [("كل النصوص", "TEXTS 0")],
    ]


def test_a_later_page_leads_both_ways_and_to_the_beginning() -> None:
    assert laid_out(page_keyboard(long_book(), 2, ARABIC, seal)) == [
        [("التالي ◀", "READ 4"), ("▶ السابق", "READ 2")],
        [("من البداية", "READ 1"), ("كل النصوص", "TEXTS 0")],
    ]
    assert laid_out(page_keyboard(long_book(), 3, ENGLISH, seal))[0] == [("◀ Previous", "READ 3")]


def test_each_text_has_a_button_and_the_one_read_last_is_on_top() -> None:
    card = long_book().document
    cards = [replace(card, id=str(number)) for number in range(13)]
    rows = laid_out(texts_keyboard(library_page(cards, 0), ARABIC, seal, last_read=card))
    assert rows[0] == [("تابع: \u2068أجنادين\u2069", "READ 0")]
    assert rows[1:13] == [[("أجنادين", "READ 0")]] * 12
    assert rows[13] == [("التالي ◀", "TEXTS 1")]
    assert laid_out(texts_keyboard(library_page(cards, 1), ARABIC, seal))[-1] == [("▶ السابق", "TEXTS 0")]


def test_several_texts_of_a_name_are_offered_with_their_authors_at_most_ten() -> None:
    card = replace(long_book().document, metadata=replace(long_book().document.metadata, author="الطبري"))
    rows = laid_out(choice_keyboard([card] * 12, seal))
    assert rows == [[("أجنادين، الطبري", "READ 0")]] * 10
