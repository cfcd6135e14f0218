"""A question worked through: understood, searched for, its sentences ranked."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from qa_bot.answering.battle_nouns import with_battle_nouns
from qa_bot.answering.completed import Completed, Context, Link
from qa_bot.answering.date_candidates import DateCandidate, rank_dates
from qa_bot.answering.dated_reading import dated_hits
from qa_bot.answering.follow_up import complete
from qa_bot.answering.full_names import with_full_name
from qa_bot.answering.match import Weighted
from qa_bot.answering.mended import meant_by
from qa_bot.answering.misses import tells_of_another
from qa_bot.answering.needs import Needs, needs_of
from qa_bot.answering.query_language import Narrowing, read_signs
from qa_bot.answering.question import read_question
from qa_bot.answering.reading import read_around
from qa_bot.answering.rerank import rerank
from qa_bot.answering.retrieve import make_query, weigh
from qa_bot.answering.same_names import other_names
from qa_bot.answering.sentence import Candidate, eligible, rank_sentences
from qa_bot.answering.snapshot import Snapshot
from qa_bot.answering.told_before import raise_neighbours
from qa_bot.answering.topic import is_party
from qa_bot.answering.variants import written_in_texts
from qa_bot.index.bm25 import lucene_idf
from qa_bot.model.answer import QuestionKind, QuotedPlace, Understood
from qa_bot.model.search import Hit

_PASSAGES_READ = 10  # whose sentences are compared
_DEPTHS = (40, 200, 2_000)  # passages looked through, if need be, where the asker narrows what is searched
# What texts say where such a question is answered, and what it counts against a word of the question.
_HINTS = {QuestionKind.WHY: ("سبب",)}
_OF_NUMBER = ("عدد",)
_HINT_SHARE = 0.3
_NAME_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class WorkedQuestion:
    """A question, what was found for it, and the sentences that may answer it, best first.

    `understood` is how it was read, `sources` the documents looked into first, `words` what was looked for. `read` are
    all sentences that were compared, best first, also those without the date or number that is asked for. `needs` are
    what an answer is held to beside them. `dates` are those that sentences give, best first, where a time is asked for:
    for them more passages are read.
    """

    understood: Understood
    sources: tuple[str, ...]
    words: Weighted
    hits: list[Hit]
    candidates: list[Candidate]
    read: list[Candidate]
    needs: Needs
    dates: list[DateCandidate] = field(default_factory=list)


async def work_through(question: str, previous: Understood | None, texts: Snapshot, *, k: int) -> WorkedQuestion:
    """Return `question`, asked after `previous`, worked through, with the best `k` passages or a few more.

    Raises:
        QuestionError: the question is empty or too long.
        UnavailableError: the engine did not answer.
    """
    completed, narrowing = await _understand(question, previous, texts)
    words = await _words(completed, texts)
    hits = await _hits(words, narrowing, texts, max(k, _PASSAGES_READ))
    read = narrowing.admitted(await read_around(hits[:_PASSAGES_READ], texts.engine, completed.sources))
    dated = narrowing.admitted(await dated_hits(words, read, texts.engine)) if _asks_when(completed) else []
    needs = needs_of(completed, words, texts.known)
    quoted = previous.quoted if previous and completed.sources else None
    # Compared beside the event loop.
    return await asyncio.to_thread(_worked, completed, words, hits, _Read(read, dated, quoted), needs)


async def work_through_passage(question: str, hit: Hit, texts: Snapshot) -> WorkedQuestion:
    """Return `question` worked through over a single passage; errors as `work_through` raises them."""
    completed, _ = await _understand(question, None, texts)
    words = await _words(completed, texts)
    needs = needs_of(completed, words, texts.known)
    return await asyncio.to_thread(_worked, replace(completed, sources=()), words, [hit], _Read([hit], []), needs)


class _Read(NamedTuple):
    """The passages that are read: those `found`, and where a time is asked for, more that are `dated`.

    `quoted` is the sentence that was quoted before, where the question goes on from it.
    """

    found: list[Hit]
    dated: list[Hit]
    quoted: QuotedPlace | None = None


def _asks_when(completed: Completed) -> bool:
    return completed.understood.kind is QuestionKind.WHEN


def _worked(completed: Completed, words: Weighted, hits: list[Hit], read: _Read, needs: Needs) -> WorkedQuestion:
    understood = completed.understood
    ranked = rank_sentences(words, understood.kind, [*read.found, *read.dated], completed.sources)
    everything = raise_neighbours(ranked, read.quoted)
    beside = {hit.passage.id for hit in read.dated}
    ranked = [each for each in everything if each.hit.passage.id not in beside]
    return WorkedQuestion(
        understood,
        completed.sources,
        words,
        rerank(words, hits, ranked),
        _of_the_same_first(words, eligible(ranked, understood.kind), needs),
        ranked,
        needs,
        rank_dates(words, everything) if _asks_when(completed) else [],
    )


def _of_the_same_first(words: Weighted, candidates: list[Candidate], needs: Needs) -> list[Candidate]:
    """Return the candidates with those that tell of another's life behind all others."""
    return sorted(candidates, key=lambda candidate: tells_of_another(words, candidate, needs))


