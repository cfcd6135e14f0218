from datetime import date
from pathlib import Path

import pytest

from asked import open_passages
from builders import build_library, build_small_index
from dated import KHALID
from qa_bot.answering.annals import chronicle
from qa_bot.answering.meant import Meant
from qa_bot.answering.query_language import Narrowing
from qa_bot.answering.service import AnsweringService
from qa_bot.answering.snapshot import Snapshot, take_snapshot
from qa_bot.errors import QuestionError
from qa_bot.index.embedded import open_engine

TEXTS = {
    "خالد": KHALID,
    "الروم": ("ولد هرقل سنة 575م.", "وتوج هرقل في القسطنطينية في 5 أكتوبر 610م.", "فتحت مصر في خلافة عمر بن الخطاب."),
}


@pytest.fixture
def service(tmp_path: Path) -> AnsweringService:
    return open_passages(tmp_path, TEXTS)


async def test_a_timeline_holds_the_events_of_a_person(service: AnsweringService) -> None:
    timeline = await service.timeline("خالد بن الوليد")
    assert [event.text for event in timeline.chosen] == list(KHALID)
    assert (timeline.topic, timeline.years, timeline.others) == ("خالد بن الوليد", "", ())


async def test_a_picture_shows_the_most_telling_and_the_list_the_rest(service: AnsweringService) -> None:
    timeline = await service.timeline("خالد بن الوليد", most=2)
    assert len(timeline.chosen) == 2
    assert sorted(event.text for event in timeline.events) == sorted(KHALID)


async def test_a_latin_name_is_read_and_told(service: AnsweringService) -> None:
    timeline = await service.timeline("Heraclius")
    assert (timeline.topic, timeline.asked) == ("هرقل", "هرقل")
    assert timeline.readings[0] == "هرقل"
    assert len(timeline.events) == 2


async def test_a_typing_fault_is_mended_and_told(service: AnsweringService) -> None:
    timeline = await service.timeline("القسطنطبنية")
    assert timeline.topic == "القسطنطينية"
    assert timeline.corrections == (("القسطنطبنية", "القسطنطينية"),)


async def test_years_without_an_era_are_of_the_calendar_that_has_events(service: AnsweringService) -> None:
    assert (await service.timeline("13-21")).years == "13-21هـ"
    assert (await service.timeline("570-620")).years == "570-620م"
    assert len((await service.timeline("570-620")).events) == 2
    assert (await service.timeline("منذ 13")).years == "منذ 13هـ"


async def test_signs_narrow_it_to_a_text(service: AnsweringService) -> None:
    timeline = await service.timeline("كتاب:الروم 570-620م")
    assert timeline.asked == "كتاب:الروم 570-620م"
    assert [event.document.id for event in timeline.events] == ["الروم"] * 2
    again = await service.timeline(timeline.asked)
    assert again == timeline


async def test_everything_knows_its_centuries_and_leaves_out_loose_dates(service: AnsweringService) -> None:
    timeline = await service.timeline("")
    assert len(timeline.events) == len(KHALID) + 2
    assert timeline.centuries == (0, 1)
    assert timeline.asked == ""


async def test_raw_material_holds_loose_dates_too(service: AnsweringService) -> None:
    everything = await service.dated_events()
    assert [event.text for event in everything if event.source == "named"] == ["فتحت مصر في خلافة عمر بن الخطاب."]
    assert len(await service.dated_events("خالد بن الوليد منذ 13هـ")) == 3


async def test_what_no_text_dates_is_empty(service: AnsweringService) -> None:
    assert (await service.timeline("نابليون")).events == ()


async def test_a_request_that_is_too_long_is_refused(service: AnsweringService) -> None:
    with pytest.raises(QuestionError):
        await service.timeline("خالد " * 200)


async def test_a_day_has_its_events(service: AnsweringService) -> None:
    found = await service.anniversaries(date(2026, 10, 18))
    assert [event.text for event in found.of_the_day] == ["وتوج هرقل في القسطنطينية في 5 أكتوبر 610م."]


async def test_texts_are_read_once_and_told_of_one_by_one(service: AnsweringService) -> None:
    told: list[tuple[int, int]] = []
    for _ in range(2):
        await service.read_dates(lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


async def test_texts_that_are_renewed_while_a_request_is_read_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annals, understood = chronicle.Chronicle(), chronicle._understood
    build_small_index(tmp_path / "old", build_library(TEXTS))
    build_small_index(tmp_path / "new", build_library({"الروم": TEXTS["الروم"][:1]}))
    old, new = [await take_snapshot(open_engine(tmp_path / name)) for name in ("old", "new")]

    async def renewed_meanwhile(topic: str, texts: Snapshot) -> tuple[Narrowing, Meant]:
        await annals.table(new.engine)
        return await understood(topic, texts)

    monkeypatch.setattr(chronicle, "_understood", renewed_meanwhile)
    timeline = await annals.timeline("خالد بن الوليد", old, most=2)
    assert len(timeline.chosen) == 2
    assert sorted(event.text for event in timeline.events) == sorted(KHALID)
