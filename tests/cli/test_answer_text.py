from dataclasses import replace

import pytest

from builders import build_document, build_passage
from qa_bot.cli.answer_text import NOT_FOUND, answer_as_text, date_lines
from qa_bot.model.answer import Answer, DateAccount, LifeDate, LifeEvent, QuestionKind, Quote, Understood
from qa_bot.model.calendar import BothCalendars, Calendar, DateRange, HistoricalDate
from qa_bot.model.corpus import DocumentCard, Metadata, Span
from qa_bot.model.reckoning import Comparison, Reckoning, TimeSpan
from qa_bot.model.search import Hit

TEXT = "كانت وقعة أجنادين سنة 13هـ. وقاد المسلمين خالد."
CARD = DocumentCard("d", Metadata("وقعة أجنادين"), passages=1, words=8)
ASKED = Understood("متى كانت أجنادين؟", QuestionKind.WHEN, "أجنادين")


def quote(start: int, end: int) -> Quote:
    return Quote(build_passage(TEXT), CARD, Span(start, end), "وقعة أجنادين")


def years(calendar: Calendar, first: int, last: int | None = None) -> DateRange:
    return DateRange(HistoricalDate(calendar, first), HistoricalDate(calendar, last or first))


HIJRI = years(Calendar.HIJRI, 13)
JULIAN = years(Calendar.JULIAN, 634, 635)
WRITTEN_HIJRI = BothCalendars("سنة 13هـ", HIJRI, JULIAN, JULIAN, (Calendar.JULIAN, Calendar.GREGORIAN))


def test_the_sentence_stands_in_quotation_marks_with_its_citation_and_date() -> None:
    answer = Answer(ASKED, 0.9, (quote(0, 27),), (WRITTEN_HIJRI,))
    assert answer_as_text(answer).splitlines() == [
        "«كانت وقعة أجنادين سنة 13هـ.»",
        "— وقعة أجنادين",
        "التاريخ: 13هـ = 634-635م (حسابيًّا)",
    ]


def test_a_terminal_underlines_the_dates_or_the_likely_answer_of_every_sentence() -> None:
    dated, named = replace(quote(0, 27), date_spans=(Span(18, 26),)), replace(quote(28, 47), answer_span=Span(14, 18))
    said = answer_as_text(Answer(ASKED, 0.9, (dated, named)), underlining=True)
    assert "«كانت وقعة أجنادين \x1b[4mسنة 13هـ\x1b[24m.»" in said
    assert "«وقاد المسلمين \x1b[4mخالد\x1b[24m.»" in said


def test_further_sentences_stand_below_each_with_its_citation() -> None:
    answer = Answer(ASKED, 0.9, (quote(0, 27), quote(28, 47)))
    assert answer_as_text(answer).splitlines()[2:] == [
        "",
        "وفي النصوص أيضًا:",
        "«وقاد المسلمين خالد.»",
        "— وقعة أجنادين",
    ]


def test_where_the_texts_do_not_tell_the_nearest_titles_are_named_once_each() -> None:
    others = [build_document(name, TEXT)[0] for name in ("تبوك", "بدر", "أحد")]
    cards = [CARD, CARD, *(DocumentCard(each.id, each.metadata, 1, 8) for each in others)]
    hits = tuple(Hit(build_passage(TEXT), card, rank, 1.0) for rank, card in enumerate(cards, 1))
    said = answer_as_text(Answer(ASKED, 0.1, hits=hits)).splitlines()
    assert said == [NOT_FOUND, "أقرب ما فيها: «وقعة أجنادين»، «تبوك»"]


def test_where_nothing_comes_near_no_title_is_named() -> None:
    assert answer_as_text(Answer(ASKED, 0.0)) == NOT_FOUND


@pytest.mark.parametrize(
    ("understood", "note"),
    [
        (Understood("q", QuestionKind.WHO, "أجنادين", carried=True), "(عن أجنادين)"),
        (Understood("q", QuestionKind.WHEN, "هرقل", readings=("هرقل", "هرقلة")), "(قرأت الاسم: هرقل)"),
        (Understood("q", QuestionKind.WHO, "هرقل", ("هرقل",), carried=True), "(عن هرقل)"),
        (Understood("q", QuestionKind.WHO, "هرقل", corrections=(("هرقلل", "هرقل"),)), "(لعلك تقصد: هرقل (بدل: هرقلل))"),
        (
            Understood("q", QuestionKind.WHO, "معركة تبوك", ("تبوك",), carried=True),
            "(عن معركة تبوك؛ قرأت الاسم: تبوك)",
        ),
    ],
)
def test_what_was_understood_beyond_the_words_is_said_first(understood: Understood, note: str) -> None:
    assert answer_as_text(Answer(understood, 0.0)).splitlines() == [note, NOT_FOUND]


def test_conditions_that_no_passage_meets_are_named() -> None:
    understood = Understood("q", QuestionKind.WHEN, conditions=("كتاب:الحيوان", "-الروم"))
    assert answer_as_text(Answer(understood, 0.0)) == "لا مقطع في النصوص يوافق ما اشترطته: كتاب:الحيوان -الروم"


