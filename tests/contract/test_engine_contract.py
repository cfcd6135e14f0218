"""What every search engine must do; each is opened on the same texts."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import (
    SMALL_LIBRARY,
    Library,
    build_document,
    build_library,
    build_query,
    build_small_index,
    hold_library,
)
from qa_bot.answering.annals.events import read_events
from qa_bot.index.current import CurrentEngine
from qa_bot.index.embedded import open_engine
from qa_bot.index.engine import Engine
from qa_bot.index.joint import JointEngine
from qa_bot.index.part import PartEngine
from qa_bot.model.corpus import DocumentCard, Metadata, Source, passage_key
from qa_bot.model.search import Query, Surroundings

Open = Callable[..., Engine]


def on_disk(index: Path, library: Library) -> Engine:
    build_small_index(index, library, read_events)
    return open_engine(index)


def followed(index: Path, library: Library) -> Engine:
    build_small_index(index, library, read_events)
    return CurrentEngine(index)


def in_memory(index: Path, library: Library) -> Engine:
    return hold_library(library)


def joint(index: Path, library: Library) -> Engine:
    """Return an engine over the first half of a library on the disk and the rest in memory."""
    half = len(library) // 2
    build_small_index(index, library[:half], read_events)
    first = open_engine(index)
    return JointEngine([first, hold_library(library[half:], first._means)])


def all_of_it(index: Path, library: Library) -> Engine:
    """Return a part that is everything."""
    return PartEngine(on_disk(index, library), lambda _: True)


ENGINES: dict[str, Callable[[Path, Library], Engine]] = {
    "embedded": on_disk,
    "current": followed,
    "held": in_memory,
    "joint": joint,
    "part": all_of_it,
}


@pytest.fixture(params=ENGINES)
def open_on(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Return what opens an engine on a library: the small one, if none is given."""

    def opened(library: Library | None = None) -> Engine:
        return ENGINES[request.param](tmp_path / "index", build_library() if library is None else library)

    return opened


def word_query(**weights: float) -> Query:
    """Return the query for whole words, each with its weight, among their stems."""
    return Query({"stem": weights})


async def test_the_passage_which_shares_the_rare_words_comes_first(open_on: Open) -> None:
    hits = await open_on().search(build_query("متى كانت غزوة تبوك؟"), k=3)
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.passage.id for hit in hits][:2] == ["تبوك:0", "تبوك:1"]
    assert hits[0].document.id == "تبوك"
    assert hits[0].score > hits[1].score >= hits[2].score > 0


async def test_spelling_variants_of_the_question_find_the_same(open_on: Open) -> None:
    engine = open_on()
    plain = await engine.search(build_query("وقعة أجنادين"), k=5)
    assert await engine.search(build_query("وَقْعَةُ اجـنادين"), k=5) == plain


@pytest.mark.parametrize("k", [0, 1, 2, 100])
async def test_no_more_than_k_passages_come_back(open_on: Open, k: int) -> None:
    hits = await open_on().search(build_query("في سنة من الهجرة"), k=k)
    assert len(hits) == min(k, 6)


async def test_only_passages_which_share_a_term_come_back(open_on: Open) -> None:
    engine = open_on()
    assert [hit.passage.id for hit in await engine.search(build_query("هرقل"), k=9)] == ["نينوى:0"]
    assert await engine.search(build_query("قرطبة"), k=9) == []
    assert await engine.search(Query({}), k=9) == []
    assert await engine.search(Query({"stem": {}}), k=9) == []


async def test_passages_named_have_the_scores_that_they_are_found_with(open_on: Open) -> None:
    engine, query = open_on(), build_query("متى كانت غزوة تبوك؟")
    found = {hit.passage.id: hit.score for hit in await engine.search(query, k=3)}
    assert list(found)[:2] == ["تبوك:0", "تبوك:1"]
    assert await engine.scores(query, {"تبوك:1", "حطين:0", *found}, k=3) == found
    assert await engine.scores(query, {"تبوك:1"}, k=2) == {"تبوك:1": found["تبوك:1"]}
    assert await engine.scores(query, {"تبوك:1"}, k=1) == await engine.scores(query, (), k=3) == {}


async def test_only_passages_with_a_word_of_each_required_set_come_back(open_on: Open) -> None:
    engine = open_on(build_library({"1": ["غزوة بدر الكبرى", "غزوة بدر الصغرى", "غزوة أحد", "قتلى بدر"]}))

    async def found(*required: set[str]) -> list[str]:
        query = replace(build_query("غزوة بدر"), required=tuple(map(frozenset, required)))
        return sorted(hit.passage.text for hit in await engine.search(query, k=9))

    assert await found({"بدر"}, {"الكبري", "الصغري"}) == ["غزوة بدر الصغرى", "غزوة بدر الكبرى"]
    assert await found({"احد"}) == ["غزوة أحد"]
    assert await found({"حنين"}) == await found(set()) == []
    assert len(await found()) == 4  # what was required before is forgotten


