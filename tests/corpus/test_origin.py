from hypothesis import given
from hypothesis import strategies as st

from qa_bot.corpus.origin import SAME, compose, locate, locate_span, unify_line_ends
from qa_bot.model.corpus import Span


def test_an_empty_span_stays_empty() -> None:
    assert locate_span(((0, 7),), Span(2, 2)) == Span(9, 9)


def test_text_without_carriage_returns_is_its_own_origin() -> None:
    assert unify_line_ends("بدر\nأحد") == ("بدر\nأحد", SAME)


def test_a_lone_carriage_return_ends_a_line_too() -> None:
    assert unify_line_ends("بدر\rأحد") == ("بدر\nأحد", ((0, 0),))


@given(st.text(alphabet="ab\r\n"))
def test_every_code_point_but_a_lone_return_stands_where_its_origin_says(written: str) -> None:
    text, origin = unify_line_ends(written)
    assert "\r" not in text
    assert text == written.replace("\r\n", "\n").replace("\r", "\n")
    for offset, letter in enumerate(text):
        assert written[locate(origin, offset)] in (letter, "\r")


@given(st.data())
def test_a_composed_origin_leads_where_the_two_lead_one_after_the_other(data: st.DataObject) -> None:
    def origin(length: int) -> tuple[tuple[int, int], ...]:
        offsets = sorted(data.draw(st.sets(st.integers(1, length), max_size=5)) | {0})
        shift, pairs = 0, []
        for offset in offsets:
            shift += data.draw(st.integers(0, 4))
            pairs.append((offset, offset + shift))
        return tuple(pairs)

    outer, inner = origin(30), origin(60)
    composed = compose(outer, inner)
    for offset in range(40):
        assert locate(composed, offset) == locate(inner, locate(outer, offset))
