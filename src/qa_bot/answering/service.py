"""The answering service: what every door asks."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from qa_bot.answering.cite import citation
from qa_bot.answering.confidence import BAR, confidence
from qa_bot.answering.follow_up import Completed, Context, complete
from qa_bot.answering.latin import Transcribed, has_foreign_letters, transcribe
from qa_bot.answering.match import Weighted, likeness
from qa_bot.answering.question import read_question
from qa_bot.answering.reading import read_around
from qa_bot.answering.retrieve import make_query, weigh
from qa_bot.answering.sentence import Candidate, rank_sentences
from qa_bot.answering.subjects import subject_words
from qa_bot.answering.variants import written_in_texts
from qa_bot.answering.when import NamedDate, name_date
from qa_bot.index.engine import Engine
from qa_bot.model.answer import Answer, QuestionKind, Quote, Understood
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.model.search import Hit, Surroundings
from qa_bot.text.names import NameReader

MOST_QUOTES = 3
_PASSAGES_READ = 10  # whose sentences are compared
# What texts say where such a question is answered, and what it counts against a word of the question.
_HINTS = {QuestionKind.WHY: ("سبب",)}
_HINT_SHARE = 0.3
_AS_MUCH = 0.8  # of what a sentence with a vague date says of the question, one with an exact date must say
_MARKED = 0.6  # from here a word of the quote is marked as meeting the question


class AnsweringService:
    """Answers questions from the texts of one engine. It keeps nothing of the asker: context is passed in.

    `bar` is the confidence below which the texts count as silent; at 0 the nearest sentences are always shown.
    """

    def __init__(self, engine: Engine, *, bar: float = BAR) -> None:
        self._engine = engine
        self._bar = bar
        self._made: _Made | None = None

    async def answer(self, question: str, *, previous: Understood | None = None, passages: int = 5) -> Answer:
        """Return what the texts say to `question`, with the best `passages` passages.

        `previous` is what was understood of the question before, for follow-ups.

        Raises:
            QuestionError: the question is empty or too long.
            UnavailableError: the engine did not answer.
        """
        completed, readings = await self._understand(question, previous)
        asked = await self._rank(completed, max(passages, _PASSAGES_READ))
        sure = confidence(asked.question, asked.hits, asked.candidates)
        shown = _distinct(asked.candidates, MOST_QUOTES) if sure >= self._bar else []
        quotes, dates = _quotes(asked, shown)
        sources = tuple(dict.fromkeys(quote.document.id for quote in quotes[:1])) or completed.sources
        understood = replace(completed.understood, readings=readings, sources=sources)
        return Answer(understood, sure, quotes, dates, tuple(asked.hits[:passages]))

    async def when(self, name: str, *, previous: Understood | None = None, passages: int = 5) -> Answer:
        """Return when the texts say that what is named `name` was; a name in Arabic or Latin letters.

        Raises:
            QuestionError: the name is empty or too long.
            UnavailableError: the engine did not answer.
        """
        return await self.answer(_asked_when(name), previous=previous, passages=passages)

    async def passage(self, key: bytes) -> Passage | None:
        """Return the passage with this `Passage.key`; None where the texts have changed since."""
        return await self._engine.passage(key)

    async def surroundings(self, passage_id: str) -> Surroundings | None:
        """Return a passage and its neighbours; None where there is no such passage."""
        return await self._engine.surroundings(passage_id)

    async def library(self) -> tuple[DocumentCard, ...]:
        """Return the documents in the order of their ids."""
        return await self._engine.library()

    async def quote(
        self, passage_id: str, question: str, *, when: bool = False
    ) -> tuple[Quote, tuple[BothCalendars, ...]] | None:
        """Return the sentence of one passage that best answers `question`, and its date if one is asked for.

        `when` tells that `question` was asked of `when`. None where there is no such passage any more.

        Raises:
            QuestionError: the question is empty or too long.
            UnavailableError: the engine did not answer.
        """
        surroundings = await self._engine.surroundings(passage_id)
        document = surroundings and await self._engine.document(surroundings.passage.document_id)
        if not surroundings or not document:
            return None
        completed, _ = await self._understand(_asked_when(question) if when else question, None)
        hit = Hit(surroundings.passage, document, rank=1, score=1.0)
        words = await self._words(completed)
        kind = completed.understood.kind
        candidates = _eligible(rank_sentences(words, kind, [hit]), kind)
        quotes, dates = _quotes(_Asked(kind, words, [hit], candidates), candidates[:1])
        return quotes[0], dates

    async def aclose(self) -> None:
        """Close the engine."""
        await self._engine.aclose()

    async def _understand(self, text: str, previous: Understood | None) -> tuple[Completed, tuple[str, ...]]:
        read_question(text)  # refuses what is too long before any work is done
        known = await self._engine.vocabulary()
        made = await self._made_of(known)
        transcribed = Transcribed(text)
        if has_foreign_letters(text):
            # The first name read makes tables of all the texts' words: seconds for a large library.
            transcribed = await asyncio.to_thread(transcribe, text, made.names, known)
        return complete(transcribed.text, Context(previous, known, made.is_subject)), transcribed.readings

    async def _made_of(self, known: Mapping[str, int]) -> "_Made":
        """Return what is made of the texts as they are now; once for them."""
        if self._made is None or self._made.known is not known:
            self._made = _Made(known, NameReader(known), subject_words(await self._engine.library()))
        return self._made

    async def _words(self, completed: Completed) -> Weighted:
        """Return the words to look for: the question's own, and at a smaller share those said before."""
        known = await self._engine.vocabulary()
        said = dict.fromkeys(written_in_texts(completed.context, known), completed.context_weight)
        asked = dict.fromkeys(written_in_texts(completed.question.content, known), 1.0)
        hinted = dict.fromkeys(_HINTS.get(completed.understood.kind, ()), _HINT_SHARE)
        return await weigh(hinted | said | asked, self._engine)

    async def _rank(self, completed: Completed, k: int) -> "_Asked":
        question = await self._words(completed)
        kind = completed.understood.kind
        hits = await self._engine.search(make_query(question), k=k)
        read = await read_around(hits[:_PASSAGES_READ], self._engine, completed.sources)
        ranked = rank_sentences(question, kind, read, completed.sources)
        return _Asked(kind, question, hits, _eligible(ranked, kind))


