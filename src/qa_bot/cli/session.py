"""The answering service for code that waits: a terminal has one asker."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from qa_bot.answering.annals.reading import OnDocument
from qa_bot.answering.service import AnsweringService
from qa_bot.cli.building import bring_up_to_date
from qa_bot.model.answer import Answer, Understood
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.model.event import DatedEvent
from qa_bot.model.timeline import Anniversaries, Timeline
from qa_bot.wiring.opened import open_service
from qa_bot.wiring.place import Place


class Session:
    """An open service and the event loop that it runs on.

    Input is read outside the loop, where Ctrl-C ends a wait at once.
    """

    def __init__(self, service: AnsweringService, runner: asyncio.Runner, passages: int) -> None:
        self._service = service
        self._runner = runner
        self._passages = passages

    def answer(self, question: str, previous: Understood | None) -> Answer:
        """Return the answer to a question; errors as `AnsweringService.answer` raises them."""
        return self._runner.run(self._service.answer(question, previous=previous, passages=self._passages))

    def when(self, name: str, previous: Understood | None) -> Answer:
        """Return when something was; errors as `AnsweringService.when` raises them."""
        return self._runner.run(self._service.when(name, previous=previous, passages=self._passages))

    def timeline(self, asked: str, most: int) -> Timeline:
        """Return a timeline; errors as `AnsweringService.timeline` raises them."""
        return self._runner.run(self._service.timeline(asked, most=most))

    def anniversaries(self, day: date) -> Anniversaries:
        """Return what the texts date to a day of the year or to its month."""
        return self._runner.run(self._service.anniversaries(day))

    def dated_events(self, asked: str) -> list[DatedEvent]:
        """Return the dated events that are asked for, in the order of time."""
        return self._runner.run(self._service.dated_events(asked))

    def read_dates(self, on_document: OnDocument) -> None:
        """Read the dates of all texts, which else the first request does; `on_document` is told of each text read."""
        self._runner.run(self._service.read_dates(on_document))

    def passages(self) -> Iterator[Passage]:
        """Yield every passage, text by text."""
        for card in self.library():
            yield from self._runner.run(self._service.passages_of(card.id))

    def library(self) -> tuple[DocumentCard, ...]:
        """Return the documents in the order of their ids."""
        return self._runner.run(self._service.library())


@contextmanager
def open_session(
    place: Place, passages: int = 5, *, many: bool = False, one_wrong_in: int | None = None
) -> Iterator[Session]:
    """Give an open session over the texts of `place`; their index is built first where it is missing or old.

    Where `many` questions will come, what they need is made before the first. `one_wrong_in` sets the bar.

    Raises:
        SetupError: there is no corpus, or the index can't be written.
    """
    bring_up_to_date(place)
    with asyncio.Runner() as runner:
        service = open_service(place, one_wrong_in=one_wrong_in)
        try:
            if many:
                runner.run(service.warm())
            yield Session(service, runner, passages)
        finally:
            runner.run(service.aclose())
