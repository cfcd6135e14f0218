"""Judged dialogues: two or three turns each, asked of the real service as a chat asks it."""

import json
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from qa_bot.errors import QuestionError, SetupError
from qa_bot.evaluation.holding import holds_all
from qa_bot.model.answer import Answer, Quote, Understood

JUDGED = Path(__file__).parent / "judged"
STANDARD = JUDGED / "standard"  # asked in Modern Standard Arabic, in the words of a careful reader
PARAPHRASED = JUDGED / "paraphrased"  # the same, in words that the texts don't use where others come to mind
MIXED = JUDGED / "mixed"  # as a circle asks: plain, colloquial, mistyped, vowelled, with Latin names, in English
FIT, REPORT = SPLITS = ("fit", "report")


class Answers(Protocol):
    """What is measured: anything that answers as `AnsweringService` does."""

    async def answer(self, question: str, *, previous: Understood | None = None, passages: int = 5) -> Answer:
        """Return what the texts say to `question` after what was understood of the one before."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a dialogue with what answers it.

    A sentence is right if it stands in one of `documents` (any, where none is named) and holds every string of
    one of `answers`. A question without `answers` is one that the texts don't answer.
    """

    ask: str
    documents: tuple[str, ...] = ()
    answers: tuple[tuple[str, ...], ...] = ()

    @property
    def answerable(self) -> bool:
        """Return whether the texts answer."""
        return bool(self.answers)

    def is_answered_by(self, quote: Quote) -> bool:
        """Return whether `quote` is right."""
        in_place = not self.documents or quote.document.id in self.documents
        return in_place and any(holds_all(quote.text, strings) for strings in self.answers)


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Turns that follow each other; `split` is «fit» or «report»."""

    id: str
    split: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class JudgedTurn:
    """A turn and what the service made of it; `number` counts from 1. `answer` is None where it was refused."""

    dialogue: Dialogue
    number: int
    answer: Answer | None

    @property
    def turn(self) -> Turn:
        """Return what was asked."""
        return self.dialogue.turns[self.number - 1]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Return what was shown."""
        return self.answer.quotes if self.answer else ()

    def right_within(self, most: int) -> bool:
        """Return whether one of the first `most` sentences is right."""
        return any(self.turn.is_answered_by(quote) for quote in self.quotes[:most])

    @property
    def failed(self) -> bool:
        """Return whether the first sentence isn't right, or one is shown where the texts don't tell."""
        return not self.right_within(1) if self.turn.answerable else bool(self.quotes)


def read_dialogues(folder: Path = JUDGED, splits: Sequence[str] = SPLITS) -> list[Dialogue]:
    """Return the judged dialogues of `splits` in the order of the files `fit.jsonl` and `report.jsonl`.

    Raises:
        SetupError: there is no such file, or a line is no dialogue; the message names the line.
    """
    files = [folder / f"{split}.jsonl" for split in splits if (folder / f"{split}.jsonl").is_file()]
    if not files:
        raise SetupError(f"There are no judged dialogues in {folder}: {' or '.join(splits)}.jsonl.")
    return [
        _dialogue(line, f"{path}:{number}")
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if line.strip()
    ]


def _dialogue(line: str, where: str) -> Dialogue:
    try:
        record = json.loads(line)
        turns = tuple(_turn(turn) for turn in record["turns"])
        dialogue = Dialogue(record["id"], record["split"], turns)
    except (ValueError, KeyError, TypeError) as error:
        raise SetupError(f"{where}: no judged dialogue ({error!r}).") from error
    if dialogue.split not in SPLITS or not turns:
        raise SetupError(f"{where}: the split must be one of {', '.join(SPLITS)}, and there must be turns.")
    return dialogue


def _turn(record: Mapping[str, Any]) -> Turn:
    answers = tuple(tuple(strings) for strings in record.get("answers", ()))
    told = record.get("found", True)
    if told is not bool(answers) or not all(answers) or isinstance(record.get("documents"), str):
        raise ValueError('a turn has either "answers", a list of lists of strings, or "found": false')
    return Turn(record["ask"], tuple(record.get("documents", ())), answers)


async def hold(
    service: Answers, dialogues: Iterable[Dialogue], on_turn: Callable[[], None] = lambda: None
) -> list[JudgedTurn]:
    """Return every turn of `dialogues` with its answer; each turn knows what was understood of the one before."""
    judged: list[JudgedTurn] = []
    for dialogue in dialogues:
        async for turn in _held(service, dialogue):
            judged.append(turn)
            on_turn()
    return judged


async def _held(service: Answers, dialogue: Dialogue) -> AsyncIterator[JudgedTurn]:
    previous: Understood | None = None
    for number, turn in enumerate(dialogue.turns, start=1):
        try:
            answer = await service.answer(turn.ask, previous=previous)
        except QuestionError:
            yield JudgedTurn(dialogue, number, None)
            continue
        previous = answer.understood
        yield JudgedTurn(dialogue, number, answer)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many turns were answered rightly, by the first sentence and by one of three.

    Of those that the texts don't answer, `wrongly_answered` were answered all the same.
    """

    split: str
    turn: str
    answerable: int
    right_first: int
    right_in_three: int
    unanswerable: int
    wrongly_answered: int


def tallies(judged: Sequence[JudgedTurn]) -> list[Tally]:
    """Return a tally for each split and turn, and one for all turns of each split."""
    found: list[Tally] = []
    for split in SPLITS:
        of_split = [turn for turn in judged if turn.dialogue.split == split]
        numbers = sorted({turn.number for turn in of_split})
        found += [_tally(split, str(n), [turn for turn in of_split if turn.number == n]) for n in numbers]
        if numbers:
            found.append(_tally(split, "all", of_split))
    return found


def _tally(split: str, turn: str, judged: Sequence[JudgedTurn]) -> Tally:
    answerable = [each for each in judged if each.turn.answerable]
    silent = [each for each in judged if not each.turn.answerable]
    return Tally(
        split,
        turn,
        answerable=len(answerable),
        right_first=sum(each.right_within(1) for each in answerable),
        right_in_three=sum(each.right_within(3) for each in answerable),
        unanswerable=len(silent),
        wrongly_answered=sum(each.failed for each in silent),
    )
