from qa_bot.text.date_beginnings import beginnings, may_hold_dates, second_words


def test_dates_begin_with_words_that_are_known() -> None:
    assert {"سنه", "رجب", "يوم", "القرن", "عام", "بعد", "ثلاث", "اول"} <= beginnings()
    assert beginnings().isdisjoint({"المدينه", "خالد", "وسار"})


def test_words_too_common_to_begin_a_date_do_so_before_a_second_one() -> None:
    assert "السنه" in second_words()["هذه"]
    assert not may_hold_dates(["هذه", "الدار"])
    assert may_hold_dates(["هذه", "الدار", "السنه"])


def test_digits_may_be_a_date() -> None:
    assert may_hold_dates(["خرج", "13"])
