"""Signs that a sentence holds what is asked for."""

import pytest

from qa_bot.answering.evidence import VAGUE, Wanted, evidence_in, is_exact
from qa_bot.answering.quantity import Quantity
from qa_bot.model.answer import QuestionKind
from qa_bot.model.calendar import Calendar, DateRange, HistoricalDate
from qa_bot.text.tokenise import tokenise


def shown(kind: QuestionKind, sentence: str, *headings: str) -> float:
    return evidence_in(Wanted(kind), sentence, tokenise(sentence), headings).surely


def counted(quantity: Quantity, sentence: str) -> float:
    return evidence_in(Wanted(QuestionKind.HOW_MANY, quantity), sentence, tokenise(sentence), ()).surely


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (QuestionKind.WHEN, "كانت سنة 13هـ."),
        (QuestionKind.WHEN, "كانت في رجب من السنة التاسعة للهجرة."),
        (QuestionKind.WHO, "قادهم خالد بن الوليد."),
        (QuestionKind.WHERE, "وهي قرية قرب الرملة."),
        (QuestionKind.WHERE, "وقعت في الشام."),
        (QuestionKind.WHY, "خرجوا بسبب الجوع."),
        (QuestionKind.HOW, "خرجوا."),
        (QuestionKind.WHAT, "خرجوا."),
        (QuestionKind.OTHER, "خرجوا."),
    ],
)
def test_what_is_asked_for_is_surely_shown(kind: QuestionKind, sentence: str) -> None:
    assert shown(kind, sentence) == 1.0


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (QuestionKind.WHEN, "انهزم الروم."),
        (QuestionKind.HOW_MANY, "كانت سنة 13هـ."),
        (QuestionKind.HOW_MANY, "انهزم الروم."),
        (QuestionKind.WHO, "انهزم الجيش."),
        (QuestionKind.WHERE, "انهزموا."),
        (QuestionKind.WHY, "خرج الجيش."),
    ],
)
def test_what_is_asked_for_is_not_shown(kind: QuestionKind, sentence: str) -> None:
    assert shown(kind, sentence) == 0.0


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (QuestionKind.WHERE, "ساروا إلى معسكرهم."),
        (QuestionKind.WHERE, "ساروا إلى الشام."),
        (QuestionKind.WHY, "فلما رآهم خرج."),
        (QuestionKind.WHO, "قادهم أمير من قومه."),
        (QuestionKind.HOW_MANY, "كانوا ثلاثين ألفا."),
    ],
)
def test_some_signs_show_it_perhaps(kind: QuestionKind, sentence: str) -> None:
    assert 0 < shown(kind, sentence) < 1


def test_a_number_counts_by_what_it_counts() -> None:
    sentence = "قتل سبعون رجلا بعد حصار دام ستة أشهر."
    assert counted(Quantity.HEADS, sentence) == counted(Quantity.TIME, sentence) == 1.0
    assert 0 < counted(Quantity.MONEY, sentence) < counted(Quantity.MONEY, "صالحوه على سبعين.") < 1


@pytest.mark.parametrize(
    "sentence", ["الحرب بين الروم والفرس (602-628).", "دامت من سنة 602م إلى سنة 628م.", "ودام الحصار طوال الشتاء."]
)
def test_how_long_is_told_from_year_to_year_and_by_a_whole_season(sentence: str) -> None:
    assert counted(Quantity.TIME, sentence) == 1.0
    assert counted(Quantity.HEADS, sentence) < 0.2


def test_how_long_is_not_told_by_a_single_year() -> None:
    assert counted(Quantity.TIME, "انتهت الحرب سنة 628م.") == 0.0


def test_a_number_that_is_part_of_a_date_counts_nothing() -> None:
    assert counted(Quantity.HEADS, "قتل 300 رجل سنة 13هـ.") == 1.0
    assert counted(Quantity.TIME, "كانت سنة 13هـ.") == 0.0


def test_a_name_that_the_question_has_is_no_answer() -> None:
    sentence = "قاد خالد بن الوليد الجيش."
    said = Wanted(QuestionKind.WHO, asked=("قاد", "خالد", "الوليد"))
    assert evidence_in(said, sentence, tokenise(sentence), ()).surely < shown(QuestionKind.WHO, sentence)


def test_a_reign_is_a_vague_date() -> None:
    assert shown(QuestionKind.WHEN, "كانت في خلافة عمر بن الخطاب.") == VAGUE


def test_a_heading_gives_a_month_its_year() -> None:
    assert shown(QuestionKind.WHEN, "كانت تبوك في رجب.", "ثم دخلت سنة تسع") == 1.0


@pytest.mark.parametrize(("first", "last", "exact"), [(13, 13, True), (13, 14, True), (13, 15, False), (-1, 1, False)])
def test_a_date_is_exact_within_two_years(first: int, last: int, exact: bool) -> None:
    years = (HistoricalDate(Calendar.HIJRI, year) for year in (first, last))
    assert is_exact(DateRange(*years)) is exact


def outcome(sentence: str) -> float:
    wanted = Wanted(QuestionKind.WHO, asked=("انتصر", "موته"))
    return evidence_in(wanted, sentence, tokenise(sentence), ()).surely


def test_who_won_is_told_by_the_outcome_and_not_by_a_name() -> None:
    assert outcome("انتهت بهزيمة المسلمين.") == 1.0
    assert 0 < outcome("انتهت بالنصر.") < 0.5
    assert outcome("قاد المسلمين خالد بن الوليد.") == 0.0


def test_no_distance_is_told_without_a_unit() -> None:
    assert counted(Quantity.DISTANCE, "بينهما ثلاثة أميال.") == 1.0
    assert counted(Quantity.DISTANCE, "بينهما ثلاث ليال.") == 0.6
    assert counted(Quantity.DISTANCE, "أعطاه عشرة آلاف.") < 0.5
