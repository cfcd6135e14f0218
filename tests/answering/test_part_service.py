from datetime import date
from pathlib import Path

from builders import build_document, build_small_index
from qa_bot.answering.service import AnsweringService
from qa_bot.index.embedded import open_engine

YARMUK = build_document("يرموك", "كانت وقعة اليرموك في رجب سنة خمس عشرة.", title="وقعة اليرموك", collection="الفتوح")
BADR = build_document("بدر", "كانت غزوة بدر في رمضان سنة اثنتين من الهجرة.", title="غزوة بدر", collection="السيرة")


def service(folder: Path) -> AnsweringService:
    build_small_index(folder, [YARMUK, BADR])
    return AnsweringService(open_engine(folder))


async def test_a_part_answers_from_its_own_documents_and_keeps_silent_of_others(tmp_path: Path) -> None:
    whole = service(tmp_path)
    part = whole.part(lambda card: card.metadata.collection == "السيرة")
    assert (await whole.answer("متى كانت وقعة اليرموك؟")).found
    silent = await part.answer("متى كانت وقعة اليرموك؟")
    assert not silent.found
    assert {hit.document.id for hit in silent.hits} <= {"بدر"}
    told = await part.answer("متى كانت غزوة بدر؟")
    assert told.quotes[0].document.id == "بدر"


async def test_what_is_dated_elsewhere_is_in_no_timeline_of_the_part(tmp_path: Path) -> None:
    whole = service(tmp_path)
    part = whole.part(lambda card: card.metadata.collection == "السيرة")
    assert {event.document.id for event in (await whole.timeline("")).events} == {"يرموك", "بدر"}
    assert {event.document.id for event in (await part.timeline("")).events} == {"بدر"}
    assert (await part.anniversaries(date(2026, 1, 1))).today == (await whole.anniversaries(date(2026, 1, 1))).today
