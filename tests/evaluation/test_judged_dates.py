"""The dates marked by hand: what can be held of them without reading them again."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from qa_bot.evaluation.marked_dates import Kind, Stretch, read_stretches
from qa_bot.evaluation.marked_texts import STARTER, find_stretches
from qa_bot.model.calendar import Calendar
from qa_bot.text.calendars import month_length

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared"
STRETCHES = read_stretches()
MEANING = re.compile(
    r"(hijri|julian|gregorian) (-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:/(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?)?"
)


def of(source: str) -> list[Stretch]:
    return [each for each in STRETCHES if each.source == source]


def test_no_id_and_no_place_stands_twice_over_both_halves() -> None:
    assert Counter(each.id for each in STRETCHES).most_common(1)[0][1] == 1
    assert Counter((each.document, each.span.start) for each in STRETCHES).most_common(1)[0][1] == 1


def test_dates_stand_in_order_and_share_nothing() -> None:
    for stretch in STRETCHES:
        spans = [date.span for date in stretch.dates]
        assert all(first.end <= second.start for first, second in pairwise(spans)), stretch.id
        assert all(0 <= span.start < span.end <= stretch.span.end - stretch.span.start for span in spans), stretch.id


def test_every_meaning_is_a_date_that_there_is() -> None:
    for date in (date for stretch in STRETCHES for date in stretch.dates):
        for meaning in filter(None, date.means):
            told = MEANING.fullmatch(meaning)
            assert told is not None, (date.words, meaning)
            calendar, year, month, day = Calendar(told[1]), int(told[2]), int(told[3] or 1), int(told[4] or 1)
            longest = 30 if calendar is Calendar.HIJRI else month_length(calendar, year, month)
            assert 1 <= month <= 12, (date.words, meaning)
            assert 1 <= day <= longest, (date.words, meaning)


def test_a_date_is_open_if_and_only_if_nobody_can_tell() -> None:
    wrong = [
        (stretch.id, date.words)
        for stretch in STRETCHES
        for date in stretch.dates
        if date.kind is not Kind.OPTIONAL and (date.kind is Kind.OPEN) is not (date.means == (None,))
    ]
    assert wrong == []


def test_the_stretches_of_the_starter_library_stand_where_they_were_marked() -> None:
    found = find_stretches(of(STARTER), {STARTER: REPOSITORY / "corpus"})
    assert found.skipped == ()
    for each in found.stretches:
        assert [date.words for date in each.stretch.dates] == [date.span.of(each.text) for date in each.stretch.dates]


@pytest.mark.parametrize("source", sorted({each.source for each in STRETCHES} - {STARTER}))
def test_the_stretches_of_other_texts_stand_where_they_were_marked(source: str) -> None:
    folder = next((each for each in (SHARED / "data" / source, SHARED / source) if each.is_dir()), None)
    if folder is None:
        pytest.skip(f"{source} is not there")
    found = find_stretches(of(source), {source: folder})
    assert found.skipped == ()
    for each in found.stretches:
        assert [date.words for date in each.stretch.dates] == [date.span.of(each.text) for date in each.stretch.dates]
