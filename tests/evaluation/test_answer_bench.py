"""The whole measure; its parts run in processes of their own."""

from pathlib import Path

import pytest

from builders import build_document, build_library
from commands import SENTENCE, write_texts
from qa_bot.errors import SetupError
from qa_bot.evaluation import answer_bench
from qa_bot.evaluation.answer_bench import bench_answers, build_whole, part_of


class Watched:
    """Notes the stages that a measure goes through."""

    def __init__(self) -> None:
        self.stages: list[str] = []

    def stage(self, description: str, total: int | None = None) -> None:
        self.stages.append(description)

    def step(self) -> None:
        """Nothing is counted."""


def test_a_part_holds_the_beginning_of_every_document() -> None:
    library = build_library({"1": ["ا", "ب", "ت", "ث"], "2": ["ج", "ح"], "3": ["خ"]})
    part = part_of(library, 0.5)
    assert [[passage.text for passage in passages] for _, passages in part] == [["ا", "ب"], ["ج"], ["خ"]]
    assert part_of([build_document("1", "ا")], 0.01)[0][1][0].text == "ا"


@pytest.mark.process
def test_texts_are_asked_as_a_whole_and_in_growing_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = tmp_path / "war.txt"
    corpus.write_text("\n\n".join(f"{SENTENCE} " * 6 for _ in range(8)), "utf-8")
    monkeypatch.setattr(answer_bench, "SIZES", (4, 100))
    watched = Watched()
    report = bench_answers(corpus, 24, seed=1, watch=watched)
    assert report.passages == 8
    assert len(report.timings) == 24
    assert sum(report.stages.values()) == pytest.approx(1)
    assert [(grown.passages, len(grown.timings)) for grown in report.growth] == [(4, 24), (8, 24)]
    assert watched.stages == [
        "Building the index",
        "Asking 20 conversations of 8 passages",
        "Looking at what takes the time",
        "Asking the same of 4 passages",
        "Asking the same of 8 passages",
    ]


def test_what_an_index_takes_is_told(tmp_path: Path) -> None:
    built = build_whole(write_texts(tmp_path / "corpus"), tmp_path / "index")
    written = sum(path.stat().st_size for path in (tmp_path / "index").rglob("*") if path.is_file())
    assert built.disk_mb == written / 1e6
    assert built.memory_mb > 10
    assert built.seconds > 0


@pytest.mark.process
def test_a_corpus_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="nowhere"):
        bench_answers(tmp_path / "nowhere", 12, seed=1, watch=Watched())
