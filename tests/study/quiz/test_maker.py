"""Questions made from the starter library: what holds of every one, and what is asked."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import build_document
from fakes import card_of
from qa_bot.corpus.catalogue import read_corpus
from qa_bot.corpus.passages import cut
from qa_bot.index.build import build_index
from qa_bot.index.embedded import EmbeddedEngine, open_engine
from qa_bot.model.corpus import Document, DocumentCard
from qa_bot.study.quiz.maker import QuizMaker
from qa_bot.study.quiz.question import GAP, QuizKind, QuizQuestion
from qa_bot.text.normalise import normalise

CORPUS = Path(__file__).parents[3] / "corpus"


class Library:
    """An index of the starter library with one maker over it."""

    def __init__(self, engine: EmbeddedEngine, documents: Sequence[DocumentCard]) -> None:
        self.engine = engine
        self.documents = documents
        self.maker = QuizMaker()

    async def make(self, seed: str, avoid: Sequence[str] = ()) -> QuizQuestion | None:
        return await self.maker.make(self.engine, self.documents, seed=seed, avoid=avoid)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quiz")
    texts = [(each, cut(each)) for each in read_corpus(CORPUS) if isinstance(each, Document)]
    build_index(texts, folder, corpus=str(CORPUS), corpus_fingerprint="0" * 16)
    return folder


@pytest.fixture(scope="module")
def engine(index: Path) -> EmbeddedEngine:
    return open_engine(index)


@pytest.fixture
async def library(engine: EmbeddedEngine) -> Library:
    return Library(engine, await engine.library())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.text(max_size=8))
async def test_the_right_option_stands_in_the_sentence_and_no_wrong_one_does(library: Library, seed: str) -> None:
    question = await library.make(seed)
    assert question is not None
    right, wrong = question.options[question.right], [*question.options]
    wrong.remove(right)
    assert question.gap.of(question.text) == right
    assert question.asked == question.text.replace(right, GAP, 1)
    assert right not in question.asked
    said = normalise(question.text)
    assert [option for option in wrong if option in question.text or normalise(option) in said] == []
    assert len({normalise(option) for option in question.options}) == 4
    assert question.text in question.passage.text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.text(max_size=8))
async def test_telegrams_limits_hold_and_the_explanation_is_the_sentence_with_its_source(
    library: Library, seed: str
) -> None:
    question = await library.make(seed)
    assert question is not None
    told = question.explanation
    assert len(told.encode("utf-16-le")) // 2 <= 200
    assert told.count("\n") <= 2
    assert f"«{question.text}»" in told
    assert question.document.metadata.title in told.rpartition("\n")[2]
    assert all(1 <= len(option.encode("utf-16-le")) // 2 <= 100 for option in question.options)


async def test_the_same_seed_asks_the_same_and_kinds_take_turns(library: Library) -> None:
    assert await library.make("بدر") == await library.make("بدر")
    made = [await library.make(f"{number}") for number in range(40)]
    kinds = Counter(question.kind for question in made if question)
    assert min(kinds[kind] for kind in QuizKind) >= 4


async def test_a_passage_that_was_asked_lately_is_left_out(library: Library) -> None:
    first = await library.make("بدر")
    assert first is not None
    second = await library.make("بدر", avoid=[first.passage.id])
    assert second is not None
    assert second.passage.id != first.passage.id


async def test_no_year_that_the_texts_give_the_same_event_is_a_wrong_option(library: Library) -> None:
    # The texts date the conquest of Jerusalem to 16 and to 17.
    of_jerusalem = [card for card in library.documents if "بيت المقدس" in card.metadata.title]
    asked = [await library.maker.make(library.engine, of_jerusalem, seed=f"{number}") for number in range(30)]
    years = [question for question in asked if question and question.kind is QuizKind.YEAR]
    assert years
    wrong = {option for each in years for option in each.options if option != each.options[each.right]}
    assert wrong.isdisjoint({"16هـ", "17هـ"})


async def test_what_the_title_calls_by_another_name_is_not_asked_for(library: Library) -> None:
    of_jerusalem = [card for card in library.documents if "بيت المقدس" in card.metadata.title]
    asked = [await library.maker.make(library.engine, of_jerusalem, seed=f"{number}") for number in range(30)]
    answers = [question.options[question.right] for question in asked if question]
    assert answers
    assert {"إيلياء", "القدس"}.isdisjoint(answers)


async def test_without_texts_there_is_no_question(library: Library) -> None:
    assert await library.maker.make(library.engine, [], seed="x") is None
    document, passages = build_document("d", "نص")
    gone = card_of(document, passages)
    assert await library.maker.make(library.engine, [gone], seed="x") is None
