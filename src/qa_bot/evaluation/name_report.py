"""What the names show: a table and a record."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from qa_bot.evaluation.names import TERMS, Half, NameRecall, VocabularyKind
from qa_bot.evaluation.table import Table, percent

_AGAINST: dict[VocabularyKind, str] = {"terms": f"{TERMS:,} terms", "names": "names alone"}


def name_table(measured: Sequence[NameRecall]) -> Table:
    """Return the recalls as a table, by list and by what the readings compete with."""
    return Table(
        "Names in Latin letters",
        ("names", "against", "asked", "recall@1 %", "recall@5 %"),
        tuple(
            (each.source, _AGAINST[each.vocabulary], str(each.names), percent(each.at_1), percent(each.at_5))
            for each in measured
        ),
        "The right Arabic name is the first reading, or among the first five; its spelling variants are right too.",
        labels=2,
    )


def name_record(measured: Sequence[NameRecall], part: Half) -> dict[str, Any]:
    """Return the recalls as plain data for JSON."""
    return {"part": part, "names": [asdict(each) for each in measured]}
