from asked import found, ranked, weighed
from qa_bot.answering.agreement import group_dates, mean_the_same
from qa_bot.answering.date_candidates import DateCandidate, rank_dates


def dates(*texts: str) -> list[DateCandidate]:
    question = "متى كانت أجنادين؟"
    return rank_dates(weighed(question), ranked(question, found(*texts)))


def words(date: DateCandidate) -> str:
    return date.given.quoted[0].date.text


def test_dates_of_one_year_are_one_group_in_whichever_calendar() -> None:
    found_dates = dates(
        "كانت أجنادين سنة 13هـ.",
        "وكانت أجنادين في رجب سنة 13هـ بفلسطين.",
        "كانت أجنادين سنة 634م.",
        "كانت أجنادين سنة 15هـ.",
    )
    groups = group_dates(found_dates)
    assert [sorted(map(words, group.dates)) for group in groups] == [
        ["رجب سنة 13هـ", "سنة 13هـ", "سنة 634م"],
        ["سنة 15هـ"],
    ]


def test_what_more_sentences_say_is_likelier() -> None:
    (first, second) = group_dates(dates("كانت أجنادين سنة 15هـ.", "وأجنادين كانت سنة 13هـ.", "وكانت أجنادين سنة 13هـ."))
    assert words(first.best) == "سنة 13هـ"
    assert first.likely > second.likely
    assert round(first.likely + second.likely, 6) == 1


def test_a_reign_is_a_group_of_its_own() -> None:
    one, other = dates("كانت أجنادين سنة 13هـ.", "كانت أجنادين في خلافة أبي بكر.")
    assert not mean_the_same(one, other)


def test_without_dates_there_are_no_groups() -> None:
    assert group_dates([]) == []
