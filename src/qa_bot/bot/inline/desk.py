"""What people type behind the bot's name: only the newest of each is looked up, and the same not twice."""

from collections.abc import Callable

from telegram import InlineQuery

from qa_bot.answering.service import AnsweringService
from qa_bot.bot.recent import Recent
from qa_bot.model.answer import Answer
from qa_bot.text.normalise import normalise

CACHED_S = 300
_MOST_USERS = 10_000
_MOST_ANSWERS = 500
MOST_PASSAGES = 30


class InlineDesk:
    """Looks questions up for inline queries, which come with every few letters typed."""

    def __init__(self, service: AnsweringService, *, now: Callable[[], float]) -> None:
        self._service = service
        self._now = now
        self._newest: Recent[int, str] = Recent(_MOST_USERS)
        self._answers: Recent[str, tuple[float, Answer]] = Recent(_MOST_ANSWERS)

    def note(self, query: InlineQuery) -> None:
        """Note that a query has arrived: what its user typed before waits for nothing any more."""
        self._newest.put(query.from_user.id, query.id)

    def is_overtaken(self, query: InlineQuery) -> bool:
        """Return whether the user has typed on since."""
        return self._newest.get(query.from_user.id) not in (None, query.id)

    async def answer(self, question: str) -> Answer:
        """Return the answer to a question, of the last five minutes where it was asked then, however it was spelled.

        Raises:
            QuestionError: the question is empty or too long.
            UnavailableError: the engine did not answer.
        """
        key = _normalised(question)
        known = self._answers.get(key)
        if known is not None and self._now() - known[0] < CACHED_S:
            return known[1]
        answer = await self._service.answer(question, passages=MOST_PASSAGES)
        self._answers.put(key, (self._now(), answer))
        return answer


def _normalised(question: str) -> str:
    return " ".join(map(normalise, question.split()))
