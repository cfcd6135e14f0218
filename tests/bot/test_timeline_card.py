import pytest
from bidi import get_base_level

from dated import KHALID, timeline_of
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.cut import CAPTION_LIMIT_UTF16, MESSAGE_LIMIT_UTF16
from qa_bot.bot.markup import page_length_utf16, to_plain
from qa_bot.bot.texts import Texts
from qa_bot.bot.timeline_card import asked_in, no_timeline, sheet, timeline_caption, timeline_list
from qa_bot.model.timeline import Timeline
from spoken import ARABIC, ENGLISH

LONG = "ثم إن خالد بن الوليد سار في جيش عظيم من المسلمين حتى نزل على القوم فقاتلهم قتالا شديدا وهزمهم في سنة "
MANY = timeline_of(*[f"{LONG * 3}{year}هـ." for year in range(8, 38)], most=8, title="كتاب الفتوح " * 12)


def page(timeline: Timeline, number: int, texts: Texts = ARABIC) -> str:
    return strip_controls(to_plain(timeline_list(timeline, sheet(timeline, number), texts)))


def test_the_first_page_lists_what_the_picture_shows() -> None:
    text = page(timeline_of(*KHALID, most=3), 0)
    assert text.startswith("الخط الزمني: خالد بن الوليد\n5 جُمل مؤرَّخة · الصفحة 1 من 2\n\n1. صفر 8هـ")
    assert KHALID[2] in text
    assert KHALID[3] not in text


def test_the_numbers_go_on_behind_the_picture() -> None:
    text = page(timeline_of(*KHALID, most=3), 1)
    assert "وهذا ممّا لم تسعه الصورة:\n\n4. 17هـ" in text
    assert "5. 21هـ" in text


def test_a_timeline_that_the_picture_holds_has_one_page() -> None:
    assert sheet(timeline_of(*KHALID), 0).pages == 1
    assert "الصفحة" not in page(timeline_of(*KHALID), 0)


@pytest.mark.parametrize(("asked", "given"), [(-1, 0), (99, 3)])
def test_a_page_that_is_not_there_any_more_gives_the_nearest(asked: int, given: int) -> None:
    assert sheet(MANY, asked).number == given


@pytest.mark.parametrize("texts", [ARABIC, ENGLISH])
def test_every_page_fits_into_a_message_and_every_caption_under_a_picture(texts: Texts) -> None:
    numbers = range(sheet(MANY, 0).pages)
    lengths = [page_length_utf16(timeline_list(MANY, sheet(MANY, number), texts)) for number in numbers]
    assert max(lengths) <= MESSAGE_LIMIT_UTF16
    caption = timeline_caption(Timeline("خالد " * 200, chosen=MANY.chosen), texts)
    assert page_length_utf16(caption) <= CAPTION_LIMIT_UTF16


def test_every_line_of_an_arabic_page_runs_right_to_left() -> None:
    everything = Timeline("", "", MANY.chosen, MANY.others, corrections=(("zzz", "خالد"),))
    lines = [
        line
        for shown in (
            timeline_list(everything, sheet(everything, 0), ARABIC),
            timeline_list(MANY, sheet(MANY, 1), ARABIC),
            timeline_caption(Timeline("Khalid"), ARABIC),
            no_timeline(Timeline("Khalid", corrections=(("zzz", "خالد"),)), ARABIC),
        )
        for line in to_plain(shown).split("\n")
        if line
    ]
    assert [line for line in lines if not get_base_level(line)] == []


def test_a_timeline_of_everything_tells_how_to_ask_for_less() -> None:
    everything = Timeline("", "", MANY.chosen, MANY.others)
    assert "/timeline خالد بن الوليد" in page(everything, 0)
    assert "/timeline" not in page(everything, 1)
    assert "/timeline" not in page(MANY, 0)


def test_what_was_read_instead_is_told() -> None:
    known = timeline_of(*KHALID)
    corrected = Timeline("أجنادين", chosen=known.chosen, corrections=(("أجنادبن", "أجنادين"),))
    assert "لعلّك تقصد: أجنادين (بدل: أجنادبن)" in page(corrected, 0)


@pytest.mark.parametrize("texts", [ARABIC, ENGLISH])
@pytest.mark.parametrize(("topic", "years"), [("خالد بن الوليد", "13-20هـ"), ("", "منذ 13هـ"), ("", "")])
def test_what_was_asked_is_read_back_from_a_page(texts: Texts, topic: str, years: str) -> None:
    timeline = Timeline(topic, years, MANY.chosen)
    text = to_plain(timeline_list(timeline, sheet(timeline, 0), texts))
    assert asked_in(text) == (timeline.asked or texts.text("timeline-everything"))


def test_a_long_request_is_read_back_whole_and_cut_under_the_picture() -> None:
    asked = "خالد بن الوليد " * 30
    timeline = Timeline(asked.strip(), chosen=MANY.chosen)
    assert asked_in(to_plain(timeline_list(timeline, sheet(timeline, 0), ARABIC))) == timeline.asked
    assert len(strip_controls(to_plain(timeline_caption(timeline, ARABIC)))) < 300


def test_another_card_is_no_timeline() -> None:
    assert asked_in("«وقعت»\n📖 كتاب") is None
    assert asked_in("") is None
