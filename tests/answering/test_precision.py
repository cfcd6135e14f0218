"""Questions for a month or a day."""

import pytest

from asked import OpenLibrary
from qa_bot.answering.precision import Precision, asked_precision, precision_of
from qa_bot.model.answer import QuestionKind
from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.calendars import iso


@pytest.mark.parametrize(
    ("question", "precision"),
    [
        ("في أي شهر كانت غزوة بدر؟", Precision.MONTH),
        ("بأي شهر فتحت دمشق", Precision.MONTH),
        ("ما الشهر الذي فتحت فيه دمشق؟", Precision.MONTH),
        ("in which month was the battle of Badr?", Precision.MONTH),
        ("في أي يوم كانت غزوة بدر؟", Precision.DAY),
        ("في أي سنة كانت غزوة بدر؟", Precision.YEAR),
        ("متى كانت غزوة بدر في شهر رمضان؟", Precision.YEAR),
        ("", Precision.YEAR),
    ],
)
def test_a_question_tells_how_precisely_it_asks(question: str, precision: Precision) -> None:
    assert asked_precision(question) is precision


@pytest.mark.parametrize(
    ("numbers", "precision"), [((13,), Precision.YEAR), ((13, 5), Precision.MONTH), ((13, 5, 27), Precision.DAY)]
)
def test_a_date_is_known_to_what_it_has(numbers: tuple[int, ...], precision: Precision) -> None:
    date = HistoricalDate(Calendar.HIJRI, *numbers)
    assert precision_of(DateRange(date, date)) is precision


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("في أي شهر كانت غزوة بدر؟", "0002-09-17"),
        ("في أي شهر كانت غزوة تبوك؟", "0009-07"),
        ("في أي شهر كانت معركة أجنادين؟", "0013-05"),
        ("في أي شهر فتحت دمشق؟", "0014-07"),
        ("في أي شهر توفي أبو بكر الصديق؟", "0013-06-22"),
        ("في أي شهر كانت غزوة حنين؟", "0008-10"),
        ("في أي يوم كانت غزوة بدر؟", "0002-09-17"),
        ("في أي يوم كانت معركة أجنادين؟", "0013-05-28"),
    ],
)
async def test_a_month_or_a_day_is_named_where_the_library_has_it(
    starter: OpenLibrary, question: str, date: str
) -> None:
    answer = await starter.service.answer(question)
    assert answer.understood.kind is QuestionKind.WHEN
    assert [iso(each.hijri) for each in answer.dates if each.hijri] == [date]


async def test_a_month_alone_is_not_named_where_a_day_is_asked_for(starter: OpenLibrary) -> None:
    answer = await starter.service.answer("في أي يوم كانت غزوة تبوك؟")
    assert (answer.dates, answer.accounts) == ((), ())
    assert "تبوك" in answer.quotes[0].text
