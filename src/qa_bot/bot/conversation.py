"""What was asked last, so that «ومن قادها؟» can follow: in memory only, by chat, topic and asker, and by card."""

from collections.abc import Callable
from dataclasses import dataclass

from qa_bot.bot.recent import Recent
from qa_bot.model.answer import Understood

_MOST_CONVERSATIONS = 10_000
_MOST_CARDS = 5_000


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose conversation it is: `topic_id` is None outside topics, `asker_id` a user's or a sender chat's."""

    chat_id: int
    topic_id: int | None
    asker_id: int


@dataclass(frozen=True, slots=True)
class Card:
    """An answer in a chat."""

    chat_id: int
    message_id: int


class Conversations:
    """The last question of each speaker, forgotten after `minutes`, and what the last few thousand cards answered.

    At 0 minutes nothing is remembered.
    """

    def __init__(self, *, minutes: float, clock: Callable[[], float]) -> None:
        self._life_s = minutes * 60
        self._clock = clock
        self._last: Recent[Speaker, tuple[float, Understood]] = Recent(_MOST_CONVERSATIONS)
        self._answered: Recent[Card, Understood] = Recent(_MOST_CARDS)

    def previous(self, speaker: Speaker) -> Understood | None:
        """Return the speaker's last question, None where there is none or it's too long ago."""
        said_at_s, understood = self._last.get(speaker) or (0.0, None)
        if understood is not None and self._clock() - said_at_s >= self._life_s:
            self._last.forget(speaker)
            return None
        return understood

    def remember(self, speaker: Speaker, understood: Understood) -> None:
        """Remember `understood` as the speaker's last question."""
        if self._life_s:
            self._last.put(speaker, (self._clock(), understood))

    def answered_on(self, card: Card) -> Understood | None:
        """Return the question that a card answers, None where it isn't known any more."""
        return self._answered.get(card)

    def remember_card(self, card: Card, understood: Understood) -> None:
        """Remember that `card` answers `understood`."""
        if self._life_s:
            self._answered.put(card, understood)
