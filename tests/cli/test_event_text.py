from datetime import date

from dated import KHALID, table_of, timeline_of
from qa_bot.answering.annals.anniversaries import anniversaries
from qa_bot.cli.event_text import event_cells, timeline_lines, today_lines
from qa_bot.model.timeline import Timeline


def test_a_date_in_two_calendars_is_written_in_both_and_computed_in_none() -> None:
    event = timeline_of(KHALID[2]).chosen[0]
    assert event_cells(event) == ("جمادى الأولى 13هـ = 634م", "", "written", KHALID[2], "كتاب")


def test_white_space_in_a_sentence_cuts_no_cell() -> None:
    event = timeline_of("وقعت أجنادين\tسنة 13هـ  بالشام.").chosen[0]
    assert event_cells(event)[3] == "وقعت أجنادين سنة 13هـ بالشام."


def test_a_timeline_of_nothing_says_so() -> None:
    assert list(timeline_lines(Timeline("نابليون"))) == ["لا تؤرّخ النصوص شيئًا من ذلك."]


def test_the_first_twelve_events_of_a_day_are_listed() -> None:
    texts = [f"كانت غزوة كبيرة في رمضان سنة {year}هـ." for year in range(2, 16)]
    lines = list(today_lines(anniversaries(table_of(*texts), date(2026, 3, 8))))
    assert lines[0].startswith("اليوم 19 رمضان 1447هـ (حسابيًّا، وقد يختلف اليوم يومًا أو يومين)، 8 آذار/مارس 2026م، ")
    assert lines[-1] == "\n… وغيرها، وعددها: 2"


def test_what_is_of_the_month_is_told_apart_from_what_is_of_the_day() -> None:
    texts = ["كانت غزوة كبيرة في رمضان سنة 2هـ.", "وقتل فلان الكبير في 19 رمضان سنة 40هـ."]
    lines = list(today_lines(anniversaries(table_of(*texts), date(2026, 3, 8))))
    day, month = lines.index("\nفي مثل هذا اليوم:"), lines.index("\nفي مثل هذا الشهر:")
    assert (lines[day + 1], lines[month + 1][:12]) == (
        "\n1. 19 رمضان 40هـ ≈ 26 كانون الثاني/يناير 661م",
        "\n2. رمضان 2ه",
    )
    only_month = list(today_lines(anniversaries(table_of(texts[0]), date(2026, 3, 8))))
    assert only_month[1:3] == ["لا تؤرّخ النصوص شيئًا بهذا اليوم نفسه.", "\nفي مثل هذا الشهر:"]


def test_a_day_without_events_says_so() -> None:
    lines = list(today_lines(anniversaries(table_of(), date(2026, 3, 8))))
    assert lines[1] == "لا تذكر النصوص شيئًا مؤرَّخًا بهذا اليوم ولا بهذا الشهر."