@dataclass(frozen=True, slots=True)
class _Made:
    """What is made once of the texts' words: `known` itself tells whether the texts are still the same."""

    known: Mapping[str, int]
    names: NameReader
    is_subject: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question worked through: its weighted words, the passages found, and the sentences, best first."""

    kind: QuestionKind
    question: Weighted
    hits: list[Hit]
    candidates: list[Candidate]


def _asked_when(name: str) -> str:
    """Return the question for the time of what is named `name`; `name` itself where it asks for one already."""
    return name if read_question(name).kind is QuestionKind.WHEN else f"متى {name}"


def _eligible(ranked: list[Candidate], kind: QuestionKind) -> list[Candidate]:
    """Return the sentences with a date or a number alone where one is asked for and there are such; else all.

    Vague dates («في خلافة عمر») count only where no sentence about the same gives an exact one.
    """
    if kind not in (QuestionKind.WHEN, QuestionKind.HOW_MANY):
        return ranked
    surely = [each for each in ranked if each.features.expected == 1]
    telling = [each for each in ranked if each.features.expected]
    fits = surely and surely[0].features.titled >= _AS_MUCH * telling[0].features.titled
    return (surely if fits else telling) or ranked


def _distinct(candidates: Sequence[Candidate], most: int) -> list[Candidate]:
    """Return the first `most` candidates of different words."""
    first_by_words: dict[tuple[str, ...], Candidate] = {}
    for candidate in candidates:
        first_by_words.setdefault(tuple(token.term for token in candidate.tokens), candidate)
    return list(first_by_words.values())[:most]


def _quotes(asked: _Asked, shown: Sequence[Candidate]) -> tuple[tuple[Quote, ...], tuple[BothCalendars, ...]]:
    """Return the quotes of the sentences shown, and the date that the first names where a time is asked for."""
    asks_when = asked.kind is QuestionKind.WHEN
    named = [name_date(asked.question, each) if asks_when else NamedDate() for each in shown]
    quotes = tuple(_quote(asked.question, each, date) for each, date in zip(shown, named, strict=True))
    return quotes, named[0].dates if named else ()


def _quote(question: Weighted, candidate: Candidate, named: NamedDate) -> Quote:
    hit = candidate.hit
    met = (t for t in candidate.tokens if any(likeness(word, t.term) >= _MARKED for word in question.words))
    return Quote(
        passage=hit.passage,
        document=hit.document,
        span=candidate.span,
        citation=citation(hit.passage, hit.document),
        matches=tuple(token.span for token in met),
        date_spans=named.spans,
    )
