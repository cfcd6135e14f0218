"""What is sent to a chat at its time, as its panel shows and chooses it: a passage, a quiz, the digest."""

from collections.abc import Mapping
from dataclasses import replace

from telegram import User
from telegram.constants import ChatType

from qa_bot.bot.bidi import isolate
from qa_bot.bot.context import Context
from qa_bot.bot.feedback.weekly import IN_PRIVATE, digest_goes, in_zone, weekly_digest
from qa_bot.bot.groups.admins import chat_named
from qa_bot.bot.groups.options import zone_name
from qa_bot.bot.groups.panel import Panel
from qa_bot.bot.texts import Texts
from qa_bot.store.schedules import Details, Kind, Schedule
from qa_bot.study.clock import next_time, time_of


async def scheduled_in(chat_id: int, zone: str, texts: Texts, context: Context) -> Mapping[str, object]:
    """Return what is sent to a chat in this zone, outside its topics, as the panel tells it.

    What goes by the clocks of another zone is told with its name.

    Raises:
        UnavailableError: the store can't be used now.
    """
    found = {kind: await context.parts.agenda.find(chat_id, None, kind) for kind in (Kind.PASSAGE, Kind.QUIZ)}
    times = {kind.value: _told(schedule, zone, texts) for kind, schedule in found.items() if schedule is not None}
    return {**times, "digest": digest_goes(await context.parts.agenda.find(chat_id, None, Kind.DIGEST))}


def _told(schedule: Schedule, zone: str, texts: Texts) -> int | str:
    if schedule.zone == zone:
        return schedule.minute
    return f"{time_of(schedule.minute)} ({isolate(zone_name(schedule.zone, texts))})"


async def schedule_chosen(panel: Panel, name: str, wanted: object, who: User, texts: Texts, context: Context) -> Panel:
    """Return the panel after `who` has chosen when, or where, something is sent; kept when the turn ends well.

    What was sent before goes on where it was; a digest that nobody got comes to who takes it over.

    Raises:
        UnavailableError: the store can't be used now, or Telegram can't be reached.
    """
    kind, agenda = Kind(name), context.parts.agenda
    before = await agenda.find(panel.chat_id, None, kind)
    if not wanted:
        context.turn.effects.append(agenda.removing(panel.chat_id, None, kind))
    elif isinstance(wanted, int):
        context.turn.effects.append(agenda.putting(await _daily(panel, kind, wanted, before, texts, context)))
    else:
        context.turn.effects.append(
            agenda.putting(_digest(panel, who.id if wanted == IN_PRIVATE else None, before, texts, context))
        )
    rests = await _rests_in_topics(panel.chat_id, kind, context)
    left = tuple(each for each in panel.stoppages.kinds if each is not kind or rests)
    lost = panel.stoppages.digest_lost and kind is not Kind.DIGEST
    stoppages = replace(panel.stoppages, kinds=left, digest_lost=lost)
    return replace(panel, scheduled={**panel.scheduled, name: wanted}, stoppages=stoppages)


async def _rests_in_topics(chat_id: int, kind: Kind, context: Context) -> bool:
    """Return whether something of a kind rests in a topic, which what is chosen for the chat leaves as it is."""
    return any(
        each.kind is kind and each.topic_id and each.rests for each in await context.parts.agenda.of_chat(chat_id)
    )


async def follow_zone(panel: Panel, zone: str, context: Context) -> None:
    """Let what is sent by the clocks of the chat's zone be sent by those of another, when the turn ends well.

    Raises:
        UnavailableError: the store can't be used now.
    """
    for schedule in await context.parts.agenda.of_chat(panel.chat_id):
        if schedule.zone != panel.settings.zone:
            continue
        # Whether its last letter was refused is counted by now. One that rests goes on resting.
        moved = replace(in_zone(schedule, zone, context.parts.now()), letter_id=None)
        kept = replace(schedule, zone=zone) if schedule.rests else moved
        context.turn.effects.append(context.parts.agenda.putting(kept))


async def _daily(
    panel: Panel, kind: Kind, minute: int, before: Schedule | None, texts: Texts, context: Context
) -> Schedule:
    due_s = next_time(minute, panel.settings.zone, context.parts.now())
    if before is not None:
        anew = replace(before, minute=minute, zone=panel.settings.zone, due_s=due_s)
        return replace(anew, refused=0, letter_id=None)
    chat = await chat_named(context.bot, panel.chat_id) if panel.chat_id < 0 else None
    anonymous = chat is not None and chat.type == ChatType.CHANNEL
    details = Details(language=texts.language, anonymous=anonymous)
    return Schedule(panel.chat_id, 0, kind, minute, panel.settings.zone, due_s, details)


def _digest(panel: Panel, reader_id: int | None, before: Schedule | None, texts: Texts, context: Context) -> Schedule:
    zone, now_s = panel.settings.zone, context.parts.now()
    digest = weekly_digest(panel.chat_id, reader_id, zone=zone, language=texts.language, now_s=now_s)
    return replace(digest, mark=before.mark) if before is not None else digest
