import pytest

from qa_bot.text.date_beginnings import beginnings, may_hold_dates, second_words


def test_dates_begin_with_words_that_are_known() -> None:
    assert {"سنه", "رجب", "يوم", "القرن", "عام", "بعد", "ثلاث", "اول"} <= beginnings()
    assert beginnings().isdisjoint({"المدينه", "خالد", "وسار"})


def test_words_too_common_to_begin_a_date_do_so_before_a_second_one() -> None:
    assert "السنه" in second_words()["هذه"]
    assert not may_hold_dates(["هذه", "الدار"])
    assert may_hold_dates(["هذه", "الدار", "السنه"])


@pytest.mark.parametrize(
    ("word", "second"), [("ذلك", "الشهر"), ("وهذا", "العام"), ("بعد", "الهجره"), ("وقبل", "عام"), ("بعد", "ذلك")]
)
def test_this_and_that_begin_a_date_before_a_month_or_a_year_only(word: str, second: str) -> None:
    assert second in second_words()[word]
    assert not may_hold_dates([word, "الرجل"])
    assert may_hold_dates([word, second])


@pytest.mark.parametrize("word", ["الشهر", "وبعدها", "سنه", "عام", "رجب"])
def test_what_dates_by_itself_needs_no_second_word(word: str) -> None:
    assert word not in second_words()
    assert may_hold_dates([word])


def test_digits_may_be_a_date() -> None:
    assert may_hold_dates(["خرج", "13"])