async def test_a_required_name_is_not_looked_for_where_nobody_gave_a_title(open_on: Open) -> None:
    texts = ["غزوة بدر", "غزوة أحد"]
    library = [
        build_document("1", *texts, title="المغازي"),
        build_document("2", *texts, title="السيرة"),
        build_document("3", *texts, title="المغازي", titled=False),
    ]
    query = replace(build_query("غزوة"), named=(frozenset({"المغازي"}),))
    hits = await open_on(library).search(query, k=9)
    assert sorted(hit.passage.id for hit in hits) == ["1:0", "1:1", "3:0", "3:1"]


async def test_passages_come_last_of_which_only_the_document_shares_a_term(open_on: Open) -> None:
    hits = await open_on().search(build_query("جبرين"), k=9)
    assert [hit.passage.id for hit in hits] == ["أجنادين:2", "أجنادين:0", "أجنادين:1"]
    assert hits[0].score > 2 * hits[1].score
    assert hits[1].score == hits[2].score


async def test_ties_come_in_the_order_of_the_passages(open_on: Open) -> None:
    same = ["غزوة بدر"] * 12
    library = build_library({"ب": same, "ا": same})
    hits = await open_on(library).search(build_query("بدر"), k=15)
    assert [hit.passage.id for hit in hits] == [f"ب:{n}" for n in range(12)] + [f"ا:{n}" for n in range(3)]


async def test_a_term_of_twice_the_weight_adds_twice_as_much(open_on: Open) -> None:
    engine = open_on()
    (once,) = await engine.search(word_query(هرقل=1.0), k=9)
    (twice,) = await engine.search(word_query(هرقل=2.0), k=9)
    assert twice.score == pytest.approx(2 * once.score)


async def test_a_passage_is_found_by_its_title_and_headings(open_on: Open) -> None:
    library = [build_document("1", "نص أول"), build_document("2", "نص ثان", title="القادسية", headings=("النعمان",))]
    engine = open_on(library)
    assert [hit.passage.id for hit in await engine.search(build_query("القادسية"), k=9)] == ["2:0"]
    assert [hit.passage.id for hit in await engine.search(build_query("النعمان"), k=9)] == ["2:0"]


async def test_a_title_that_nobody_gave_is_not_searched(open_on: Open) -> None:
    library = [build_document("1", "نص أول", title="القادسية", titled=False)]
    assert await open_on(library).search(build_query("القادسية"), k=9) == []


async def test_hits_carry_the_passage_and_the_card_as_they_were_indexed(open_on: Open) -> None:
    facts: dict[str, Any] = {
        "author": "ابن إسحاق",
        "death_year_ah": 151,
        "edition": "ط ١",
        "sources": (Source("السيرة", "ابن هشام", "التاريخ"),),
    }
    document, passages = build_document(
        "سيرة/1", "غزوة بدر", "غزوة أحد", title="السيرة", headings=("المغازي",), **facts
    )
    (hit,) = await open_on([(document, passages)]).search(build_query("أحد"), k=1)
    assert hit.passage == passages[1]
    assert hit.document == DocumentCard("سيرة/1", Metadata("السيرة", **facts), passages=2, words=4)


async def test_a_passage_comes_back_by_its_key(open_on: Open) -> None:
    engine = open_on()
    (_, passages) = build_library()[1]
    assert await engine.passage(passages[1].key) == passages[1]
    assert await engine.passage(passage_key("تبوك:2")) is None
    assert await engine.passage(b"") is None


async def test_surroundings_end_where_the_document_ends(open_on: Open) -> None:
    engine = open_on()
    (_, (first, middle, last)), _, (_, (alone,)) = build_library()
    assert await engine.surroundings(first.id) == Surroundings(None, first, middle)
    assert await engine.surroundings(middle.id) == Surroundings(first, middle, last)
    assert await engine.surroundings(last.id) == Surroundings(middle, last, None)
    assert await engine.surroundings(alone.id) == Surroundings(None, alone, None)
    assert await engine.surroundings("بدر:0") is None


async def test_a_documents_passages_come_in_order(open_on: Open) -> None:
    engine = open_on()
    for document, passages in build_library():
        assert await engine.passages_of(document.id) == passages
    assert await engine.passages_of("بدر") == []


async def test_dated_events_are_those_that_were_read_or_none_are_kept(open_on: Open) -> None:
    engine = open_on()
    kept = {card.id: await engine.events_of(card.id) for card in await engine.library()}
    for card in await engine.library():
        events = kept[card.id]
        assert events is None or events == read_events(card, await engine.passages_of(card.id))
    assert await engine.events_of("بدر") is None
    told = {id_: len(events) for id_, events in kept.items() if events is not None}
    assert told in ({"أجنادين": 1, "تبوك": 1, "نينوى": 1}, {"أجنادين": 1}, {})


