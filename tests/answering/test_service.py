"""The service that every door asks, over real indexes; only failing engines are made up."""

import asyncio
import gc
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from asked import OpenLibrary, open_passages, open_texts
from builders import build_library, build_small_index
from qa_bot.answering import match
from qa_bot.answering.answered import MOST_QUOTES
from qa_bot.answering.service import AnsweringService
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.index import current
from qa_bot.index.current import CurrentEngine
from qa_bot.index.embedded import EmbeddedEngine, open_engine
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.text.calendars import iso

AJNADAYN = "كانت وقعة أجنادين في جمادى الأولى سنة ثلاث عشرة من الهجرة، بين المسلمين والروم."
WHEN = "متى كانت وقعة أجنادين؟"


class BrokenEngine:
    """An engine that works, but for one method."""

    def __init__(self, engine: EmbeddedEngine, broken: str) -> None:
        self._engine = engine
        self.broken = broken

    async def pinned(self) -> "BrokenEngine":
        if self.broken == "pinned":
            await self._break()
        return self

    def __getattr__(self, name: str) -> Any:
        return self._break if name == self.broken else getattr(self._engine, name)

    async def _break(self, *_: Any, **__: Any) -> Any:
        raise UnavailableError("The engine sleeps.")


class ForgetfulEngine(BrokenEngine):
    """An engine that works, but one method finds nothing any more."""

    async def _break(self, *_: Any, **__: Any) -> None:
        return None


@pytest.fixture
def index(tmp_path: Path) -> Path:
    build_small_index(tmp_path)
    return tmp_path


async def test_an_answer_quotes_the_sentence_and_says_where_it_stands(small: OpenLibrary) -> None:
    answer = await small.service.answer(WHEN)
    best = answer.quotes[0]
    assert (best.text, best.document.id, best.citation) == (AJNADAYN, "أجنادين", "أجنادين")
    assert [span.of(best.text) for span in best.matches] == ["وقعة", "أجنادين"]
    assert [span.of(best.text) for span in best.date_spans] == ["جمادى الأولى سنة ثلاث عشرة من الهجرة"]


async def test_an_answer_names_the_date_in_every_calendar(small: OpenLibrary) -> None:
    [date] = (await small.service.answer(WHEN)).dates
    assert [iso(each) for each in (date.hijri, date.julian) if each] == ["0013-05", "0634-07/0634-08"]


async def test_an_answer_tells_how_the_question_was_read(small: OpenLibrary) -> None:
    understood = (await small.service.answer(WHEN)).understood
    assert understood == Understood(
        WHEN, QuestionKind.WHEN, "وقعة أجنادين", sources=("أجنادين",), quoted=("أجنادين:0", 0, 79)
    )


async def test_a_name_in_latin_letters_is_read_and_its_readings_are_told(small: OpenLibrary) -> None:
    answer = await small.service.when("Ajnadayn")
    assert answer.understood.readings == ("أجنادين",)
    assert answer.quotes[0].text == AJNADAYN


@pytest.mark.parametrize("name", ["أجنادين", "متى كانت أجنادين؟", "when was Ajnadayn?"])
async def test_when_asks_for_a_time_whatever_it_is_given(small: OpenLibrary, name: str) -> None:
    answer = await small.service.when(name)
    assert (answer.understood.kind, [date.text for date in answer.dates]) == (
        QuestionKind.WHEN,
        ["جمادى الأولى سنة ثلاث عشرة من الهجرة"],
    )


async def test_only_a_question_for_a_time_is_given_dates(small: OpenLibrary) -> None:
    answer = await small.service.answer("من قاد المسلمين في أجنادين؟")
    assert "خالد بن الوليد" in answer.quotes[0].text
    assert (answer.dates, answer.quotes[0].date_spans) == ((), ())


