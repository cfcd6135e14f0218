from builders import build_document
from fakes import card_of, yarmuk
from qa_bot.bot.inline.results import InlinePage, inline_page
from qa_bot.model.answer import Answer, QuestionKind, Quote, Understood
from qa_bot.model.corpus import Span
from qa_bot.model.search import Hit


class Library:
    """Quotes the first words of any passage of one long text."""

    def __init__(self, passages: int) -> None:
        self.document, self.passages = build_document(
            "طويل", *[f"الخبر {number} عن بدر." for number in range(passages)]
        )
        self.gone: set[str] = set()

    def found(self) -> Answer:
        card = card_of(self.document, self.passages)
        hits = tuple(Hit(passage, card, rank, 1.0 / rank) for rank, passage in enumerate(self.passages, 1))
        return Answer(Understood("بدر", QuestionKind.OTHER), 0.1, hits=hits)

    async def quote(self, passage_id: str, question: str) -> tuple[Quote, tuple[()]] | None:
        [passage] = [each for each in self.passages if each.id == passage_id]
        if passage_id in self.gone:
            return None
        card = card_of(self.document, self.passages)
        return Quote(passage, card, Span(0, len(passage.text)), "طويل"), ()


async def page(library: Library, offset: str) -> InlinePage:
    return await inline_page(library.found(), "بدر", offset, library)  # type: ignore[arg-type]


def shown(found: InlinePage) -> list[str]:
    return [result.quote.text for result in found.results]


async def test_ten_results_a_page_lead_to_the_next_until_there_are_no_more() -> None:
    library = Library(23)
    pages = [await page(library, offset) for offset in ("", "10", "20")]
    assert [(len(each.results), each.next_offset) for each in pages] == [(10, "10"), (10, "20"), (3, "")]
    assert [text for each in pages for text in shown(each)] == [passage.text for passage in library.passages]


async def test_a_passage_that_has_gone_is_passed_over() -> None:
    library = Library(2)
    library.gone.add(library.passages[0].id)
    assert shown(await page(library, "")) == ["الخبر 1 عن بدر."]


async def test_an_offset_that_is_none_of_ours_begins_anew() -> None:
    library = Library(2)
    assert shown(await page(library, "-5")) == shown(await page(library, "")) != []


async def test_what_is_quoted_comes_first_and_its_passage_once() -> None:
    document, passages = yarmuk()
    card = card_of(document, passages)
    quote = Quote(passages[1], card, Span(0, 10), "اليرموك")
    hits = (Hit(passages[1], card, 1, 1.0),)
    answer = Answer(Understood("اليرموك", QuestionKind.OTHER), 0.9, (quote,), (), hits)
    found = await inline_page(answer, "اليرموك", "", Library(1))  # type: ignore[arg-type]
    assert [result.quote for result in found.results] == [quote]
