import struct

import pytest

from dated import KHALID, timeline_of
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.texts import Texts
from qa_bot.bot.timeline_card import picture_captions
from qa_bot.drawing import timeline_picture
from qa_bot.drawing.sheet import PictureFormat, Sheet
from qa_bot.drawing.timeline_picture import WIDTH
from qa_bot.drawing.timeline_picture import draw_timeline as draw
from qa_bot.model.timeline import Timeline
from spoken import ARABIC, ENGLISH


def draw_timeline(timeline: Timeline, picture_format: PictureFormat = "png", texts: Texts = ARABIC) -> bytes:
    return draw(timeline, picture_captions(timeline, texts), picture_format)


def size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


class NotingSheet(Sheet):
    """A sheet that notes what is written on it."""

    written: list[tuple[float, float, str]]

    def text(self, x: float, y: float, text: str, *style: object) -> None:
        type(self).written.append((x, y, text))
        super().text(x, y, text, *style)  # type: ignore[arg-type]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, float, str]]:
    NotingSheet.written = []
    monkeypatch.setattr(timeline_picture, "Sheet", NotingSheet)
    return NotingSheet.written


def test_a_picture_is_a_file_of_its_format() -> None:
    timeline = timeline_of(*KHALID)
    assert draw_timeline(timeline).startswith(b"\x89PNG")
    assert draw_timeline(timeline, "svg").startswith(b"<?xml")


@pytest.mark.parametrize(
    ("topic", "title"), [("كتاب:المغازي", "كتاب المغازي"), ('كتاب:"فتوح البلدان" دمشق', "كتاب فتوح البلدان دمشق")]
)
def test_a_title_has_no_marks_of_signs(topic: str, title: str, written: list[tuple[float, float, str]]) -> None:
    draw_timeline(timeline_of(*KHALID, topic=topic))
    assert title in [text for _, _, text in written]


def test_more_events_make_it_higher_and_never_wider() -> None:
    one, all_ = (size_of(draw_timeline(timeline_of(*texts))) for texts in (KHALID[:1], KHALID))
    assert one[0] == all_[0] == WIDTH
    assert one[1] < all_[1]


def test_telegram_takes_the_highest_picture_that_is_sent() -> None:
    long = "ثم إن خالد بن الوليد سار في جيش عظيم من المسلمين حتى نزل على القوم فقاتلهم قتالا شديدا وهزمهم "
    texts = [f"{long * 2}وذلك في جمادى الأولى سنة {year}هـ." for year in range(8, 18)]
    width, height = size_of(draw_timeline(timeline_of(*texts)))
    assert width + height <= 10_000
    assert max(width, height) / min(width, height) <= 20


def test_each_event_has_its_number_dates_sentence_and_citation(written: list[tuple[float, float, str]]) -> None:
    draw_timeline(timeline_of(*KHALID, title="السيرة"))
    texts = [text for _, _, text in written]
    assert {"1", "2", "3", "4", "5"} <= set(texts)
    assert "صفر 8هـ" in texts
    assert "≈ بين أيار/مايو وحزيران/يونيو 629م" in texts
    assert "جمادى الأولى 13هـ = 634م" in texts
    assert KHALID[0] in texts
    assert texts.count("السيرة") == 5
    assert "خالد بن الوليد" in texts


@pytest.mark.parametrize("times", [10, 11, 12])
def test_however_long_a_sentence_is_its_date_is_not_cut(times: int, written: list[tuple[float, float, str]]) -> None:
    draw_timeline(timeline_of(f"وقدم خالد بن الوليد، {'شكس حصصهم، ' * times}سنة اثنتي عشرة فأعانه على حرب أهل الأبلة."))
    assert "سنة اثنتي عشرة" in " ".join(text for _, _, text in written)


def test_nothing_is_written_beyond_the_edges(written: list[tuple[float, float, str]]) -> None:
    _, height = size_of(draw_timeline(timeline_of(*KHALID, topic="خالد بن الوليد " * 12)))
    assert len(written) > len(KHALID)
    assert all(0 < x < WIDTH and 0 < y < height for x, y, _ in written)


def test_events_stand_below_each_other_in_the_order_of_time(written: list[tuple[float, float, str]]) -> None:
    draw_timeline(timeline_of(*KHALID))
    tops = [y for _, y, text in written if text in ("صفر 8هـ", "25 رمضان 8هـ", "17هـ", "21هـ")]
    assert tops == sorted(tops)
    assert len(set(tops)) == 4


def test_how_many_of_all_are_shown_and_which_years_were_asked_for_is_told(
    written: list[tuple[float, float, str]],
) -> None:
    timeline = timeline_of(*KHALID, most=2)
    draw_timeline(Timeline(timeline.topic, "8-21هـ", timeline.chosen, timeline.others))
    assert "الخط الزمني · 8-21هـ · 2 من 5 جُمل مؤرَّخة" in [strip_controls(text) for _, _, text in written]


def test_a_long_gap_is_told(written: list[tuple[float, float, str]]) -> None:
    draw_timeline(timeline_of("فتحت دمشق سنة 14هـ.", "فتحت حمص سنة 15هـ.", "فتحت مصر سنة 20هـ.", "مات فلان سنة 120هـ."))
    notes = [said for _, _, text in written if (said := strip_controls(text)).startswith("بعد")]
    assert notes == ["بعد 99 سنة"]


@pytest.mark.parametrize(("texts", "told"), [(ARABIC, "بعد 103 سنوات"), (ENGLISH, "103 years later")])
def test_what_stands_around_the_events_is_in_the_askers_language(
    texts: Texts, told: str, written: list[tuple[float, float, str]]
) -> None:
    timeline = timeline_of("فتحت دمشق سنة 14هـ.", "فتحت حمص سنة 15هـ.", "فتحت مصر سنة 20هـ.", "مات فلان سنة 124هـ.")
    draw_timeline(timeline, texts=texts)
    said = {strip_controls(text) for _, _, text in written}
    assert {told, texts.text("picture-kind"), texts.text("picture-foot")} <= said


@pytest.mark.parametrize(
    ("texts", "dates"), [(ARABIC, {"14هـ", "≈ 635-636م", "20هـ"}), (ENGLISH, {"14 AH", "≈ 635-636 CE", "20 AH"})]
)
def test_dates_and_the_years_of_the_axis_are_in_the_askers_language(
    texts: Texts, dates: set[str], written: list[tuple[float, float, str]]
) -> None:
    draw_timeline(timeline_of("فتحت دمشق سنة 14هـ.", "فتحت حمص سنة 15هـ.", "فتحت مصر سنة 20هـ."), texts=texts)
    assert dates <= {strip_controls(text) for _, _, text in written}


def test_a_long_author_makes_room_for_the_page(written: list[tuple[float, float, str]]) -> None:
    draw_timeline(timeline_of(KHALID[0], title="المغازي", author="محمد بن عمر بن واقد السهمي الأسلمي " * 3))
    assert "المغازي" in [text for _, _, text in written]


def test_signs_that_no_font_has_draw_all_the_same() -> None:
    assert draw_timeline(timeline_of("وتوفي 🗓 خالد 漢 $x$ سنة 21هـ.")).startswith(b"\x89PNG")