async def _understand(text: str, previous: Understood | None, texts: Snapshot) -> tuple[Completed, Narrowing]:
    """Return the full question with what was understood, in Arabic words, and what narrows it."""
    read_question(text)  # refuses what is too long before any work is done
    narrowed = read_signs(text)
    meant = await meant_by(narrowed.text, texts)
    completed = complete(with_full_name(meant.text, texts.full_names), Context(previous, texts.known, texts.is_subject))
    understood = replace(
        completed.understood,
        readings=meant.readings,
        corrections=meant.corrections,
        conditions=narrowed.narrowing.signs,
    )
    return replace(completed, understood=understood), narrowed.narrowing


async def _hits(words: Weighted, narrowing: Narrowing, texts: Snapshot, k: int) -> list[Hit]:
    """Return the best `k` passages that are admitted; where it is narrowed, among the best of `_DEPTHS`."""
    query = replace(make_query(words), required=narrowing.required, named=narrowing.named)
    if not narrowing.signs:
        return await texts.engine.search(query, k=k)
    for depth in _DEPTHS:
        found = await texts.engine.search(query, k=depth)
        admitted = await asyncio.to_thread(narrowing.admitted, found)
        if len(admitted) >= k or len(found) < depth:
            break
    return [replace(hit, rank=rank) for rank, hit in enumerate(admitted[:k], 1)]


async def _words(completed: Completed, texts: Snapshot) -> Weighted:
    """Return the words to look for: the question's own, and at a smaller share those said before."""
    beside = dict.fromkeys(written_in_texts(completed.beside, texts.known), Link.LOOSE.value)
    said = dict.fromkeys(written_in_texts(completed.context, texts.known), completed.context_weight)
    asked = dict.fromkeys(written_in_texts(completed.question.content, texts.known), 1.0)
    hinted = dict.fromkeys(_hints(completed), _HINT_SHARE)
    words = await weigh(hinted | beside | said | asked, texts.engine)
    words = await with_battle_nouns(words, texts.engine) if _asks_when(completed) else words
    return await _with_other_names(words, asked, texts)


def _hints(completed: Completed) -> Iterable[str]:
    """Return words that texts answer such a question with; for «كم كانوا؟» «عدد» is looked for."""
    kind = completed.understood.kind
    if kind is QuestionKind.HOW_MANY and all(map(is_party, completed.question.content)):
        return _OF_NUMBER
    return _HINTS.get(kind, ())


async def _with_other_names(words: Weighted, asked: Iterable[str], texts: Snapshot) -> Weighted:
    """Return `words` with other names of the same: looked for, and weighing nothing, as a text needs one of them.

    A rare name counts no more than what it stands for: «البيزنطيون» would drown what is said of «الروم».
    """
    size = await texts.engine.size()
    shares: dict[str, float] = {}
    for word in asked:
        worth = lucene_idf(texts.known.get(word, 0), size)
        others = (name for name in other_names(word, texts.known) if name not in words.words)
        shares |= {name: _NAME_SHARE * min(1.0, worth / lucene_idf(texts.known[name], size)) for name in others}
    none = (0.0,) * len(shares)
    subjects = frozenset(filter(texts.is_subject, words.words))
    return Weighted(words.words + tuple(shares), words.weights + none, words.shares + tuple(shares.values()), subjects)
