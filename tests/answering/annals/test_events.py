import pytest

from dated import events_in, told
from qa_bot.text.calendars import iso


def test_an_event_knows_its_place_and_its_date_in_every_calendar() -> None:
    (event,) = events_in("كانت وقعة اليرموك في رجب سنة 15هـ.", title="الفتوح", author="فلان")
    assert event.citation == "فلان، الفتوح"
    assert event.passage.text[event.span.start : event.span.end] == event.text
    assert event.dates[0].julian is not None
    assert iso(event.dates[0].julian) == "0636-08/0636-09"
    assert event.days == (1953578, 1953607)


@pytest.mark.parametrize(
    "text",
    [
        "سيقع ذلك كله في سنة 3000م بإذن الله.",
        "وقعت أحداث كثيرة بين سنتي 100هـ و900هـ.",
        "بنيت المدينة القديمة سنة 9000 قبل الميلاد على التل.",
    ],
)
def test_dates_outside_of_history_and_those_wider_than_a_century_are_left_out(text: str) -> None:
    assert events_in(text) == []


def test_no_author_dates_what_came_after_his_death() -> None:
    text = "وقعت معركة اليرموك سنة 15هـ. وطبع هذا الكتاب في القاهرة سنة 1948م طبعة جديدة."
    assert told(events_in(text, death_year_ah=207)) == [("0015", "written")]
    assert len(events_in(text)) == 2


def test_a_year_that_lacks_its_hundreds_is_left_out() -> None:
    full = ("ثلاثمائة", "وثلاثمائة")
    years = ("اثنتين وستين", "ثلاث وستين", "أربع وستين", "خمس وستين")
    texts = [f"وفي سنة {year} {full[1]} توفي أمير كبير بالشام." for year in years]
    events = events_in(*texts[:2], "ومات بعدها الوزير سنة 63 من الهجرة في داره.", *texts[2:])
    assert told(events) == [(f"03{year}", "written") for year in (62, 63, 64, 65)]


def test_an_early_year_in_a_book_that_tells_of_many_times_stays() -> None:
    texts = ("وقعت معركة اليرموك سنة 15هـ.", "وكان ذلك في زماننا سنة 332هـ كما شهدناه.", "ولد فلان سنة 332هـ بالري.")
    assert told(events_in(*texts)) == [("0015", "written"), ("0332", "written"), ("0332", "written")]
