from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import build_document
from fakes import card_of
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.study.daily import next_at_random, next_in_order

LONG = " ".join(["كلمة"] * 30)


class Library:
    """Two texts, of two passages and of one, and an empty one between them."""

    def __init__(self, *sizes: int) -> None:
        self.passages: dict[str, list[Passage]] = {}
        self.cards: list[DocumentCard] = []
        for number, size in enumerate(sizes):
            document, passages = build_document(f"نص{number}", *[f"{at} {LONG}" for at in range(size)])
            # As `cut` names them.
            self.passages[document.id] = [
                Passage(f"{document.id}#{p.ordinal}", p.document_id, p.ordinal, p.text, p.span, p.source_span)
                for p in passages
            ]
            self.cards.append(card_of(document, passages))

    async def passages_of(self, document_id: str) -> list[Passage]:
        return self.passages.get(document_id, [])


async def in_order(library: Library, mark: str = "") -> str:
    found = await next_in_order(library, library.cards, mark)
    assert found is not None
    assert found.mark == found.passage.id
    return found.mark


async def test_passages_come_in_order_text_after_text_and_from_the_first_again() -> None:
    library = Library(2, 0, 1)
    marks = [""]
    for _ in range(4):
        marks.append(await in_order(library, marks[-1]))
    assert marks[1:] == ["نص0#0", "نص0#1", "نص2#0", "نص0#0"]


async def test_where_a_passage_has_gone_its_text_begins_anew_and_where_the_text_has_gone_the_first() -> None:
    assert await in_order(Library(2, 1), "نص1#gone") == "نص1#0"
    assert await in_order(Library(2, 1), "نص7#0") == "نص0#0"


async def test_a_library_of_one_passage_repeats_it_and_an_empty_one_has_none() -> None:
    assert await in_order(Library(1), "نص0#0") == "نص0#0"
    assert await next_in_order(Library(), [], "") is None
    assert await next_at_random(Library(), [], "", "seed") is None


@settings(max_examples=30)
@given(st.lists(st.integers(0, 6), min_size=1, max_size=5).filter(any), st.text(max_size=5))
async def test_at_random_each_comes_once_before_any_comes_again(sizes: list[int], seed: str) -> None:
    library, mark, met = Library(*sizes), "", Counter[str]()
    for _ in range(2 * sum(sizes)):
        found = await next_at_random(library, library.cards, mark, seed)
        assert found is not None
        met[found.passage.id], mark = met[found.passage.id] + 1, found.mark
    assert set(met.values()) == {2}
    assert len(met) == sum(sizes)


async def test_very_short_passages_are_passed_over_where_there_are_others() -> None:
    library = Library(3)
    short = library.passages["نص0"]
    library.passages["نص0"] = [Passage(p.id, "نص0", p.ordinal, "قصير", p.span, p.source_span) for p in short[:2]]
    library.passages["نص0"].append(short[2])
    for turn in range(5):
        found = await next_at_random(library, library.cards, str(turn), "seed")
        assert found is not None
        assert found.number == 2
