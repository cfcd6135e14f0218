"""What is settled about the passage of the day, as a Telegram message."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from qa_bot.bot.bidi import isolate
from qa_bot.bot.cut import one_line
from qa_bot.bot.markup import Block, Page, bold, line
from qa_bot.bot.study.texts import DailyTexts
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.store.schedules import Kind, Schedule
from qa_bot.study.clock import time_of

_NAME_LIMIT_UTF16 = 150


def daily_texts(kind: Kind, texts: Texts) -> DailyTexts:
    """Return the sentences about what comes every day."""
    return texts.study.daily_passage if kind is Kind.PASSAGE else texts.study.daily_quiz


def daily_page(schedule: Schedule, title: str, texts: Texts) -> Page:
    """Return what is settled; `title` is that of the one text it is from, empty where it is from several."""
    study, details = texts.study, schedule.details
    named = title or details.collection
    shown = isolate(one_line(named, _NAME_LIMIT_UTF16)) if named else study.daily_all_texts
    day = datetime.fromtimestamp(schedule.due_s, UTC).astimezone(ZoneInfo(schedule.zone))
    time = isolate(time_of(schedule.minute))
    said = daily_texts(schedule.kind, texts)
    head = line(bold(said.title)), line(study.daily_time.format(time=time, zone=isolate(schedule.zone)))
    # A quiz is made of any sentence.
    order = [line(study.daily_random if details.at_random else study.daily_order)]
    order = order if schedule.kind is Kind.PASSAGE else []
    blocks: list[Block] = [
        *head,
        *order,
        line(study.daily_texts.format(texts=shown)),
        *([study.daily_silent] if details.silent else []),
        line(study.daily_next.format(weekday=texts.weekdays[day.weekday()], time=isolate(f"{day:%H:%M}"))),
        BLANK,
        said.off,
    ]
    return tuple(blocks)
