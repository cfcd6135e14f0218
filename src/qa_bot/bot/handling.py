"""One update, handled: from its arrival at the application to the turn that it leads to."""

import asyncio

from telegram import Message, Update

from qa_bot.answering.service import AnsweringService
from qa_bot.bot.context import BotApplication, Parts
from qa_bot.bot.groups.discretion import for_asker_alone
from qa_bot.bot.groups.discussions import Discussions
from qa_bot.bot.groups.manners import Manners, as_chosen
from qa_bot.bot.groups.shelves import Shelves
from qa_bot.bot.handlers.edits import is_idle_edit
from qa_bot.bot.handlers.faults import apologise
from qa_bot.bot.handlers.late import Lateness
from qa_bot.bot.handlers.reply import topic_of
from qa_bot.bot.handlers.uploads import document_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.inbox import Task
from qa_bot.bot.turn import Turn
from qa_bot.errors import UnavailableError
from qa_bot.store.chat_settings import DEFAULTS, ChatSettings

# Drawing from a large library takes seconds; what takes this long will never end.
_DEADLINE_S = 60.0
# Large files come slowly, are read for a minute and a half at most, and may wait for others.
_FILE_DEADLINE_S = 300.0


class Handling:
    """Hands updates to the application's handlers, and returns what they lead to."""

    def __init__(
        self, application: BotApplication, parts: Parts, lateness: Lateness, *, deadline_s: float = _DEADLINE_S
    ) -> None:
        """Make the handling; what takes longer than `deadline_s` has failed."""
        self._application = application
        self._parts = parts
        self._lateness = lateness
        self._deadline_s = deadline_s
        self._shelves = Shelves()
        self._manners = Manners(application.bot)
        self._discussions = Discussions(application.bot, now=parts.now)

    async def handle(self, task: Task) -> Turn:
        """Return what an update leads to; what went wrong is the turn's fault.

        Raises:
            UnavailableError: the store can't be used now.
        """
        settings = await self._settings_for(task.update)
        turn = self._as_wanted(await self._turn(task, settings), task.update, settings)
        self._parts.metrics.handled(self._parts.now() - task.received_at_s)
        return turn

    async def _turn(self, task: Task, settings: ChatSettings) -> Turn:
        update = task.update
        if self._lateness.is_late(task, self._parts.now()):
            return self._lateness.turn(update, settings)
        if await is_idle_edit(update, self._application.bot, self._parts):
            return Turn()
        if (refusal := self._manners.refusal(update, settings)) is not None:
            return refusal
        return await self._handled(update, settings)

    async def apologise(self, task: Task, fault: Exception | None) -> Turn:
        """Return a turn that tells whoever asked that it can't be done.

        Raises:
            UnavailableError: the store can't be used now.
        """
        settings = await self._settings_for(task.update)
        return self._as_wanted(await apologise(task, fault, settings), task.update, settings)

    def _as_wanted(self, turn: Turn, update: Update, settings: ChatSettings) -> Turn:
        chosen = as_chosen(turn.drafts, settings, self._parts.now())
        turn.drafts = for_asker_alone(chosen, update, settings)
        return turn

    async def _settings_for(self, update: Update) -> ChatSettings:
        # A chat where the bot is a guest may share its number with another: what its asker chose counts there.
        is_elsewhere = update.effective_chat is None or update.guest_message is not None
        whose = update.effective_user if is_elsewhere else update.effective_chat
        return await self._parts.memory.settings_of(whose.id) if whose is not None else DEFAULTS

    async def _service_for(self, update: Update, settings: ChatSettings) -> AnsweringService:
        message = update.effective_message
        chosen = settings.collections_in(topic_of(message) if isinstance(message, Message) else None)
        # Not as a guest: the chat's number may be that of another, whose texts are its own.
        chat = update.effective_chat if update.guest_message is None else None
        whole = self._parts.service if chat is None else await self._parts.own.service_for(chat.id)
        return await self._shelves.service_for(whole, chosen)

    async def _handled(self, update: Update, settings: ChatSettings) -> Turn:
        service = await self._service_for(update, settings)
        turn = self._parts.turns[update.update_id] = Turn(chat_settings=settings, service=service)
        brings_file = update.effective_message is not None and document_of(update.effective_message) is not None
        try:
            async with asyncio.timeout(_FILE_DEADLINE_S if brings_file else self._deadline_s):
                message = incoming(update)
                if message is None or await self._discussions.is_answered_here(message):
                    await self._application.process_update(update)
        except UnavailableError:
            raise
        except Exception as fault:  # noqa: BLE001 - whatever one update does, the others go on
            turn.fault = fault
        finally:
            del self._parts.turns[update.update_id]
        return turn
