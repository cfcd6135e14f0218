from dataclasses import replace

from builders import build_passage
from fakes import RAJAB_15
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.date_lines import account_lines, date_lines, life_lines, reckoned_line
from qa_bot.bot.markup import to_html, to_plain
from qa_bot.model.answer import DateAccount, LifeDate, LifeEvent, Quote
from qa_bot.model.calendar import BothCalendars, Calendar, DateRange, HistoricalDate
from qa_bot.model.corpus import DocumentCard, Metadata, Span
from qa_bot.model.reckoning import Comparison, Reckoning, TimeSpan
from spoken import ARABIC, ENGLISH


def year(calendar: Calendar, number: int, last: int | None = None) -> DateRange:
    return DateRange(HistoricalDate(calendar, number), HistoricalDate(calendar, last or number))


def day(calendar: Calendar, *numbers: int) -> DateRange:
    date = HistoricalDate(calendar, *numbers)
    return DateRange(date, date)


YEAR_13 = BothCalendars(
    text="سنة 13هـ",
    hijri=year(Calendar.HIJRI, 13),
    julian=year(Calendar.JULIAN, 634, 635),
    gregorian=year(Calendar.GREGORIAN, 634, 635),
    computed=(Calendar.JULIAN, Calendar.GREGORIAN),
)
YEAR_634 = BothCalendars(
    text="634م",
    hijri=year(Calendar.HIJRI, 12, 13),
    julian=year(Calendar.JULIAN, 634),
    gregorian=year(Calendar.GREGORIAN, 634),
    computed=(Calendar.HIJRI, Calendar.GREGORIAN),
)


def shown(*dates: BothCalendars) -> list[str]:
    return [strip_controls(to_plain((line,))) for line in date_lines(dates, ARABIC)]


def test_what_is_written_comes_first_and_bold_and_what_was_converted_is_marked() -> None:
    line = strip_controls(to_html(date_lines((RAJAB_15,), ARABIC)))
    assert line == "🗓 <b>رجب 15هـ</b> ≈ بين آب/أغسطس وأيلول/سبتمبر 636م (حسابيًّا)"


def test_a_converted_day_is_said_to_be_off_by_a_day_or_two() -> None:
    badr = day(Calendar.HIJRI, 2, 9, 17), day(Calendar.JULIAN, 624, 3, 13), day(Calendar.GREGORIAN, 624, 3, 16)
    written = BothCalendars("17 رمضان سنة 2هـ", *badr, computed=(Calendar.JULIAN, Calendar.GREGORIAN))
    assert shown(written) == ["🗓 17 رمضان 2هـ ≈ 13 آذار/مارس 624م (حسابيًّا، وقد يختلف يومًا أو يومين)"]
    [line] = date_lines((written,), ENGLISH)
    assert strip_controls(to_plain((line,))) == (
        "🗓 17 Ramadan 2 AH ≈ 13 March 624 CE (computed, give or take a day or two)"
    )


def test_a_day_written_in_both_calendars_is_not_called_computed() -> None:
    both = BothCalendars("d", day(Calendar.HIJRI, 2, 9, 17), day(Calendar.JULIAN, 624, 3, 13), None)
    assert shown(both) == ["🗓 17 رمضان 2هـ الموافق 13 آذار/مارس 624م"]


def test_a_date_of_the_christian_era_leads_where_the_text_has_it() -> None:
    assert shown(YEAR_634) == ["🗓 634م ≈ 12-13هـ (حسابيًّا)"]


def test_one_date_written_in_both_calendars_is_one_line_without_conversion() -> None:
    assert shown(YEAR_13, YEAR_634) == ["🗓 13هـ الموافق 634م"]


def test_two_dates_of_different_years_stay_two_lines() -> None:
    other = replace(YEAR_634, julian=year(Calendar.JULIAN, 700), hijri=year(Calendar.HIJRI, 80, 81))
    assert shown(YEAR_13, other) == ["🗓 13هـ ≈ 634-635م (حسابيًّا)", "🗓 700م ≈ 80-81هـ (حسابيًّا)"]


def test_the_same_date_twice_is_said_once() -> None:
    assert len(shown(YEAR_13, YEAR_13)) == 1


