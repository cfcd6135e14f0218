from itertools import groupby, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.model.calendar import Calendar, DateMention, DateRange, HistoricalDate, MentionSource
from qa_bot.text.calendars import iso
from qa_bot.text.date_beginnings import may_hold_dates
from qa_bot.text.dates import find_dates, heading_year
from qa_bot.text.tokenise import terms_in

GOLDEN = Path(__file__).parents[1] / "golden" / "dates.tsv"
# Words that dates are made of, in any order, so that readers meet each other's words where they shouldn't.
PIECES = (
    "سنة",
    "عام",
    "السنة",
    "ثلاث",
    "عشرة",
    "وثلاثين",
    "ومائتين",
    "التاسعة",
    "13",
    "634",
    "(634)",
    "602-628",
    "هـ",
    "م",
    "ق.م",
    "للهجرة",
    "رجب",
    "يوليو",
    "ربيع الأول",
    "لخمس",
    "خلون",
    "بقين",
    "من",
    "إلى",
    "بين",
    "و",
    "أو",
    "وقيل",
    "/",
    "-",
    "(",
    ")",
    "،",
    ".",
    "القرن",
    "السابع",
    "يوم الجمعة",
    "شهر",
    "في",
    "تلك السنة",
    "بعد ذلك بعامين",
    "ستينيات",
    "نيف",
    "1/2/1990",
    "ألف",
    "رجل",
    "آب",
    "صيف",
    "\n\n",
)


def golden_sentences() -> list[tuple[str, list[tuple[str, ...]]]]:
    lines = [line.split("\t") for line in GOLDEN.read_text("utf-8").splitlines() if not line.startswith("#")]
    by_sentence = groupby(lines, key=lambda row: row[0])
    return [(sentence, [tuple(row[1:]) for row in rows]) for sentence, rows in by_sentence]


def told(text: str, mention: DateMention) -> tuple[str, str, str]:
    meaning = f"{mention.meaning.calendar.value} {iso(mention.meaning)}" if mention.meaning else "-"
    return mention.span.of(text), meaning, mention.source.value


def meanings(text: str, *heading: str) -> list[str | None]:
    return [mention.meaning and iso(mention.meaning) for mention in find_dates(text, heading=heading)]


@pytest.mark.parametrize(("sentence", "mentions"), golden_sentences())
def test_dates_are_found_and_understood(sentence: str, mentions: list[tuple[str, ...]]) -> None:
    assert [told(sentence, mention) for mention in find_dates(sentence)] == mentions


@pytest.mark.parametrize(
    "text",
    [
        "",
        "لا تاريخ هنا.",
        "قتل منهم ثلاثمائة رجل وأسر ستون.",
        "أعطاه 950 جملا و40 ناقة.",
        "قال الله في الآية 38 من سورة التوبة.",
        "انظر ص 634 من الجزء 2.",
        "مات وهو ابن ثلاث وستين سنة.",
        "كانت خلافته سنة وثلاثة أشهر.",
        "ملك أربعين سنة ثم مات.",
        "يحمل إليه في كل سنة ألف دينار.",
        "حج سنة ثلاث مرات.",
        "بلغ طول السور 450 م وعرضه 12 م.",
        "سار 120 كم في يومين.",
        "بلغ عدد السكان 1950 نسمة.",
        "اشترى الدار بمبلغ 1900 دولار.",
        "جاء رجب إلى أبيه، ومعه شعبان ورمضان.",
        "مارس الرجل مهنته، وفتح باب داره لأب.",
        "هو طالب في السنة الثانية.",
        "بشكل عام، ثلاثة من كل عشرة.",
        "النسبة 3.5 من 1,950 والساعة 10:30.",
        "كان ذا القرنين ملكا، ووحيد القرن حيوان.",
        "وهو في الأربعينيات من عمره.",
        "لست أدري كم سنة مضت.",
        "صيام شهر رمضان ركن.",
        "دفع له أجرته في أول الشهر.",
        "يموت الناس عند انقضاء السنة3.",
        "تقع المدينة على ارتفاع يتراوح بين 300م و610م فوق سطح البحر.",
        "انظر https://example.com/2013/11/19/news في الشبكة.",
        "عاش حتى سن الخمسينات أو الستينات.",
        "نزل بين 300 و 500 مم من المطر.",
        "وصلت إلى ارتفاع 40 قدم (12 م) ثم نزلت.",
        "سكنوها من حوالي 10،200 قبل الميلاد.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert [mention.span.of(text) for mention in find_dates(text)] == []


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in golden_sentences()])
def test_no_date_is_found_where_a_first_look_tells_that_there_is_none(sentence: str) -> None:
    assert may_hold_dates(terms_in(sentence)) or not find_dates(sentence)


