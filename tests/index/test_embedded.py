from dataclasses import replace
from pathlib import Path

import pytest

from builders import Library, build_document, build_library, build_query, build_small_index
from qa_bot.errors import SetupError
from qa_bot.index import generation
from qa_bot.index.bm25 import LuceneBM25
from qa_bot.index.embedded import open_engine, open_generation
from qa_bot.index.fields import FIELDS, Field, Unit
from qa_bot.model.corpus import Passage
from qa_bot.model.search import Query
from qa_bot.text.normalise import normalise
from qa_bot.text.terms import analyse
from qa_bot.text.tokenise import words


def terms_of(texts: list[str], field: Field) -> list[str]:
    return analyse([normalise(word) for text in texts for word in words(text)], field.analyser)


def library_scores(question: str, titled: list[tuple[str, list[Passage]]], field: Field) -> list[float]:
    """Return the score that rank_bm25 gives each passage in a field, from nothing but the texts."""
    held = [
        [[title] * field.with_title + [passage.text] * field.with_text for passage in passages]
        for title, passages in titled
    ]
    if field.unit is Unit.ARTICLE:
        units = [[text for texts in document for text in texts] for document in held]
    else:
        units = [texts for document in held for texts in document]
    index = LuceneBM25([terms_of(texts, field) for texts in units], k1=field.k1, b=field.b)
    scores = index.get_scores(terms_of([question], field)).tolist()
    if field.unit is Unit.ARTICLE:
        return [score for score, document in zip(scores, held, strict=True) for _ in document]
    return list(scores)


@pytest.mark.parametrize("question", ["متى كانت وقعة أجنادين؟", "من قاد غزوة تبوك في رجب", "هرقل هرقل والفرس"])
async def test_a_score_is_the_sum_of_what_rank_bm25_gives_each_field(tmp_path: Path, question: str) -> None:
    library = build_library()
    build_small_index(tmp_path, library)
    titled = [(document.metadata.title, list(passages)) for document, passages in library]
    by_field = [library_scores(question, titled, field) for field in FIELDS]
    passages = [passage.id for _, each in library for passage in each]
    expected = dict(zip(passages, map(sum, zip(*by_field, strict=True)), strict=True))
    hits = await open_engine(tmp_path).search(build_query(question), k=10)
    assert {hit.passage.id: hit.score for hit in hits} == pytest.approx(
        {passage: score for passage, score in expected.items() if score}, rel=1e-5
    )


async def test_an_open_engine_answers_on_after_its_generation_was_swept(tmp_path: Path) -> None:
    build_small_index(tmp_path)
    name = generation.current_name(tmp_path) or ""
    engine = open_engine(tmp_path)
    before = await engine.search(build_query("غزوة تبوك"), k=3)
    for number in range(2):
        build_small_index(tmp_path, [build_document(str(number), "نص جديد")])
    assert not generation.folder_of(tmp_path, name).exists()
    assert await engine.search(build_query("غزوة تبوك"), k=3) == before
    passage = before[0].passage
    assert await engine.passage(passage.key) == passage
    assert await engine.passages_of("تبوك") == list(build_library()[1][1])
    assert [card.id for card in await engine.library()] == ["أجنادين", "تبوك", "نينوى"]
    assert (await engine.vocabulary())["تبوك"] == 2


async def test_a_new_generation_is_what_is_opened_next(tmp_path: Path) -> None:
    build_small_index(tmp_path, [build_document("old", "نص")])
    old = open_engine(tmp_path)
    build_small_index(tmp_path, [build_document("new", "نص")])
    assert [card.id for card in await open_engine(tmp_path).library()] == ["new"]
    assert [card.id for card in await old.library()] == ["old"]


def test_a_generation_swept_while_it_is_opened_is_refused_and_not_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_small_index(tmp_path)
    folder = generation.folder_of(tmp_path, generation.current_name(tmp_path) or "")
    checked = generation.check(folder)

    def check_and_sweep(_: Path) -> generation.Manifest:
        for path in folder.iterdir():
            path.unlink()
        return checked

    monkeypatch.setattr(generation, "check", check_and_sweep)
    with pytest.raises(SetupError, match="The index is torn"):
        open_generation(folder)


async def scores_of(index: Path, library: Library, word: str) -> list[float]:
    """Return the scores of passages for one word of their articles, in the order of the ids of passages."""
    build_small_index(index, library)
    hits = await open_engine(index).search(Query({"article": {word: 1.0}}), k=9)
    return [hit.score for hit in sorted(hits, key=lambda hit: hit.passage.id)]


async def test_documents_of_one_title_and_author_are_one_article(tmp_path: Path) -> None:
    library = [
        build_document("1", "غزوة", title="بدر"),
        build_document("2", "قتال", title="بدر"),
        build_document("3", "قتال", title="بدر", author="ابن إسحاق"),
    ]
    first, second = await scores_of(tmp_path, library, "غزو")
    assert first == second
    assert len(await scores_of(tmp_path, library, "قتال")) == 3


async def test_documents_that_nobody_gave_a_title_are_articles_of_their_own(tmp_path: Path) -> None:
    library = [build_document("1", "غزوة", title="غزوة", titled=False), build_document("2", "قتال", titled=False)]
    assert len(await scores_of(tmp_path, library, "غزو")) == 1


async def test_the_chapters_of_a_book_are_articles(tmp_path: Path) -> None:
    document, passages = build_document("كتاب", *["نص"] * 100, "قتال")
    chapters = [replace(passage, headings=(f"باب {passage.ordinal // 99}",)) for passage in passages]
    assert len(await scores_of(tmp_path, [(document, chapters)], "قتال")) == 2
