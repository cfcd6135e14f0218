"""Which of a sentence's dates is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asked import sentence_of, weighed
from qa_bot.answering.when import NamedDate, clauses_of, dates_in, name_date
from qa_bot.model.corpus import Span
from qa_bot.text.calendars import iso

SYRIA = "وفي يوليو (634)، هزم المسلمون الروم في أجنادين، سقطت دمشق في (سبتمبر 634)."
HERACLIUS = "في عام (610)م خلال الحرب البيزنطية الساسانية في (602-628)، أصبح هرقل إمبراطورا."


def named(question: str, text: str, begin: str = "", *, headings: tuple[str, ...] = ()) -> list[str]:
    """Return the words of the date that a sentence of `text` gives to a question."""
    candidate = sentence_of(text, begin, headings=headings)
    return [span.of(candidate.text) for span in name_date(weighed(question), candidate).spans]


@pytest.mark.parametrize(
    ("question", "text", "date"),
    [
        ("متى كانت معركة أجنادين؟", SYRIA, "يوليو (634)"),
        ("متى سقطت دمشق؟", SYRIA, "سبتمبر 634"),
        ("متى أصبح هرقل إمبراطورا؟", HERACLIUS, "عام (610)م"),
        ("متى كانت الحرب البيزنطية الساسانية؟", HERACLIUS, "602-628"),
        ("متى كانت بدر؟", "بعد أحد سنة 3هـ؛ وقبلها بدر سنة 2هـ؛ والخندق سنة 5هـ.", "سنة 2هـ"),
        ("متى كانت أحد؟", "بعد أحد سنة 3هـ؛ وقبلها بدر سنة 2هـ؛ والخندق سنة 5هـ.", "سنة 3هـ"),
        ("متى كانت اليرموك؟", "وفي يوم 15 أغسطس 636، بدأت معركة اليرموك؛ ودامت ستة أيام.", "يوم 15 أغسطس 636"),
        ("متى كانت حطين؟", "وقعت أجنادين سنة 13هـ.", "سنة 13هـ"),
        ("متى وقعت أجنادين؟", "وفي سنة 634م، وقعت أجنادين قبل سقوط دمشق كلها سنة 635م.", "سنة 634م"),
    ],
)
def test_the_date_of_the_clause_that_answers_is_named(question: str, text: str, date: str) -> None:
    assert named(question, text) == [date]


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("متى ولد هرقل؟", "سنة 575م"),
        ("متى توفي هرقل؟", "سنة 641م"),
        ("ما تاريخ وفاة هرقل؟", "سنة 641م"),
    ],
)
def test_birth_and_death_in_one_clause_are_told_apart(question: str, date: str) -> None:
    assert named(question, "ولد هرقل سنة 575م وتوفي سنة 641م.") == [date]
    assert named(question, "ولد هرقل سنة 575م وتوفي هرقل في القسطنطينية سنة 641م.") == [date]


@pytest.mark.parametrize(("question", "date"), [("متى بدأت الحرب؟", "سنة 602م"), ("متى انتهت الحرب؟", "سنة 628م")])
def test_beginning_and_end_in_one_clause_are_told_apart(question: str, date: str) -> None:
    assert named(question, "بدأت الحرب سنة 602م وانتهت سنة 628م.") == [date]
    assert named(question, "بدأت الحرب سنة 602م وانتهت الحرب بين الروم والفرس سنة 628م.") == [date]


def test_a_death_is_dated_by_what_stands_before_it_where_nothing_follows() -> None:
    assert named("متى توفي هرقل؟", "في سنة 641م توفي هرقل.") == ["سنة 641م"]


@pytest.mark.parametrize(
    "text",
    [
        "كانت أجنادين سنة 13هـ/634م في فلسطين.",
        "في سنة 13هـ/634م كانت أجنادين.",
        "سنة 13هـ (634م) كانت أجنادين.",
        "كانت أجنادين سنة 13هـ الموافق 634م.",
    ],
)
def test_a_date_in_two_calendars_side_by_side_is_one_date(text: str) -> None:
    candidate = sentence_of(text)
    hijri, christian = name_date(weighed("متى كانت أجنادين؟"), candidate).dates
    assert (hijri.text, christian.text) == ("سنة 13هـ", "634م")
    assert [iso(date) for date in (hijri.hijri, christian.julian) if date] == ["0013", "0634"]


def test_two_dates_close_together_that_differ_are_two_dates() -> None:
    text = "وقعت أجنادين سنة 13هـ، وفي 640م سقطت قيسارية."
    assert named("متى وقعت أجنادين؟", text) == ["سنة 13هـ"]
    assert named("متى سقطت قيسارية؟", text) == ["640م"]


def test_a_written_year_goes_before_a_reign() -> None:
    text = "كانت أجنادين في خلافة أبي بكر، وفيها سنة 13هـ توفي أبو بكر."
    assert named("متى كانت أجنادين؟", text) == ["سنة 13هـ"]
    assert named("متى كانت أجنادين؟", "كانت أجنادين في خلافة أبي بكر.") == ["خلافة أبي بكر"]


@pytest.mark.parametrize(
    ("text", "headings"),
    [("سار الناس في سنة تسع. ثم كانت تبوك في رجب.", ()), ("ثم كانت تبوك في رجب.", ("ثم دخلت سنة تسع",))],
)
def test_a_month_takes_its_year_from_the_text_before_and_from_the_heading(text: str, headings: tuple[str, ...]) -> None:
    candidate = sentence_of(text, "ثم كانت", headings=headings)
    [date] = name_date(weighed("متى كانت تبوك؟"), candidate).dates
    assert (date.text, date.hijri and iso(date.hijri)) == ("رجب", "0009-07")


def test_a_sentence_without_a_date_names_none() -> None:
    assert name_date(weighed("متى كانت تبوك؟"), sentence_of("كانت تبوك بعيدة.")) == NamedDate()


def test_only_the_sentences_own_dates_are_its_dates() -> None:
    candidate = sentence_of("ولد سنة 575م في قرطاج. وتوفي سنة 641م.", "وتوفي")
    assert [mention.span.of(candidate.text) for mention in dates_in(candidate)] == ["سنة 641م"]


def test_a_bracket_around_a_date_parts_no_clauses() -> None:
    text = "وقعت أجنادين (634م) وانهزم الروم (وكانوا كثيرا)."
    assert [clause.of(text) for clause in clauses_of(text, [Span(14, 18)])] == [
        "وقعت أجنادين (634م) وانهزم الروم (",
        "وكانوا كثيرا)",
        ".",
    ]


@given(st.text("اب ،.؛:()«»1", max_size=40), st.lists(st.integers(0, 40), max_size=4))
def test_clauses_cover_the_sentence_in_order(text: str, places: list[int]) -> None:
    dates = [Span(place, min(place + 3, len(text))) for place in sorted(places) if place < len(text)]
    assert "".join(clause.of(text) for clause in clauses_of(text, dates)) == text
