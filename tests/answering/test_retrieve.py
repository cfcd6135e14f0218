"""Content words made into a query, and what each of them weighs."""

from pathlib import Path

import pytest

from asked import weighed
from builders import build_small_index
from qa_bot.answering.match import Weighted
from qa_bot.answering.retrieve import make_query, weigh
from qa_bot.index.embedded import EmbeddedEngine, open_engine


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedEngine:
    index: Path = tmp_path_factory.mktemp("index")
    build_small_index(index)
    return open_engine(index)


def test_each_field_is_asked_for_the_terms_it_is_made_of() -> None:
    terms = make_query(weighed("غزوة تبوك")).terms
    assert set(terms["body"]) == {"_غزو", "غزوه", "زوه_", "_تبو", "تبوك", "بوك_"}
    assert set(terms["stem"]) == {"غزو", "تبوك"}


def test_the_field_that_only_tells_frequencies_is_not_asked() -> None:
    assert set(make_query(weighed("تبوك")).terms) == {"body", "title", "stem", "article"}


def test_a_word_said_before_counts_its_share() -> None:
    stems = make_query(weighed("من قاد", before="تبوك")).terms["stem"]
    assert stems["تبوك"] == pytest.approx(0.5 * stems["قاد"])


def test_terms_that_several_words_share_add_up() -> None:
    alone = make_query(Weighted(("مسلم",), (1.0,), (1.0,))).terms["stem"]
    both = make_query(Weighted(("مسلم", "المسلم"), (1.0, 1.0), (1.0, 0.5))).terms["stem"]
    assert both == {"مسلم": pytest.approx(1.5 * alone["مسلم"])}


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