@given(st.lists(st.sampled_from((*PIECES, "هذه", "على رأس", "ذلك", "[سنة 205]", "(2)")), max_size=4).map(" ".join))
def test_no_date_of_any_words_is_overlooked(text: str) -> None:
    assert may_hold_dates(terms_in(text)) or not find_dates(text)


def test_a_first_look_spares_what_holds_no_word_of_a_date() -> None:
    assert not may_hold_dates(terms_in("لا تاريخ في هذه المدينة."))


def test_a_month_takes_its_year_from_the_date_before_it_in_its_own_calendar() -> None:
    text = "بويع سنة 13هـ، وهي سنة 634م. ثم خرج في رجب، ورجع في أكتوبر."
    assert meanings(text) == ["0013", "0634", "0013-07", "0634-10"]
    assert [mention.source for mention in find_dates(text)[2:]] == [MentionSource.CONTEXT] * 2


def test_a_month_takes_its_year_from_the_innermost_heading_that_names_one() -> None:
    text = "خرج لخمس خلون من رجب."
    (mention,) = find_dates(text, heading=("سنة اثنتي عشرة", "ثم دخلت سنة ثلاث عشرة", "ذكر الخبر عن ذلك"))
    assert mention.meaning == DateRange(*[HistoricalDate(Calendar.HIJRI, 13, 7, 5)] * 2)
    assert mention.source is MentionSource.HEADING


def test_the_text_comes_before_its_heading() -> None:
    text = "غزا سنة سبع، ثم حج في ذي الحجة."
    assert meanings(text, "سنة ثلاث عشرة") == ["0007", "0007-12"]


@pytest.mark.parametrize(
    ("said", "years"),
    [("أيام عمر", "0099/0101"), ("خلافة عمر بن الخطاب", "0013/0023"), ("أيام عثمان", "0023/0035")],
)
def test_a_first_name_is_that_of_the_caliph_whose_chapter_it_is(said: str, years: str) -> None:
    text = f"وخرج في {said} قوم."
    assert meanings(text, "ذكر خلافة عمر بن عبد العزيز") == [years]
    assert meanings("وخرج في أيام عمر قوم.", "ذكر خلافة يزيد بن معاوية") == ["0013/0023"]


def test_a_year_that_was_named_too_long_ago_dates_nothing() -> None:
    between = "كلام آخر. " * 400
    assert meanings(f"كان ذلك سنة 13هـ. {between}ثم خرج في رجب.") == ["0013", None]


def test_a_small_year_in_words_takes_its_hundreds_from_the_caliph_in_the_heading() -> None:
    text = "وفي سنة خمس وسبعين مات الخليفة، وقد ولد سنة ثلاثين."
    assert meanings(text, "المستضيء بأمر الله الحسن") == ["0575", "0530"]
    assert meanings(text, "معاوية بن أبي سفيان") == ["0075", "0030"]


def test_a_heading_without_a_year_dates_nothing() -> None:
    assert heading_year(("ذكر خلافة أبي بكر", "القرن الأول الهجري")) is None
    assert heading_year(()) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("توفي سنة 911 بعد أن ولد سنة 849هـ.", ["0911", "0849"]),
        ("قامت الحرب سنة 911 وانتهت سنة 918م.", ["0911", "0918"]),
        ("دخل في المحرم، ثم مات سنة 520.", ["0520"]),
        ("كان ذلك سنة 217.", ["0217"]),
        ("كان ذلك سنة 1258.", ["1258"]),
        ("كان ذلك سنة 1948.", ["1948"]),
    ],
)
def test_a_year_without_an_era_is_told_by_what_stands_around_it(text: str, expected: list[str]) -> None:
    assert [meaning for meaning in meanings(text) if meaning] == expected


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("توفي سنة 911 بعد أن ولد سنة 849هـ.", Calendar.HIJRI),
        ("قامت الحرب سنة 911 وانتهت سنة 918م.", Calendar.JULIAN),
        ("مات سنة 520 في ذي الحجة.", Calendar.HIJRI),
        ("كان ذلك سنة 217.", Calendar.HIJRI),
        ("كان ذلك سنة 1258.", Calendar.JULIAN),
        ("كان ذلك سنة 1948.", Calendar.GREGORIAN),
    ],
)
def test_the_calendar_of_a_bare_year_follows_the_rule(text: str, calendar: Calendar) -> None:
    meaning = find_dates(text)[0].meaning
    assert meaning is not None
    assert meaning.calendar is calendar


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_spans_are_valid_and_never_overlap(text: str) -> None:
    spans = [mention.span for mention in find_dates(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_words_that_run_together_break_nothing(text: str) -> None:
    for mention in find_dates(text):
        assert mention.span.of(text).strip()
        if mention.meaning:
            first, last = mention.meaning.first, mention.meaning.last
            assert (first.year, first.month or 0, first.day or 0) <= (last.year, last.month or 13, last.day or 32)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(mention.span.end <= len(text) for mention in find_dates(text))
