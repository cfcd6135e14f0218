"""A question completed by what was said before it, and how it hangs on that."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from qa_bot.answering.question import Question
from qa_bot.model.answer import Understood


class Link(Enum):
    """How a question hangs on the one before it; the value is what a word said before weighs in it."""

    NONE = 0.0  # it starts afresh
    LOOSE = 0.3  # it says what it is about, and goes on from there: «ومن حفر الخندق؟» after «غزوة الأحزاب»
    CLOSE = 0.6  # it is about what was spoken of: «ومن قادها؟»


@dataclass(frozen=True, slots=True)
class Context:
    """What a question may lean on.

    `known` are the words of the texts with their frequencies. `is_subject` tells of a normalised word whether
    it names something that texts are about: such a word starts a subject of its own.
    """

    previous: Understood | None
    known: Mapping[str, int]
    is_subject: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Completed:
    """A question that stands alone: what to search for, what was understood, and what was spoken of before.

    `context` are normalised words that were said before and not again, each weighing `context_weight`; `beside` are
    those that told something of the topic («اجتاز»), which always weigh little; `sources` are the documents to look
    into first. All are empty for a question that starts afresh.
    """

    question: Question
    understood: Understood
    context: tuple[str, ...] = ()
    context_weight: float = 0.0
    beside: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
