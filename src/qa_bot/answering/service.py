"""The answering service: what every door asks."""

import asyncio
from collections.abc import Mapping, Sequence

from qa_bot.answering.cite import citation
from qa_bot.answering.confidence import BAR, confidence
from qa_bot.answering.follow_up import Completed, complete
from qa_bot.answering.latin import Transcribed, transcribe
from qa_bot.answering.match import Weighted, likeness
from qa_bot.answering.question import Question, read_question
from qa_bot.answering.reading import read_around
from qa_bot.answering.retrieve import make_query, weigh
from qa_bot.answering.sentence import Candidate, rank_sentences
from qa_bot.answering.variants import written_in_texts
from qa_bot.answering.when import NamedDate, name_date
from qa_bot.index.engine import Engine
from qa_bot.model.answer import Answer, QuestionKind, Quote, Understood
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.corpus import DocumentCard, Passage, Span
from qa_bot.model.search import Hit, Surroundings
from qa_bot.text.names import NameReader

MOST_QUOTES = 3
_PASSAGES_READ = 10  # whose sentences are compared
_MARKED = 0.6  # from here a word of the quote is marked as meeting the question


class AnsweringService:
    """Answers questions from the texts of one engine. It keeps nothing of the asker: context is passed in.

    `bar` is the confidence below which the texts count as silent; at 0 the nearest sentences are always shown.
    """

    def __init__(self, engine: Engine, *, bar: float = BAR) -> None:
        self._engine = engine
        self._bar = bar
        self._readers: tuple[Mapping[str, int], NameReader] | None = None

    async def answer(self, question: str, *, previous: Understood | None = None, passages: int = 5) -> Answer:
        """Return what the texts say to `question`, with the best `passages` passages.

        `previous` is what was understood of the question before, for follow-ups.

        Raises:
            QuestionError: the question is empty or too long.
            UnavailableError: the engine did not answer.
        """
        read_question(question)  # refuses what is too long before any work is done
        completed, readings = await self._understand(question, previous)
        understood = completed.understood
        told = Understood(understood.question, understood.kind, understood.topic, readings, carried=understood.carried)
        return await self._search(completed.question, told, passages)

    async def when(self, name: str, *, previous: Understood | None = None, passages: int = 5) -> Answer:
        """Return when the texts say that what is named `name` was; a name in Arabic or Latin letters.

        Raises:
            QuestionError: the name is empty or too long.
            UnavailableError: the engine did not answer.
        """
        asks = read_question(name).kind is QuestionKind.WHEN
        return await self.answer(name if asks else f"متى {name}", previous=previous, passages=passages)

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

        None where there is no such passage any more.
        """
        surroundings = await self._engine.surroundings(passage_id)
        document = surroundings and await self._engine.document(surroundings.passage.document_id)
        if not surroundings or not document:
            return None
        completed, _ = await self._understand(f"متى {question}" if when else question, None)
        asked = completed.question
        weighted = await weigh(asked.content, self._engine)
        hit = Hit(surroundings.passage, document, rank=1, score=1.0)
        best = _eligible(rank_sentences(weighted, asked.kind, [hit]), asked.kind)[0]
        named = name_date(weighted, best) if asked.kind is QuestionKind.WHEN else NamedDate()
        return _quote(weighted, best, named), named.dates

    async def aclose(self) -> None:
        """Close the engine."""
        await self._engine.aclose()

    async def _understand(self, text: str, previous: Understood | None) -> tuple[Completed, tuple[str, ...]]:
        known = await self._engine.vocabulary()
        transcribed = Transcribed(text)
        if not _is_arabic(text):
            # The first name read makes tables of all the texts' words: seconds for a large library.
            transcribed = await asyncio.to_thread(transcribe, text, self._reader(known), known)
        return complete(transcribed.text, previous, known), transcribed.readings

    def _reader(self, known: Mapping[str, int]) -> NameReader:
        """Return the reader of Latin names for the texts as they are now; made once for them."""
        if self._readers is None or self._readers[0] is not known:
            self._readers = (known, NameReader(known))
        return self._readers[1]

    async def _search(self, question: Question, understood: Understood, passages: int) -> Answer:
        words = written_in_texts(question.content, await self._engine.vocabulary())
        weighted = await weigh(words, self._engine)
        hits = await self._engine.search(make_query(words), k=max(passages, _PASSAGES_READ))
        read = await read_around(hits[:_PASSAGES_READ], self._engine)
        ranked = rank_sentences(weighted, understood.kind, read)
        candidates = _eligible(ranked, understood.kind)
        sure = confidence(candidates)
        shown = _distinct(candidates, MOST_QUOTES) if sure >= self._bar else []
        asks_when = understood.kind is QuestionKind.WHEN
        named = [name_date(weighted, each) if asks_when else NamedDate() for each in shown]
        return Answer(
            understood=understood,
            confidence=sure,
            quotes=tuple(_quote(weighted, each, date) for each, date in zip(shown, named, strict=True)),
            dates=named[0].dates if named else (),
            hits=tuple(hits[:passages]),
        )


def _is_arabic(text: str) -> bool:
    return not any("a" <= letter.lower() <= "z" or "\u00c0" <= letter < "\u0530" for letter in text)


def _eligible(ranked: list[Candidate], kind: QuestionKind) -> list[Candidate]:
    """Return the sentences with a date or a number alone where one is asked for and there are such; else all."""
    telling = [candidate for candidate in ranked if candidate.features.expected]
    return telling if kind in (QuestionKind.WHEN, QuestionKind.HOW_MANY) and telling else ranked


def _distinct(candidates: Sequence[Candidate], most: int) -> list[Candidate]:
    """Return the first `most` candidates of different words."""
    first_by_words: dict[tuple[str, ...], Candidate] = {}
    for candidate in candidates:
        first_by_words.setdefault(tuple(token.term for token in candidate.tokens), candidate)
    return list(first_by_words.values())[:most]


def _quote(question: Weighted, candidate: Candidate, named: NamedDate) -> Quote:
    hit = candidate.hit
    return Quote(
        passage=hit.passage,
        document=hit.document,
        span=candidate.span,
        citation=citation(hit.passage, hit.document),
        matches=_matches(question, candidate),
        date_spans=named.spans,
    )


def _matches(question: Weighted, candidate: Candidate) -> tuple[Span, ...]:
    met = (t for t in candidate.tokens if any(likeness(word, t.term) >= _MARKED for word in question.words))
    return tuple(token.span for token in met)
