"""What every handler is handed beside the update."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from telegram import Update
from telegram.ext import Application, CallbackContext

from qa_bot.answering.service import AnsweringService
from qa_bot.bot.bustle import Bustle
from qa_bot.bot.callback_data import Button, ButtonSeal
from qa_bot.bot.client import Client
from qa_bot.bot.feedback.opinions import Opinions
from qa_bot.bot.inline.desk import InlineDesk
from qa_bot.bot.memory import Memory
from qa_bot.bot.metrics import Metrics
from qa_bot.bot.painter import Painter
from qa_bot.bot.people import People
from qa_bot.bot.recent import Recent
from qa_bot.bot.study.agenda import Agenda
from qa_bot.bot.study.places import Places
from qa_bot.bot.study.quizmaster import Quizmaster
from qa_bot.bot.turn import Turn
from qa_bot.bot.wishes import Wish
from qa_bot.own_texts.desk import OwnTexts
from qa_bot.store.chat_settings import ChatSettings


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that handlers work with.

    `albums` are those of which one picture was met, and which; `turns` are those under way, by their update's id;
    `now` tells the time in seconds since 1970.
    """

    service: AnsweringService
    memory: Memory
    turns: dict[int, Turn]
    albums: Recent[str, int]
    buttons: ButtonSeal
    painter: Painter
    inline: InlineDesk
    places: Places
    own: OwnTexts
    people: People
    agenda: Agenda
    opinions: Opinions
    metrics: Metrics
    bustle: Bustle
    quizmaster: Quizmaster
    now: Callable[[], float]
    follow_up_minutes: int
    keep_days: int


class Context(CallbackContext[Client, dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """A handler's context: the parts by name, what the message wants, and the turn that its work is written to."""

    wish: Wish
    turn: Turn

    @classmethod
    def from_update(cls, update: object, application: Any) -> Self:
        """Return the context of an update, with its turn."""
        context = super().from_update(update, application)
        if isinstance(update, Update):
            context.turn = context.parts.turns[update.update_id]
        return context

    @property
    def parts(self) -> Parts:
        """Return the parts that handlers work with."""
        parts: Parts = self.bot_data["parts"]
        return parts

    @property
    def service(self) -> AnsweringService:
        """Return the service that answers questions, from the texts that the update's chat may read."""
        return self.turn.service or self.parts.service

    @property
    def chat_settings(self) -> ChatSettings:
        """Return what was chosen for the chat that the update comes from."""
        return self.turn.chat_settings

    def seal(self, chat_id: int) -> Callable[[Button], str]:
        """Return what makes callback data for buttons in this chat."""
        return lambda button: self.parts.buttons.seal(button, chat_id=chat_id, now_s=self.parts.now())


BotApplication = Application[Client, Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], None]
