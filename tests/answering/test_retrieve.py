"""Content words made into a query, and what each of them weighs."""

from pathlib import Path

import pytest

from asked import weighed
from builders import build_small_index
from qa_bot.answering.match import Weighted
from qa_bot.answering.retrieve import make_query, weigh
from qa_bot.index.embedded import EmbeddedEngine, open_engine
from qa_bot.index.fields import FIELDS


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedEngine:
    index: Path = tmp_path_factory.mktemp("index")
    build_small_index(index)
    return open_engine(index)


def test_each_field_is_asked_for_the_terms_it_is_made_of() -> None:
    terms = make_query(weighed("غزوة تبوك")).terms
    assert terms["body"] == {"_غزو": 1.0, "غزوه": 1.0, "زوه_": 1.0, "_تبو": 1.0, "تبوك": 1.0, "بوك_": 1.0}
    assert terms["stem"] == {"غزو": 1.0, "تبوك": 1.0}


def test_fields_that_take_no_part_in_scores_are_not_asked() -> None:
    assert set(make_query(weighed("تبوك")).terms) == {field.name for field in FIELDS if field.weight}


def test_a_word_said_before_counts_its_share() -> None:
    assert make_query(weighed("من قاد", before="تبوك")).terms["stem"] == {"تبوك": 0.5, "قاد": 1.0}


def test_terms_that_several_words_share_add_up() -> None:
    question = Weighted(("مسلم", "المسلم"), (1.0, 1.0), (1.0, 0.5))
    assert make_query(question).terms["stem"] == {"مسلم": 1.5}


async def test_the_rarer_a_word_is_in_the_texts_the_more_it_weighs(engine: EmbeddedEngine) -> None:
    weighted = await weigh(dict.fromkeys(("اجنادين", "هرقل", "حطين"), 1.0), engine)
    two_passages, one_passage, none = weighted.weights
    assert 0 < two_passages < one_passage < none


async def test_a_share_takes_its_part_of_the_weight(engine: EmbeddedEngine) -> None:
    [whole] = (await weigh({"تبوك": 1.0}, engine)).weights
    halved = await weigh({"تبوك": 0.5}, engine)
    assert (halved.words, halved.shares) == (("تبوك",), (0.5,))
    assert halved.weights[0] == pytest.approx(whole / 2)


async def test_nothing_weighs_nothing(engine: EmbeddedEngine) -> None:
    assert await weigh({}, engine) == Weighted((), (), ())
