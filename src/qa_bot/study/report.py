"""Quiz results as tables for a teacher: CSV that spreadsheets open as it is."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from qa_bot.store.quizzes import Answered, Asked
from qa_bot.study.scores import WEEK_S, since, standings

# Without it spreadsheets take Arabic for another encoding.
_BOM = "\ufeff"
# A cell that begins so is run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def people_table(answers: Sequence[Answered], columns: Sequence[str], *, now_s: float, zone: str) -> bytes:
    """Return a row for each who answered, the best first, under these `columns`."""
    week = {each.user_id: each.right for each in standings(since(answers, now_s - WEEK_S))}
    rows = (
        (
            each.rank, each.name, each.user_id, each.right, each.answered, each.percent, week.get(each.user_id, 0),
            _time(each.last_at_s, zone),
        )
        for each in standings(answers)
    )  # fmt: skip
    return _table(columns, rows)


def questions_table(questions: Sequence[Asked], columns: Sequence[str], *, zone: str) -> bytes:
    """Return a row for each question in the order in which they were asked, under these `columns`."""
    rows = (
        (
            _time(each.asked_at_s, zone), each.asked, each.answer, each.answers, each.right,
            100 * each.right // each.answers if each.answers else "",
        )
        for each in questions
    )  # fmt: skip
    return _table(columns, rows)


def _time(at_s: float, zone: str) -> str:
    return f"{datetime.fromtimestamp(at_s, UTC).astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return (_BOM + out.getvalue()).encode("utf-8", "replace")


def _harmless(cell: object) -> object:
    """Return a cell that a spreadsheet shows and doesn't run: names are whatever people call themselves."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
