"""Markdown (CommonMark's common parts, and tables) with YAML front matter."""

from collections.abc import Iterator
from itertools import pairwise

from qa_bot.corpus.draft import Draft
from qa_bot.corpus.findings import Fault, Finding, Severity, SourceFile, Trouble
from qa_bot.corpus.metadata import clean, from_mapping, title_or_made
from qa_bot.corpus.readers.blocks import Block, Kind, blocks
from qa_bot.corpus.readers.front_matter import read_front_matter
from qa_bot.corpus.readers.inline import Cut, markup, without_overlap
from qa_bot.corpus.readers.outline import Outline, descend, titles


def read(text: str, file: SourceFile) -> Iterator[Finding]:
    """Yield the one document of a Markdown file, and a problem for each thing wrong with its front matter.

    The title is the front matter's, else that of a heading of level 1 at the top, else made of the first words;
    a heading that repeats the title is left out of the paths. Items and table rows are paragraphs; a wrapped
    line goes on after a space, and only a hard break ends a line.
    """
    front = read_front_matter(text)
    if isinstance(front, Fault):
        yield file.problem(front.reason, line=front.line)
        return
    complaints: list[str] = []
    draft = Draft(text)
    given = _read_body(draft, text, front.body, clean(front.fields.get("title")))
    title, titled = title_or_made(given, draft.first_paragraph())
    metadata = from_mapping(front.fields, title=title, titled=titled, complain=complaints.append)
    document = draft.document(file.id, file.path, metadata)
    for complaint in complaints:
        yield file.problem(f"front matter: {complaint}", line=1, severity=Severity.WARNING)
    empty = file.problem("holds no text", severity=Severity.WARNING, trouble=Trouble.EMPTY)
    yield document if document.paragraphs else empty


def _read_body(draft: Draft, text: str, start: int, title: str) -> str:
    """Add the blocks from `start` on to the draft; return `title`, or that of the heading at the top."""
    outline: Outline = ()
    for number, block in enumerate(blocks(text, start)):
        cuts = _cuts(text, block)
        if block.kind is not Kind.HEADING:
            _feed(draft, block, cuts)
            draft.end(titles(outline))
            continue
        heading = clean(_without(text, block, cuts))
        if number == 0 and block.level == 1 and title in ("", heading):
            title = heading
        else:
            outline = descend(outline, block.level, heading)
        _feed(draft, block, cuts)
        draft.end(None)
    return title


def _cuts(text: str, block: Block) -> list[Cut]:
    """Return what of the block is markup; the ends of its lines are, too."""
    if block.kind is Kind.CODE:
        return [(end, start, "\n") for (_, end), (start, _) in pairwise(block.lines)]
    ends = [_line_end(text, first, second) for first, second in pairwise(block.lines)]
    return without_overlap([*markup(text, block.start, block.end), *ends])


def _line_end(text: str, line: tuple[int, int], after: tuple[int, int]) -> Cut:
    content = text[line[0] : line[1]]
    bare = content.rstrip()
    hard = len(content) - len(bare) > 1 or bare.endswith("\\")
    end = line[0] + len(bare.removesuffix("\\"))
    following = text[after[0] : after[1]]
    return end, after[0] + len(following) - len(following.lstrip()), "\n" if hard else " "


def _feed(draft: Draft, block: Block, cuts: list[Cut]) -> None:
    at = block.start
    for start, end, instead in cuts:
        draft.keep(at, start)
        if instead:
            draft.insert(instead)
        at = end
    draft.keep(at, block.end)


def _without(text: str, block: Block, cuts: list[Cut]) -> str:
    parts: list[str] = []
    at = block.start
    for start, end, instead in cuts:
        parts += (text[at:start], instead)
        at = end
    return "".join((*parts, text[at : block.end]))
