"""The answering service: what every door asks."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from qa_bot.answering.annals.chronicle import MOST_CHOSEN, Chronicle, read_beside, read_part
from qa_bot.answering.annals.reading import OnDocument
from qa_bot.answering.answered import answer_of
from qa_bot.answering.comparing import compare
from qa_bot.answering.confidence import BAR
from qa_bot.answering.life import MOST_CONSIDERED, asks_for_life, with_life
from qa_bot.answering.mended import meant_by
from qa_bot.answering.question import read_question
from qa_bot.answering.quoting import quotes_of, quotes_of_time
from qa_bot.answering.snapshot import Snapshot, take_snapshot
from qa_bot.answering.subjects import subject_words
from qa_bot.answering.titles import titled
from qa_bot.answering.two_times import two_times
from qa_bot.answering.warming import warm
from qa_bot.answering.when import tell_of_passage
from qa_bot.answering.worked import WorkedQuestion, work_through, work_through_passage
from qa_bot.index.engine import Engine
from qa_bot.index.fields import FIELDS
from qa_bot.index.held import HeldText, hold
from qa_bot.index.joint import JointEngine
from qa_bot.index.part import Admits, PartEngine
from qa_bot.model.answer import Answer, QuestionKind, Quote, Understood
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.model.event import DatedEvent
from qa_bot.model.search import Hit, Surroundings
from qa_bot.model.timeline import Anniversaries, Timeline

_READY_EVERY_S = 2.0  # how often a new generation is looked for


class AnsweringService:
    """Answers questions from the texts of one engine. It keeps nothing of the asker: context is passed in.

    `bar` is the confidence below which the texts count as silent; at 0 the nearest sentences are always shown.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        bar: float = BAR,
        chronicle: Chronicle | None = None,
        take: Callable[[Engine], Awaitable[Snapshot]] = take_snapshot,
    ) -> None:
        self._engine = engine
        self._bar = bar
        self._snapshot: Snapshot | None = None
        self._chronicle = chronicle or Chronicle()
        self._taking = asyncio.Lock()
        self._take = take

    async def beside(self, texts: Sequence[HeldText]) -> "AnsweringService":
        """Return a service that answers from `texts` too, which it holds in memory; closing it isn't needed.

        Raises:
            UnavailableError: the engine did not answer.
        """
        means = {field.name: (await self._engine.extent(field.name)).mean_length for field in FIELDS}
        held = await asyncio.to_thread(hold, texts, means)
        chronicle = Chronicle(partial(read_beside, self._chronicle))
        return AnsweringService(JointEngine((self._engine, held)), bar=self._bar, chronicle=chronicle)

    def part(self, admits: Admits) -> "AnsweringService":
        """Return a service that answers from the documents that are admitted; closing it isn't needed."""
        chronicle = Chronicle(partial(read_part, self._chronicle))
        return AnsweringService(
            PartEngine(self._engine, admits), bar=self._bar, chronicle=chronicle, take=self._take_part
        )

    async def _take_part(self, engine: Engine) -> Snapshot:
        """Return the snapshot of a part: what is typed is read as over all texts, so nothing is made twice."""
        return replace(await self._texts(), engine=engine, is_subject=subject_words(await engine.library()))

    async def answer(self, question: str, *, previous: Understood | None = None, passages: int = 5) -> Answer:
        """Return what the texts say to `question`, with the best `passages` passages.

        `previous` is what was understood of the question before, for follow-ups.

        Raises:
            QuestionError: the question is empty or too long.
            UnavailableError: the engine did not answer.
        """
        two = two_times(question)
        reckoned = two and await compare(question, two, previous, partial(self._answer, passages=passages))
        return reckoned or await self._answer(question, previous, passages=passages)

    async def _answer(self, question: str, previous: Understood | None, *, passages: int) -> Answer:
        """Return what sentences say to a question; errors as `answer` raises them."""
        worked = await work_through(question, previous, await self._texts(), k=passages)
        if not asks_for_life(worked):
            return answer_of(worked, bar=self._bar, passages=passages)
        answer = answer_of(worked, bar=self._bar, passages=passages, most=MOST_CONSIDERED)
        return await with_life(answer, self._ask_plainly)

    async def _ask_plainly(self, question: str) -> Answer:
        return answer_of(await work_through(question, None, await self._texts(), k=1), bar=self._bar, passages=1)

    async def explain(self, question: str, *, previous: Understood | None = None, passages: int = 5) -> WorkedQuestion:
        """Return `question` worked through, with the words looked for and what speaks for each sentence.

        Errors as `answer` raises them.
        """
        return await work_through(question, previous, await self._texts(), k=passages)

    async def explain_when(self, name: str, *, passages: int = 5) -> WorkedQuestion:
        """Return the question for the time of what is named `name` worked through; errors as `answer` raises them."""
        return await self.explain(_asked_when(name), passages=passages)

    async def when(self, name: str, *, previous: Understood | None = None, passages: int = 5) -> Answer:
        """Return when the texts say that what is named `name` was; a name in Arabic or Latin letters.

        Raises:
            QuestionError: the name is empty or too long.
            UnavailableError: the engine did not answer.
        """
        return await self.answer(_asked_when(name), previous=previous, passages=passages)

    async def timeline(self, asked: str, *, most: int = MOST_CHOSEN) -> Timeline:
        """Return what the texts date of `asked`: a person, place, battle or text, years or a century; all if empty.

        At most `most` events are chosen for a picture, or two more where nothing else would be left.

        Raises:
            QuestionError: the request is too long.
            UnavailableError: the engine did not answer.
        """
        if asked.strip():
            read_question(asked)  # refuses what is too long before any work is done
        return await self._chronicle.timeline(asked, await self._texts(), most=most)

    async def anniversaries(self, day: date) -> Anniversaries:
        """Return what the texts date to `day` of the year or to its month, in any calendar.

        Raises:
            UnavailableError: the engine did not answer.
        """
        return await self._chronicle.anniversaries(day, await self._texts())

    async def dated_events(self, asked: str = "") -> list[DatedEvent]:
        """Return every dated event that `asked` wants, in the order of time, loosely dated ones too.

        Raises:
            UnavailableError: the engine did not answer.
        """
        return await self._chronicle.select(asked, await self._texts())

    async def read_dates(self, on_document: OnDocument) -> None:
        """Read the dates of all texts, which else the first request does; `on_document` is told of each text read.

        Raises:
            UnavailableError: the engine did not answer.
        """
        await self._chronicle.table((await self._texts()).engine, on_document)

    async def passage(self, key: bytes) -> Passage | None:
        """Return the passage with this `Passage.key`; None where the texts have changed since."""
        return await self._engine.passage(key)

    async def surroundings(self, passage_id: str) -> Surroundings | None:
        """Return a passage and its neighbours; None where there is no such passage."""
        return await self._engine.surroundings(passage_id)

    async def library(self) -> tuple[DocumentCard, ...]:
        """Return the documents in the order of their ids."""
        return await self._engine.library()

    async def texts_named(self, asked: str) -> list[DocumentCard]:
        """Return the documents whose title `asked` is or names, in Arabic or Latin letters; the nearest title first.

        Raises:
            QuestionError: it is empty or too long.
            UnavailableError: the engine did not answer.
        """
        read_question(asked)  # refuses what is too long before any work is done
        texts = await self._texts()
        library = await texts.engine.library()
        return titled(asked, library) or titled((await meant_by(asked, texts)).text, library)

    async def text(self, key: bytes) -> tuple[DocumentCard, list[Passage]] | None:
        """Return the document with this `DocumentCard.key` and its passages in order; None where it has gone.

        Raises:
            UnavailableError: the engine did not answer.
        """
        engine = await self._engine.pinned()
        document = next((card for card in await engine.library() if card.key == key), None)
        return None if document is None else (document, await engine.passages_of(document.id))

    async def texts_now(self) -> Engine:
        """Return the texts as they are now, to read them beside questions; the same while they stay the same.

        Raises:
            UnavailableError: the engine did not answer.
        """
        return await self._engine.pinned()

    async def passages_of(self, document_id: str) -> list[Passage]:
        """Return a document's passages in order; empty where there is no such document."""
        return await self._engine.passages_of(document_id)

    async def quote(
        self, passage_id: str, question: str, *, when: bool = False
    ) -> tuple[Quote, tuple[BothCalendars, ...]] | None:
        """Return the sentence of one passage that best answers `question`, and its date if one is asked for.

        `when` tells that `question` was asked of `when`. None where there is no such passage any more.

        Raises:
            QuestionError: the question is empty or too long.
            UnavailableError: the engine did not answer.
        """
        texts = await self._texts()
        surroundings = await texts.engine.surroundings(passage_id)
        document = surroundings and await texts.engine.document(surroundings.passage.document_id)
        if not surroundings or not document:
            return None
        hit = Hit(surroundings.passage, document, rank=1, score=1.0)
        worked = await work_through_passage(_asked_when(question) if when else question, hit, texts)
        time = tell_of_passage(worked.dates)
        quotes = quotes_of_time(worked, time) or quotes_of(worked, worked.candidates[:1])
        return quotes[0], time.dates

    async def aclose(self) -> None:
        """Close the engine."""
        await self._engine.aclose()

    async def keep_ready(self, *, every_s: float = _READY_EVERY_S) -> None:
        """Take up new generations and make their tables, so that no question waits for it; runs until cancelled."""
        warmed: Snapshot | None = None
        while True:
            texts = await self._texts()
            if texts is not warmed:
                await self.warm()
                await self._chronicle.make_ready(texts.engine)
                gc.freeze()
                warmed = texts
            await asyncio.sleep(every_s)

    async def warm(self) -> None:
        """Make all that is made when it is first needed: seconds for a large library."""
        await warm(self.answer, (await self._texts()).known)

    async def _texts(self) -> Snapshot:
        """Return the texts as they are now; what is made of them is made once."""
        engine = await self._engine.pinned()
        async with self._taking:
            if self._snapshot is None or self._snapshot.engine is not engine:
                self._snapshot = await self._take(engine)
            return self._snapshot


def _asked_when(name: str) -> str:
    """Return the question for the time of what is named `name`; `name` itself where it asks for times already."""
    return name if read_question(name).kind is QuestionKind.WHEN or two_times(name) else f"متى {name}"
