from pathlib import Path

import pytest

from builders import Library, build_document, build_query, build_small_index
from qa_bot.index.current import CurrentEngine
from qa_bot.index.embedded import EmbeddedEngine, open_engine
from qa_bot.index.fields import FIELDS
from qa_bot.index.held import hold
from qa_bot.index.joint import JointEngine
from qa_bot.model.corpus import DocumentCard
from qa_bot.model.search import Extent

# Passages of equal length: then parts and whole measure lengths alike.
OURS = [
    build_document(f"ل{n}", f"كانت غزوة {name} سنة كذا", f"ثم رجع من {name} الجيش كله")
    for n, name in enumerate(["بدر", "أحد"])
]
THEIRS = [build_document("خ1", "قاد بدر الدين القوم سنة كذا"), build_document("خ2", "كانت حنين سنة كذا وكذا")]


def held(library: Library, like: EmbeddedEngine) -> EmbeddedEngine:
    texts = [(DocumentCard(document.id, document.metadata, len(them), 5), them) for document, them in library]
    return hold(texts, like._means)


@pytest.fixture
def whole(tmp_path: Path) -> EmbeddedEngine:
    build_small_index(tmp_path / "whole", [*OURS, *THEIRS])
    return open_engine(tmp_path / "whole")


@pytest.mark.parametrize(
    "question", ["متى كانت غزوة بدر؟", "حنين", "سنة كذا", "رجع الجيش من أحد", "قاد القوم بدر الدين"]
)
async def test_parts_searched_together_score_as_one_index_of_them_all(whole: EmbeddedEngine, question: str) -> None:
    # All lengths are measured by the same mean: that of the whole.
    parts = JointEngine([held(OURS, whole), held(THEIRS, whole)])
    expected = await whole.search(build_query(question), k=10)
    found = await parts.search(build_query(question), k=10)
    assert [(hit.rank, hit.passage.id) for hit in found] == [(hit.rank, hit.passage.id) for hit in expected]
    assert [hit.score for hit in found] == pytest.approx([hit.score for hit in expected], rel=1e-5)


async def test_a_word_that_is_common_in_one_part_alone_is_common(whole: EmbeddedEngine) -> None:
    parts = JointEngine([held(OURS, whole), held(THEIRS, whole)])
    assert await parts.frequencies("word", ["كانت", "بدر", "قرطبه"]) == {"كانت": 3, "بدر": 3, "قرطبه": 0}
    assert (await parts.extent("body")).units == 6
    assert await parts.size() == 6


async def test_the_mean_length_is_that_of_all_passages() -> None:
    short, long = (hold([], {field.name: mean for field in FIELDS}) for mean in (10.0, 30.0))
    assert await JointEngine([short, long]).extent("body") == Extent(0, 0.0)


async def test_what_is_pinned_stays_the_same_until_a_part_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa_bot.index.current._LOOK_EVERY_S", 0.0)
    build_small_index(tmp_path, OURS)
    library = CurrentEngine(tmp_path)
    engine = JointEngine([library, held(THEIRS, await library.pinned())])
    pinned = await engine.pinned()
    assert await engine.pinned() is pinned
    assert await pinned.pinned() is pinned
    build_small_index(tmp_path, OURS[:1])
    later = await engine.pinned()
    assert later is not pinned
    assert ([card.id for card in await later.library()], len(await pinned.library())) == (["خ1", "خ2", "ل0"], 4)
