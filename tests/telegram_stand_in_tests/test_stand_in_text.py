import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_stand_in.formatted import as_typed, read_text
from telegram_stand_in.limits import utf16_length
from telegram_stand_in.refusals import RefusedError


def from_html(markup: str) -> tuple[str, list[tuple[str, str]]]:
    text, _ = read_text(markup, parse_mode="HTML", entities=None)
    return text.text, [(entity.type, entity.of(text.text)) for entity in text.entities]


def test_embeddings_and_overrides_are_taken_out() -> None:
    assert from_html("\u202bأ\u202c\u202eب\u2028ج") == ("أبج", [])


def test_isolates_and_single_direction_marks_stay() -> None:
    assert from_html("\u2068Khalid\u2069 \u200fأ") == ("\u2068Khalid\u2069 \u200fأ", [])


def test_of_marks_in_a_row_only_the_last_stays() -> None:
    assert from_html("أ\u200f\u200eب") == ("أ\u200c\u200eب", [])


def test_control_characters_become_blanks_and_carriage_returns_go() -> None:
    assert from_html("أ\tب\r\nج") == ("أ ب\nج", [])


def test_outer_blanks_are_trimmed_and_entities_move_along() -> None:
    assert from_html("\n  <b>مؤتة</b> سنة 8 \n") == ("مؤتة سنة 8", [("bold", "مؤتة")])


def test_blanks_that_an_entity_begins_with_stay() -> None:
    assert from_html("  <code>  أ</code>") == ("  أ", [("code", "  أ")])


def test_what_is_removed_inside_an_entity_shortens_it() -> None:
    assert from_html("<b>أ\u202aب</b>ج") == ("أبج", [("bold", "أب")])


def test_an_entity_of_blanks_alone_goes() -> None:
    assert from_html("أ<b> </b>ب") == ("أ ب", [])


def test_styles_lose_the_part_that_is_code() -> None:
    assert from_html("<b>أ <code>x</code> ب</b>") == ("أ x ب", [("bold", "أ "), ("code", "x"), ("bold", " ب")])


def test_commands_mentions_and_links_are_found() -> None:
    text, entities = from_html("اسأل @ahmad بـ /when@qa_bot أو https://example.org/x #بدر")
    assert text == "اسأل @ahmad بـ /when@qa_bot أو https://example.org/x #بدر"
    assert entities == [
        ("mention", "@ahmad"),
        ("bot_command", "/when@qa_bot"),
        ("url", "https://example.org/x"),
        ("hashtag", "#بدر"),
    ]


@pytest.mark.parametrize("written", ["م/سنة", "1/2", "https://example.org/when"])
def test_a_slash_inside_a_word_is_no_command(written: str) -> None:
    assert "bot_command" not in [entity.type for entity in as_typed(written).entities]


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        (
            "<blockquote>أ<blockquote>ب</blockquote></blockquote>",
            "blockquote at 1 can't share text with blockquote at 0",
        ),
        ("<code>أ<b>ب</b></code>", "bold at 1 can't share text with code at 0"),
        ("<b>أ<pre>ب</pre></b>", "pre at 1 can't share text with bold at 0"),
        ('<a href="t.me">أ<code>ب</code></a>', "code at 1 can't share text with text_link at 0"),
    ],
)
def test_nesting_that_telegram_drops_is_told(markup: str, fault: str) -> None:
    assert read_text(markup, parse_mode="HTML", entities=None)[1] == [fault]


def test_styles_links_and_code_inside_a_quote_are_fine() -> None:
    markup = '<blockquote expandable><b>أ</b> <a href="t.me">ب</a> <code>ج</code></blockquote>'
    assert read_text(markup, parse_mode="HTML", entities=None)[1] == []


def test_entity_101_is_not_shown() -> None:
    text, faults = read_text("<b>أ</b> " * 101, parse_mode="HTML", entities=None)
    assert (len(text.entities), faults) == (100, ["101 entities, only the first 100 are shown"])


def test_given_entities_are_kept() -> None:
    text, faults = read_text("🏹 سهم", parse_mode=None, entities=[{"type": "bold", "offset": 3, "length": 3}])
    assert [(entity.type, entity.of(text.text)) for entity in text.entities] == [("bold", "سهم")]
    assert faults == []


@pytest.mark.parametrize(
    ("offset", "length", "reason"),
    [
        (1, 2, "Entity beginning at UTF-16 offset 1 starts in a middle of a UTF-16 symbol at offset 1"),
        (0, 1, "Entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at offset 1"),
        (3, 9, "Entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 6"),
        (-1, 2, "receive an entity with incorrect offset -1"),
    ],
)
def test_entities_outside_the_text_are_refused(offset: int, length: int, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_text("🏹 سهم", parse_mode=None, entities=[{"type": "bold", "offset": offset, "length": length}])
    assert refused.value.description.lower() == f"Bad Request: {reason}".lower()


@given(st.text(max_size=60), st.data())
def test_entities_of_any_text_stay_inside_it(text: str, data: st.DataObject) -> None:
    characters = [character for character in text if not "\ud800" <= character <= "\udfff"]
    begin = data.draw(st.integers(0, len(characters)))
    end = data.draw(st.integers(begin, len(characters)))
    offset, length = utf16_length("".join(characters[:begin])), utf16_length("".join(characters[begin:end]))
    entity = {"type": "bold", "offset": offset, "length": length}
    kept, _ = read_text("".join(characters), parse_mode=None, entities=[entity])
    assert all(0 <= found.offset < found.end <= utf16_length(kept.text) for found in kept.entities)
