"""Question sets → figures of the program and of two baselines, in one run."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from qa_bot.answering.service import AnsweringService
from qa_bot.errors import SetupError
from qa_bot.evaluation.asking import Asked, ask_all
from qa_bot.evaluation.baselines import Baseline, baselines
from qa_bot.evaluation.estimate import Floats, Resamples
from qa_bot.evaluation.everyday import everyday_questions
from qa_bot.evaluation.measures import answer_measures, passage_measures
from qa_bot.evaluation.near_copies import Kinships, kinships, part_of
from qa_bot.evaluation.plan import QA_BOT, Plan, Results, Run, SetResult, Unanswerable, Watch
from qa_bot.evaluation.pool import open_pool
from qa_bot.evaluation.question_sets import JudgedQuestion, JudgedText, QuestionSet
from qa_bot.evaluation.typos import with_typos


@dataclass(frozen=True, slots=True)
class _Setup:
    """What all stages share; `chosen` are the questions to ask, by set."""

    plan: Plan
    watch: Watch
    kin: Kinships
    chosen: Mapping[str, Sequence[JudgedQuestion]]

    def article_of(self, question: JudgedQuestion) -> str:
        return self.kin.article[question.gold[0]]


@dataclass(frozen=True, slots=True)
class _Systems:
    service: AnsweringService
    baselines: Sequence[Baseline]


async def run(sets: Sequence[QuestionSet], plan: Plan, watch: Watch) -> Results:
    """Return the figures of `sets`, in their order.

    Raises:
        SetupError: there is no question to ask, or a text that the program can't read.
    """
    watch.stage("Looking for near-copies")
    kin = kinships([text for each in sets for text in each.texts])
    setup = _Setup(plan, watch, kin, {each.name: _chosen(each, kin, plan) for each in sets})
    results = Results(plan)
    for pool in [tuple(sets)] if plan.pooled else [(each,) for each in sets]:
        await _measure(pool, setup, results)
    if plan.unanswerable and len(sets) > 1:
        for question_set in sets:
            others = [text for each in sets if each is not question_set for text in each.texts]
            results.unanswerable.append(await _asked_elsewhere(question_set, others, setup))
    return results


def _chosen(question_set: QuestionSet, kin: Kinships, plan: Plan) -> list[JudgedQuestion]:
    """Return the questions of the planned part, at most as many as planned, in the set's order."""
    of_part = [q for q in question_set.questions if plan.part in ("", part_of(kin.article[q.gold[0]]))]
    if plan.limit is not None and plan.limit < len(of_part):
        chance = random.Random(f"{plan.seed} {question_set.name}")  # noqa: S311  # repeatable, not secret
        of_part = [of_part[at] for at in sorted(chance.sample(range(len(of_part)), plan.limit))]
    if not of_part:
        raise SetupError(f"{question_set.name} has no question to ask.")
    return of_part


async def _measure(pool: Sequence[QuestionSet], setup: _Setup, results: Results) -> None:
    """Ask the questions of each set of the texts of all sets in `pool`."""
    texts = [text for each in pool for text in each.texts]
    setup.watch.stage("Building the baselines")
    others = baselines(texts, titles=setup.plan.titles)
    setup.watch.stage("Building the index")
    async with open_pool(texts) as service:
        for each in pool:
            results.sets.append(await _measure_set(each, _Systems(service, others), setup))
        if setup.plan.unanswerable:
            name = "everyday, asked of " + ", ".join(each.name for each in pool)
            confidence = await _confidence(name, everyday_questions(), service, setup)
            results.unanswerable.append(Unanswerable(name, "", confidence))


async def _measure_set(question_set: QuestionSet, systems: _Systems, setup: _Setup) -> SetResult:
    questions = setup.chosen[question_set.name]
    articles = [setup.article_of(question) for question in questions]
    runs: dict[tuple[str, str], Run] = {}
    for variant, typos in setup.plan.variants.items():
        setup.watch.stage(f"{question_set.name}, {variant}", len(questions) * (1 + len(systems.baselines)))
        asked = [with_typos(q.text, typos, f"{setup.plan.seed} {typos} {q.id}") for q in questions]
        for system, answers in (await _ask_systems(systems, asked, setup.watch)).items():
            runs[variant, system] = _run(questions, answers, setup.kin)
    return SetResult(
        question_set.name,
        paragraphs=len(question_set.texts),
        questions=len(questions),
        articles=len(set(articles)),
        resamples=Resamples(articles, setup.plan.seed),
        runs=runs,
    )


async def _ask_systems(systems: _Systems, asked: Sequence[str], watch: Watch) -> dict[str, list[Asked]]:
    answers = {QA_BOT: await ask_all(systems.service, asked, watch.step)}
    for baseline in systems.baselines:
        answers[baseline.name] = baseline.ask_all(asked, watch.step)
    return answers


def _run(questions: Sequence[JudgedQuestion], answers: Sequence[Asked], kin: Kinships) -> Run:
    values = passage_measures(questions, answers, kin.same) | answer_measures(questions, answers, kin.same)
    return Run(values, np.array([each.confidence for each in answers]))


async def _asked_elsewhere(question_set: QuestionSet, texts: Sequence[JudgedText], setup: _Setup) -> Unanswerable:
    """Ask a set's questions of others' texts; those about an article that the texts have too are left out."""
    there = {setup.kin.article[text.id] for text in texts}
    asked = [q.text for q in setup.chosen[question_set.name] if setup.article_of(q) not in there]
    setup.watch.stage("Building the index")
    name = f"{question_set.name}, asked of the other sets"
    async with open_pool(texts) as service:
        return Unanswerable(name, question_set.name, await _confidence(name, asked, service, setup))


async def _confidence(name: str, questions: Sequence[str], service: AnsweringService, setup: _Setup) -> Floats:
    setup.watch.stage(name, len(questions))
    return np.array([each.confidence for each in await ask_all(service, questions, setup.watch.step)])
