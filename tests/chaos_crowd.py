"""People who ask without pause while the bot is killed, and the tally of what became of their questions."""

import json
import random
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot_texts import SENTENCE, WHEN
from telegram_stand_in import Group, Message, TelegramStandIn, User

OTHER = "متى كانت غزوة تبوك؟"
OTHER_SENTENCE = "في رجب سنة تسع من الهجرة"
PEOPLE, GROUPS = 16, 3
# Slower than Telegram's limits for one chat: what waits does so because of the kills.
PAUSE_S = (0.05, 0.25)
GROUP_PAUSE_S = 6.0
# People wait for an answer before they go on: else a bot that is mostly dead would be left with hours of work.
MOST_OPEN = 3
LATE_S = 10.0
Lives = Sequence[tuple[float, float]]
"""When the bot was up: from listening to being killed."""


@dataclass(slots=True)
class Asked:
    """A question: when it was asked, and what has to stand in its answer in the end."""

    chat_id: int
    message: Message
    at_s: float
    answer: str

    @property
    def key(self) -> tuple[int, int]:
        """Return its chat and number: what an answer replies to."""
        return self.chat_id, self.message.id


@dataclass(slots=True)
class Tally:
    """What became of everything that people did; waits are counted only while the bot was up."""

    asked: int = 0
    edited: int = 0
    pressed: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: int = 0
    late: int = 0
    median_s: float = 0.0
    worst_s: float = 0.0


class Crowd:
    """Asks, edits and presses buttons in a thread of its own, from `start` to `stop`."""

    def __init__(self, server: TelegramStandIn, chance: random.Random) -> None:
        self._server = server
        self._chance = chance
        self._privates = [server.private() for _ in range(PEOPLE)]
        self._groups: list[tuple[Group, User]] = []
        for _ in range(GROUPS):
            somebody = server.user()
            self._groups.append((server.group(members=[somebody]), somebody))
        self._next_at_s = dict.fromkeys([chat.id for chat in self._privates], 0.0)
        self._group_at_s = dict.fromkeys([group.id for group, _ in self._groups], 0.0)
        self._asked: list[Asked] = []
        self._queries: list[str] = []
        self._changed: set[tuple[int, int | None]] = set()
        self._turned: set[tuple[int, int | None]] = set()
        self._open: Counter[int] = Counter()
        self._edited = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._live, name="crowd", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Let nobody do anything more."""
        self._stop.set()
        self._thread.join()

    def tally(self, lives: Lives) -> Tally:
        """Return what became of everything so far, with a bot that was up at these times."""
        answers = self._answers()
        waits = [_wait_s(asked.at_s, answers[asked.key][0], lives) for asked in self._asked if asked.key in answers]
        return Tally(
            asked=len(self._asked),
            edited=self._edited,
            pressed=len(self._queries),
            lost=self._lost(),
            doubled=sum(len(times) - 1 for times in answers.values()),
            late=sum(wait > LATE_S for wait in waits),
            median_s=statistics.median(waits) if waits else 0.0,
            worst_s=max(waits, default=0.0),
        )

    def _live(self) -> None:
        while not self._stop.wait(self._chance.uniform(*PAUSE_S)):
            answers = self._answers()
            self._open = Counter(asked.chat_id for asked in self._asked if asked.key not in answers)
            act = self._chance.choices((self._asks, self._asks_in_a_group, self._edits, self._presses), (6, 1, 1, 2))
            act[0]()

    def _asks(self) -> None:
        chat = self._chance.choice(self._privates)
        if self._open[chat.id] < MOST_OPEN and self._may(self._next_at_s, chat.id, 1.5):
            self._note(chat.id, lambda text: chat.sends(text))

    def _asks_in_a_group(self) -> None:
        group, somebody = self._chance.choice(self._groups)
        if self._open[group.id] < MOST_OPEN and self._may(self._group_at_s, group.id, GROUP_PAUSE_S):
            self._note(group.id, lambda text: group.sends(somebody, f"/ask {text}"))

    def _note(self, chat_id: int, say: Callable[[str], Message]) -> None:
        question, answer = self._chance.choice([(WHEN, SENTENCE), (OTHER, OTHER_SENTENCE)])
        self._asked.append(Asked(chat_id, say(question), time.monotonic(), answer))

    def _edits(self) -> None:
        own = {chat.id: chat for chat in self._privates}
        mine = [asked for asked in self._asked[-30:] if asked.chat_id in own and asked.key not in self._turned]
        asked = self._chance.choice(mine) if mine else None
        if asked is None or not self._may(self._next_at_s, asked.chat_id, 4.0):
            return
        self._changed.add(asked.key)
        text, asked.answer = (OTHER, OTHER_SENTENCE) if asked.answer == SENTENCE else (WHEN, SENTENCE)
        own[asked.chat_id].edits(asked.message, text)
        self._edited += 1

    def _presses(self) -> None:
        chat = self._chance.choice(self._privates)
        # A pressed card shows what its old button says: no question is both edited and pressed.
        sent = [card for card in self._server.sent[-200:] if card.chat_id == chat.id and card.buttons]
        cards = [card for card in sent if (chat.id, card.reply_to_id) not in self._changed]
        if cards and self._may(self._next_at_s, chat.id, 4.0):
            card = self._chance.choice(cards)
            self._turned.add((chat.id, card.reply_to_id))
            self._queries.append(chat.presses(card, data=card.button("ما قبله وما بعده").data))

    def _may(self, next_at_s: dict[int, float], chat_id: int, pause_s: float) -> bool:
        now_s = time.monotonic()
        if now_s < next_at_s[chat_id]:
            return False
        next_at_s[chat_id] = now_s + pause_s
        return True

    def _answers(self) -> dict[tuple[int, int], list[float]]:
        """Return when each question was answered by a new message: more than once is too often."""
        answers: dict[tuple[int, int], list[float]] = {}
        for call in self._server.calls_of("sendMessage"):
            if call.ok and isinstance(call.chat_id, int) and "reply_parameters" in call.parameters:
                target = call.parameters["reply_parameters"]
                known = json.loads(target) if isinstance(target, str) else target
                answers.setdefault((call.chat_id, known["message_id"]), []).append(call.at)
        return answers

    def _lost(self) -> list[str]:
        """Return what the bot hasn't done yet, or will never do: a question, an edit, a press."""
        answers, queries = self._answers(), set(self._queries)
        return [
            *(f"question {asked.key}" for asked in self._asked if asked.key not in answers),
            *(f"edit of {asked.key}" for asked in self._asked if self._shows_another(asked)),
            *(f"press {query}" for query in self._server.unanswered if query in queries),
        ]

    def _shows_another(self, asked: Asked) -> bool:
        """Return whether the question was edited, and its card doesn't answer what it says now."""
        if asked.key not in self._changed:
            return False
        chat = next(chat for chat in self._privates if chat.id == asked.chat_id)
        said = [message for message in list(chat.chat.messages.values()) if message.by_bot]
        cards = [
            message for message in said if message.reply_to is not None and message.reply_to.id == asked.message.id
        ]
        return not cards or asked.answer not in cards[-1].text


def _wait_s(from_s: float, to_s: float, lives: Lives) -> float:
    """Return how much of the time between two moments the bot was up."""
    return sum(max(0.0, min(to_s, end) - max(from_s, begin)) for begin, end in lives)
