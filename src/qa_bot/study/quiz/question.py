"""A quiz question: a sentence of a text with a gap, what stood there, and what never did."""

from dataclasses import dataclass
from enum import StrEnum

from qa_bot.model.corpus import DocumentCard, Passage, Span

GAP = "………"


class QuizKind(StrEnum):
    """What is asked for."""

    YEAR = "year"
    WHO = "who"
    WHERE = "where"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A question: `sentence` is its place in the passage's text, `gap` what is left out, a span of the sentence.

    `options` are at most a hundred UTF-16 units long each; the one at `right` is what stands in the gap, verbatim, and
    no other stands in the sentence. `explanation` is the whole sentence, verbatim in quotation marks, and on a line of
    its own where it stands; 200 UTF-16 units at most.
    """

    kind: QuizKind
    passage: Passage
    document: DocumentCard
    sentence: Span
    gap: Span
    options: tuple[str, ...]
    right: int
    explanation: str

    @property
    def text(self) -> str:
        """Return the sentence, verbatim."""
        return self.sentence.of(self.passage.text)

    @property
    def asked(self) -> str:
        """Return the sentence with its gap."""
        return f"{self.text[: self.gap.start]}{GAP}{self.text[self.gap.end :]}"
