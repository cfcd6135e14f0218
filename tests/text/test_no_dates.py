import pytest

from qa_bot.text.date_scan import read_dates
from qa_bot.text.dates import find_dates
from qa_bot.text.no_dates import is_lone_month
from qa_bot.text.phrases import read_terms


@pytest.mark.parametrize(
    ("text", "lone"),
    [("أيار ونيسان.", [True, True]), ("جاء في أيار.", [False]), ("أيار سنة 9هـ.", [False]), ("لخمس من رجب.", [False])],
)
def test_a_month_is_alone_without_a_day_a_year_or_a_word_of_time(text: str, lone: list[bool]) -> None:
    terms = read_terms(text)
    assert [is_lone_month(terms, reading) for reading in read_dates(terms)] == lone


@pytest.mark.parametrize(
    "text",
    [
        "فرض صيام رمضان على المسلمين.",
        "الأشهر الحرم رجب وذو القعدة.",
        "فاستن الناس بمثل تلك السنة.",
        "كان مولده قبله بأربعين عاما.",
        "كان ذلك في السنة الثانية.",
        "قدم في الشهر نفسه.",
        "يعلن سنويا في شهر نوفمبر عن الجائزة.",
        "تؤدى في شهر رجب من كل عام.",
        "أقام بالمدينة بقية شوال وذا القعدة.",
        "رجب الذي بين جمادى وشعبان.",
        "جاءت ثورة 17 فبراير.",
        "وعيد الصليب عندهم في أيلول.",
        "يحتفلون بمولده في شهر ربيع الأول.",
        "وأول السنة العربية المحرم.",
        "أقام هناك عشرين يوما من شوال.",
        "لم يكن من عامة الناس.",
    ],
)
def test_a_month_of_every_year_a_custom_and_what_counts_from_elsewhere_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


def test_what_is_like_a_year_is_another_one() -> None:
    assert len(find_dates("زاد النيل سنة 99هـ، وفي مثل تلك السنة يكون الماء قليلا.")) == 1


def test_a_feast_in_the_title_of_a_book_is_no_feast_that_recurs() -> None:
    assert len(find_dates("سقطت سنة 614م، وعند «تاريخ عيد الفصح» في نحو شهر يونيو.")) == 2


def test_in_his_year_is_a_date_and_most_of_something_is_none() -> None:
    assert [len(find_dates(f"خرج سنة 9هـ، ومات {year}.")) for year in ("في عامه", "في عامة")] == [2, 1]


def test_a_lone_month_takes_a_year_that_the_text_has_written_out_but_no_resolved_one() -> None:
    assert [mention.meaning is not None for mention in find_dates("خرج سنة 9هـ. شوال فيه غزا.")] == [True, True]
    assert len(find_dates("خرج سنة 9هـ. أيار فيه غزا.")) == 1
