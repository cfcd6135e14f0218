from qa_bot.text.counted_nouns import counted_nouns, sums_and_heads
from qa_bot.text.dates import find_dates


def test_what_is_paid_or_numbered_in_heads_is_counted_in_any_case() -> None:
    assert {"دينار", "رجل", "الف"} <= sums_and_heads() <= counted_nouns()
    assert "سنين" in counted_nouns() - sums_and_heads()


def test_a_counted_number_is_no_year() -> None:
    assert find_dates("حملوا في سنة 400 دينار.") == []
    assert len(find_dates("حملوا في سنة 400 إلى المدينة.")) == 1