async def test_the_likely_answer_is_marked_in_the_sentence_and_the_dates_where_a_time_is_asked_for(
    small: OpenLibrary,
) -> None:
    who = (await small.service.answer("من قاد المسلمين في أجنادين؟")).quotes[0]
    when = (await small.service.answer(WHEN)).quotes[0]
    assert [span.of(who.text) for span in who.marks] == ["خالد بن الوليد"]
    assert when.marks == when.date_spans != ()


@pytest.mark.parametrize(("asked", "ranks"), [(0, []), (1, [1]), (2, [1, 2]), (50, [1, 2, 3, 4, 5, 6])])
async def test_as_many_passages_come_back_as_were_asked_for(small: OpenLibrary, asked: int, ranks: list[int]) -> None:
    answer = await small.service.answer("أجنادين وتبوك وهرقل", passages=asked)
    assert [hit.rank for hit in answer.hits] == ranks


async def test_below_the_bar_the_nearest_passages_come_back_without_a_quote(index: Path) -> None:
    answer = await AnsweringService(open_engine(index), bar=1.0).answer(WHEN)
    assert (answer.found, answer.dates, answer.understood.sources) == (False, (), ())
    assert answer.hits[0].passage.text == AJNADAYN


async def test_a_question_that_shares_nothing_with_the_texts_finds_nothing(small: OpenLibrary) -> None:
    answer = await small.service.answer("qqqq")
    assert (answer.confidence, answer.quotes, answer.hits) == (0.0, (), ())


async def test_without_a_bar_the_nearest_sentences_are_always_shown(index: Path) -> None:
    service = AnsweringService(open_engine(index), bar=0.0)
    assert len((await service.answer("كيف أطبخ الكبسة في المدينة؟")).quotes) == MOST_QUOTES
    assert (await service.answer("qqqq")).quotes == ()


async def test_a_sentence_that_stands_twice_is_quoted_once(tmp_path: Path) -> None:
    texts = ("كانت وقعة أجنادين سنة ثلاث عشرة.", "وانهزم الروم يوم أجنادين.")
    service = open_passages(tmp_path, {"a": texts, "b": texts, "c": texts})
    answer = await service.answer("من انهزم يوم أجنادين؟")
    assert [quote.text for quote in answer.quotes] == ["وانهزم الروم يوم أجنادين.", "كانت وقعة أجنادين سنة ثلاث عشرة."]


@pytest.mark.parametrize("question", ["", "؟", "😀", "ا" * 513, "من " * 65])
@pytest.mark.parametrize("method", ["answer", "when"])
async def test_a_question_that_cannot_be_asked_is_refused(small: OpenLibrary, method: str, question: str) -> None:
    with pytest.raises(QuestionError):
        await getattr(small.service, method)(question)


async def test_a_question_that_cannot_be_asked_is_refused_for_one_passage_too(small: OpenLibrary) -> None:
    with pytest.raises(QuestionError):
        await small.service.quote("أجنادين:0", "😀")


# Following a conversation.


async def test_a_follow_up_is_about_what_was_asked_before(small: OpenLibrary) -> None:
    first = await small.service.answer(WHEN)
    then = await small.service.answer("ومن قادها؟", previous=first.understood)
    assert then.understood.question == "ومن قادها؟ (وقعة أجنادين)"
    assert then.quotes[0].text.startswith("وقاد المسلمين فيها خالد بن الوليد")


async def test_a_follow_up_looks_first_into_the_document_quoted_before(tmp_path: Path) -> None:
    texts = {
        "a": ("نزل الجيش بأجنادين.", "وقاد الناس فيها خالد."),
        "b": ("نزل الجيش باليرموك.", "وقاد الناس فيها سعد."),
    }
    service = open_passages(tmp_path, texts)
    for name, leader in (("أجنادين", "خالد"), ("اليرموك", "سعد")):
        first = await service.answer(f"أين نزل جيش {name}؟")
        then = await service.answer("ومن قاد الناس فيها؟", previous=first.understood)
        assert then.quotes[0].text == f"وقاد الناس فيها {leader}."


