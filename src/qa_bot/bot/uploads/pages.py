"""What is said of a chat's own texts: one that was added or not, and all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_bot.bot.bidi import RLM, isolate
from qa_bot.bot.cut import one_line
from qa_bot.bot.markup import Block, Page, bold, line
from qa_bot.bot.texts import BLANK, Texts, filled
from qa_bot.corpus.findings import Trouble
from qa_bot.own_texts.desk import Known
from qa_bot.own_texts.model import OwnText, Quota, Refusal

_TEXTS_A_PAGE = 8
_TITLE_LIMIT_UTF16 = 120


@dataclass(frozen=True, slots=True)
class OwnShelf:
    """One page of a chat's own texts: `number` counts from 0."""

    texts: tuple[OwnText, ...]
    total: int
    number: int
    pages: int


def own_shelf(own: Sequence[OwnText], number: int) -> OwnShelf:
    """Return page `number` of a chat's texts, or the nearest there is."""
    pages = max(1, -(-len(own) // _TEXTS_A_PAGE))
    number = min(max(number, 0), pages - 1)
    start = number * _TEXTS_A_PAGE
    return OwnShelf(tuple(own[start : start + _TEXTS_A_PAGE]), len(own), number, pages)


def told_of(added: OwnText | Known | Refusal, quota: Quota, texts: Texts) -> Page:
    """Return what became of a file that was sent."""
    words = texts.uploads
    if isinstance(added, Refusal):
        return filled(words.refusals[added], texts=quota.texts, passages=quota.passages)
    if isinstance(added, Known):
        return (line(words.known.format(title=shown_title(added.text))), words.see_library)
    size = words.size.format(passages=added.passages, words=added.words)
    return (
        line(bold(words.added.format(title=shown_title(added)))),
        line(size),
        *_warnings(added, texts),
        words.at_hand,
        BLANK,
        words.see_library,
    )


def own_card(page: OwnShelf, texts: Texts, *, removed: OwnText | None = None) -> Page:
    """Return a page of a chat's texts as a message, below what was just removed."""
    words = texts.uploads
    above: list[Block] = [line(words.removed.format(title=shown_title(removed))), BLANK] if removed else []
    if not page.total:
        return (*above, words.library_empty, *words.usage, BLANK, words.of_library)
    # A bullet has no direction: the line takes that of the language.
    lead = RLM if texts.language == "ar" else ""
    listed = [line(f"{lead}• {shown_title(text)} — {_size(text, texts)}") for text in page.texts]
    leaf = [BLANK, texts.line("page", page=page.number + 1, pages=page.pages)] if page.pages > 1 else []
    return (*above, line(bold(words.library.format(count=page.total))), *listed, *leaf, BLANK, words.of_library)


def removal_card(text: OwnText, texts: Texts) -> Page:
    """Return the question whether a text is to be removed."""
    return (line(texts.uploads.ask_removal.format(title=shown_title(text))), texts.uploads.for_good)


def shown_title(text: OwnText) -> str:
    """Return the title of a text on one line, isolated: it can't turn its line."""
    return isolate(one_line(text.title, _TITLE_LIMIT_UTF16))


def _size(text: OwnText, texts: Texts) -> str:
    return texts.uploads.passages.format(passages=text.passages)


def _warnings(text: OwnText, texts: Texts) -> list[Block]:
    scanned = [texts.uploads.partly_scanned] if Trouble.SCANNED in text.warnings else []
    return [*scanned, *([texts.uploads.partly_read] if set(text.warnings) - {Trouble.SCANNED} else [])]
