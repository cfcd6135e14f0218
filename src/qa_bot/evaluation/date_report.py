"""What the marked dates show: two tables, a record, and the failures one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from qa_bot.evaluation.date_finding import JudgedDate, JudgedStretch, Tally, Verdict
from qa_bot.evaluation.marked_dates import MarkedDate, told
from qa_bot.evaluation.table import Table, percent
from qa_bot.model.calendar import DateMention

_COLUMNS = ("dates", "found %", "wrong meaning %", "missed %")
_NOTE = "Found: a mention overlaps the date and means what it means. False: of the finder's mentions, those of no date."


def tables_of(by_source: Sequence[Tally], by_kind: Sequence[Tally]) -> list[Table]:
    """Return the tallies as two tables, by source and by kind."""
    sources = Table(
        "Marked dates by source",
        ("split", "source", *_COLUMNS, "mentions", "false %"),
        tuple(
            (*_row(each), str(each.mentions or 0), percent(each.false or 0, each.mentions or 0)) for each in by_source
        ),
        _NOTE,
        labels=2,
    )
    return [sources, Table("Marked dates by kind", ("split", "kind", *_COLUMNS), tuple(map(_row, by_kind)), labels=2)]


def _row(tally: Tally) -> tuple[str, ...]:
    shares = (percent(part, tally.dates) for part in (tally.found, tally.wrong, tally.missed))
    return (tally.split, tally.group, str(tally.dates), *shares)


def record_of(
    by_source: Sequence[Tally], by_kind: Sequence[Tally], skipped: Sequence[str], judged: Iterable[JudgedStretch]
) -> dict[str, Any]:
    """Return tallies, what was skipped and failures as plain data for JSON."""
    return {
        "by_source": [asdict(tally) for tally in by_source],
        "by_kind": [asdict(tally) for tally in by_kind],
        "skipped": list(skipped),
        "failures": [_record(each) for each in judged if each.failed],
    }


def _record(judged: JudgedStretch) -> dict[str, Any]:
    text, stretch = judged.found.text, judged.found.stretch
    return {
        "stretch": stretch.id,
        "split": stretch.split,
        "document": stretch.document,
        "dates": [
            {"words": each.date.words, "means": each.date.means, "verdict": each.verdict, "mentions": _told(each, text)}
            for each in judged.dates
            if each.verdict is not Verdict.FOUND
        ],
        "false": [_mention(each, text) for each in judged.false],
    }


def _told(judged: JudgedDate, text: str) -> list[str]:
    return [_mention(each, text) for each in judged.mentions]


def _mention(mention: DateMention, text: str) -> str:
    return f"«{mention.span.of(text)}» = {told(mention) or 'open'}"


def failures_of(judged: Iterable[JudgedStretch]) -> list[str]:
    """Return a block of lines for each stretch with a failure, in order."""
    return [_failure(each) for each in judged if each.failed]


def _failure(judged: JudgedStretch) -> str:
    stretch, text = judged.found.stretch, judged.found.text
    head = f"{stretch.id} ({stretch.split}), {stretch.document} {stretch.span.start}-{stretch.span.end}"
    dates = [_failed_date(each, text) for each in judged.dates if each.verdict is not Verdict.FOUND]
    return "\n".join([head, *dates, *(f"  false: {_mention(each, text)}" for each in judged.false)])


def _failed_date(judged: JudgedDate, text: str) -> str:
    marked = ", ".join(_told(judged, text))
    return f"  {judged.verdict.value}: {_expected(judged.date)}" + (f"; marked: {marked}" if marked else "")


def _expected(date: MarkedDate) -> str:
    return f"«{date.words}» = {' or '.join(meaning or 'open' for meaning in date.means)}"
