"""Where texts disagree on a time: each date with the sentences and the sources that give it."""

from collections.abc import Sequence

from qa_bot.answering.agreement import DateGroup
from qa_bot.answering.cite import source_name
from qa_bot.answering.date_candidates import DateCandidate
from qa_bot.answering.said_by import said_by
from qa_bot.text.known_authors import known_as

_AS_GOOD = 3.0  # points of score: how far behind the best one a date may stand that is held against it


def accounts_of(groups: Sequence[DateGroup]) -> tuple[tuple[DateCandidate, ...], ...]:
    """Return the dates that texts give, each with the sentences that tell it.

    Beside the likeliest date those that are surely told. The date that most documents give comes first, then the
    likelier one. Empty where the texts agree, or where no second date is told surely.
    """
    if not groups or not groups[0].best.features.exact:
        return ()
    least = groups[0].best.score - _AS_GOOD
    told = [[each for each in group.dates if _is_sure(each, least)] for group in groups]
    told[0] = told[0] if groups[0].best in told[0] else [groups[0].best, *told[0]]
    accounts = sorted((tuple(each) for each in told if each), key=lambda each: -len(of_documents(each)))
    return tuple(accounts) if len(accounts) > 1 else ()


def _is_sure(date: DateCandidate, least: float) -> bool:
    signs = date.features
    return bool(signs.firm and signs.exact) and not signs.differs and date.score >= least


def of_documents(dates: Sequence[DateCandidate]) -> tuple[DateCandidate, ...]:
    """Return the first date of each document."""
    best: dict[str, DateCandidate] = {}
    for date in dates:
        best.setdefault(date.sentence.hit.document.id, date)
    return tuple(best.values())


def sources_of(dates: Sequence[DateCandidate]) -> tuple[str, ...]:
    """Return who gives a date, in the order of the sentences, each once: authors whom they name, else whose text it is.

    A book of a known author stands for him. `answering.said_by` tells which of those whom a sentence names give which
    of its dates.
    """
    named: dict[str, list[str]] = {}
    documents = {date.sentence.hit.document.id: date.sentence.hit.document for date in dates}
    for date in dates:
        document = date.sentence.hit.document
        quoted = () if known_as(document.metadata.author) else said_by(date.sentence.text, date.given.spans)
        named.setdefault(document.id, []).extend(quoted)
    sources = (name for key, names in named.items() for name in names or [source_name(documents[key])])
    return tuple(dict.fromkeys(sources))