async def test_a_part_has_no_events_of_other_texts(tmp_path: Path) -> None:
    whole = on_disk(tmp_path, build_library())
    part = PartEngine(whole, lambda card: card.id == "تبوك")
    assert len(await part.events_of("تبوك") or ()) == 1
    assert await part.events_of("نينوى") is None


async def test_the_library_is_in_the_order_of_the_ids(open_on: Open) -> None:
    engine = open_on()
    library = await engine.library()
    assert [(card.id, card.passages, card.words) for card in library] == [
        ("أجنادين", 3, 33),
        ("تبوك", 2, 26),
        ("نينوى", 1, 13),
    ]
    assert await engine.document("تبوك") == library[1]
    assert await engine.document("بدر") is None
    assert await engine.size() == 6


async def test_frequencies_count_passages_and_not_occurrences(open_on: Open) -> None:
    engine = open_on(build_library({"د": ("بدر بدر بدر", "يوم بدر", "يوم أحد")}))
    assert await engine.frequencies("word", ["بدر", "يوم", "احد", "قرطبه"]) == {
        "بدر": 2,
        "يوم": 2,
        "احد": 1,
        "قرطبه": 0,
    }
    assert await engine.frequencies("body", ["_بدر"]) == {"_بدر": 2}
    assert await engine.frequencies("stem", []) == {}


async def test_the_vocabulary_is_the_words_of_texts_and_titles(open_on: Open) -> None:
    engine = open_on([build_document("1", "غزوة بدرٍ", "يوم بدر", title="المغازي")])
    vocabulary = await engine.vocabulary()
    assert vocabulary == {"غزوه": 1, "بدر": 2, "يوم": 1, "المغازي": 2}
    assert await engine.vocabulary() is vocabulary


async def test_a_document_without_passages_is_listed_and_disturbs_no_other(open_on: Open) -> None:
    library = [build_document("ا"), build_document("ب", "غزوة بدر"), build_document("ت")]
    engine = open_on(library)
    assert [(card.id, card.passages) for card in await engine.library()] == [("ا", 0), ("ب", 1), ("ت", 0)]
    (hit,) = await engine.search(build_query("بدر"), k=9)
    assert hit.document.id == "ب"
    assert await engine.passages_of("ت") == []


async def test_an_empty_corpus_answers_everything_with_nothing(open_on: Open) -> None:
    engine = open_on([])
    assert await engine.search(build_query("بدر"), k=5) == []
    assert await engine.library() == ()
    assert await engine.size() == 0
    assert await engine.vocabulary() == {}
    assert await engine.frequencies("word", ["بدر"]) == {"بدر": 0}
    assert await engine.passage(passage_key("بدر:0")) is None
    assert await engine.surroundings("بدر:0") is None


async def test_texts_without_a_single_word_are_kept_and_never_found(open_on: Open) -> None:
    engine = open_on([build_document("1", "؟!", "، ء", titled=False)])
    assert await engine.size() == 2
    assert await engine.search(build_query("؟!"), k=5) == []
    assert [passage.text for passage in await engine.passages_of("1")] == ["؟!", "، ء"]


ODD_IDS = ["سطر\nآخر", "a\r\nb", "\u2028", "مجلد/ملف", "  ", "\ud800", "𐎠", "e\u0301", "\u00e9", "\x00", '"\\']


async def test_ids_and_titles_may_hold_any_character(open_on: Open) -> None:
    library = [build_document(odd, "غزوة بدر", title=odd) for odd in ODD_IDS]
    engine = open_on(library)
    assert {card.id for card in await engine.library()} == set(ODD_IDS)
    for document, passages in library:
        assert await engine.passages_of(document.id) == passages
        assert await engine.passage(passages[0].key) == passages[0]
        card = await engine.document(document.id)
        assert card is not None
        assert card.metadata == document.metadata


async def test_searches_at_the_same_time_do_not_disturb_each_other(open_on: Open) -> None:
    engine = open_on()
    questions = ["أجنادين", "غزوة تبوك", "هرقل ونينوى", "خالد بن الوليد"]
    alone = [await engine.search(build_query(question), k=3) for question in questions]
    together = await asyncio.gather(*(engine.search(build_query(question), k=3) for question in questions * 5))
    assert together == alone * 5


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.text(max_size=30), max_size=4), max_size=5))
def test_every_text_comes_back_as_it_was_written(open_on: Open, texts: list[list[str]]) -> None:
    library = build_library({str(number): passages for number, passages in enumerate(texts)})
    engine = open_on(library)

    async def written() -> list[list[str]]:
        found = [await engine.passages_of(str(number)) for number in range(len(texts))]
        return [[passage.text for passage in passages] for passages in found]

    assert asyncio.run(written()) == texts


async def test_an_engine_can_be_closed(open_on: Open) -> None:
    engine = open_on()
    await engine.search(build_query(SMALL_LIBRARY["تبوك"][0]), k=1)
    await engine.aclose()
