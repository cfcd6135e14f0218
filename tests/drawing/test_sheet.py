import struct

import pytest

from qa_bot.drawing.sheet import Ruler, Sheet, Style

BODY = Style(30, "#000000")
WORDS = "كانت وقعة اليرموك في رجب سنة خمس عشرة بين المسلمين والروم عند وادي اليرموك"


@pytest.fixture(scope="module")
def ruler() -> Ruler:
    return Ruler()


def test_longer_bigger_and_bolder_text_is_wider(ruler: Ruler) -> None:
    width = ruler.width("خالد", BODY)
    assert ruler.width("خالد بن الوليد", BODY) > width
    assert ruler.width("خالد", Style(60, "#000000")) == pytest.approx(2 * width, rel=0.1)
    assert ruler.width("خالد", Style(30, "#000000", bold=True)) > width


def test_arabic_letters_are_joined(ruler: Ruler) -> None:
    # Lam and alef become one sign.
    assert ruler.width("لا", BODY) < ruler.width("ل", BODY) + ruler.width("ا", BODY)


def test_text_is_wrapped_between_words_within_the_width(ruler: Ruler) -> None:
    lines = ruler.wrap(WORDS, BODY, 400, 9)
    assert " ".join(lines) == WORDS
    assert len(lines) > 1
    assert max(ruler.width(line, BODY) for line in lines) <= 400


def test_what_does_not_fit_ends_with_an_ellipsis(ruler: Ruler) -> None:
    lines = ruler.wrap(WORDS, BODY, 400, 2)
    assert len(lines) == 2
    assert lines[1].endswith(" …")
    assert max(ruler.width(line, BODY) for line in lines) <= 400
    assert WORDS.startswith(" ".join(lines).removesuffix(" …"))


def test_a_word_that_is_wider_than_a_line_is_cut(ruler: Ruler) -> None:
    (line,) = ruler.wrap("س" * 200, BODY, 200, 1)
    assert line.endswith("…")
    assert ruler.width(line, BODY) <= 200


def test_no_text_has_no_lines(ruler: Ruler) -> None:
    assert ruler.wrap("", BODY, 200, 2) == []


def test_a_sheet_is_saved_in_its_size() -> None:
    sheet = Sheet(640, 360, "#FFFFFF")
    sheet.text(600, 100, "خالد $x$ 100%", BODY)
    sheet.line((10, 10), (600, 10), "#000000")
    sheet.dot(50, 50, 10, "#000000", "#FFFFFF")
    sheet.bar(10, 200, 30, 40, "#000000")
    png = sheet.saved("png")
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (640, 360)
    assert sheet.saved("svg").startswith(b"<?xml")
