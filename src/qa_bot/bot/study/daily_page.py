"""What is settled about the passage of the day, as a Telegram message."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from qa_bot.bot.cut import one_line
from qa_bot.bot.groups.options import zone_name
from qa_bot.bot.markup import Page
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.store.schedules import Kind, Schedule
from qa_bot.study.clock import time_of

_NAME_LIMIT_UTF16 = 150


def daily_page(schedule: Schedule, title: str, texts: Texts) -> Page:
    """Return what is settled; `title` is that of the one text it is from, empty where it is from several."""
    details = schedule.details
    named = one_line(title or details.collection, _NAME_LIMIT_UTF16)
    day = datetime.fromtimestamp(schedule.due_s, UTC).astimezone(ZoneInfo(schedule.zone))
    # A quiz is made of any sentence.
    order = texts.page("daily-random" if details.at_random else "daily-order")
    return (
        texts.line(f"daily-{schedule.kind}-title"),
        texts.line("daily-time", time=time_of(schedule.minute), zone=zone_name(schedule.zone, texts)),
        *(order if schedule.kind is Kind.PASSAGE else ()),
        texts.line("daily-texts", texts=named) if named else texts.line("daily-all-texts"),
        *([texts.line("daily-silent")] if details.silent else []),
        texts.line("daily-next", weekday=day.isoweekday(), time=f"{day:%H:%M}"),
        BLANK,
        texts.line(f"daily-{schedule.kind}-off"),
    )
