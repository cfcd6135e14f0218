import json
from pathlib import Path

import numpy as np
import pytest

from qa_bot.errors import SetupError
from qa_bot.evaluation.baselines import LUCENE, OKAPI
from qa_bot.evaluation.everyday import everyday_questions
from qa_bot.evaluation.experiment import run
from qa_bot.evaluation.figures import SHOWN, figures_of
from qa_bot.evaluation.honesty import honesty_of
from qa_bot.evaluation.plan import CLEAN, ONE_TYPO, QA_BOT, TWO_TYPOS, Plan, Results
from qa_bot.evaluation.question_sets import QuestionSet, read_question_sets
from qa_bot.evaluation.report import record_of, tables_of
from question_set_files import BATTLES, PLANTS, write_question_set


class QuietWatch:
    def __init__(self) -> None:
        self.stages: list[tuple[str, int | None]] = []
        self.steps = 0

    def stage(self, description: str, total: int | None = None) -> None:
        self.stages.append((description, total))

    def step(self) -> None:
        self.steps += 1


@pytest.fixture
def sets(tmp_path: Path) -> list[QuestionSet]:
    return read_question_sets(
        [write_question_set(tmp_path / "battles", BATTLES), write_question_set(tmp_path / "plants", PLANTS)]
    )


async def measured(sets: list[QuestionSet], **plan: object) -> Results:
    return await run(sets, Plan(**plan), QuietWatch())


async def test_every_set_is_asked_in_every_way_of_every_system(sets: list[QuestionSet]) -> None:
    watch = QuietWatch()
    results = await run(sets, Plan(), watch)
    assert [(each.name, each.questions, each.articles, each.paragraphs) for each in results.sets] == [
        ("battles", 3, 2, 2),
        ("plants", 2, 2, 2),
    ]
    variants, systems = (CLEAN, ONE_TYPO, TWO_TYPOS), (QA_BOT, OKAPI, LUCENE)
    assert list(results.sets[0].runs) == [(variant, system) for variant in variants for system in systems]
    assert watch.steps == 3 * 3 * 3 + 2 * 3 * 3
    assert ("battles, one typo", 9) in watch.stages


async def test_the_program_finds_and_shows_what_stands_there(sets: list[QuestionSet]) -> None:
    results = await measured(sets, typos=False)
    for each in results.sets:
        values = each.runs[CLEAN, QA_BOT].values
        assert np.mean(values["Success@1"]) == 1.0
        assert np.mean(values["first sentence"]) == 1.0
        assert np.mean(values["its paragraph"]) == 1.0


async def test_sets_alone_are_asked_of_their_own_texts(sets: list[QuestionSet]) -> None:
    watch = QuietWatch()
    await run(sets, Plan(pooled=False, typos=False), watch)
    assert [name for name, _ in watch.stages].count("Building the index") == 2


async def test_questions_without_an_answer_are_asked_of_the_other_sets(sets: list[QuestionSet]) -> None:
    results = await measured(sets, typos=False, unanswerable=True)
    assert [(each.name, len(each.confidence)) for each in results.unanswerable] == [
        ("everyday, asked of battles, plants", len(everyday_questions())),
        ("battles, asked of the other sets", 3),
        ("plants, asked of the other sets", 2),
    ]
    told = honesty_of(results)
    assert told.refusals[1].auc == 1.0
    assert sum(each.questions for each in told.bins["first sentence"]) == 5 + 61 + 5


async def test_a_limit_draws_the_same_questions_each_time(sets: list[QuestionSet]) -> None:
    one, same = [await measured(sets, typos=False, limit=1) for _ in range(2)]
    assert [each.questions for each in one.sets] == [1, 1]
    assert [list(each.runs[CLEAN, QA_BOT].confidence) for each in one.sets] == [
        list(each.runs[CLEAN, QA_BOT].confidence) for each in same.sets
    ]


@pytest.mark.parametrize(("part", "questions"), [("fit", [2, 1]), ("report", [1, 1]), ("", [3, 2])])
async def test_a_part_asks_only_about_its_half_of_the_articles(
    sets: list[QuestionSet], part: str, questions: list[int]
) -> None:
    results = await measured(sets, typos=False, part=part)
    assert [each.questions for each in results.sets] == questions
    assert results.sets[0].paragraphs == 2


async def test_a_set_without_a_question_of_the_part_is_named(tmp_path: Path) -> None:
    folder = write_question_set(tmp_path / "battles", BATTLES[:1])
    with pytest.raises(SetupError, match="battles has no question to ask"):
        await measured(read_question_sets([folder]), typos=False, part="report")


async def test_all_is_told_in_tables_and_as_json(sets: list[QuestionSet]) -> None:
    results = await measured(sets, unanswerable=True)
    figures, honesty = figures_of(results), honesty_of(results)
    tables = list(tables_of(figures, honesty, results.plan))
    assert [table.title for table in tables][:3] == [
        "Paragraphs, as asked; all sets in one index",
        "Paragraphs against the baselines, as asked",
        "Answers, as asked",
    ]
    assert all(len(row) == len(table.columns) for table in tables for row in table.rows)
    assert tables[0].rows[0][:3] == ("battles", QA_BOT, "100.0 (100.0-100.0)")
    assert tables[0].rows[-1][0] == "mean of 2 sets"
    record = json.loads(json.dumps(record_of(figures, honesty, results.plan), allow_nan=False))
    assert record["sets"][0]["figures"][CLEAN][QA_BOT]["Success@1"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert record["sets"][2]["questions"] == 5
    assert SHOWN in record["sets"][2]["figures"][TWO_TYPOS][QA_BOT]
    gain = record["sets"][0]["above_baseline"][CLEAN][OKAPI]["MRR@10"]["value"]
    assert gain == pytest.approx(1 - record["sets"][0]["figures"][CLEAN][OKAPI]["MRR@10"]["value"], abs=1e-5)
