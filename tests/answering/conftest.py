"""The two libraries that questions are asked of: three small texts, and the starter library itself."""

from pathlib import Path

import pytest

from builders import build_small_index
from qa_bot.answering.service import AnsweringService
from qa_bot.index.embedded import open_engine
from qa_bot.wiring import Place, build

STARTER_LIBRARY = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> AnsweringService:
    index = tmp_path_factory.mktemp("small")
    build_small_index(index)
    return AnsweringService(open_engine(index))


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> AnsweringService:
    index = tmp_path_factory.mktemp("starter")
    build(Place(STARTER_LIBRARY, index), lambda _: None)
    return AnsweringService(open_engine(index))
