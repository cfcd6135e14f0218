from dataclasses import replace

import pytest

from qa_bot.bot.callback_data import Action, ButtonSeal
from qa_bot.bot.markup import to_plain
from qa_bot.bot.uploads.keyboards import own_keyboard, removal_keyboard
from qa_bot.bot.uploads.pages import own_card, own_page, removal_card, told_of
from qa_bot.corpus.findings import Trouble
from qa_bot.own_texts.desk import Known
from qa_bot.own_texts.model import OwnText, Quota, Refusal
from spoken import ARABIC, ENGLISH

QUOTA = Quota(texts=20, passages=5_000, size_bytes=1_000_000)
TEXT = OwnText("0123456789abcdef", "كتاب المغازي", 120, 9_876, message_id=5, added_at=1.0)
SEAL = ButtonSeal("1:token")


def seal(button: object) -> str:
    return SEAL.seal(button, chat_id=7, now_s=0.0)  # type: ignore[arg-type]


def test_an_added_text_is_told_with_its_size_and_where_it_answers() -> None:
    assert to_plain(told_of(TEXT, QUOTA, ARABIC)) == (
        "أُضيف النصّ: \u2068كتاب المغازي\u2069\n"
        "\u200f120 مقطعًا، و9876 كلمة\n"
        "أُجيب منه هنا من الآن، ولا تراه محادثة أخرى.\n"
        "\n"
        "النصوص المضافة هنا: \u2068/library\u2069"
    )


def test_what_could_not_be_read_of_it_is_told() -> None:
    partly = replace(TEXT, warnings=(Trouble.SCANNED, Trouble.BROKEN))
    told = to_plain(told_of(partly, QUOTA, ENGLISH)).splitlines()
    assert told[2:4] == [
        "Note: some of its pages are pictures without text, and were not read.",
        "Note: some of its parts could not be read; the rest was added.",
    ]


@pytest.mark.parametrize("texts", [ARABIC, ENGLISH])
@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_has_its_sentence_and_names_its_limit(texts: object, refusal: Refusal) -> None:
    told = to_plain(told_of(refusal, QUOTA, texts))  # type: ignore[arg-type]
    assert told
    assert "{" not in told


def test_a_file_that_came_before_is_known_by_its_title() -> None:
    assert "كتاب المغازي" in to_plain(told_of(Known(TEXT), QUOTA, ARABIC))


def test_a_title_can_turn_no_line_and_break_no_markup() -> None:
    told = to_plain(told_of(replace(TEXT, title="<b>\u202eabc"), QUOTA, ARABIC))
    assert told.splitlines()[0] == "أُضيف النصّ: \u2068<b>abc\u2069"


def test_the_list_shows_eight_texts_a_page_with_a_button_for_each() -> None:
    many = [replace(TEXT, id=f"{number:016x}", title=f"نص {number}") for number in range(10)]
    first, last = own_page(many, 0), own_page(many, 99)
    assert (len(first.items), len(last.items), last.number, last.pages) == (8, 2, 1, 2)
    assert to_plain(own_card(first, ARABIC)).startswith(
        "\u200f10 نصوص مضافة هنا\n\u200f• \u2068نص 0\u2069 — 120 مقطعًا\n"
    )
    assert "الصفحة 2 من 2" in to_plain(own_card(last, ARABIC))
    keyboard = own_keyboard(first, ARABIC, seal)
    assert keyboard is not None
    rows = keyboard.inline_keyboard
    assert [row[0].text for row in rows][:2] == ["حذف: \u2068نص 0\u2069", "حذف: \u2068نص 1\u2069"]
    assert (len(rows), rows[-1][0].text) == (9, ARABIC.text("next-button"))
    assert max(len(str(row[0].callback_data).encode()) for row in rows) <= 64


def test_a_line_of_the_list_runs_as_its_language_does() -> None:
    page = own_page([TEXT], 0)
    assert "\n\u200f• \u2068كتاب المغازي\u2069 — 120 مقطعًا" in to_plain(own_card(page, ARABIC))
    assert "\n• \u2068كتاب المغازي\u2069 — 120 passages" in to_plain(own_card(page, ENGLISH))


def test_without_texts_it_is_told_how_to_add_one() -> None:
    told = to_plain(own_card(own_page([], 0), ARABIC))
    assert told.splitlines()[0] == "لا نصوص مضافة هنا بعد."
    assert "/add" in told
    assert own_keyboard(own_page([], 0), ARABIC, seal) is None


def test_what_was_removed_stands_above_the_list() -> None:
    assert to_plain(own_card(own_page([], 0), ENGLISH, removed=TEXT)).startswith("Removed: \u2068كتاب المغازي\u2069")


def test_removing_is_asked_first() -> None:
    assert "كتاب المغازي" in to_plain(removal_card(TEXT, ARABIC))
    [[yes, no]] = removal_keyboard(TEXT, ARABIC, seal).inline_keyboard
    pressed = [SEAL.open(str(button.callback_data), chat_id=7, now_s=0.0) for button in (yes, no)]
    assert [(button.action, button.keys) for button in pressed] == [  # type: ignore[union-attr]
        (Action.REMOVE, (bytes.fromhex("0123456789"),)),
        (Action.OWN, ()),
    ]
