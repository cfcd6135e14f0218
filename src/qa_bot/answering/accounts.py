"""Where texts disagree on a time: each date with the sentences that give it, one a document."""

from collections.abc import Sequence

from qa_bot.answering.agreement import DateGroup
from qa_bot.answering.date_candidates import DateCandidate

_AS_GOOD = 3.0  # points of score: how far behind the best one a date may stand that is held against it


def accounts_of(groups: Sequence[DateGroup]) -> tuple[tuple[DateCandidate, ...], ...]:
    """Return the dates that texts give, each with the sentences that tell it, the best of each document.

    Beside the likeliest date those that are surely told. The date that most documents give comes first, then the
    likelier one. Empty where the texts agree, or where no second date is told surely.
    """
    if not groups or not groups[0].best.features.exact:
        return ()
    least = groups[0].best.score - _AS_GOOD
    told = [[each for each in group.dates if _is_sure(each, least)] for group in groups]
    told[0] = told[0] if groups[0].best in told[0] else [groups[0].best, *told[0]]
    accounts = sorted((_of_documents(each) for each in told if each), key=lambda each: -len(each))
    return tuple(accounts) if len(accounts) > 1 else ()


def _is_sure(date: DateCandidate, least: float) -> bool:
    signs = date.features
    return bool(signs.firm and signs.exact) and not signs.differs and date.score >= least


def _of_documents(dates: Sequence[DateCandidate]) -> tuple[DateCandidate, ...]:
    best: dict[str, DateCandidate] = {}
    for date in dates:
        best.setdefault(date.sentence.hit.document.id, date)
    return tuple(best.values())
