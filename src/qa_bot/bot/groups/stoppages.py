"""What should be sent to a chat at its time, and isn't: told in the panel of its settings, and set going there."""

from dataclasses import dataclass, replace

from telegram import InlineKeyboardButton

from qa_bot.bot.callback_data import Action, Button
from qa_bot.bot.client import Client
from qa_bot.bot.feedback.weekly import IN_PRIVATE
from qa_bot.bot.groups.admins import is_admin
from qa_bot.bot.groups.options import OPTIONS
from qa_bot.bot.keyboards import Seal
from qa_bot.bot.markup import Line
from qa_bot.bot.study.agenda import Agenda
from qa_bot.bot.texts import Texts
from qa_bot.bot.turn import Effect
from qa_bot.store.schedules import Kind, Schedule
from qa_bot.study.clock import next_time

NUMBERS = 256
RESUME = 254  # in the place of a setting's number: what rests is set going again
_DIGEST = next(option for option in OPTIONS if option.name == "digest")


@dataclass(frozen=True, slots=True)
class Stoppages:
    """What of a chat's `kinds` rests; `digest_lost` tells that nobody gets the weekly digest that one admin wished."""

    kinds: tuple[Kind, ...] = ()
    digest_lost: bool = False


NONE = Stoppages()


async def stoppages_of(chat_id: int, agenda: Agenda, client: Client) -> Stoppages:
    """Return what isn't sent to a chat, or to its admin, though somebody wished it.

    Raises:
        UnavailableError: the store can't be used now, or Telegram can't be reached.
    """
    known = await agenda.of_chat(chat_id)
    lost = [await _is_lost(schedule, client) for schedule in known if schedule.reader_id is not None]
    kinds = {schedule.kind for schedule in known if schedule.rests and schedule.reader_id is None}
    return Stoppages(tuple(kind for kind in Kind if kind in kinds), digest_lost=any(lost))


async def resumed(chat_id: int, agenda: Agenda, now_s: float) -> list[Effect]:
    """Return what sets going again all that rests in a chat, each at its time, where it stopped.

    Raises:
        UnavailableError: the store can't be used now.
    """
    resting = [each for each in await agenda.of_chat(chat_id) if each.rests and each.reader_id is None]
    return [agenda.putting(_going_again(schedule, now_s)) for schedule in resting]


def stoppage_lines(stoppages: Stoppages, texts: Texts) -> list[Line]:
    """Return what is to be said of it in the panel."""
    said = {
        Kind.PASSAGE: texts.line("settings-passage-stopped"),
        Kind.QUIZ: texts.line("settings-quiz-stopped"),
        Kind.DIGEST: texts.line("settings-digest-stopped"),
    }
    lost = [texts.line("settings-digest-lost")] if stoppages.digest_lost else []
    return [*(said[kind] for kind in stoppages.kinds), *lost]


def stoppage_rows(stoppages: Stoppages, chat_id: int, texts: Texts, seal: Seal) -> list[list[InlineKeyboardButton]]:
    """Return the buttons that set it going again; the digest then comes to who presses."""
    rows = []
    if stoppages.kinds:
        rows.append([_button(texts.text("settings-resume-button"), chat_id, RESUME * NUMBERS, seal)])
    if stoppages.digest_lost:
        mine = _DIGEST.number * NUMBERS + _DIGEST.values.index(IN_PRIVATE) + 1
        rows.append([_button(texts.text("settings-take-digest-button"), chat_id, mine, seal)])
    return rows


def resumes(button: Button) -> bool:
    """Return whether a button of the settings sets going again what rests."""
    return button.index // NUMBERS == RESUME


async def _is_lost(schedule: Schedule, client: Client) -> bool:
    """Return whether who gets a digest in private is no admin any more, or takes no letters."""
    if schedule.rests or schedule.refused:
        return True
    return schedule.reader_id is not None and not await is_admin(client, schedule.chat_id, schedule.reader_id)


def _going_again(schedule: Schedule, now_s: float) -> Schedule:
    due_s = next_time(schedule.minute, schedule.zone, now_s, weekday=schedule.details.weekday)
    return replace(schedule, due_s=due_s, refused=0, letter_id=None)


def _button(label: str, chat_id: int, index: int, seal: Seal) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=seal(Button(Action.SETTINGS, index, about=chat_id)))