def test_a_converted_date_is_in_the_calendar_of_its_time() -> None:
    hijri = HistoricalDate(Calendar.HIJRI, 1342, 7, 15)
    julian = HistoricalDate(Calendar.JULIAN, 1924, 2, 8)
    gregorian = HistoricalDate(Calendar.GREGORIAN, 1924, 2, 21)
    ranges = [DateRange(each, each) for each in (hijri, julian, gregorian)]
    both = BothCalendars("15 رجب 1342هـ", *ranges, computed=(Calendar.JULIAN, Calendar.GREGORIAN))
    assert date_lines((both,)) == ["التاريخ: 15 رجب 1342هـ = 21 شباط/فبراير 1924م (حسابيًّا، وقد يختلف يومًا أو يومين)"]


@pytest.mark.parametrize(
    ("date", "line"),
    [
        (WRITTEN_HIJRI, "التاريخ: 13هـ = 634-635م (حسابيًّا)"),
        (
            BothCalendars("سنة 634", HIJRI, years(Calendar.JULIAN, 634), None, (Calendar.HIJRI,)),
            "التاريخ: 634م = 13هـ (حسابيًّا)",
        ),
        (
            BothCalendars("سنة 13هـ الموافق 634م", HIJRI, years(Calendar.JULIAN, 634), None),
            "التاريخ: 13هـ = 634م",
        ),
        (
            BothCalendars(
                "سنة 1342هـ",
                years(Calendar.HIJRI, 1342),
                years(Calendar.JULIAN, 1923, 1924),
                years(Calendar.GREGORIAN, 1923, 1924),
                (Calendar.JULIAN, Calendar.GREGORIAN),
            ),
            "التاريخ: 1342هـ = 1923-1924م (حسابيًّا)",
        ),
    ],
)
def test_a_date_is_shown_as_written_and_the_other_calendar_marked_where_computed(
    date: BothCalendars, line: str
) -> None:
    assert date_lines((date,)) == [line]


def test_where_texts_differ_each_date_stands_with_those_that_give_it() -> None:
    other = Quote(build_passage(TEXT), DocumentCard("e", Metadata("المغازي"), 1, 8), Span(0, 27), "المغازي")
    accounts = (
        DateAccount((WRITTEN_HIJRI,), (quote(0, 27),), ("سيف بن عمر", "«وقعة أجنادين»")),
        DateAccount((WRITTEN_HIJRI,), (other,), ("«المغازي»",)),
    )
    said = answer_as_text(Answer(ASKED, 0.9, (quote(0, 27),), accounts=accounts)).splitlines()
    assert said[2:] == [
        "تختلف الروايات في تاريخه:",
        "- 13هـ = 634-635م (حسابيًّا): عند سيف بن عمر، «وقعة أجنادين»",
        "- 13هـ = 634-635م (حسابيًّا): عند «المغازي»",
    ]


def test_what_two_dates_make_stands_under_both_sentences() -> None:
    dates = (WRITTEN_HIJRI, WRITTEN_HIJRI)
    reckoned = Reckoning(Comparison.BETWEEN, ("أجنادين", "خالد"), dates, None, TimeSpan(Calendar.HIJRI, 0, 0))
    said = answer_as_text(Answer(ASKED, 0.9, (quote(0, 27), quote(28, 47)), reckoned=reckoned)).splitlines()
    assert said == [
        "«كانت وقعة أجنادين سنة 13هـ.»",
        "— وقعة أجنادين",
        "«وقاد المسلمين خالد.»",
        "— وقعة أجنادين",
        "الحساب: لا يُعرف من هذين التاريخين أيهما أسبق: أجنادين (13هـ)، خالد (13هـ). "
        "(حسابٌ من التاريخين، لا من لفظ النصوص)",
    ]


def test_a_death_is_said_to_be_one_and_other_dates_stand_below() -> None:
    died, other = quote(0, 27), quote(28, 47)
    answer = Answer(
        ASKED, 0.9, (died, other), (WRITTEN_HIJRI,), life=(LifeDate(LifeEvent.DEATH, died, (WRITTEN_HIJRI,)),)
    )
    assert answer_as_text(answer).splitlines() == [
        "«كانت وقعة أجنادين سنة 13هـ.»",
        "— وقعة أجنادين",
        "الوفاة: 13هـ = 634-635م (حسابيًّا)",
        "",
        "وفي النصوص أيضًا:",
        "«وقاد المسلمين خالد.»",
        "— وقعة أجنادين",
    ]


def test_where_no_birth_or_death_is_told_that_is_said_first() -> None:
    lines = answer_as_text(Answer(ASKED, 0.9, (quote(0, 27),), life=())).splitlines()
    assert lines[0] == "لا تذكر النصوص متى كان المولد ولا الوفاة، وهذه تواريخ أخرى فيها:"
    assert lines[1] == "«كانت وقعة أجنادين سنة 13هـ.»"
