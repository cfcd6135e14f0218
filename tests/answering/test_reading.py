"""Which passages are read beside those that were found."""

from pathlib import Path

import pytest

from builders import build_library, build_query, build_small_index
from qa_bot.answering.reading import read_around
from qa_bot.index.embedded import EmbeddedEngine, open_engine

LONG = {"كتاب": tuple(f"خبر {number} من أخبار الفتوح." for number in range(17)), "مقال": ("خبر مقال.", "بقية المقال.")}


def open_small(index: Path, texts: dict[str, tuple[str, ...]] | None = None) -> EmbeddedEngine:
    build_small_index(index, build_library(texts) if texts else None)
    return open_engine(index)


@pytest.fixture
def engine(tmp_path: Path) -> EmbeddedEngine:
    return open_small(tmp_path)


async def test_the_rest_of_an_article_is_read_after_what_was_found(engine: EmbeddedEngine) -> None:
    hits = await engine.search(build_query("قتال"), k=1)
    read = await read_around(hits, engine)
    assert [(hit.passage.id, hit.rank) for hit in read] == [("تبوك:1", 1), ("تبوك:0", 2)]
    assert (read[0], read[1].score) == (hits[0], 0.0)


async def test_no_passage_is_read_twice(engine: EmbeddedEngine) -> None:
    hits = await engine.search(build_query("أجنادين تبوك هرقل"), k=10)
    ids = [hit.passage.id for hit in await read_around(hits, engine, ["تبوك", "أجنادين"])]
    assert sorted(set(ids)) == sorted(ids)


async def test_of_a_book_only_what_was_found_is_read(tmp_path: Path) -> None:
    engine = open_small(tmp_path, LONG)
    hits = [hit for hit in await engine.search(build_query("أخبار الفتوح"), k=3) if hit.document.id == "كتاب"]
    assert await read_around(hits, engine) == hits


async def test_only_the_two_best_articles_are_read_whole(engine: EmbeddedEngine) -> None:
    hits = await engine.search(build_query("معركة نينوى غزوة تبوك وقعة أجنادين"), k=10)
    best: dict[str, int] = {}
    for hit in hits:
        best.setdefault(hit.document.id, hit.rank)
    third = list(best)[2]
    kept = [next(hit for hit in hits if hit.document.id == document) for document in best]
    assert [hit.passage.id for hit in await read_around(kept, engine) if hit.document.id == third] == [
        kept[2].passage.id
    ]


async def test_an_article_spoken_of_before_is_read_though_nothing_of_it_was_found(engine: EmbeddedEngine) -> None:
    hits = await engine.search(build_query("هرقل"), k=1)
    read = await read_around(hits, engine, ["أجنادين"])
    assert [hit.passage.id for hit in read] == ["نينوى:0", "أجنادين:0", "أجنادين:1", "أجنادين:2"]
    assert {hit.score for hit in read[1:]} == {0.0}


async def test_an_article_that_is_gone_is_not_read(engine: EmbeddedEngine) -> None:
    assert await read_around([], engine, ["حطين"]) == []
