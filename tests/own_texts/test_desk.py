import shutil
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from builders import build_small_index
from qa_bot.answering.service import AnsweringService
from qa_bot.bot.groups.shelves import Shelves
from qa_bot.index.embedded import open_engine
from qa_bot.own_texts import desk
from qa_bot.own_texts.desk import Known, OwnTexts, Sent
from qa_bot.own_texts.model import OwnText, Quota, Refusal
from qa_bot.own_texts.shelf import occupied_bytes

OURS, THEIRS = -100, -200
SECRET = "وقعت معركة الزلاقة قرب بطليوس في رجب سنة 479هـ بين المرابطين وقشتالة، وقاد المسلمين يوسف بن تاشفين."
QUESTION = "متى كانت معركة الزلاقة؟"


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[AnsweringService]:
    build_small_index(tmp_path / "index")
    service = AnsweringService(open_engine(tmp_path / "index"), bar=0.0)
    yield service
    await service.aclose()


@pytest.fixture
def own(tmp_path: Path, library: AnsweringService) -> OwnTexts:
    return own_texts(tmp_path, library)


def own_texts(tmp_path: Path, library: AnsweringService, size_bytes: int = 20_000) -> OwnTexts:
    return OwnTexts(tmp_path / "own" / "123", library, Quota(texts=3, passages=4, size_bytes=size_bytes))


def sent(folder: Path, text: str = SECRET, name: str = "الزلاقة.txt", message_id: int = 5, title: str = "") -> Sent:
    path = folder / "upload"
    path.write_text(text)
    return Sent(path, name, title, message_id=message_id, added_at=1.0)


async def test_an_added_text_answers_at_once_with_its_citation(tmp_path: Path, own: OwnTexts) -> None:
    added = await own.add(OURS, sent(tmp_path))
    assert isinstance(added, OwnText)
    assert (added.title, added.passages, added.words) == ("الزلاقة", 1, 17)
    answer = await (await own.service_for(OURS)).answer(QUESTION)
    assert answer.quotes[0].text == SECRET
    assert answer.quotes[0].citation == "الزلاقة"


async def test_the_library_is_asked_too_and_scores_stand_side_by_side(tmp_path: Path, own: OwnTexts) -> None:
    await own.add(OURS, sent(tmp_path))
    service = await own.service_for(OURS)
    assert (await service.answer("متى كانت غزوة تبوك؟")).quotes[0].document.id == "تبوك"
    assert [card.id for card in await service.library()][:1] != [card.id for card in await own._library.library()]
    assert len(await service.library()) == 4


async def test_no_other_chat_finds_it_in_any_way(tmp_path: Path, own: OwnTexts) -> None:
    await own.add(OURS, sent(tmp_path))
    await own.add(THEIRS, sent(tmp_path, "كتب المأمون إلى عماله سنة 212هـ كتابا.", "أخبار.txt"))
    mine = await own.service_for(OURS)
    found = (await mine.answer(QUESTION)).quotes[0]
    for chat in (THEIRS, 7, OURS * 10):
        service = await own.service_for(chat)
        answers = [await service.answer(QUESTION), await service.when("الزلاقة"), await service.answer("Zallaqa")]
        assert all("الزلاقة" not in hit.passage.text for answer in answers for hit in answer.hits)
        assert await service.passage(found.passage.key) is None
        assert await service.surroundings(found.passage.id) is None
        assert await service.quote(found.passage.id, QUESTION) is None
        assert not (await service.timeline("الزلاقة")).events
        assert not (await service.timeline("القرن الخامس")).events
        assert "الزلاقة" not in str(await service.anniversaries(date(1086, 10, 23)))
        assert all(card.metadata.title != "الزلاقة" for card in await service.library())


async def test_it_answers_also_where_its_chat_has_chosen_collections(tmp_path: Path, own: OwnTexts) -> None:
    await own.add(OURS, sent(tmp_path))
    service = await Shelves().service_for(await own.service_for(OURS), ("",))
    assert (await service.answer(QUESTION)).quotes[0].text == SECRET
    chosen = (await own.service_for(OURS)).part(lambda card: card.id.startswith("own/"))
    assert (await chosen.answer(QUESTION)).quotes[0].text == SECRET
    assert [card.metadata.title for card in await chosen.library()] == ["الزلاقة"]
    assert [event.document.metadata.title for event in (await chosen.timeline("")).events] == ["الزلاقة"]


async def test_its_dates_stand_in_the_timeline_of_its_chat(tmp_path: Path, own: OwnTexts) -> None:
    await own.add(OURS, sent(tmp_path))
    timeline = await (await own.service_for(OURS)).timeline("الزلاقة")
    assert [event.document.metadata.title for event in timeline.events] == ["الزلاقة"]
    assert (await (await own.service_for(OURS)).timeline("تبوك")).events


async def test_a_text_outlives_the_program(tmp_path: Path, own: OwnTexts, library: AnsweringService) -> None:
    added = await own.add(OURS, sent(tmp_path))
    again = own_texts(tmp_path, library)
    assert again.texts(OURS) == [added]
    assert (await (await again.service_for(OURS)).answer(QUESTION)).quotes[0].text == SECRET


