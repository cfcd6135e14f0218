"""`qa-bot explain`: one question's way through the program, with the values of each step."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

import typer

from qa_bot.answering.bar import bar_for
from qa_bot.answering.match import Weighted
from qa_bot.answering.retrieve import make_query
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.service import AnsweringService
from qa_bot.answering.signs import signs_of
from qa_bot.cli.answer_text import answer_as_text
from qa_bot.cli.building import bring_up_to_date
from qa_bot.cli.options import CorpusOption, IndexOption
from qa_bot.model.answer import Answer, Understood
from qa_bot.model.search import Hit
from qa_bot.settings import read_settings
from qa_bot.text.tokenise import tokenise
from qa_bot.wiring.opened import open_service
from qa_bot.wiring.place import place_of

_PASSAGES = 10  # as many as the service reads
_SHOWN = 5
_SENTENCES = 3


def explain(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="The question to follow.")],
    index: IndexOption = None,
    corpus: CorpusOption = None,
) -> None:
    """Follow a question through the program and show each step.

    For example:

      qa-bot explain "متى كانت معركة اليرموك؟"
    """
    settings = read_settings()
    place = place_of(settings, index, corpus)
    bring_up_to_date(place)
    service = open_service(place, one_wrong_in=settings.one_wrong_in)
    for line in asyncio.run(_followed(service, question, settings.one_wrong_in)).lines(question):
        typer.echo(line)


@dataclass(frozen=True, slots=True)
class _Way:
    """What each step made of a question."""

    understood: Understood
    words: Weighted
    hits: list[Hit]
    candidates: list[Candidate]
    answer: Answer
    one_wrong_in: int | None

    def lines(self, question: str) -> Iterator[str]:
        """Yield the steps in their order, each under its name."""
        yield from _step("tokens", [f"{token.span.of(question)} → {token.term}" for token in tokenise(question)])
        yield from _step("understood", [f"{self.understood.kind.value}, about {self.understood.topic or 'nothing'}"])
        yield from _step("words and weights", map(_weighted, self.words.words, self.words.weights))
        yield from _step(
            "terms", [f"{name}: {' '.join(terms)}" for name, terms in make_query(self.words).terms.items()]
        )
        yield from _step("passages", map(_passage, self.hits[:_SHOWN]))
        yield from _step("sentences", (part for each in self.candidates[:_SENTENCES] for part in _sentence(each)))
        yield from _step("confidence", self._confidence())
        yield from _step("answer", answer_as_text(self.answer).splitlines())

    def _confidence(self) -> Iterator[str]:
        promise = f" (at most one wrong in {self.one_wrong_in} shown)" if self.one_wrong_in else ""
        yield f"{self.answer.confidence:.2f}, and the texts tell from {bar_for(self.one_wrong_in)} on{promise}"
        if self.hits and self.candidates:
            yield _figures(signs_of(self.words, self.hits, self.candidates)._asdict())


async def _followed(service: AnsweringService, question: str, one_wrong_in: int | None) -> _Way:
    answer = await service.answer(question)
    worked = await service.explain(question, passages=_PASSAGES)
    await service.aclose()
    return _Way(worked.understood, worked.words, worked.hits, worked.candidates, answer, one_wrong_in)


def _step(name: str, values: Iterable[str]) -> Iterator[str]:
    yield name
    for value in values:
        yield f"    {value}"
    yield ""


def _weighted(word: str, weight: float) -> str:
    return f"{word} {weight:.2f}"


def _passage(hit: Hit) -> str:
    return f"{hit.rank}. {hit.score:.2f} {hit.passage.id} «{hit.document.metadata.title}»"


def _sentence(candidate: Candidate) -> Iterator[str]:
    yield f"{candidate.score:.2f} «{candidate.text}»"
    yield f"     {_figures(candidate.features._asdict())}"


def _figures(named: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in named.items())
