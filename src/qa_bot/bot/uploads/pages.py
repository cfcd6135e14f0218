"""What is said of a chat's own texts: one that was added or not, and all of them."""

from collections.abc import Sequence

from qa_bot.bot.bidi import isolate
from qa_bot.bot.cut import one_line
from qa_bot.bot.list_page import ListPage, list_page
from qa_bot.bot.markup import Block, Page
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.corpus.findings import Trouble
from qa_bot.own_texts.desk import Known
from qa_bot.own_texts.model import OwnText, Quota, Refusal

_TEXTS_A_PAGE = 8
_TITLE_LIMIT_UTF16 = 120


def own_page(own: Sequence[OwnText], number: int) -> ListPage[OwnText]:
    """Return page `number` of a chat's texts, or the nearest there is."""
    return list_page(own, number, size=_TEXTS_A_PAGE)


def told_of(added: OwnText | Known | Refusal, quota: Quota, texts: Texts) -> Page:
    """Return what became of a file that was sent."""
    if isinstance(added, Refusal):
        return texts.page(f"refused-{added.value}", texts=quota.texts, passages=quota.passages)
    if isinstance(added, Known):
        return (texts.line("own-known", title=_title(added.text)), texts.line("own-see-library"))
    return (
        texts.line("own-added", title=_title(added)),
        texts.line("own-size", passages=added.passages, words=added.words),
        *_warnings(added, texts),
        texts.line("own-at-hand"),
        BLANK,
        texts.line("own-see-library"),
    )


def own_card(page: ListPage[OwnText], texts: Texts, *, removed: OwnText | None = None) -> Page:
    """Return a page of a chat's texts as a message, below what was just removed."""
    above: list[Block] = [texts.line("own-removed", title=_title(removed)), BLANK] if removed else []
    if not page.total:
        return (*above, texts.line("own-library-empty"), *texts.page("own-usage"), BLANK, texts.line("own-of-library"))
    listed = [
        texts.line_of(f"• {isolate(_title(text))} — ", texts.text("own-passages", passages=text.passages))
        for text in page.items
    ]
    leaf = [BLANK, texts.line("page", page=page.number + 1, pages=page.pages)] if page.pages > 1 else []
    head = texts.line("own-library", count=page.total)
    return (*above, head, *listed, *leaf, BLANK, texts.line("own-of-library"))


def removal_card(text: OwnText, texts: Texts) -> Page:
    """Return the question whether a text is to be removed."""
    return (texts.line("own-ask-removal", title=_title(text)), texts.line("own-for-good"))


def _size(text: OwnText, texts: Texts) -> str:
    return texts.text("own-passages", passages=text.passages)


def _title(text: OwnText) -> str:
    return one_line(text.title, _TITLE_LIMIT_UTF16)


def _warnings(text: OwnText, texts: Texts) -> list[Block]:
    scanned = [texts.line("own-partly-scanned")] if Trouble.SCANNED in text.warnings else []
    return [*scanned, *([texts.line("own-partly-read")] if set(text.warnings) - {Trouble.SCANNED} else [])]
