"""Questions asked of a system, and what it gave: all that the measures need to know."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qa_bot.errors import QuestionError
from qa_bot.evaluation.dialogues import Answers
from qa_bot.model.answer import Answer

# So many that 20 paragraphs are left when pieces of one paragraph, and its near-copies, count once.
DEPTH = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence shown, and the document that it stands in."""

    text: str
    document_id: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question brought: documents by their best passage, best first, each once; sentences; confidence."""

    documents: tuple[str, ...] = ()
    shown: tuple[Shown, ...] = ()
    confidence: float = 0.0


async def ask_all(service: Answers, questions: Iterable[str], on_question: Callable[[], None]) -> list[Asked]:
    """Return what `service` gave for each of `questions`, in order; a question it refuses brings nothing."""
    asked: list[Asked] = []
    for question in questions:
        try:
            asked.append(_asked(await service.answer(question, passages=DEPTH)))
        except QuestionError:
            asked.append(Asked())
        on_question()
    return asked


def _asked(answer: Answer) -> Asked:
    return Asked(
        documents=tuple(dict.fromkeys(hit.passage.document_id for hit in answer.hits)),
        shown=tuple(Shown(quote.text, quote.document.id) for quote in answer.quotes),
        confidence=answer.confidence,
    )
