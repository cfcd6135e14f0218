"""The clauses of a sentence that gives dates."""

from collections.abc import Sequence

from qa_bot.model.corpus import Span

_CLAUSE_MARKS = frozenset("،؛:()[]«».؟!")
_MARKS_BEFORE = "،؛:.()[]«»"
_OWN_BRACKETS = "([ "
_OPENING = 4  # letters: «وفي» before a date that opens a clause
_MOST_BESIDE_DATE = 3  # letters: «وفي», «سنة» beside a date make no clause of their own


def clauses_of(text: str, dates: Sequence[Span]) -> list[Span]:
    """Return the clauses of a sentence, in order, covering it.

    A bracket round a date parts nothing, and a clause that says only a date belongs to the one after it:
    «وفي يوليو (634)، هزم البيزنطيون» is one clause.

    >>> text = "وفي سنة 13هـ، وقعت أجنادين، وسقطت دمشق سنة 14هـ"
    >>> [clause.of(text).strip() for clause in clauses_of(text, [Span(4, 12), Span(40, 48)])]
    ['وفي سنة 13هـ، وقعت أجنادين،', 'وسقطت دمشق سنة 14هـ']
    """
    clauses: list[Span] = []
    start = 0
    for at, letter in enumerate(text):
        if letter not in _CLAUSE_MARKS:
            continue
        beside = letter in "()[]" and any(date.start - 1 <= at <= date.end for date in dates)
        if not beside and not _only_date(text, Span(start, at), dates):
            clauses.append(Span(start, at + 1))
            start = at + 1
    return [*clauses, Span(start, len(text))] if start < len(text) else clauses


def _only_date(text: str, clause: Span, dates: Sequence[Span]) -> bool:
    inside = [date for date in dates if date.overlaps(clause)]
    outside = [at for at in range(clause.start, clause.end) if not any(d.start <= at < d.end for d in inside)]
    return bool(inside) and sum(text[at].isalpha() for at in outside) <= _MOST_BESIDE_DATE


def opens_clause(before: str) -> bool:
    """Return whether a date with this text before it in its sentence opens a clause.

    >>> opens_clause("وقعت أجنادين، وفي "), opens_clause("وقعت أجنادين في ")
    (True, False)
    """
    # «الحرب في (602-628)»: the bracket is the date's own.
    before = before.rstrip(_OWN_BRACKETS)
    cut = max(before.rfind(mark) for mark in _MARKS_BEFORE)
    return sum(letter.isalpha() for letter in before[cut + 1 :]) <= _OPENING
