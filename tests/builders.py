"""What tests are made of: documents, passages and small indexes, each in one line."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qa_bot.index.build import ReadEvents, build_index
from qa_bot.index.embedded import EmbeddedEngine
from qa_bot.index.fields import FIELDS
from qa_bot.index.generation import Manifest
from qa_bot.index.held import hold
from qa_bot.model.corpus import Document, DocumentCard, Metadata, Paragraph, Passage, Span
from qa_bot.model.search import Query
from qa_bot.text.normalise import normalise
from qa_bot.text.terms import analyse
from qa_bot.text.tokenise import words

GOLDEN = Path(__file__).parent / "golden"
Library = Sequence[tuple[Document, Sequence[Passage]]]

# Three documents, one passage a text: enough to find, to miss and to look around in.
SMALL_LIBRARY: Mapping[str, Sequence[str]] = {
    "أجنادين": (
        "كانت وقعة أجنادين في جمادى الأولى سنة ثلاث عشرة من الهجرة، بين المسلمين والروم.",
        "وقاد المسلمين فيها خالد بن الوليد، وكان أبو بكر الصديق خليفة يومئذ.",
        "وأجنادين موضع بفلسطين بين الرملة وبيت جبرين.",
    ),
    "تبوك": (
        "خرج النبي إلى غزوة تبوك في رجب سنة تسع من الهجرة، وكان الحر شديدا.",
        "ولم يكن في تبوك قتال، ثم عاد الجيش إلى المدينة في رمضان.",
    ),
    "نينوى": ("انتصر هرقل على الفرس في معركة نينوى في كانون الأول سنة 627م.",),
}


def build_passage(text: str = "كانت وقعة أجنادين سنة 13هـ.", **changes: Any) -> Passage:
    """Return a passage of `text`, the first of the document «d»; `changes` are fields of `Passage`."""
    span = Span(0, len(text))
    fields: dict[str, Any] = {"document_id": "d", "ordinal": 0, "span": span, "source_span": span}
    fields |= changes
    fields.setdefault("id", f"{fields['document_id']}:{fields['ordinal']}")
    return Passage(text=text, **fields)


def build_document(
    id: str = "d",  # noqa: A002 - the field's own name
    *texts: str,
    headings: tuple[str, ...] = (),
    **metadata: Any,
) -> tuple[Document, list[Passage]]:
    """Return a document with a paragraph for each text, and a passage for each paragraph.

    `metadata` are fields of `Metadata`; without a title the document is titled by its id.
    """
    passages: list[Passage] = []
    start = 0
    for ordinal, text in enumerate(texts):
        span = Span(start, start + len(text))
        changes = {"document_id": id, "ordinal": ordinal, "span": span, "source_span": span}
        passages.append(build_passage(text, headings=headings, **changes))
        start = span.end + len("\n\n")
    paragraphs = tuple(Paragraph(passage.span, headings) for passage in passages)
    known = Metadata(**{"title": id, **metadata})
    return Document(id, f"{id}.md", known, "\n\n".join(texts), paragraphs), passages


def build_library(texts: Mapping[str, Sequence[str]] = SMALL_LIBRARY) -> Library:
    """Return a document for each id, with a passage for each of its texts."""
    return [build_document(document_id, *passages) for document_id, passages in texts.items()]


def build_small_index(index: Path, library: Library | None = None, read_events: ReadEvents | None = None) -> Manifest:
    """Build an index of `library` (the small one, if none is given) in `index`; return its manifest."""
    documents = build_library() if library is None else library
    return build_index(documents, index, corpus="corpus", corpus_fingerprint="0" * 16, read_events=read_events)


def hold_library(library: Library, mean_lengths: Mapping[str, float] | None = None) -> EmbeddedEngine:
    """Return an engine over `library` in memory, lengths measured by 20 terms where nothing else is given."""
    texts = [
        (
            DocumentCard(document.id, document.metadata, len(passages), sum(len(words(p.text)) for p in passages)),
            passages,
        )
        for document, passages in library
    ]
    return hold(texts, mean_lengths or {field.name: 20.0 for field in FIELDS})


def build_query(question: str) -> Query:
    """Return the query which looks for the words of `question` in every field, each occurrence once."""
    normalised = [term for term in map(normalise, words(question)) if term]
    terms = {field.name: analyse(normalised, field.analyser) for field in FIELDS}
    return Query({name: {term: float(made.count(term)) for term in made} for name, made in terms.items()})


def golden_rows(name: str) -> list[tuple[str, ...]]:
    """Return the rows of a table of `tests/golden`, comment lines left out."""
    lines = (GOLDEN / name).read_text("utf-8").split("\n")
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
