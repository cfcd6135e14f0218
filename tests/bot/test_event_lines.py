from bidi import get_base_level

from dated import KHALID, events_in
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.event_lines import event_lines
from qa_bot.bot.markup import page_length_utf16, to_html, to_plain
from spoken import ARABIC, ENGLISH

LONG = "ثم إن خالد بن الوليد سار في جيش عظيم من المسلمين حتى نزل على القوم فقاتلهم قتالا شديدا وهزمهم في سنة 13هـ "


def test_an_event_has_number_and_date_then_the_sentence_then_its_citation() -> None:
    events = events_in(KHALID[1], title="المغازي", author="الواقدي")
    lines = strip_controls(to_plain(tuple(event_lines(events, 7, ARABIC, 4000)))).split("\n")
    assert lines == [
        "7. 25 رمضان 8هـ ≈ 16 كانون الثاني/يناير 630م",
        f"«{KHALID[1]}»",
        "📖 الواقدي، المغازي",
    ]


def test_the_date_is_underlined_in_the_sentence() -> None:
    assert "<u>سنة 21هـ</u>" in to_html(tuple(event_lines(events_in(KHALID[4]), 1, ARABIC, 4000)))


def test_where_the_date_comes_from_is_told_unless_the_sentence_has_it() -> None:
    events = events_in("وفي سنة خمس عشرة فتحت الأردن. وفيها كانت وقعة القادسية.")
    events += events_in("وخرج الجيش إلى بدر وقاتل المشركين.", headings=("غزوة بدر سنة اثنتين",))
    text = strip_controls(to_plain(tuple(event_lines(events, 1, ARABIC, 4000))))
    assert "1. 15هـ ≈ 636-637م\n" in text
    assert "2. 15هـ ≈ 636-637م · السنة من السياق\n" in text
    assert "3. 2هـ ≈ 623-624م · التاريخ من العنوان\n" in text


def test_what_the_texts_say_runs_right_to_left_in_either_language_and_dates_with_the_language() -> None:
    events = events_in(*KHALID, title="Ajnadayn 634")
    for texts, dates_run in ((ARABIC, 1), (ENGLISH, 0)):
        lines = to_plain(tuple(event_lines(events, 1, texts, 4000))).split("\n")
        levels = [get_base_level(line) for line in lines if line]
        assert levels == [dates_run, 1, 1] * len(events)


def test_dates_are_told_in_english_where_that_is_spoken() -> None:
    text = strip_controls(to_plain(tuple(event_lines(events_in(*KHALID), 1, ENGLISH, 4000))))
    assert text.startswith("1. Safar 8 AH ≈ between May and June 629 CE\n")


def test_long_sentences_share_the_room_and_stay_verbatim() -> None:
    events = events_in(*[f"{LONG * 4}{year}." for year in range(8)], title="كتاب")
    blocks = tuple(event_lines(events, 1, ARABIC, 3000))
    assert page_length_utf16(blocks) <= 3000
    quoted = [line for line in strip_controls(to_plain(blocks)).split("\n") if "«" in line]
    assert len(quoted) == len(events)
    for line, event in zip(quoted, events, strict=True):
        assert line.partition("«")[2].partition("»")[0] in event.text
        assert "سنة 13هـ" in line


def test_a_long_author_is_left_out_before_the_page() -> None:
    events = events_in(KHALID[0], title="المغازي", author="محمد بن عمر بن واقد السهمي الأسلمي بالولاء المدني " * 4)
    assert "📖 المغازي" in strip_controls(to_plain(tuple(event_lines(events, 1, ARABIC, 4000))))