async def test_a_follow_up_without_an_answer_keeps_the_document_for_the_next(index: Path) -> None:
    previous = Understood(WHEN, QuestionKind.WHEN, "وقعة أجنادين", sources=("أجنادين",))
    silent = await AnsweringService(open_engine(index), bar=1.0).answer("ومن قادها؟", previous=previous)
    assert (silent.found, silent.understood.sources) == (False, ("أجنادين",))


async def test_nothing_of_an_earlier_question_is_remembered(small: OpenLibrary, index: Path) -> None:
    await small.service.answer(WHEN)
    used = await small.service.answer("ومن قادها؟")
    fresh = await AnsweringService(open_engine(index)).answer("ومن قادها؟")
    assert used == fresh
    assert used.understood.carried is False


async def test_conversations_at_the_same_time_do_not_mix(small: OpenLibrary) -> None:
    async def talk(first: str) -> list[str]:
        before = await small.service.answer(first)
        then = await small.service.answer("ومن قادها؟", previous=before.understood)
        return [then.understood.question, *(quote.text for quote in then.quotes)]

    names = ["أجنادين", "تبوك", "نينوى"] * 3
    together = await asyncio.gather(*(talk(f"متى كانت {name}؟") for name in names))
    assert together == [await talk(f"متى كانت {name}؟") for name in names]
    assert [said[0] for said in together[:3]] == [f"ومن قادها؟ ({name})" for name in names[:3]]


# Passages by themselves.


async def test_a_passage_is_quoted_for_a_question_by_its_best_sentence(small: OpenLibrary) -> None:
    quoted = await small.service.quote("تبوك:1", "من عاد من تبوك؟")
    assert quoted is not None
    assert (quoted[0].text, quoted[1]) == ("ولم يكن في تبوك قتال، ثم عاد الجيش إلى المدينة في رمضان.", ())


async def test_a_passage_is_quoted_with_its_date_where_one_is_asked_for(small: OpenLibrary) -> None:
    quoted = await small.service.quote("نينوى:0", "Nineveh", when=True)
    assert quoted is not None
    assert [date.text for date in quoted[1]] == ["كانون الأول سنة 627م"]


async def test_a_passage_is_found_by_its_key_with_its_neighbours(small: OpenLibrary) -> None:
    around = await small.service.surroundings("أجنادين:1")
    assert around is not None
    assert [p and p.id for p in (around.before, around.passage, around.after)] == [
        "أجنادين:0",
        "أجنادين:1",
        "أجنادين:2",
    ]
    assert await small.service.passage(around.passage.key) == around.passage


async def test_the_library_is_told_in_order(small: OpenLibrary) -> None:
    assert [card.id for card in await small.service.library()] == ["أجنادين", "تبوك", "نينوى"]


# When the texts change, and when the engine fails.


async def test_a_passage_that_vanished_is_no_error(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "_LOOK_EVERY_S", 0.0)
    service = AnsweringService(CurrentEngine(index))
    passage = (await service.answer(WHEN)).hits[0].passage
    build_small_index(index, build_library({"خيبر": ("كانت غزوة خيبر سنة سبع من الهجرة.",)}))
    assert await service.quote(passage.id, WHEN) is None
    assert await service.surroundings(passage.id) is None
    assert await service.passage(passage.key) is None


async def test_a_passage_whose_document_vanished_meanwhile_is_no_error(index: Path) -> None:
    service = AnsweringService(ForgetfulEngine(open_engine(index), "document"))
    assert await service.quote("أجنادين:0", WHEN) is None


async def test_new_texts_are_answered_from_and_their_words_known(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "_LOOK_EVERY_S", 0.0)
    service = AnsweringService(CurrentEngine(index))
    assert not (await service.when("Khaybar")).found
    build_small_index(index, build_library({"خيبر": ("كانت غزوة خيبر سنة سبع من الهجرة.",)}))
    answer = await service.when("Khaybar")
    assert answer.understood.readings == ("خيبر",)
    assert answer.quotes[0].text == "كانت غزوة خيبر سنة سبع من الهجرة."


