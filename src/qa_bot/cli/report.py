"""`qa-bot report`: how the bot was used, what people think of its answers, and what the texts don't answer."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from qa_bot.answering.alike import Alike, group_alike
from qa_bot.cli.console import err
from qa_bot.cli.judged import write_judged
from qa_bot.cli.session import open_session
from qa_bot.settings import Settings, read_settings
from qa_bot.store.migrate import check_newest
from qa_bot.store.report import Report
from qa_bot.store.report import report as read_report
from qa_bot.store.unanswered import unanswered_in
from qa_bot.store.votes import Vote, judged
from qa_bot.wiring.place import place_of
from qa_bot.wiring.store import open_made_store

_SLOW_S = 5.0
_MOST_SHOWN = 20


def report(
    judged_to: Annotated[
        Path | None,
        typer.Option(
            "--judged",
            metavar="DIR",
            help="Also write what people judged there, as a question set to measure with.",
        ),
    ] = None,
) -> None:
    """Tell how the bot was used: people, answers, what was thought of them, slow ones, and what the texts don't answer.

    It counts the days that the store keeps (QA_BOT_KEEP_DAYS), votes and unanswered questions a month. Questions are
    there only of chats whose admins turned the question log on.

    For example:

      qa-bot report

      qa-bot report --judged judged/
    """
    settings = read_settings()
    known, votes, questions = asyncio.run(_read(settings))
    out = Console(soft_wrap=True, highlight=False)
    for line in (*told(known), *_unanswered(group_alike(questions))):
        out.print(line, markup=False)
    if judged_to is not None:
        with open_session(place_of(settings)) as session:
            written = write_judged(votes, session, judged_to)
        err.print(f"Written: {written} judged questions → {judged_to}", markup=False)


def told(known: Report) -> list[str]:
    """Return the figures of a report, a line each."""
    half_s, most_s = known.wait_s(0.5), known.wait_s(0.95)
    took = "" if half_s is None or most_s is None else f", half within {half_s:.2f} s, 95% within {most_s:.2f} s"
    share = "" if known.answered_share is None else f" ({known.answered_share:.0%})"
    return [
        f"used by: {known.people} people in {known.chats} chats",
        f"answered: {known.found} of {known.found + known.not_found} questions{share}",
        f"liked: {known.liked}, not liked: {known.disliked}",
        f"updates done: {len(known.waits_s)}{took}, {known.slower_than(_SLOW_S)} slower than {_SLOW_S:g} s",
        f"set aside: {known.set_aside}, refused by Telegram: {known.refused}",
    ]


def _unanswered(groups: Sequence[Alike]) -> list[str]:
    if not groups:
        return []
    lines = [f"  {group.times} × {group.question}" for group in groups[:_MOST_SHOWN]]
    more = [f"  and {len(groups) - _MOST_SHOWN} more"] if len(groups) > _MOST_SHOWN else []
    return ["not answered:", *lines, *more]


async def _read(settings: Settings) -> tuple[Report, list[Vote], list[str]]:
    database = open_made_store(settings)
    try:
        async with database.read(at_one_moment=True) as connection:
            await check_newest(database, connection)
            return await read_report(connection), await judged(connection), await unanswered_in(connection)
    finally:
        await database.aclose()
