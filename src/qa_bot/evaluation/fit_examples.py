"""What there is to learn from: judged questions, and every sentence that the program read for them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from qa_bot.answering.match import Weighted
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.service import AnsweringService
from qa_bot.answering.snapshot import take_snapshot
from qa_bot.answering.worked import WorkedQuestion, work_through
from qa_bot.errors import QuestionError
from qa_bot.evaluation.dialogues import Dialogue, Turn
from qa_bot.evaluation.everyday import everyday_questions
from qa_bot.evaluation.holding import holds, holds_all
from qa_bot.evaluation.near_copies import PARTS, Kinships, part_of
from qa_bot.evaluation.pool import open_pool
from qa_bot.evaluation.question_sets import JudgedQuestion, QuestionSet
from qa_bot.index.engine import Engine
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.model.search import Hit

DIALOGUES, EVERYDAY, ELSEWHERE = "dialogues", "everyday", "asked of other texts"
UNTOLD = "dialogues, without what answers"
_PASSAGES = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A judged question with what was found and read for it.

    `source` is the set it is from, `part` «fit» or «report». `candidates` come without their tokens. `right` tells of
    each whether it holds a judged answer, `in_place` whether it stands in a judged paragraph. Both are False
    throughout for questions that the texts asked don't answer.
    """

    source: str
    part: str
    kind: QuestionKind
    words: Weighted
    hits: tuple[Hit, ...]
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    in_place: tuple[bool, ...]


Judge = Callable[[Candidate], tuple[bool, bool]]
"""Whether a sentence holds a judged answer, and whether it stands in a judged paragraph."""


def _example(source: str, part: str, worked: WorkedQuestion, judge: Judge) -> Example:
    judged = [judge(each) for each in worked.read]
    return Example(
        source,
        part,
        worked.understood.kind,
        worked.words,
        tuple(worked.hits[:_PASSAGES]),
        tuple(replace(each, tokens=()) for each in worked.read),
        tuple(right for right, _ in judged),
        tuple(in_place for _, in_place in judged),
    )


def _silent(_: Candidate) -> tuple[bool, bool]:
    return False, False


async def examples_of_sets(
    sets: Sequence[QuestionSet], kin: Kinships, on_question: Callable[[], None]
) -> list[Example]:
    """Return the questions of `sets` asked of all their texts, then everyday ones, then each set's of the others'."""
    found: list[Example] = []
    async with open_pool([text for each in sets for text in each.texts]) as service:
        for each in sets:
            for question in each.questions:
                found += await _asked(service, each.name, question, kin, _judge_of(question, kin))
                on_question()
        found += await _everyday(service)
    for each in sets if len(sets) > 1 else ():
        found += await _elsewhere(each, sets, kin, on_question)
    return found


def _judge_of(question: JudgedQuestion, kin: Kinships) -> Judge:
    gold = {kin.same[paragraph] for paragraph in question.gold}
    return lambda each: (
        any(holds(each.text, answer) for answer in question.answers),
        kin.same[each.hit.document.id] in gold,
    )


async def _asked(
    service: AnsweringService, source: str, question: JudgedQuestion, kin: Kinships, judge: Judge
) -> list[Example]:
    try:
        worked = await service.explain(question.text, passages=_PASSAGES)
    except QuestionError:
        return []
    return [_example(source, part_of(kin.article[question.gold[0]]), worked, judge)]


async def _everyday(service: AnsweringService) -> list[Example]:
    # Every other question is for fitting: they have no articles to be parted by.
    return [
        _example(EVERYDAY, PARTS[at % 2], await service.explain(question, passages=_PASSAGES), _silent)
        for at, question in enumerate(everyday_questions())
    ]


async def _elsewhere(
    one: QuestionSet, sets: Sequence[QuestionSet], kin: Kinships, on_question: Callable[[], None]
) -> list[Example]:
    texts = [text for each in sets if each is not one for text in each.texts]
    there = {kin.article[text.id] for text in texts}
    found: list[Example] = []
    async with open_pool(texts) as service:
        for question in one.questions:
            if kin.article[question.gold[0]] not in there:
                found += await _asked(service, f"{one.name}, {ELSEWHERE}", question, kin, _silent)
            on_question()
    return found


async def examples_of_dialogues(
    engine: Engine, dialogues: Iterable[Dialogue], on_turn: Callable[[], None]
) -> list[Example]:
    """Return the turns of `dialogues`, each asked after what was understood of the one before.

    Behind each that is answered stands the same as if its texts said all but the answer (`UNTOLD`).
    """
    texts = await take_snapshot(await engine.pinned())
    service = AnsweringService(engine)
    found: list[Example] = []
    for dialogue in dialogues:
        previous: Understood | None = None
        for turn in dialogue.turns:
            on_turn()
            try:
                worked = await work_through(turn.ask, previous, texts, k=_PASSAGES)
                previous = (await service.answer(turn.ask, previous=previous)).understood
            except QuestionError:
                continue
            example = _example(DIALOGUES, dialogue.split, worked, _judge_of_turn(turn))
            found += [example, *_untold(example)]
    return found


def _untold(example: Example) -> list[Example]:
    """Return the question as if no passage that answers it were there; none where it isn't answered, or no other is."""
    gone = {each.hit.passage.id for each, right in zip(example.candidates, example.right, strict=True) if right}
    candidates = tuple(each for each in example.candidates if each.hit.passage.id not in gone)
    hits = tuple(hit for hit in example.hits if hit.passage.id not in gone)
    if not gone or not candidates or not hits:
        return []
    nothing = (False,) * len(candidates)
    return [replace(example, source=UNTOLD, hits=hits, candidates=candidates, right=nothing, in_place=nothing)]


def _judge_of_turn(turn: Turn) -> Judge:
    def judge(each: Candidate) -> tuple[bool, bool]:
        told = any(holds_all(each.text, strings) for strings in turn.answers)
        right = told and (not turn.documents or each.hit.document.id in turn.documents)
        return right, right

    return judge
