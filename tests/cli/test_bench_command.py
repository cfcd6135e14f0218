import re

from commands import run


def test_the_index_is_measured_beside_the_library() -> None:
    done = run("bench", "--passages", "300", "--questions", "3")
    assert (done.status, done.errors) == (0, "")
    assert "BM25 over 300 passages" in done.output
    assert re.search(r"rank_bm25, get_scores +│ +\d+\.\d\d ms │ +1 │", done.output)
    assert re.search(r"the index, scores and best 10 +│ +\d+\.\d\d ms │ +\d+ │", done.output)
    assert "3 of 3 questions have the same best scores." in re.sub(r"\s+", " ", done.output)


def test_too_few_passages_are_refused() -> None:
    done = run("bench", "--passages", "3")
    assert (done.status, done.output) == (2, "")
    assert "Invalid value for '--passages'" in done.errors
