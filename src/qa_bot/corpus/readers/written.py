"""Paragraphs and headings of a format that isn't plain text → a document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from qa_bot.corpus.draft import Draft
from qa_bot.corpus.findings import Problem, SourceFile, Trouble
from qa_bot.corpus.metadata import clean, title_or_made
from qa_bot.corpus.readers.outline import Outline, descend, titles
from qa_bot.model.corpus import Document, Metadata

# What no text has, though a format can carry it: controls but for tab and line feed, and halves of pairs.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a heading of `level`, 1 the outermost; 0 is a paragraph's."""

    text: str
    level: int = 0


def document_of(
    pieces: Iterable[Piece], file: SourceFile, known: Metadata, *, otherwise: str = ""
) -> Document | Problem:
    """Return the document of `pieces`, or the problem that it has no words.

    Its title is `known`'s, else a heading of level 1 at the top, else `otherwise`, else made of the first words. A
    heading at the top that repeats the title is left out of the paths.
    """
    draft = Draft("")
    title = known.title
    outline: Outline = ()
    for number, piece in enumerate(pieces):
        text = _CONTROLS.sub("", piece.text)
        draft.insert(text.strip())
        if not piece.level:
            draft.end(titles(outline))
            continue
        heading = clean(text)
        if number == 0 and piece.level == 1 and title in ("", heading):
            title = heading
        else:
            outline = descend(outline, piece.level, heading)
        draft.end(None)
    title, titled = title_or_made(title or otherwise, draft.first_paragraph())
    document = draft.document(file.id, file.path, replace(known, title=title, titled=titled))
    return document if document.paragraphs else file.problem("holds no text", trouble=Trouble.EMPTY)
