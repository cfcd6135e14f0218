from builders import build_passage
from fakes import FakeService, yarmuk
from qa_bot.errors import QuestionError
from qa_bot.evaluation.when_figures import JudgedWhen, WhenTally, ask_when, when_tallies
from qa_bot.evaluation.when_questions import EVENTS, EVENTS_LATIN, WhenQuestion, YearsGold
from qa_bot.evaluation.when_report import when_failures, when_record, when_table
from qa_bot.model.answer import Answer, QuestionKind, Quote, QuotedDate, Understood
from qa_bot.model.calendar import BothCalendars, Calendar, DateRange, HistoricalDate, MentionSource
from qa_bot.model.corpus import DocumentCard, Span
from qa_bot.text.calendars import in_both_calendars

RIGHT, WRONG = 15, 40
YARMUK = WhenQuestion("yarmuk", EVENTS, "fit", "متى كانت اليرموك؟", YearsGold((RIGHT,)))


def date(year: int) -> BothCalendars:
    known = HistoricalDate(Calendar.HIJRI, year)
    return in_both_calendars(f"سنة {year}هـ", DateRange(known, known))


def answer(*shown: int, named: int | None = None, source: MentionSource = MentionSource.WRITTEN) -> Answer:
    document, _ = yarmuk()
    card = DocumentCard(document.id, document.metadata, 1, 1)
    texts = [f"كانت اليرموك سنة {year}هـ" for year in shown]
    quotes = tuple(
        Quote(build_passage(text), card, Span(0, len(text)), "", dates=(QuotedDate(date(year), source),))
        for text, year in zip(texts, shown, strict=True)
    )
    dates = () if named is None else (date(named),)
    return Answer(Understood(YARMUK.text, QuestionKind.WHEN), 0.5, quotes, dates)


def judged(*answers: Answer | None) -> list[JudgedWhen]:
    return [JudgedWhen(YARMUK, each) for each in answers]


def test_sentences_and_named_dates_are_counted_apart() -> None:
    told = when_tallies(
        judged(
            answer(RIGHT, named=RIGHT),
            answer(RIGHT, named=WRONG),
            answer(WRONG, RIGHT, source=MentionSource.HEADING),
            answer(),
            None,
        )
    )
    where = (
        (MentionSource.WRITTEN, 2, 2),
        (MentionSource.CONTEXT, 0, 0),
        (MentionSource.HEADING, 1, 0),
        (MentionSource.NAMED, 0, 0),
    )
    assert told == [WhenTally(EVENTS, "fit", 5, 3, 2, 3, 2, 1, where)]
    assert told[0].named_wrongly == 1


def test_two_dates_named_are_not_one() -> None:
    two = answer(RIGHT)
    several = JudgedWhen(YARMUK, Answer(two.understood, 0.5, two.quotes, (date(RIGHT), date(WRONG))))
    assert not several.named


async def test_names_are_asked_for_their_time_and_questions_as_they_are() -> None:
    service = FakeService()
    name = WhenQuestion("yarmuk", EVENTS_LATIN, "report", "Yarmuk", YARMUK.gold, by_name=True)
    found = await ask_when(service, [YARMUK, name])
    assert [call[:2] for call in service.asked] == [("answer", "متى كانت اليرموك؟"), ("when", "Yarmuk")]
    assert [each.answer is not None and each.answer.found for each in found] == [True, True]


async def test_a_refused_question_is_not_right() -> None:
    service = FakeService()
    service.error = QuestionError("اكتب", "write")
    (found,) = await ask_when(service, [YARMUK])
    assert found.answer is None
    assert not found.right_within(3)


def test_the_table_has_a_row_for_each_source_and_part() -> None:
    table = when_table(when_tallies(judged(answer(RIGHT, named=RIGHT), answer(WRONG))))
    assert table.rows == (
        ("annals", "fit", "2", "100.0", "50.0", "50.0", "50.0", "100.0", "0", "1 of 2", "0 of 0", "0 of 0", "0 of 0"),
    )


def test_failures_say_what_was_expected_named_and_shown() -> None:
    found = judged(answer(RIGHT, named=RIGHT), answer(RIGHT, named=WRONG))
    (told,) = when_failures(found)
    assert "  expected: YearsGold(hijri=(15,))" in told
    assert "  named: سنة 40هـ" in told
    assert "  shown 1 (right): «كانت اليرموك سنة 15هـ»" in told


def test_the_record_names_what_was_skipped() -> None:
    found = judged(answer(RIGHT, named=WRONG))
    record = when_record(when_tallies(found), found, ["arcd_train: there is no such folder"])
    assert record["skipped"] == ["arcd_train: there is no such folder"]
    assert record["tallies"][0]["named_wrongly"] == 1
    assert [each["named"] for each in record["failures"]] == ["سنة 40هـ"]
