"""The passage of the day as a letter."""

from collections.abc import Callable
from functools import partial

from qa_bot.answering.cite import citation
from qa_bot.answering.service import AnsweringService
from qa_bot.bot.callback_data import ButtonSeal
from qa_bot.bot.card import citation_line
from qa_bot.bot.language import texts_for
from qa_bot.bot.library import in_order
from qa_bot.bot.markup import Page, bold, line
from qa_bot.bot.memory import Memory
from qa_bot.bot.sending import Letter, body_of
from qa_bot.bot.study.leaves import bind, pieces_of
from qa_bot.bot.study.reading_card import leaf_blocks
from qa_bot.bot.study.reading_keyboards import read_on_keyboard
from qa_bot.bot.study.timetable import Due
from qa_bot.bot.texts import BLANK, Texts, rtl
from qa_bot.model.corpus import DocumentCard
from qa_bot.store.letters import Draft
from qa_bot.store.schedules import Details, Schedule
from qa_bot.study.daily import DailyPassage, next_at_random, next_in_order


class DailyLetters:
    """Writes the passage of the day."""

    def __init__(
        self, service: AnsweringService, memory: Memory, buttons: ButtonSeal, *, now: Callable[[], float]
    ) -> None:
        self._service = service
        self._memory = memory
        self._buttons = buttons
        self._now = now

    async def make(self, schedule: Schedule) -> Due:
        """Return the next passage of a schedule as a letter.

        Raises:
            UnavailableError: the engine did not answer, or the store can't be used.
        """
        details, documents = schedule.details, chosen(await self._service.library(), schedule.details)
        if details.at_random:
            seed = f"{schedule.chat_id} {schedule.topic_id}"
            found = await next_at_random(self._service, documents, schedule.mark, seed)
        else:
            found = await next_in_order(self._service, documents, schedule.mark)
        if found is None:
            return Due(None, schedule.mark)
        chosen_language = (await self._memory.settings_of(schedule.chat_id)).language
        letter = self._letter(found, schedule, texts_for(details.language, chosen=chosen_language))
        return Due(Draft(schedule.chat_id, body_of(letter), schedule.topic_id or None), found.mark)

    def _letter(self, found: DailyPassage, schedule: Schedule, texts: Texts) -> Letter:
        keyboard = None
        # Whoever reads on turns the card itself: among others, it stays as it is. Groups have negative numbers.
        if schedule.chat_id > 0:
            book = bind(found.document, found.passages)
            seal = partial(self._buttons.seal, chat_id=schedule.chat_id, now_s=self._now())
            keyboard = read_on_keyboard(book, book.at(found.passage.span.start), texts, seal)
        return Letter(daily_card(found, texts), keyboard, silent=schedule.details.silent)


def daily_card(found: DailyPassage, texts: Texts) -> Page:
    """Return the passage of the day as a message: its heading, its words, where it stands."""
    first, *more = pieces_of(found.passage)
    cut = [line(texts.shortened)] if more else []
    where = citation_line(citation(found.passage, found.document))
    return (rtl(bold(texts.study.passage_of_the_day)), *leaf_blocks((first,)), *cut, BLANK, where)


def chosen(library: tuple[DocumentCard, ...], details: Details) -> list[DocumentCard]:
    """Return the texts that a schedule chooses from, as the library lists them; all where those chosen have gone."""
    ordered = in_order(library)
    if details.document_key:
        return [card for card in ordered if card.key.hex() == details.document_key] or ordered
    return [card for card in ordered if details.collection in ("", card.metadata.collection)] or ordered
