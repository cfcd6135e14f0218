"""The texts that dates are marked in: found by the names of their folders, read as the index reads them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_bot.corpus.catalogue import read_corpus, read_file
from qa_bot.corpus.findings import Finding
from qa_bot.corpus.listing import document_id, list_corpus
from qa_bot.corpus.passages import cut
from qa_bot.evaluation.marked_dates import Stretch
from qa_bot.evaluation.question_sets import CORPUS
from qa_bot.model.corpus import NO_RECKONING, Document, Reckoning

STARTER = "starter_library"


@dataclass(frozen=True, slots=True)
class FoundStretch:
    """A stretch with the document that it stands in, and what the text before it tells of its years."""

    stretch: Stretch
    document: Document
    reckoning: Reckoning = NO_RECKONING

    @property
    def text(self) -> str:
        """Return the stretch as written."""
        return self.stretch.span.of(self.document.text)

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings over its first paragraph, the outermost first."""
        start = self.stretch.span.start
        return next((each.headings for each in self.document.paragraphs if start < each.span.end), ())


@dataclass(frozen=True, slots=True)
class Found:
    """The stretches whose texts are there; `skipped` says what of the others is missing, one line each."""

    stretches: tuple[FoundStretch, ...]
    skipped: tuple[str, ...]


def find_stretches(
    stretches: Sequence[Stretch], folders: Mapping[str, Path], on_file: Callable[[], None] = lambda: None
) -> Found:
    """Return `stretches` in their texts, in order; `folders` has the folder of a text by its source's name."""
    found: list[FoundStretch] = []
    skipped: list[str] = []
    for source in dict.fromkeys(each.source for each in stretches):
        wanted = [each for each in stretches if each.source == source]
        if source not in folders:
            skipped.append(f"{source}: not among the folders named, {len(wanted)} stretches skipped")
            continue
        documents = _documents(folders[source], {each.document for each in wanted}, on_file)
        there = [each for each in wanted if each.document in documents and each.is_in(documents[each.document].text)]
        told = {id_: _reckonings(document) for id_, document in documents.items()}
        found += [
            FoundStretch(each, documents[each.document], told[each.document].get(each.span.start, NO_RECKONING))
            for each in there
        ]
        if len(there) < len(wanted):
            skipped.append(f"{source}: {len(wanted) - len(there)} stretches skipped, their texts are others now")
    return Found(tuple(found), tuple(skipped))


def _reckonings(document: Document) -> dict[int, Reckoning]:
    """Return what stands before each passage of the document, by the code point where the passage begins."""
    return {passage.span.start: passage.reckoning for passage in cut(document)}


def _documents(folder: Path, ids: set[str], on_file: Callable[[], None]) -> dict[str, Document]:
    """Return the documents with `ids` in `folder`: a corpus, or a question set with its paragraphs."""
    paragraphs = folder / CORPUS
    findings = read_corpus(paragraphs) if paragraphs.is_file() else _named(folder, ids)
    documents: dict[str, Document] = {}
    for finding in findings:
        on_file()
        if isinstance(finding, Document) and finding.id in ids:
            documents[finding.id] = finding
    return documents


def _named(folder: Path, ids: Iterable[str]) -> Iterator[Finding]:
    """Yield what the files say whose documents are wanted; the others aren't read."""
    listing = list_corpus(folder)
    for file in listing.files:
        if document_id(listing.root, file) in ids:
            yield from read_file(file, listing.root)
