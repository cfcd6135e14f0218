"""What the judged dialogues show: a table, a record, and the failures one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from qa_bot.evaluation.dialogues import JudgedTurn, Tally
from qa_bot.evaluation.marked_answers import MarkTally, mark_tallies
from qa_bot.evaluation.table import Table, percent
from qa_bot.model.answer import Quote

_COLUMNS = (
    "split",
    "turn",
    "answerable",
    "right first sentence %",
    "right within three %",
    "unanswerable",
    "wrongly answered %",
)
_NOTE = "Right: from one of the judged documents, with every string of one judged answer, above the bar."


def table_of(tallies: Iterable[Tally], title: str) -> Table:
    """Return the tallies as a table called `title`."""
    return Table(title, _COLUMNS, tuple(_row(tally) for tally in tallies), _NOTE)


def _row(tally: Tally) -> tuple[str, ...]:
    return (
        tally.split,
        tally.turn,
        str(tally.answerable),
        percent(tally.right_first, tally.answerable),
        percent(tally.right_in_three, tally.answerable),
        str(tally.unanswerable),
        percent(tally.wrongly_answered, tally.unanswerable),
    )


def marks_line(tallies: Iterable[MarkTally]) -> str:
    """Return how often the likely answer that was marked inside a sentence is right, in one line."""
    return "Likely answers marked: " + "; ".join(map(_marks, tallies))


def _marks(tally: MarkTally) -> str:
    in_right, judged = percent(tally.in_right, tally.marked), percent(tally.judged, tally.marked)
    return f"{tally.split} {tally.marked}, {in_right} % in a right sentence, {judged} % in its judged words"


def record_of(tallies: Iterable[Tally], judged: Sequence[JudgedTurn]) -> dict[str, Any]:
    """Return tallies, marks and failures as plain data for JSON."""
    failures = [
        {
            "dialogue": each.dialogue.id,
            "turn": each.number,
            "asked": each.turn.ask,
            "understood": each.answer.understood.question if each.answer else None,
            "confidence": each.answer.confidence if each.answer else None,
            "expected": {"documents": each.turn.documents, "answers": each.turn.answers},
            "shown": [{"document": quote.document.id, "text": quote.text} for quote in each.quotes],
        }
        for each in judged
        if each.failed
    ]
    marks = [asdict(tally) for tally in mark_tallies(judged)]
    return {"tallies": [asdict(tally) for tally in tallies], "marks": marks, "failures": failures}


def failures_of(judged: Iterable[JudgedTurn]) -> list[str]:
    """Return a block of lines for each turn that failed, in order."""
    return [_failure(each) for each in judged if each.failed]


def _failure(judged: JudgedTurn) -> str:
    head = f"{judged.dialogue.id} ({judged.dialogue.split}), turn {judged.number}"
    return "\n".join([head, f"  asked: {judged.turn.ask}", *_understood(judged), *_expected(judged), *_shown(judged)])


def _understood(judged: JudgedTurn) -> list[str]:
    if judged.answer is None:
        return ["  refused"]
    understood = judged.answer.understood
    return [f"  understood: {understood.question} [{understood.kind.value}], confidence {judged.answer.confidence:.2f}"]


def _expected(judged: JudgedTurn) -> list[str]:
    if not judged.turn.answerable:
        return ["  expected: nothing, the texts don't tell"]
    answers = " | ".join(" + ".join(strings) for strings in judged.turn.answers)
    return [f"  expected: {answers}  in {', '.join(judged.turn.documents) or 'any document'}"]


def _shown(judged: JudgedTurn) -> list[str]:
    if judged.quotes:
        return [_quoted(at, quote, judged) for at, quote in enumerate(judged.quotes, start=1)]
    nearest = judged.answer.hits[:3] if judged.answer else ()
    return [f"  shown: nothing; nearest: {', '.join(hit.passage.document_id for hit in nearest) or 'nothing'}"]


def _quoted(at: int, quote: Quote, judged: JudgedTurn) -> str:
    right = " (right)" if judged.turn.is_answered_by(quote) else ""
    return f"  shown {at}{right}: «{quote.text}» ({quote.document.id})"
