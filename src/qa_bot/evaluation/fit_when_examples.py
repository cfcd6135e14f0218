"""What there is to learn about dates from: judged questions for a time, and every date the program found for them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from qa_bot.answering.date_candidates import DateCandidate
from qa_bot.answering.match import Weighted
from qa_bot.answering.service import AnsweringService
from qa_bot.answering.worked import WorkedQuestion
from qa_bot.errors import QuestionError
from qa_bot.evaluation.dialogues import Dialogue
from qa_bot.evaluation.fit_examples import DIALOGUES, ELSEWHERE
from qa_bot.evaluation.near_copies import Kinships, kinships
from qa_bot.evaluation.plan import Watch
from qa_bot.evaluation.pool import open_pool
from qa_bot.evaluation.question_sets import QuestionSet
from qa_bot.evaluation.when_questions import (
    TurnGold,
    WhenQuestion,
    questions_of_events,
    questions_of_set,
    read_events,
)
from qa_bot.index.engine import Engine
from qa_bot.model.answer import QuestionKind, Understood

OnQuestion = Callable[[], None]
# Questions that the texts don't answer teach the same over and over: of many every second, fourth or sixth is asked.
_OF_OTHER_SETS, _OF_THE_SETS, _OF_THE_ANNALS = 2, 4, 6
_MANY = 500


@dataclass(frozen=True, slots=True)
class WhenExample:
    """A judged question with the dates that were found for it, best first, their sentences without tokens.

    `told` tells of each whether its sentence surely tells the answer, `right` whether it is the answer's date, wherever
    it stands. Both are False throughout for questions that the texts asked don't answer.
    """

    question: WhenQuestion
    words: Weighted
    dates: tuple[DateCandidate, ...]
    told: tuple[bool, ...]
    right: tuple[bool, ...]


async def collect_when(
    sets: Sequence[QuestionSet], dialogues: Sequence[Dialogue], annals: Engine | None, library: Engine, watch: Watch
) -> list[WhenExample]:
    """Return the judged events, the questions of `sets` and the turns of `dialogues`, of their own texts and of others.

    `annals` is the engine of the texts that the events are judged in, None where they aren't at hand; `library` that of
    the starter library.
    """
    kin = kinships([text for each in sets for text in each.texts])
    questions = [question for each in sets for question in questions_of_set(each, kin)]
    watch.stage("Asking for times")
    found = await _of_library(library, dialogues, watch.step)
    found += await _of_pools(sets, kin, watch.step)
    return found + (await _of_annals(annals, questions, watch.step) if annals else [])


async def _of_annals(engine: Engine, questions: Sequence[WhenQuestion], on_question: OnQuestion) -> list[WhenExample]:
    service = AnsweringService(engine)
    found = await when_examples(service, questions_of_events(read_events()), on_question)
    strange = _elsewhere(questions[::_OF_THE_ANNALS])
    return found + await when_examples(service, strange, on_question, answerable=False)


async def _of_library(engine: Engine, dialogues: Sequence[Dialogue], on_question: OnQuestion) -> list[WhenExample]:
    """Return the dialogues, and the events that annals date: the library tells many of them."""
    service = AnsweringService(engine)
    events = _elsewhere(questions_of_events(read_events()))
    return [
        *await when_turns(service, dialogues, on_question),
        *await when_examples(service, events, on_question),
    ]


async def _of_pools(sets: Sequence[QuestionSet], kin: Kinships, on_question: OnQuestion) -> list[WhenExample]:
    found: list[WhenExample] = []
    async with open_pool([text for each in sets for text in each.texts]) as service:
        for each in sets:
            found += await when_examples(service, questions_of_set(each, kin), on_question)
        events = [each for each in questions_of_events(read_events()) if not each.by_name]
        found += await when_examples(service, _elsewhere(events[::_OF_THE_SETS]), on_question)
    for each in sets if len(sets) > 1 else ():
        found += await _of_other_sets(each, sets, kin, on_question)
    return found


async def _of_other_sets(
    one: QuestionSet, sets: Sequence[QuestionSet], kin: Kinships, on_question: OnQuestion
) -> list[WhenExample]:
    texts = [text for each in sets if each is not one for text in each.texts]
    there = {kin.article[text.id] for text in texts}
    told = {question.id for question in one.questions if kin.article[question.gold[0]] in there}
    strange = [question for question in questions_of_set(one, kin) if question.id not in told]
    some = strange[:: _OF_OTHER_SETS if len(strange) > _MANY else 1]
    async with open_pool(texts) as service:
        return await when_examples(service, _elsewhere(some), on_question, answerable=False)


async def when_examples(
    service: AnsweringService,
    questions: Iterable[WhenQuestion],
    on_question: OnQuestion = lambda: None,
    *,
    answerable: bool = True,
) -> list[WhenExample]:
    """Return `questions` with the dates that `service` finds; without those that ask for no time to it."""
    found: list[WhenExample] = []
    for question in questions:
        on_question()
        explain = service.explain_when if question.by_name else service.explain
        try:
            worked = await explain(question.text)
        except QuestionError:
            continue
        if worked.understood.kind is QuestionKind.WHEN:
            found.append(_example(question, worked, answerable=answerable))
    return found


async def when_turns(
    service: AnsweringService, dialogues: Iterable[Dialogue], on_turn: OnQuestion = lambda: None
) -> list[WhenExample]:
    """Return the turns of `dialogues` that ask for a time, each after what was understood of the one before."""
    found: list[WhenExample] = []
    for dialogue in dialogues:
        previous: Understood | None = None
        for turn in dialogue.turns:
            on_turn()
            try:
                worked = await service.explain(turn.ask, previous=previous)
                previous = (await service.answer(turn.ask, previous=previous)).understood
            except QuestionError:
                continue
            if worked.understood.kind is QuestionKind.WHEN:
                question = WhenQuestion(dialogue.id, DIALOGUES, dialogue.split, turn.ask, TurnGold(turn))
                found.append(_example(question, worked, answerable=True))
    return found


def _example(question: WhenQuestion, worked: WorkedQuestion, *, answerable: bool) -> WhenExample:
    gold, found = question.gold, worked.dates
    told = tuple(answerable and gold.is_given_by(each) for each in found)
    right = tuple(answerable and any(gold.is_named_by(date.date) for date in each.given.quoted) for each in found)
    dates = tuple(replace(each, sentence=replace(each.sentence, tokens=())) for each in found)
    return WhenExample(question, worked.words, dates, told, right)


def _elsewhere(questions: Iterable[WhenQuestion]) -> list[WhenQuestion]:
    return [replace(each, source=f"{each.source}, {ELSEWHERE}") for each in questions]
