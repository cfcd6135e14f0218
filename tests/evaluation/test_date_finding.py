from builders import build_document
from qa_bot.evaluation.date_finding import (
    JudgedStretch,
    Tally,
    Verdict,
    judge,
    tallies_by_kind,
    tallies_by_source,
)
from qa_bot.evaluation.date_report import failures_of, record_of, tables_of
from qa_bot.evaluation.marked_dates import Kind, MarkedDate, Stretch, digest_of
from qa_bot.evaluation.marked_texts import FoundStretch
from qa_bot.model.corpus import Span


def judged(text: str, *dates: tuple[str, Kind, str | None], heading: str = "", split: str = "fit") -> JudgedStretch:
    """Return what the finder makes of `text`, in which `dates` are marked: words, kind, meaning."""
    marked = tuple(
        MarkedDate(Span(text.index(words), text.index(words) + len(words)), words, kind, (means,))
        for words, kind, means in dates
    )
    document, _ = build_document("d", text, headings=(heading,) if heading else ())
    return judge(
        FoundStretch(Stretch("d-1", split, "texts", "d", Span(0, len(text)), digest_of(text), marked), document)
    )


FOUND = judged("وقعت سنة 13هـ.", ("سنة 13هـ", Kind.WRITTEN, "hijri 0013"))
WRONG = judged("وقعت سنة 13هـ.", ("سنة 13هـ", Kind.WRITTEN, "julian 0634"))
MISSED = judged("وقعت يوم كذا.", ("يوم كذا", Kind.OPEN, None))
FALSE = judged("وقعت سنة 13هـ.")


def test_a_date_is_found_if_a_mention_over_it_means_the_same() -> None:
    assert [each.dates[0].verdict for each in (FOUND, WRONG, MISSED)] == [Verdict.FOUND, Verdict.WRONG, Verdict.MISSED]
    assert [each.failed for each in (FOUND, WRONG, MISSED, FALSE)] == [False, True, True, True]


def test_a_mention_without_a_meaning_is_found_where_nobody_can_tell() -> None:
    assert judged("خرج في رجب.", ("رجب", Kind.OPEN, None)).dates[0].verdict is Verdict.FOUND


def test_headings_tell_the_year() -> None:
    stretch = judged("خرج في رجب.", ("رجب", Kind.HEADING, "hijri 0013-07"), heading="سنة ثلاث عشرة")
    assert stretch.dates[0].verdict is Verdict.FOUND


def test_a_mention_over_no_date_is_false() -> None:
    assert [len(each.false) for each in (FOUND, WRONG, MISSED, FALSE)] == [0, 0, 0, 1]


def test_a_second_mention_over_a_date_that_another_has_found_is_false() -> None:
    stretch = judged("وقعت سنة 13هـ، ثم سنة 14هـ.", ("سنة 13هـ، ثم سنة 14هـ", Kind.WRITTEN, "hijri 0013"))
    assert [mention.span.start for mention in stretch.false] == [18]


def test_an_optional_date_may_be_missed_but_not_misread() -> None:
    missed = judged("أقام رمضان.", ("رمضان", Kind.OPTIONAL, "hijri 0006-09"))
    right = judged("كان في 1948.", ("1948", Kind.OPTIONAL, "gregorian 1948"))
    wrong = judged("كان في 1948.", ("1948", Kind.OPTIONAL, None))
    assert [(each.dates, len(each.mentions), len(each.false)) for each in (missed, right, wrong)] == [
        ((), 0, 0),
        ((), 1, 0),
        ((), 1, 1),
    ]


def test_tallies_count_halves_sources_and_kinds() -> None:
    other = judged("كان في 1948.", ("1948", Kind.WRITTEN, "gregorian 1948"), split="report")
    sources = tallies_by_source([FOUND, WRONG, MISSED, FALSE, other])
    assert sources == [
        Tally("fit", "texts", 3, found=1, wrong=1, missed=1, mentions=3, false=1),
        Tally("fit", "all", 3, found=1, wrong=1, missed=1, mentions=3, false=1),
        Tally("report", "texts", 1, found=1, wrong=0, missed=0, mentions=1, false=0),
        Tally("report", "all", 1, found=1, wrong=0, missed=0, mentions=1, false=0),
    ]
    assert tallies_by_kind([FOUND, WRONG, MISSED]) == [
        Tally("fit", "written", 2, found=1, wrong=1, missed=0),
        Tally("fit", "open", 1, found=0, wrong=0, missed=1),
    ]


def test_tables_have_shares_and_failures_their_words() -> None:
    stretches = [FOUND, WRONG, MISSED, FALSE]
    by_source, by_kind = tallies_by_source(stretches), tallies_by_kind(stretches)
    sources, kinds = tables_of(by_source, by_kind)
    assert sources.rows[0] == ("fit", "texts", "3", "33.3", "33.3", "33.3", "3", "33.3")
    assert kinds.rows[1] == ("fit", "open", "1", "0.0", "0.0", "100.0")
    assert failures_of(stretches) == [
        "d-1 (fit), d 0-14\n  wrong meaning: «سنة 13هـ» = julian 0634; marked: «سنة 13هـ» = hijri 0013",
        "d-1 (fit), d 0-13\n  missed: «يوم كذا» = open",
        "d-1 (fit), d 0-14\n  false: «سنة 13هـ» = hijri 0013",
    ]
    record = record_of(by_source, by_kind, ["seeds: not there"], stretches)
    assert record["skipped"] == ["seeds: not there"]
    assert record["failures"][2] == {
        "stretch": "d-1",
        "split": "fit",
        "document": "d",
        "dates": [],
        "false": ["«سنة 13هـ» = hijri 0013"],
    }
