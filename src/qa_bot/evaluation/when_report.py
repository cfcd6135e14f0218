"""What questions for a time showed: a table, a record, and the failures one by one."""

from collections.abc import Iterable, Sequence
from typing import Any

from qa_bot.evaluation.table import Table, percent
from qa_bot.evaluation.when_figures import JudgedWhen, WhenTally
from qa_bot.model.answer import Quote
from qa_bot.text.date_style import date_phrase

_COLUMNS = (
    "questions of",
    "part",
    "asked",
    "answered %",
    "right date sentence first %",
    "within three %",
    "one date named %",
    "of these right %",
    "wrong dates named",
    "right, date in the sentence",
    "before it",
    "in the heading",
    "by a name",
)
_NOTE = (
    "Right: the sentence gives the judged date; of annals a year more or less, also where it stands before the "
    "sentence or in the heading."
)


def when_table(tallies: Iterable[WhenTally]) -> Table:
    """Return the tallies as a table."""
    return Table("When", _COLUMNS, tuple(_row(tally) for tally in tallies), _NOTE, labels=2)


def _row(tally: WhenTally) -> tuple[str, ...]:
    return (
        tally.source,
        tally.part,
        str(tally.questions),
        percent(tally.answered, tally.questions),
        percent(tally.right_first, tally.questions),
        percent(tally.right_in_three, tally.questions),
        percent(tally.named, tally.questions),
        percent(tally.named_rightly, tally.named),
        str(tally.named_wrongly),
        *(f"{right} of {shown}" for _, shown, right in tally.where),
    )


def when_record(tallies: Iterable[WhenTally], judged: Sequence[JudgedWhen], skipped: Sequence[str]) -> dict[str, Any]:
    """Return tallies and failures as plain data for JSON; `skipped` names what could not be asked."""
    failures = [each for each in judged if is_failure(each)]
    return {
        "tallies": [_record(tally) for tally in tallies],
        "failures": [_failure_record(each) for each in failures],
        "skipped": list(skipped),
    }


def _record(tally: WhenTally) -> dict[str, Any]:
    return {
        "questions_of": tally.source,
        "part": tally.part,
        "asked": tally.questions,
        "answered": tally.answered,
        "right_first": tally.right_first,
        "right_in_three": tally.right_in_three,
        "named": tally.named,
        "named_rightly": tally.named_rightly,
        "named_wrongly": tally.named_wrongly,
        "where": {where.value: {"shown": shown, "right": right} for where, shown, right in tally.where},
    }


def is_failure(judged: JudgedWhen) -> bool:
    """Return whether the first sentence doesn't hold the date, or a wrong date is named."""
    return not judged.right_within(1) or (judged.named and not judged.named_rightly)


def _failure_record(judged: JudgedWhen) -> dict[str, Any]:
    question = judged.question
    return {
        "id": question.id,
        "questions_of": question.source,
        "part": question.part,
        "asked": question.text,
        "expected": _expected(judged),
        "named": _named(judged),
        "shown": [{"document": quote.document.id, "text": quote.text} for quote in judged.quotes],
    }


def when_failures(judged: Iterable[JudgedWhen]) -> list[str]:
    """Return a block of lines for each question that failed, in order."""
    return [_failure(each) for each in judged if is_failure(each)]


def _failure(judged: JudgedWhen) -> str:
    question = judged.question
    head = f"{question.id} ({question.source}, {question.part})"
    sure = f", confidence {judged.answer.confidence:.2f}" if judged.answer else ""
    lines = [
        head,
        f"  asked: {question.text}{sure}",
        f"  expected: {_expected(judged)}",
        f"  named: {_named(judged) or 'nothing'}",
    ]
    shown = [_shown(at, quote, judged) for at, quote in enumerate(judged.quotes, start=1)]
    return "\n".join([*lines, *(shown or ["  shown: nothing"])])


def _expected(judged: JudgedWhen) -> str:
    return str(judged.question.gold)


def _named(judged: JudgedWhen) -> str:
    return " | ".join(date.text for date in judged.answer.dates) if judged.answer else ""


def _shown(at: int, quote: Quote, judged: JudgedWhen) -> str:
    right = " (right)" if judged.question.gold.is_held_by(quote) else ""
    given = "; ".join(
        f"{each.date.text} [{each.source.value}{', ' + date_phrase(each.date.hijri) if each.date.hijri else ''}]"
        for each in quote.dates
    )
    return f"  shown {at}{right}: «{quote.text}» ({quote.citation}) {given}"
