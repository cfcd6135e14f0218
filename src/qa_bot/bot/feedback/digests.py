"""The digest of a week as a letter: what people asked in a chat that its texts don't answer."""

from collections.abc import Callable
from dataclasses import replace

from qa_bot.answering.alike import group_alike
from qa_bot.bot.client import Client
from qa_bot.bot.feedback.cards import digest_page
from qa_bot.bot.feedback.opinions import Opinions
from qa_bot.bot.groups.admins import chat_named, is_admin
from qa_bot.bot.groups.quiet_hours import is_quiet
from qa_bot.bot.language import texts_for
from qa_bot.bot.memory import Memory
from qa_bot.bot.sending import Letter, body_of
from qa_bot.bot.study.timetable import Due
from qa_bot.store.letters import Draft
from qa_bot.store.schedules import Schedule


class Digests:
    """Writes the digests; a schedule's mark tells up to when its questions were told, in seconds since 1970."""

    def __init__(self, client: Client, opinions: Opinions, memory: Memory, *, now: Callable[[], float]) -> None:
        self._client = client
        self._opinions = opinions
        self._memory = memory
        self._now = now

    async def make(self, schedule: Schedule) -> Due:
        """Return the digest that is due now; no letter where nothing was asked, or where nobody may read it any more.

        Raises:
            UnavailableError: the store can't be used, or Telegram can't be reached.
        """
        now_s = self._now()
        settings = await self._memory.settings_of(schedule.chat_id)
        questions = await self._opinions.unanswered_in(schedule.chat_id, after_s=float(schedule.mark))
        if not (settings.question_log and questions and await self._may_read(schedule)):
            return Due(None, str(now_s))
        whose = settings if schedule.reader_id is None else await self._memory.settings_of(schedule.reader_id)
        texts = texts_for(schedule.details.language, chosen=whose.language)
        title = "" if schedule.reader_id is None else await self._title(schedule.chat_id)
        body = body_of(Letter(digest_page(group_alike(questions), title, texts)))
        silent = is_quiet(settings.quiet_hours, settings.zone, now_s)
        return Due(Draft(schedule.reader_id or schedule.chat_id, replace(body, silent=silent)), str(now_s))

    async def _may_read(self, schedule: Schedule) -> bool:
        """Return whether who reads it in private is an admin still."""
        return schedule.reader_id is None or await is_admin(self._client, schedule.chat_id, schedule.reader_id)

    async def _title(self, chat_id: int) -> str:
        chat = await chat_named(self._client, chat_id)
        return (chat.title if chat is not None else None) or str(chat_id)
