"""Judged questions for a time: events that annals date, and questions of sets that a date answers."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from qa_bot.answering.date_candidates import DateCandidate
from qa_bot.errors import SetupError
from qa_bot.evaluation.dialogues import JUDGED, SPLITS, Turn
from qa_bot.evaluation.holding import holds, holds_all
from qa_bot.evaluation.near_copies import Kinships, part_of
from qa_bot.evaluation.question_sets import JudgedQuestion, QuestionSet
from qa_bot.model.answer import Quote
from qa_bot.model.calendar import BothCalendars, DateRange
from qa_bot.text.dates import find_dates
from qa_bot.text.normalise import unify_digits

EVENTS, EVENTS_LATIN = "annals", "annals, Latin names"
_ASIDE = 1  # year: how far off a year of the annals may be
_MOST_YEARS = 2  # that a date leaves open and still tells a year
_LEAST_YEAR = 32  # a smaller number in an answer may be a day
_OPENING = re.compile(
    r"^[-\s]*(?:(?:و|ف)?متى|(?:من|منذ|إلى) متى|(?:و|ف)?(?:في |ب)?[أا]ي (?:عام|سنة|تاريخ|يوم|شهر|قرن)|"
    r"ما (?:هو )?تاريخ|ما (?:هي )?سنة|سنة كم)"
)


class Gold(Protocol):
    """What answers a question for a time."""

    def is_held_by(self, quote: Quote) -> bool:
        """Return whether a sentence shown, with the dates that it gives, holds the date."""

    def is_named_by(self, date: BothCalendars) -> bool:
        """Return whether a date that the answer names is the right one."""

    def is_given_by(self, date: DateCandidate) -> bool:
        """Return whether a date that was found in a sentence surely answers: what teaches must be right."""


@dataclass(frozen=True, slots=True)
class YearsGold:
    """The Hijri years that texts give for an event; a year more or less is right."""

    hijri: tuple[int, ...]

    def is_held_by(self, quote: Quote) -> bool:
        """Return whether one of the dates that the sentence gives lies in one of the years."""
        return any(self.is_named_by(given.date) for given in quote.dates)

    def is_named_by(self, date: BothCalendars) -> bool:
        """Return whether `date` lies in one of the years, and leaves no more than two open."""
        told = date.hijri
        if told is None or told.last.year - told.first.year >= _MOST_YEARS:
            return False
        return any(told.first.year - _ASIDE <= year <= told.last.year + _ASIDE for year in self.hijri)

    def is_given_by(self, date: DateCandidate) -> bool:
        """Return whether the date lies in one of the years."""
        return any(self.is_named_by(each.date) for each in date.given.quoted)


@dataclass(frozen=True, slots=True)
class WordsGold:
    """The strings that answer a question of a set; `paragraphs` are the ids of those that do, near-copies too."""

    answers: tuple[str, ...]
    paragraphs: frozenset[str] = frozenset()

    def is_held_by(self, quote: Quote) -> bool:
        """Return whether the sentence holds one of the answers."""
        return any(holds(quote.text, answer) for answer in self.answers)

    def is_named_by(self, date: BothCalendars) -> bool:
        """Return whether `date` has a year of an answer; where no answer has one, whether either holds the other."""
        years = {year for answer in self.answers for year in _years(answer)}
        if years:
            told = (date.hijri, date.julian, date.gregorian)
            return any(_ends(each) & years for each in told if each is not None)
        said = {part for answer in self.answers for part in _dates_of(answer)}
        return any(holds(part, date.text) or holds(date.text, part) for part in said)

    def is_given_by(self, date: DateCandidate) -> bool:
        """Return whether the date stands in a sentence of a judged paragraph that holds an answer, and is its date."""
        sentence = date.sentence
        in_place = sentence.hit.document.id in self.paragraphs
        held = in_place and any(holds(sentence.text, answer) for answer in self.answers)
        return held and any(self.is_named_by(each.date) for each in date.given.quoted if each.span)


@dataclass(frozen=True, slots=True)
class TurnGold:
    """What answers a turn of a judged dialogue; nothing where the texts don't tell."""

    turn: Turn

    def is_held_by(self, quote: Quote) -> bool:
        """Return whether the sentence is judged right."""
        return self.turn.is_answered_by(quote)

    def is_named_by(self, date: BothCalendars) -> bool:
        """Return whether `date` has a year of a judged answer, or its words."""
        return WordsGold(tuple(string for strings in self.turn.answers for string in strings)).is_named_by(date)

    def is_given_by(self, date: DateCandidate) -> bool:
        """Return whether the sentence is judged right, and the date is that of the answer."""
        sentence = date.sentence
        in_place = not self.turn.documents or sentence.hit.document.id in self.turn.documents
        held = in_place and any(holds_all(sentence.text, strings) for strings in self.turn.answers)
        return held and any(self.is_named_by(each.date) for each in date.given.quoted if each.span)