async def test_new_texts_are_taken_up_before_anyone_asks(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "_LOOK_EVERY_S", 0.0)
    warmed: asyncio.Queue[bool] = asyncio.Queue()

    async def warm(service: AnsweringService) -> None:
        await warmed.put("خيبر" in (await service._texts()).known)

    monkeypatch.setattr(AnsweringService, "warm", warm)
    ready = asyncio.create_task(AnsweringService(CurrentEngine(index)).keep_ready(every_s=0.01))
    async with asyncio.timeout(10):
        assert await warmed.get() is False
        build_small_index(index, build_library({"خيبر": ("كانت غزوة خيبر سنة سبع من الهجرة.",)}))
        assert await warmed.get() is True
    ready.cancel()


@pytest.fixture
async def warm(index: Path) -> AsyncIterator[AnsweringService]:
    service = AnsweringService(CurrentEngine(index))
    await service.warm()
    yield service
    gc.unfreeze()


async def test_a_warm_service_has_its_tables_of_names_and_of_spellings(warm: AnsweringService) -> None:
    reading = (await warm._texts()).reading
    assert "_spelling" in vars(reading.mender)
    assert "_index" in vars(reading.names._words)


async def test_a_warm_service_has_what_words_are_compared_by(warm: AnsweringService) -> None:
    known = (await warm._texts()).known
    made = match._signs.cache_info().misses
    match.make_signs(known)
    assert match._signs.cache_info().misses == made


async def test_what_a_warm_service_holds_is_left_out_of_garbage_collections(warm: AnsweringService) -> None:
    assert not any(each is warm for each in gc.get_objects())


@pytest.mark.parametrize("broken", ["pinned", "search", "vocabulary", "library", "frequencies", "size", "passages_of"])
async def test_an_engine_that_does_not_answer_is_told_of(index: Path, broken: str) -> None:
    service = AnsweringService(BrokenEngine(open_engine(index), broken))
    with pytest.raises(UnavailableError, match="The engine sleeps"):
        await service.answer(WHEN)


@pytest.mark.parametrize("method", ["surroundings", "document"])
async def test_an_engine_that_does_not_answer_is_told_of_for_one_passage(index: Path, method: str) -> None:
    service = AnsweringService(BrokenEngine(open_engine(index), method))
    with pytest.raises(UnavailableError):
        await service.quote("أجنادين:0", WHEN)


async def test_after_a_failure_the_next_question_is_answered(index: Path) -> None:
    engine = BrokenEngine(open_engine(index), "library")
    service = AnsweringService(engine)
    with pytest.raises(UnavailableError):
        await service.answer(WHEN)
    engine.broken = ""
    assert (await service.answer(WHEN)).quotes[0].text == AJNADAYN


# Other spellings in the texts.


SYRIA = "سار المسلمون في الشام سنة 15هـ. وتم فتح Emesa في أوائل سنة 636م صلحا. ثم ساروا إلى قنسرين وحلب."
EGYPT = "سار عمرو بن العاص إلى مصر سنة 18هـ. وفتح حصن بابليون سنة 20هـ. ثم فتح الإسكندرية صلحا."


async def test_a_text_that_writes_a_name_otherwise_is_found(tmp_path: Path) -> None:
    corpus = tmp_path / "texts"
    corpus.mkdir()
    (corpus / "syria.txt").write_text(SYRIA, encoding="utf-8")
    (corpus / "egypt.txt").write_text(EGYPT, encoding="utf-8")
    answer = await open_texts(corpus, tmp_path / "index").answer("متى فتحت حمص؟")
    assert answer.quotes[0].text == "وتم فتح Emesa في أوائل سنة 636م صلحا."
    assert answer.dates[0].julian is not None
    assert answer.dates[0].julian.first.year == 636
