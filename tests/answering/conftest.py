"""The two libraries that questions are asked of: three small texts, and the starter library itself."""

from pathlib import Path

import pytest

from asked import OpenLibrary, open_texts
from builders import build_library, build_small_index
from qa_bot.answering.service import AnsweringService
from qa_bot.corpus.catalogue import read_corpus
from qa_bot.index.embedded import open_engine
from qa_bot.model.corpus import Document

STARTER_LIBRARY = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> OpenLibrary:
    index = tmp_path_factory.mktemp("small")
    build_small_index(index)
    return OpenLibrary(AnsweringService(open_engine(index)), {known.id: known.text for known, _ in build_library()})


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> OpenLibrary:
    documents = [finding for finding in read_corpus(STARTER_LIBRARY) if isinstance(finding, Document)]
    service = open_texts(STARTER_LIBRARY, tmp_path_factory.mktemp("starter"))
    return OpenLibrary(service, {document.id: document.text for document in documents})