async def test_the_same_file_is_known_again_in_its_chat_and_new_in_another(tmp_path: Path, own: OwnTexts) -> None:
    added = await own.add(OURS, sent(tmp_path))
    assert isinstance(added, OwnText)
    assert await own.add(OURS, sent(tmp_path, name="اسم آخر.txt", message_id=6)) == Known(added)
    assert isinstance(await own.add(THEIRS, sent(tmp_path)), OwnText)


async def test_the_same_message_handled_twice_adds_its_text_once(tmp_path: Path, own: OwnTexts) -> None:
    added = await own.add(OURS, sent(tmp_path))
    assert await own.add(OURS, sent(tmp_path)) == added
    assert len(own.texts(OURS)) == 1


async def test_a_deleted_text_answers_no_more(tmp_path: Path, own: OwnTexts, library: AnsweringService) -> None:
    added = await own.add(OURS, sent(tmp_path))
    assert isinstance(added, OwnText)
    await own.service_for(OURS)
    assert await own.delete(THEIRS, added.key) is None
    assert await own.delete(OURS, added.key) == added
    assert await own.delete(OURS, added.key) is None
    assert await own.service_for(OURS) is library


async def test_a_chat_that_becomes_another_keeps_its_texts(tmp_path: Path, own: OwnTexts) -> None:
    await own.add(OURS, sent(tmp_path))
    own.move(OURS, THEIRS)
    assert (own.texts(OURS), [text.title for text in own.texts(THEIRS)]) == ([], ["الزلاقة"])


@pytest.mark.parametrize(
    ("name", "title", "text", "expected"),
    [
        ("كتاب_المغازي.txt", "", SECRET, "كتاب المغازي"),
        ("scan-01.txt", "", SECRET, "وقعت معركة الزلاقة قرب بطليوس في رجب…"),
        ("scan-01.txt", "يوم الزلاقة", SECRET, "يوم الزلاقة"),
        ("الزلاقة.md", "", f"# معركة الزلاقة\n\n{SECRET}", "معركة الزلاقة"),
        ("../../etc/\u202eالزلاقة.txt", "", SECRET, "الزلاقة"),
    ],
)
async def test_the_title_is_the_one_given_or_its_own_or_its_name(
    tmp_path: Path, own: OwnTexts, name: str, title: str, text: str, expected: str
) -> None:
    added = await own.add(OURS, sent(tmp_path, text, name, title=title))
    assert isinstance(added, OwnText)
    assert added.title == expected


async def test_quotas_refuse_what_is_too_much(tmp_path: Path, own: OwnTexts, monkeypatch: pytest.MonkeyPatch) -> None:
    many = "\n\n".join(f"# {number}\n\n{SECRET}" for number in range(5))
    assert await own.add(OURS, sent(tmp_path, many, "كثير.md")) is Refusal.TOO_MANY_PASSAGES
    for number in range(3):
        assert isinstance(await own.add(OURS, sent(tmp_path, SECRET + f" {number}.")), OwnText)
    assert await own.add(OURS, sent(tmp_path, "رابع")) is Refusal.TOO_MANY_TEXTS
    monkeypatch.setattr(desk, "MOST_BYTES", 10)
    assert await own.add(THEIRS, sent(tmp_path)) is Refusal.TOO_BIG
    assert own.texts(THEIRS) == []


async def test_the_texts_of_all_chats_and_bots_share_the_room_there_is(
    tmp_path: Path, library: AnsweringService
) -> None:
    own = own_texts(tmp_path, library)
    assert isinstance(await own.add(OURS, sent(tmp_path)), OwnText)
    occupied = occupied_bytes(tmp_path / "own")
    tight = own_texts(tmp_path, library, 2 * occupied)
    assert isinstance(await tight.add(THEIRS, sent(tmp_path)), OwnText)
    assert await tight.add(7, sent(tmp_path)) is Refusal.NO_ROOM
    another_bots = tmp_path / "own" / "456" / "7" / "0123456789abcdef.jsonl"
    another_bots.parent.mkdir(parents=True)
    another_bots.write_bytes(bytes(20_000))
    # Where all is taken nothing is even read: this is no Word file.
    assert await own.add(7, sent(tmp_path, "ليس فيه شيء يقرأ", "x.docx")) is Refusal.NO_ROOM
    assert own.texts(7) == []


@pytest.mark.parametrize("name", ["صورة.png", "data.jsonl", "archive.zip", "بلا لاحقة", ""])
async def test_other_files_are_not_even_read(tmp_path: Path, own: OwnTexts, name: str) -> None:
    assert await own.add(OURS, sent(tmp_path, name=name)) is Refusal.UNREAD


async def test_openiti_is_known_by_its_beginning(tmp_path: Path, own: OwnTexts) -> None:
    text = f"######OpenITI#\n#META# 020.BookTITLE :: الزلاقة\n#META#Header#End#\n# {SECRET}"
    added = await own.add(OURS, sent(tmp_path, text, "0700X.Y.mARkdown"))
    assert isinstance(added, OwnText)
    assert added.title == "الزلاقة"


async def test_texts_that_are_gone_from_the_disk_are_no_longer_answered_from(
    tmp_path: Path, own: OwnTexts, library: AnsweringService
) -> None:
    await own.add(OURS, sent(tmp_path))
    shutil.rmtree(tmp_path / "own")
    assert await own.service_for(OURS) is library
