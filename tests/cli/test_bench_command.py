import re
from pathlib import Path

import pytest

from commands import run, write_texts


@pytest.mark.process
def test_answers_are_timed_and_the_index_is_measured_beside_the_library(tmp_path: Path) -> None:
    corpus = write_texts(tmp_path / "corpus")
    done = run("bench", "--corpus", corpus, "--questions", "12", "--passages", "300")
    assert (done.status, done.errors) == (0, "")
    assert "From question to answer over 4 passages, in milliseconds" in done.output
    assert re.search(r"all +│ +12 │( +\d+\.\d │){6}", done.output)
    assert re.search(r"dates +│ +\d+\.\d\d │ +\d+\.\d │", done.output)
    assert "These texts have fewer than 1,000 passages" in done.output
    assert "BM25 over 300 passages" in done.output
    assert re.search(r"rank_bm25, get_scores +│ +\d+\.\d\d ms │ +1 │", done.output)
    assert "25 of 25 questions have the same best scores." in re.sub(r"\s+", " ", done.output)


def test_too_few_passages_are_refused() -> None:
    done = run("bench", "--passages", "3")
    assert (done.status, done.output) == (2, "")
    assert "Invalid value for '--passages'" in done.errors


@pytest.mark.process
def test_a_corpus_that_is_not_there_is_one_message(tmp_path: Path) -> None:
    done = run("bench", "--corpus", tmp_path / "nowhere")
    assert (done.status, done.output) == (1, "")
    assert "nowhere" in done.errors
    assert "Traceback" not in done.errors
