from pathlib import Path

import pytest

from builders import build_document, build_query, build_small_index
from qa_bot.index.current import CurrentEngine
from qa_bot.index.embedded import open_engine
from qa_bot.index.engine import Engine
from qa_bot.index.part import PartEngine
from qa_bot.model.corpus import DocumentCard

MANY = 45
OF_OTHERS = [build_document(f"غ{n}", f"غزوة بدر بدر بدر رقم {n}", collection="المغازي") for n in range(MANY)]
OURS = build_document("ف1", "ثم ذكر فتح دمشق بعد غزوة بدر بسنين كثيرة", collection="الفتوح")


def is_ours(card: DocumentCard) -> bool:
    return card.metadata.collection == "الفتوح"


@pytest.fixture
def whole(tmp_path: Path) -> Engine:
    build_small_index(tmp_path, [*OF_OTHERS, OURS])
    return open_engine(tmp_path)


async def test_only_what_is_admitted_is_found_however_far_down_it_stands(whole: Engine) -> None:
    found = await PartEngine(whole, is_ours).search(build_query("غزوة بدر"), k=5)
    assert [(hit.document.id, hit.rank) for hit in found] == [("ف1", 1)]
    assert len(await whole.search(build_query("غزوة بدر"), k=MANY + 1)) == MANY + 1


async def test_nothing_else_can_be_seen_by_any_way_in(whole: Engine) -> None:
    part, other = PartEngine(whole, is_ours), OF_OTHERS[0][1][0]
    assert await part.passage(other.key) is None
    assert await part.surroundings(other.id) is None
    assert await part.passages_of(other.document_id) == []
    assert await part.document(other.document_id) is None
    assert [card.id for card in await part.library()] == ["ف1"]


async def test_a_part_stays_the_same_while_the_texts_do_and_follows_newer_ones(tmp_path: Path) -> None:
    build_small_index(tmp_path, [OURS])
    part = PartEngine(CurrentEngine(tmp_path), is_ours)
    pinned = await part.pinned()
    assert await part.pinned() is pinned
    assert await pinned.pinned() is pinned
