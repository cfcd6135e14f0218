"""When a week's unanswered questions of a chat are sent, and to whom, as its admins choose in the panel."""

from dataclasses import replace

from qa_bot.store.schedules import Details, Kind, Schedule
from qa_bot.study.clock import next_time

NOWHERE, IN_CHAT, IN_PRIVATE = "", "chat", "private"
_SATURDAY = 5
_NINE = 9 * 60


def digest_goes(schedule: Schedule | None) -> str:
    """Return where a chat's digest goes: nowhere, to the chat itself, or to one of its admins in private."""
    if schedule is None:
        return NOWHERE
    return IN_CHAT if schedule.reader_id is None else IN_PRIVATE


def weekly_digest(chat_id: int, reader_id: int | None, *, zone: str, language: str, now_s: float) -> Schedule:
    """Return the schedule of a chat's digest: Saturdays at nine by the clocks of `zone`, to the chat or a reader.

    It begins with the questions asked from now on.
    """
    details = Details(language=language, weekday=_SATURDAY)
    first = Schedule(chat_id, 0, Kind.DIGEST, _NINE, zone, now_s, details, mark=str(now_s), reader_id=reader_id)
    return in_zone(first, zone, now_s)


def in_zone(schedule: Schedule, zone: str, now_s: float) -> Schedule:
    """Return the schedule by the clocks of another zone."""
    return replace(schedule, zone=zone, due_s=next_time(schedule.minute, zone, now_s, weekday=schedule.details.weekday))
