import pytest

from qa_bot.text.day_patterns import DaysRead, day_beginnings, read_days, read_feast, read_weekday
from qa_bot.text.phrases import read_terms


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("28 رجب", DaysRead((28, 28), 1, of=False)),
        ("28 من رجب", DaysRead((28, 28), 2, of=True)),
        ("5 - 10 مايو", DaysRead((5, 10), 3, of=False)),
        ("لليلتين بقيتا من", DaysRead((-2, -2), 3, of=True)),
        ("لليلة بقيت من", DaysRead((-1, -1), 3, of=True)),
        ("لليلة خلت من", DaysRead((1, 1), 3, of=True)),
        ("لخمس خلون من", DaysRead((5, 5), 3, of=True)),
        ("ليلة ست خلت من", DaysRead((6, 6), 4, of=True)),
        ("لإحدى عشرة ليلة بقيت من", DaysRead((-11, -11), 5, of=True)),
        ("لأربعة وعشرين يوما خلت من", DaysRead((24, 24), 5, of=True)),
        ("لسبع عشرة من", DaysRead((17, 17), 3, of=True)),
        ("ليلة سبع عشرة من", DaysRead((17, 17), 4, of=True)),
        ("الثامن والعشرين من", DaysRead((28, 28), 3, of=True)),
        ("اليوم التاسع من", DaysRead((9, 9), 3, of=True)),
        ("سابع عشر رمضان", DaysRead((17, 17), 2, of=False)),
        ("غرة رجب", DaysRead((1, 1), 1, of=False)),
        ("أول يوم من رجب", DaysRead((1, 1), 3, of=True)),
        ("آخر يوم من رجب", DaysRead((0, 0), 3, of=True)),
        ("سلخ رجب", DaysRead((0, 0), 1, of=False)),
        ("للنصف من رجب", DaysRead((15, 15), 2, of=True)),
        ("أوائل رجب", DaysRead(None, 1, of=False)),
        ("العشر الأول من رجب", DaysRead((1, 10), 3, of=True)),
        ("خمس سفن", None),
        ("40 رجلا", None),
        ("الخمسين من", None),
        ("يوم أحد في مارس", None),
    ],
)
def test_days_are_read_up_to_their_month(words: str, read: DaysRead | None) -> None:
    assert read_days(read_terms(words).terms, 0) == read


def test_a_plain_number_is_a_day_behind_a_weekday() -> None:
    terms = read_terms("عشرين شوال").terms
    assert read_days(terms, 0) is None
    assert read_days(terms, 0, introduced=True) == DaysRead((20, 20), 1, of=False)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("يوم الجمعة 12", 2),
        ("الجمعة، 12", 2),
        ("صبيحة يوم السبت الموافق 12", 4),
        ("ليلة الثلاثاء", 2),
        ("يوم بدر", None),
    ],
)
def test_a_weekday_leads_on_to_its_date(words: str, end: int | None) -> None:
    assert read_weekday(read_terms(words).terms, 0) == end


def test_feasts_have_their_days() -> None:
    assert read_feast(read_terms("يوم عيد الفطر سنة").terms, 0) == ((10, 1), 3)
    assert read_feast(read_terms("يوم النحر").terms, 0) == ((12, 10), 2)
    assert read_feast(read_terms("يوم بدر").terms, 0) is None


def test_days_begin_with_words_that_are_known() -> None:
    assert {"غره", "يوم", "ليله", "عاشوراء".replace("ء", "")} <= day_beginnings()