def _years(answer: str) -> set[int]:
    """Return the years of an answer, and of numbers that may be one."""
    told = [mention.meaning for mention in find_dates(answer) if mention.meaning]
    numbers = map(int, re.findall(r"\d+", unify_digits(answer)))
    return {number for number in numbers if number >= _LEAST_YEAR}.union(*map(_ends, told))


def _dates_of(answer: str) -> list[str]:
    """Return the words of an answer, and those of its dates alone."""
    return [answer, *(mention.span.of(answer) for mention in find_dates(answer))]


def _ends(told: DateRange) -> set[int]:
    return {abs(told.first.year), abs(told.last.year)}


@dataclass(frozen=True, slots=True)
class WhenQuestion:
    """A question for a time; `part` is «fit» or «report». With `by_name` it may be a mere name, as `/when` takes it."""

    id: str
    source: str
    part: str
    text: str
    gold: Gold
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class JudgedEvent:
    """An event that annals date.

    `ask` are questions for it in Arabic, `latin` names or questions in Latin letters. `hijri` are the years that texts
    give, the usual one first; `texts` are the ids of texts that give one, without their edition.
    """

    id: str
    split: str
    kind: str
    ask: tuple[str, ...]
    hijri: tuple[int, ...]
    texts: tuple[str, ...]
    latin: tuple[str, ...] = ()


def read_events(folder: Path = JUDGED, splits: Sequence[str] = SPLITS) -> list[JudgedEvent]:
    """Return the judged events of `splits` in the order of the files `when_fit.jsonl` and `when_report.jsonl`.

    Raises:
        SetupError: there is no such file, or a line is no event; the message names the line.
    """
    found: list[JudgedEvent] = []
    for path in (folder / f"when_{split}.jsonl" for split in splits):
        try:
            lines = path.read_text("utf-8").splitlines()
        except OSError as error:
            raise SetupError(f"{path} can't be read: {error.strerror}.") from error
        found += [_event(line, f"{path}:{number}") for number, line in enumerate(lines, start=1)]
    return found


def _event(line: str, where: str) -> JudgedEvent:
    try:
        record: dict[str, Any] = json.loads(line)
        several = {key: tuple(record.get(key, ())) for key in ("ask", "hijri", "texts", "latin")}
        event = JudgedEvent(record["id"], record["split"], record["kind"], **several)
    except (ValueError, KeyError, TypeError) as error:
        raise SetupError(f"{where}: no judged event ({error!r}).") from error
    if event.split not in SPLITS or not event.ask or not event.hijri:
        raise SetupError(f"{where}: the split must be one of {', '.join(SPLITS)}, with questions and years.")
    return event


def questions_of_events(events: Iterable[JudgedEvent]) -> list[WhenQuestion]:
    """Return every question of `events`, those in Latin letters as a source of their own."""
    return [
        WhenQuestion(event.id, source, event.split, text, YearsGold(event.hijri), by_name=source == EVENTS_LATIN)
        for event in events
        for source, texts in ((EVENTS, event.ask), (EVENTS_LATIN, event.latin))
        for text in texts
    ]


def questions_of_set(question_set: QuestionSet, kin: Kinships) -> list[WhenQuestion]:
    """Return the questions of a set that ask for a time and are answered by a date, parted by article."""
    return [
        WhenQuestion(
            each.id,
            question_set.name,
            part_of(kin.article[each.gold[0]]),
            each.text,
            WordsGold(each.answers, _alike(each.gold, kin)),
        )
        for each in question_set.questions
        if _asks_for_a_date(each)
    ]


def _alike(gold: Sequence[str], kin: Kinships) -> frozenset[str]:
    same = {kin.same[paragraph] for paragraph in gold}
    return frozenset(paragraph for paragraph, name in kin.same.items() if name in same)


def _asks_for_a_date(question: JudgedQuestion) -> bool:
    dated = any(_years(answer) or find_dates(answer) for answer in question.answers)
    return dated and _OPENING.match(question.text) is not None
