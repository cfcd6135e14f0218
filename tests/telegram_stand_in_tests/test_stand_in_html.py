"""Expected values follow the Bot API server's own behaviour, as its public tests and sources state it."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_stand_in.html_text import ParseError, parse_html


def kinds(markup: str) -> list[tuple[str, int, int]]:
    return [(entity.type, entity.offset, entity.length) for entity in parse_html(markup)[1]]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
    ],
)
def test_every_plain_tag_has_its_entity(tag: str, kind: str) -> None:
    assert kinds(f"في <{tag}>مؤتة</{tag}>") == [(kind, 3, 4)]


def test_offsets_count_utf16_code_units() -> None:
    assert kinds("🏹 <b>🏹 سهم</b>") == [("bold", 3, 6)]


def test_an_expandable_quote_is_known_by_its_attribute() -> None:
    assert kinds("<blockquote expandable>نص</blockquote>") == [("expandable_blockquote", 0, 2)]


def test_a_spoiler_may_be_a_span_of_its_class() -> None:
    assert kinds('<span class="tg-spoiler">سر</span>') == [("spoiler", 0, 2)]


def test_a_link_keeps_its_address_with_references_read() -> None:
    (link,) = parse_html('<a href="https://example.org/?a=1&amp;b=2">هنا</a>')[1]
    assert (link.type, link.url) == ("text_link", "https://example.org/?a=1&b=2")


def test_a_link_to_a_user_is_a_mention() -> None:
    (mention,) = parse_html('<a href="tg://user?id=42">أحمد</a>')[1]
    assert (mention.type, mention.user) == ("text_mention", {"id": 42, "is_bot": False, "first_name": ""})


def test_code_with_a_language_inside_pre_is_one_entity() -> None:
    (entity,) = parse_html('<pre><code class="language-python">x = 1</code></pre>')[1]
    assert (entity.type, entity.language, entity.length) == ("pre", "python", 5)


def test_a_custom_emoji_keeps_its_id() -> None:
    (emoji,) = parse_html('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>')[1]
    assert (emoji.type, emoji.custom_emoji_id, emoji.length) == ("custom_emoji", "5368324170671202286", 2)


def test_nested_tags_come_longer_first() -> None:
    assert kinds("<i>أ<b>ب</b></i>") == [("italic", 0, 2), ("bold", 1, 1)]


def test_an_end_tag_without_a_name_closes_the_last_one() -> None:
    assert kinds("<b>أ</>") == [("bold", 0, 1)]


def test_an_empty_tag_leaves_no_entity() -> None:
    assert parse_html("أ<b></b>")[:2] == ("أ", ())


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("&lt;&gt;&amp;&quot;", '<>&"'),
        ("&#1605;&#x645;", "مم"),
        ("&lt", "<"),
        ("5 > 3 & 2", "5 > 3 & 2"),
        ("&#12345678;", "&#12345678;"),
    ],
)
def test_references_are_read_as_telegram_reads_them(markup: str, text: str) -> None:
    assert parse_html(markup)[0] == text


def test_a_name_that_telegram_does_not_know_is_shown_and_told() -> None:
    assert parse_html("&laquo;نص")[::2] == (
        "&laquo;نص",
        ["&laquo; is shown as it is written: only lt, gt, amp and quot have names"],
    )


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("مؤتة <", "Unclosed start tag at byte offset 9"),
        ("<b>نص", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<int>", 'Unsupported start tag "int" at byte offset 0'),
        ("سنة < 8 هـ>", 'Unsupported start tag "" at byte offset 7'),
        ("نص</b>", "Unexpected end tag at byte offset 4"),
        ("<b>نص</i>", 'Unmatched end tag at byte offset 7, expected "</b>", found "</i>"'),
        ("<b>نص</b", "Unclosed end tag at byte offset 7"),
        ("<a href=https://t.me>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="https://t.me>x</a>', "Unclosed start tag at byte offset 0"),
        ("<b =x>نص</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<span>سر</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
        (
            "&#xDFDF;",
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate"
            " code units",
        ),
    ],
)
def test_wrong_markup_is_refused_in_telegrams_words(markup: str, reason: str) -> None:
    with pytest.raises(ParseError) as refused:
        parse_html(markup)
    assert str(refused.value) == reason


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_escaped_text_comes_back_as_it_was(text: str) -> None:
    # html.escape writes the apostrophe as &#x27;, which Telegram reads.
    assert parse_html(html.escape(text))[:2] == (text, ())
