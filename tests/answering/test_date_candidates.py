"""Which of the dates that sentences give is the one asked for."""

import pytest

from asked import found, ranked, weighed
from qa_bot.answering.date_candidates import DateCandidate, rank_dates
from qa_bot.text.calendars import iso

SYRIA = "وفي يوليو (634)، هزم المسلمون الروم في أجنادين، سقطت دمشق في (سبتمبر 634)."
HERACLIUS = "في عام (610)م خلال الحرب البيزنطية الساسانية في (602-628)، أصبح هرقل إمبراطورا."


def dates(question: str, *texts: str, headings: tuple[str, ...] = ()) -> list[DateCandidate]:
    hits = found(*texts, headings=headings)
    return rank_dates(weighed(question), ranked(question, hits))


def told(question: str, *texts: str, headings: tuple[str, ...] = ()) -> list[str]:
    """Return the words of the date that is likeliest the one asked for."""
    return [each.date.text for each in dates(question, *texts, headings=headings)[0].given.quoted]


@pytest.mark.parametrize(
    ("question", "text", "date"),
    [
        ("متى كانت معركة أجنادين؟", SYRIA, "يوليو (634)"),
        ("متى سقطت دمشق؟", SYRIA, "سبتمبر 634"),
        ("متى أصبح هرقل إمبراطورا؟", HERACLIUS, "عام (610)م"),
        ("متى كانت بدر؟", "بعد أحد سنة 3هـ؛ وقبلها بدر سنة 2هـ؛ والخندق سنة 5هـ.", "سنة 2هـ"),
        ("متى كانت أحد؟", "بعد أحد سنة 3هـ؛ وقبلها بدر سنة 2هـ؛ والخندق سنة 5هـ.", "سنة 3هـ"),
        ("متى كانت اليرموك؟", "وفي يوم 15 أغسطس 636، بدأت معركة اليرموك؛ ودامت ستة أيام.", "يوم 15 أغسطس 636"),
        ("متى وقعت أجنادين؟", "وقعت أجنادين في سنة 634م، قبل سقوط دمشق كلها سنة 635م.", "سنة 634م"),
        ("متى وقعت أجنادين؟", "وفي سنة 634م، وقعت أجنادين قبل سقوط دمشق كلها سنة 635م.", "سنة 634م"),
        ("متى سقطت دمشق؟", "وفي سنة 634م، وقعت أجنادين قبل سقوط دمشق كلها سنة 635م.", "سنة 635م"),
    ],
)
def test_the_date_beside_what_is_asked_is_told(question: str, text: str, date: str) -> None:
    assert told(question, text) == [date]


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("متى ولد هرقل؟", "سنة 575م"),
        ("متى توفي هرقل؟", "سنة 641م"),
        ("ما تاريخ وفاة هرقل؟", "سنة 641م"),
    ],
)
def test_birth_and_death_in_one_clause_are_told_apart(question: str, date: str) -> None:
    assert told(question, "ولد هرقل سنة 575م وتوفي سنة 641م.") == [date]
    assert told(question, "ولد هرقل سنة 575م وتوفي هرقل في القسطنطينية سنة 641م.") == [date]


@pytest.mark.parametrize(
    ("question", "date"),
    [("متى ولد هرقل؟", "575"), ("متى توفي هرقل؟", "641م"), ("ما تاريخ ميلاد هرقل؟", "575")],
)
def test_a_bracket_behind_a_name_tells_birth_and_death(question: str, date: str) -> None:
    assert told(question, "هرقل (575 - 641م) إمبراطور الروم. وانتصر هرقل سنة 628م.") == [date]


@pytest.mark.parametrize(("question", "date"), [("متى بدأت الحرب؟", "سنة 602م"), ("متى انتهت الحرب؟", "سنة 628م")])
def test_beginning_and_end_in_one_clause_are_told_apart(question: str, date: str) -> None:
    assert told(question, "بدأت الحرب سنة 602م وانتهت سنة 628م.") == [date]
    assert told(question, "بدأت الحرب سنة 602م وانتهت الحرب بين الروم والفرس سنة 628م.") == [date]


REIGN = "وبويع المتقي لله، لعشر خلون من ربيع الأول سنة 329هـ، وخلع لثلاث خلون من صفر سنة 333هـ، وكانت خلافته ثلاث سنين."


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("متى بويع المتقي؟", "لعشر خلون من ربيع الأول سنة 329هـ"),
        ("متى خلع المتقي؟", "لثلاث خلون من صفر سنة 333هـ"),
    ],
)
def test_a_date_between_commas_belongs_to_what_stands_before_it(question: str, date: str) -> None:
    assert told(question, REIGN) == [date]


def test_a_death_is_dated_by_what_stands_before_it_where_nothing_follows() -> None:
    assert told("متى توفي هرقل؟", "في سنة 641م توفي هرقل.") == ["سنة 641م"]


def test_a_date_in_two_calendars_side_by_side_is_one_date() -> None:
    assert told("متى كانت أجنادين؟", "كانت أجنادين سنة 13هـ الموافق 634م.") == ["سنة 13هـ", "634م"]


def test_a_written_year_goes_before_a_reign() -> None:
    text = "كانت أجنادين في خلافة أبي بكر، وهي سنة 13هـ."
    assert told("متى كانت أجنادين؟", text) == ["سنة 13هـ"]
    assert told("متى كانت أجنادين؟", "كانت أجنادين في خلافة أبي بكر.") == ["خلافة أبي بكر"]


def test_another_person_of_a_like_name_is_not_meant() -> None:
    son = "ومات حميد بن عبد الرحمن بن عوف سنة 95هـ بالمدينة."
    father = "ومات عبد الرحمن بن عوف سنة 32هـ بالمدينة."
    assert told("متى مات عبد الرحمن بن عوف؟", son, father) == ["سنة 32هـ"]


def test_what_happened_then_is_dated_by_the_year_that_the_sentence_points_back_to() -> None:
    text = "وفي سنة سبع عشرة زاد عمر في المسجد وبنى الدور. وفيها كان القحط بالحجاز، وسمي عام القحط الكبير."
    best = dates("متى كان القحط؟", text)[0]
    assert [each.text for each in (quoted.date for quoted in best.given.quoted)] == ["وفيها"]
    assert iso(best.given.meaning) == "0017"


def test_a_sentence_under_a_year_is_dated_by_it() -> None:
    best = dates("متى كانت أجنادين؟", "ثم كانت وقعة أجنادين بين المسلمين والروم.", headings=("ثم دخلت سنة ثلاث عشرة",))[
        0
    ]
    assert [quoted.date.text for quoted in best.given.quoted] == ["سنة ثلاث عشرة"]
    assert best.features.heading == 1


def test_sentences_without_a_date_give_none() -> None:
    assert dates("متى كانت تبوك؟", "كانت تبوك بعيدة.") == []
