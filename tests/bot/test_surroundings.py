from bidi import get_base_level

from builders import build_document
from fakes import card_of, yarmuk, yarmuk_quote
from qa_bot.bot.markup import Quoted, page_length_utf16, to_html, to_plain
from qa_bot.bot.surroundings import surroundings_card
from qa_bot.model.answer import Quote
from qa_bot.model.corpus import Span
from qa_bot.model.search import Surroundings
from spoken import ARABIC


def test_the_passages_stand_in_reading_order_and_the_sentence_is_bold() -> None:
    document, passages = yarmuk()
    card = surroundings_card(Surroundings(*passages), yarmuk_quote(document, passages), ARABIC)
    quoted = ["".join(run.text for run in block.runs) for block in card if isinstance(block, Quoted)]
    assert quoted == [passage.text for passage in passages]
    assert "<b>وكانت وقعة اليرموك في رجب سنة خمس عشرة من الهجرة.</b>" in to_html(card)
    assert all(get_base_level(line) == 1 for line in to_plain(card).splitlines() if line)


def test_a_heading_over_several_passages_is_said_once() -> None:
    document, passages = yarmuk()
    card = surroundings_card(Surroundings(*passages), yarmuk_quote(document, passages), ARABIC)
    # Once above the passages, once in the citation.
    assert to_plain(card).count("الوقعة") == 2


def test_at_the_ends_of_a_text_the_card_says_so() -> None:
    document, passages = yarmuk()
    alone = Surroundings(None, passages[1], None)
    card = to_plain(surroundings_card(alone, yarmuk_quote(document, passages), ARABIC))
    assert "هنا أول النص" in card
    assert "هنا آخر النص" in card


def test_long_passages_share_the_room_of_one_message() -> None:
    document, passages = build_document("d", *["وقعت بدر في السنة الثانية. " * 300] * 3)
    quote = Quote(passages[1], card_of(document, passages), Span(0, 26), "كتاب")
    card = surroundings_card(Surroundings(*passages), quote, ARABIC)
    assert page_length_utf16(card) <= 4096
    assert to_plain(card).count(ARABIC.text("shortened")) == 3
