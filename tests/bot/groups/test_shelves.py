from dataclasses import replace

from fakes import FakeService
from qa_bot.bot.groups.shelves import Shelves, collections_of
from qa_bot.model.corpus import DocumentCard


def card(document_id: str, collection: str) -> DocumentCard:
    known = FakeService().cards[0]
    return replace(known, id=document_id, metadata=replace(known.metadata, collection=collection))


def library(*cards: DocumentCard) -> FakeService:
    service = FakeService()
    service.cards = list(cards)
    return service


WHOLE = library(card("a", "السيرة"), card("b", "الفتوح"), card("c", ""), card("own/1", ""))


async def names(service: object) -> list[str]:
    return [card.id for card in await service.library()]  # type: ignore[attr-defined]


def test_collections_stand_in_order_and_a_chats_own_texts_are_none() -> None:
    assert collections_of(WHOLE.cards) == ["السيرة", "الفتوح", ""]
    assert collections_of([card("own/1", "")]) == []


async def test_the_chosen_collections_are_asked_and_a_chats_own_texts_always() -> None:
    part = await Shelves().service_for(WHOLE, ("السيرة",))  # type: ignore[arg-type]
    assert await names(part) == ["a", "own/1"]


async def test_without_a_choice_or_with_one_that_has_gone_all_are_asked() -> None:
    shelves = Shelves()
    assert await shelves.service_for(WHOLE, ()) is WHOLE  # type: ignore[arg-type, comparison-overlap]
    assert await shelves.service_for(WHOLE, ("المغازي",)) is WHOLE  # type: ignore[arg-type, comparison-overlap]


async def test_the_same_choice_is_made_once() -> None:
    shelves = Shelves()
    first = await shelves.service_for(WHOLE, ("السيرة",))  # type: ignore[arg-type]
    assert await shelves.service_for(WHOLE, ("السيرة",)) is first  # type: ignore[arg-type]
    assert await shelves.service_for(WHOLE, ("الفتوح",)) is not first  # type: ignore[arg-type]
