"""Questions for a time → how often the right date is shown, and how often it is named."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from qa_bot.errors import QuestionError
from qa_bot.evaluation.dialogues import SPLITS, Answers
from qa_bot.evaluation.when_questions import WhenQuestion
from qa_bot.model.answer import Answer, Quote, Understood
from qa_bot.model.calendar import MentionSource
from qa_bot.text.shown_dates import shown_dates

_SHOWN = 3


class TellsWhen(Answers, Protocol):
    """What is measured: anything that answers, and tells when, as `AnsweringService` does."""

    async def when(self, name: str, *, previous: Understood | None = None, passages: int = 5) -> Answer:
        """Return when the texts say that what is named `name` was."""


@dataclass(frozen=True, slots=True)
class JudgedWhen:
    """A question for a time and what came of it; `answer` is None where it was refused."""

    question: WhenQuestion
    answer: Answer | None

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Return the sentences shown."""
        return self.answer.quotes if self.answer else ()

    def right_within(self, most: int) -> bool:
        """Return whether one of the first `most` sentences holds the date."""
        return any(self.question.gold.is_held_by(quote) for quote in self.quotes[:most])

    @property
    def named(self) -> bool:
        """Return whether one date is named, in one calendar or in two."""
        return self.answer is not None and len(shown_dates(self.answer.dates)) == 1

    @property
    def named_rightly(self) -> bool:
        """Return whether one date is named and it is the right one."""
        dates = self.answer.dates if self.answer else ()
        return self.named and any(self.question.gold.is_named_by(date) for date in dates)

    @property
    def source(self) -> MentionSource | None:
        """Return where the date of the first sentence stands, the right one if it has it; None without a date."""
        given = [each for quote in self.quotes[:1] for each in quote.dates]
        right = [each for each in given if self.question.gold.is_named_by(each.date)]
        return next((each.source for each in (*right, *given)), None)


async def ask_when(
    service: TellsWhen, questions: Iterable[WhenQuestion], on_question: Callable[[], None] = lambda: None
) -> list[JudgedWhen]:
    """Return what came of each of `questions`, in order."""
    judged: list[JudgedWhen] = []
    for question in questions:
        try:
            answer = await (service.when(question.text) if question.by_name else service.answer(question.text))
        except QuestionError:
            judged.append(JudgedWhen(question, None))
        else:
            judged.append(JudgedWhen(question, answer))
        on_question()
    return judged


@dataclass(frozen=True, slots=True)
class WhenTally:
    """How many of `questions` were answered; how many by the right date sentence first, and within three.

    `named` tells how often one date was named, `named_rightly` how often that was right. `where` counts by source of
    the date how many first sentences were shown, and how many of them were right.
    """

    source: str
    part: str
    questions: int
    answered: int
    right_first: int
    right_in_three: int
    named: int
    named_rightly: int
    where: tuple[tuple[MentionSource, int, int], ...]

    @property
    def named_wrongly(self) -> int:
        """Return how often one date was named and it was wrong."""
        return self.named - self.named_rightly


def when_tallies(judged: Sequence[JudgedWhen]) -> list[WhenTally]:
    """Return a tally for each source and part, in the order of the sources."""
    sources = dict.fromkeys(each.question.source for each in judged)
    groups = [
        (source, part, [each for each in judged if (each.question.source, each.question.part) == (source, part)])
        for source in sources
        for part in SPLITS
    ]
    return [_tally(*group) for group in groups if group[2]]


def _tally(source: str, part: str, judged: Sequence[JudgedWhen]) -> WhenTally:
    return WhenTally(
        source,
        part,
        questions=len(judged),
        answered=sum(bool(each.quotes) for each in judged),
        right_first=sum(each.right_within(1) for each in judged),
        right_in_three=sum(each.right_within(_SHOWN) for each in judged),
        named=sum(each.named for each in judged),
        named_rightly=sum(each.named_rightly for each in judged),
        where=tuple(_of_source(where, judged) for where in MentionSource),
    )


def _of_source(where: MentionSource, judged: Sequence[JudgedWhen]) -> tuple[MentionSource, int, int]:
    those = [each for each in judged if each.source is where]
    return where, len(those), sum(each.right_within(1) for each in those)
