"""How long the way from question to answer takes: by kind of question, by stage, by the size of the library."""

import resource
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from qa_bot.corpus.catalogue import read_corpus
from qa_bot.corpus.passages import cut
from qa_bot.evaluation.alone import alone
from qa_bot.evaluation.plan import Watch
from qa_bot.evaluation.stages import stages_of
from qa_bot.evaluation.timing import Timing, time_answers
from qa_bot.evaluation.trials import make_trials
from qa_bot.index.build import build_index
from qa_bot.model.corpus import Document, Passage
from qa_bot.wiring.building import build
from qa_bot.wiring.place import Place

# Passages of the libraries that answers are timed over, as far as the texts go.
SIZES = (1_000, 3_000, 10_000, 30_000)

Library = Sequence[tuple[Document, Sequence[Passage]]]


@dataclass(frozen=True, slots=True)
class Built:
    """How long an index took to build, from the files on; how much memory at most, and how much disk."""

    seconds: float
    memory_mb: float
    disk_mb: float


@dataclass(frozen=True, slots=True)
class Grown:
    """The times of the same questions over a part of the texts of so many passages."""

    passages: int
    timings: Sequence[Timing]


@dataclass(frozen=True, slots=True)
class AnswerReport:
    """What one run measured: `timings` and `stages` over all the texts, `growth` from the smallest part to all.

    `stages` are the parts of the time that go into each stage.
    """

    passages: int
    built: Built
    timings: Sequence[Timing]
    stages: Mapping[str, float]
    growth: Sequence[Grown]


def bench_answers(corpus: Path, questions: int, *, seed: int, watch: Watch) -> AnswerReport:
    """Return how long some `questions` take, asked of the texts at `corpus` and of parts of them.

    Each measure has a process of its own, so that none finds what another left in its caches.

    Raises:
        SetupError: there are no texts at `corpus`.
    """
    with TemporaryDirectory(prefix="qa-bot-bench-") as folder:
        whole = Path(folder) / "whole"
        watch.stage("Building the index")
        built = alone(build_whole, corpus, whole)
        library = [(each, cut(each)) for each in read_corpus(corpus) if isinstance(each, Document)]
        passages = _passages_in(library)
        trials = make_trials(passages, questions, seed=seed)
        watch.stage(f"Asking {len(trials)} conversations of {len(passages):,} passages")
        timings = alone(time_answers, whole, trials)
        watch.stage("Looking at what takes the time")
        stages = alone(stages_of, whole, trials)
        growth = list(_growth(library, whole, questions, seed, watch))
        return AnswerReport(len(passages), built, timings, stages, growth)


def _growth(library: Library, whole: Path, questions: int, seed: int, watch: Watch) -> Iterator[Grown]:
    """Yield the times over growing parts of the library, the last of them all of it.

    The questions are made of the smallest part, which all others hold.
    """
    total = len(_passages_in(library))
    parts = [part_of(library, size / total) for size in SIZES if size < total]
    trials = make_trials(_passages_in(parts[0] if parts else library), questions, seed=seed + 1)
    for part in parts:
        passages = len(_passages_in(part))
        watch.stage(f"Asking the same of {passages:,} passages")
        with TemporaryDirectory(dir=whole.parent) as folder:
            build_index(part, Path(folder), corpus="", corpus_fingerprint="")
            yield Grown(passages, alone(time_answers, Path(folder), trials))
    watch.stage(f"Asking the same of {total:,} passages")
    yield Grown(total, alone(time_answers, whole, trials))


def part_of(library: Library, share: float) -> Library:
    """Return every document with the first `share` of its passages, at least one."""
    return [(document, passages[: max(1, round(share * len(passages)))]) for document, passages in library]


def build_whole(corpus: Path, index: Path) -> Built:
    """Return what it takes to build the index of `corpus` in the folder `index`; memory is that of this process."""
    started = time.perf_counter()
    build(Place(corpus, index), lambda _: None)
    seconds = time.perf_counter() - started
    # Kilobytes, but bytes on a Mac: getrusage(2) of either.
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    disk = sum(path.stat().st_size for path in index.rglob("*") if path.is_file())
    return Built(seconds, memory / 1e6, disk / 1e6)


def _passages_in(library: Library) -> list[Passage]:
    return [passage for _, passages in library for passage in passages]