def test_after_october_1582_the_gregorian_calendar_is_shown() -> None:
    modern = BothCalendars(
        text="سنة 1367هـ",
        hijri=year(Calendar.HIJRI, 1367),
        julian=year(Calendar.JULIAN, 1947, 1948),
        gregorian=year(Calendar.GREGORIAN, 1947, 1948),
        computed=(Calendar.JULIAN, Calendar.GREGORIAN),
    )
    lines = date_lines((modern,), ARABIC)
    assert shown(modern) == ["🗓 1367هـ ≈ 1947-1948م (حسابيًّا)"]
    assert len(lines) == 1


def test_a_date_without_meaning_is_left_out() -> None:
    assert shown(BothCalendars("يومئذ", None, None, None)) == []


def account(date: BothCalendars, *titles: str) -> DateAccount:
    quotes = [Quote(build_passage(), DocumentCard(title, Metadata(title), 1, 1), Span(0, 4), "") for title in titles]
    return DateAccount((date,), tuple(quotes), tuple(f"«{title}»" for title in titles))


def told(*accounts: DateAccount) -> list[str]:
    return [strip_controls(to_plain((line,))) for line in account_lines(accounts, ARABIC)]


def test_where_texts_differ_each_date_stands_in_both_calendars_with_those_that_give_it() -> None:
    assert told(account(YEAR_13, "المغازي", "الفتوح"), account(YEAR_634, "التاريخ")) == [
        "تختلف الروايات في تاريخه (وما بعد ≈ محسوب):",
        "🗓 13هـ ≈ 634-635م · عند «المغازي»، «الفتوح»",
        "🗓 634م ≈ 12-13هـ · عند «التاريخ»",
    ]


def test_a_source_that_gives_them_all_is_not_named_again() -> None:
    assert told(account(YEAR_13, "المغازي"), account(YEAR_634, "المغازي"))[1:] == [
        "🗓 13هـ ≈ 634-635م",
        "🗓 634م ≈ 12-13هـ",
    ]


def test_of_many_sources_the_first_are_named_and_the_others_counted() -> None:
    many = account(YEAR_13, *(f"كتاب {number}" for number in range(7)))
    assert told(many, account(YEAR_634, "التاريخ"))[1].endswith("«كتاب 0»، «كتاب 1»، «كتاب 2»، «كتاب 3» و3 غيرها")


def test_where_texts_agree_nothing_is_said_of_it() -> None:
    assert account_lines((), ARABIC) == ()


def test_what_was_reckoned_is_marked_so_in_either_language() -> None:
    known = Reckoning(
        Comparison.ORDER, ("اليرموك", "أجنادين"), (YEAR_634, YEAR_13), None, TimeSpan(Calendar.HIJRI, 0, 1), True
    )
    assert strip_controls(to_plain((reckoned_line(known, ARABIC),))) == (
        "🧮 لا يُعرف من هذين التاريخين أيهما أسبق: اليرموك (634م)، أجنادين (13هـ). "
        "(حسابٌ من التاريخين، لا من لفظ النصوص، وفيهما خلاف)"
    )
    assert strip_controls(to_plain((reckoned_line(replace(known, earlier=1), ENGLISH),))) == (
        "🧮 First أجنادين (13 AH), then اليرموك (634 CE). "
        "(reckoned from the two dates, not in the texts, which differ on them)"
    )


def test_a_death_and_a_birth_are_said_to_be_such() -> None:
    quote = Quote(build_passage("توفي سنة 13هـ."), DocumentCard("d", Metadata("كتاب"), 1, 3), Span(0, 14), "كتاب")
    died = LifeDate(LifeEvent.DEATH, quote, (YEAR_13,))
    plain = [
        strip_controls(to_plain(life_lines(each, ARABIC))) for each in (died, replace(died, event=LifeEvent.BIRTH))
    ]
    assert plain == ["🗓 الوفاة: 13هـ ≈ 634-635م (حسابيًّا)", "🗓 المولد: 13هـ ≈ 634-635م (حسابيًّا)"]
    accounts = (DateAccount((YEAR_13,), (quote,), ("الطبري",)), DateAccount((YEAR_634,), (quote,), ("البلاذري",)))
    differing = to_plain(life_lines(replace(died, accounts=accounts), ENGLISH)).splitlines()
    assert strip_controls(differing[0]) == "The texts differ on the death (what follows ≈ is computed):"
    assert len(differing) == 3
