"""What comes every day, as a letter: a passage, or a quiz."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from telegram import InlineKeyboardMarkup

from qa_bot.answering.cite import citation
from qa_bot.answering.service import AnsweringService
from qa_bot.bot.callback_data import ButtonSeal
from qa_bot.bot.card import citation_line
from qa_bot.bot.groups.quiet_hours import is_quiet
from qa_bot.bot.language import texts_for
from qa_bot.bot.markup import Page
from qa_bot.bot.memory import Memory
from qa_bot.bot.sending import Letter, body_of
from qa_bot.bot.study.chosen import chosen
from qa_bot.bot.study.leaves import bind, pieces_of
from qa_bot.bot.study.quiz_poll import quiz_body
from qa_bot.bot.study.quizmaster import Quizmaster
from qa_bot.bot.study.reading_card import leaf_blocks
from qa_bot.bot.study.reading_keyboards import read_on_keyboard
from qa_bot.bot.study.timetable import Due
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.store.letters import Body, Draft
from qa_bot.store.schedules import Kind, Schedule
from qa_bot.study.daily import DailyPassage, next_at_random, next_in_order

Services = Callable[[int], Awaitable[AnsweringService]]
"""Returns what answers from the texts that a chat may read."""


class DailyLetters:
    """Writes what comes every day: a passage, or a quiz."""

    def __init__(
        self,
        service_for: Services,
        quizmaster: Quizmaster,
        memory: Memory,
        buttons: ButtonSeal,
        *,
        now: Callable[[], float],
    ) -> None:
        self._service_for = service_for
        self._quizmaster = quizmaster
        self._memory = memory
        self._buttons = buttons
        self._now = now

    async def make(self, schedule: Schedule) -> Due:
        """Return what a schedule leads to now, as a letter.

        Raises:
            UnavailableError: the engine did not answer, or the store can't be used.
        """
        settings = await self._memory.settings_of(schedule.chat_id)
        texts = texts_for(schedule.details.language, chosen=settings.language)
        body, mark = await (self._passage if schedule.kind is Kind.PASSAGE else self._quiz)(schedule, texts)
        if body is None:
            return Due(None, mark)
        silent = schedule.details.silent or is_quiet(settings.quiet_hours, settings.zone, self._now())
        return Due(Draft(schedule.chat_id, replace(body, silent=silent), schedule.topic_id or None), mark)

    async def _passage(self, schedule: Schedule, texts: Texts) -> tuple[Body | None, str]:
        service = await self._service_for(schedule.chat_id)
        documents = chosen(await service.library(), schedule.details)
        if schedule.details.at_random:
            seed = f"{schedule.chat_id} {schedule.topic_id}"
            found = await next_at_random(service, documents, schedule.mark, seed)
        else:
            found = await next_in_order(service, documents, schedule.mark)
        if found is None:
            return None, schedule.mark
        return body_of(Letter(daily_card(found, texts), self._way_on(found, schedule, texts))), found.mark

    async def _quiz(self, schedule: Schedule, texts: Texts) -> tuple[Body | None, str]:
        question = await self._quizmaster.question(schedule.chat_id, schedule.details)
        asked = quiz_body(question, texts, anonymous=schedule.details.anonymous) if question is not None else None
        return asked, schedule.mark

    def _way_on(self, found: DailyPassage, schedule: Schedule, texts: Texts) -> InlineKeyboardMarkup | None:
        # Whoever reads on turns the card itself: among others, it stays as it is. Groups have negative numbers.
        if schedule.chat_id < 0:
            return None
        book = bind(found.document, found.passages)
        seal = partial(self._buttons.seal, chat_id=schedule.chat_id, now_s=self._now())
        return read_on_keyboard(book, book.at(found.passage.span.start), texts, seal)


def daily_card(found: DailyPassage, texts: Texts) -> Page:
    """Return the passage of the day as a message: its heading, its words, where it stands."""
    first, *more = pieces_of(found.passage)
    cut = [texts.line("shortened")] if more else []
    where = citation_line(citation(found.passage, found.document))
    return (texts.line("daily-heading"), *leaf_blocks((first,)), *cut, BLANK, where)
