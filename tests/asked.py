"""What the tests of answers ask and read: questions weighed by hand, passages found by hand, small libraries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builders import build_document, build_library, build_small_index
from qa_bot.answering.match import Weighted
from qa_bot.answering.question import read_question
from qa_bot.answering.sentence import Candidate, rank_sentences
from qa_bot.answering.service import AnsweringService
from qa_bot.index.embedded import open_engine
from qa_bot.model.answer import QuestionKind
from qa_bot.model.corpus import DocumentCard
from qa_bot.model.search import Hit
from qa_bot.wiring.building import build
from qa_bot.wiring.place import Place


def weighed(question: str, *, before: str = "") -> Weighted:
    """Return the content words of a question, each of weight 1, and those said `before` it at half."""
    shares = dict.fromkeys(before.split(), 0.5) | dict.fromkeys(read_question(question).content, 1.0)
    return Weighted(tuple(shares), tuple(shares.values()), tuple(shares.values()))


def found(
    *texts: str,
    document: str = "d",
    scores: Sequence[float] = (),
    headings: tuple[str, ...] = (),
    title: str = "",
    first_words: str = "",
) -> list[Hit]:
    """Return a hit for each text, all of one document; without `scores` each is found equally well.

    Without a title nobody gave the document one, and its `first_words` are shown instead.
    """
    shown = title or first_words
    known, passages = build_document(document, *texts, headings=headings, title=shown, titled=bool(title))
    card = DocumentCard(document, known.metadata, len(passages), len(known.text.split()))
    rated = zip(passages, scores or [1.0] * len(passages), strict=True)
    return [Hit(passage, card, rank, score) for rank, (passage, score) in enumerate(rated, 1)]


def ranked(question: str, hits: Sequence[Hit], *, sources: Sequence[str] = (), before: str = "") -> list[Candidate]:
    """Return the sentences of `hits`, best first, for a question of its own kind."""
    return rank_sentences(weighed(question, before=before), read_question(question).kind, hits, sources)


def sentence_of(text: str, begin: str = "", *, headings: tuple[str, ...] = ()) -> Candidate:
    """Return the sentence of `text` that begins with `begin`."""
    candidates = rank_sentences(weighed("متى"), QuestionKind.WHEN, found(text, headings=headings))
    return next(each for each in candidates if each.text.startswith(begin))


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    """A service that answers, and the documents' texts that it answers from, by id."""

    service: AnsweringService
    texts: Mapping[str, str]


def open_passages(index: Path, texts: Mapping[str, Sequence[str]], *, bar: float = 0.0) -> AnsweringService:
    """Return a service over documents with a passage for each of their texts, without a bar."""
    build_small_index(index, build_library(texts))
    return AnsweringService(open_engine(index), bar=bar)


def open_texts(corpus: Path, index: Path) -> AnsweringService:
    """Return a service over the texts of a folder."""
    build(Place(corpus, index), lambda _: None)
    return AnsweringService(open_engine(index))
