"""A page of runs, lines and quotes, and its Telegram HTML: the only place where text is escaped.

Telegram's HTML: https://core.telegram.org/bots/api#html-style
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from itertools import pairwise

from qa_bot.bot.cut import length_utf16
from qa_bot.model.corpus import Span


class Tag(StrEnum):
    """How a run is shown, by the name of its HTML tag."""

    BOLD = "b"
    UNDERLINE = "u"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; `tags` from the outermost to the innermost. What is `verbatim` stands so in a text."""

    text: str
    tags: tuple[Tag, ...] = ()
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a message; without runs a blank one."""

    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """A block quotation; `folded` shows its first lines until someone unfolds it."""

    runs: tuple[Run, ...]
    folded: bool = False


Block = Line | Quoted
Page = tuple[Block, ...]


def line(*parts: str | Run) -> Line:
    """Return a line of these parts; a string is a plain run."""
    return Line(tuple(Run(part) if isinstance(part, str) else part for part in parts))


def bold(text: str) -> Run:
    """Return `text` as a bold run."""
    return Run(text, (Tag.BOLD,))


def code(text: str) -> Run:
    """Return `text` as a run that a tap copies."""
    return Run(text, (Tag.CODE,))


def marked(text: str, marks: Mapping[Tag, Iterable[Span]]) -> tuple[Run, ...]:
    """Return verbatim runs that make up `text`, each tagged with the marks that cover it.

    Spans count code points of `text`; those of one tag don't overlap, those of different tags may.

    >>> [run.text for run in marked("فتح دمشق", {Tag.BOLD: [Span(4, 8)]})]
    ['فتح ', 'دمشق']
    """
    spans = [(tag, span) for tag, tagged in marks.items() for span in tagged]
    edges = sorted({0, len(text), *(edge for _, span in spans for edge in (span.start, span.end))})
    edges = [edge for edge in edges if 0 <= edge <= len(text)]
    return tuple(
        Run(text[start:end], tuple(tag for tag, span in spans if span.overlaps(Span(start, end))), verbatim=True)
        for start, end in pairwise(edges)
    )


def to_html(page: Page) -> str:
    """Return the page as Telegram HTML; whatever its texts hold, they come back as they are.

    >>> to_html((line("أ < ب و", bold("ج & د")),))
    'أ &lt; ب و<b>ج &amp; د</b>'
    """
    return "\n".join(map(_block_html, page))


def to_plain(page: Page) -> str:
    r"""Return the page's text without any look: what Telegram shows after parsing the HTML.

    >>> to_plain((line(bold("بدر")), Quoted((Run("في السنة الثانية"),))))
    'بدر\nفي السنة الثانية'
    """
    return "\n".join("".join(run.text for run in block.runs) for block in page)


def page_length_utf16(page: Page) -> int:
    """Return the page's length as Telegram counts it: UTF-16 units after parsing.

    >>> page_length_utf16((line(bold("بدر")), line("📖")))
    6
    """
    return length_utf16(to_plain(page))


def _block_html(block: Block) -> str:
    inner = "".join(map(_run_html, block.runs))
    if isinstance(block, Line):
        return inner
    return f"<blockquote{' expandable' if block.folded else ''}>{inner}</blockquote>"


def _run_html(run: Run) -> str:
    # Telegram knows &lt; &gt; &amp; &quot; and no other named entity; in text, quotes need none.
    html = escape(run.text, quote=False)
    for tag in reversed(run.tags):
        html = f"<{tag}>{html}</{tag}>"
    return html
