"""Kills the bot again and again while people ask it, and tells what was lost, doubled and late: `make chaos`.

The real program, in a process of its own, by polling and by webhook, with SQLite and with PostgreSQL; SIGKILL at random
moments, while it starts too. Nothing may be lost; doubled may be only what the store counts as "may have come twice".
Late is what was answered after more than ten seconds of a running bot. At the end one group floods the bot, and the
others' median wait is told.
"""

import argparse
import asyncio
import contextlib
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL

from bot_texts import write_texts
from chaos_crowd import Crowd, Tally
from chaos_flood import flood
from postgresql import NEEDED, PostgresqlServer, programs
from process import BotProcess, start_bot
from qa_bot.store.address import database_url, sqlite_url
from qa_bot.store.database import Database
from qa_bot.store.status import Status, status
from telegram_stand_in import TelegramStandIn

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
# One kill in four meets the bot while it starts.
_STARTING = 0.25
_START_S, _LIFE_S = 3.0, 2.0
_END_S = 900.0
_HEAD = "mode      database      kills   asked  edited pressed    lost doubled counted    late  median   worst"
_ROW = (
    "{mode:<9} {database:<12} {kills:>6} {asked:>7} {edited:>7} {pressed:>7} {lost:>7} {doubled:>7} {counted:>7}"
    " {late:>7} {median:>6.2f}s {worst:>6.1f}s"
)


@dataclass(frozen=True, slots=True)
class Run:
    """One way to run the bot, and how it ended: `counted` letters may have come twice, says the store."""

    webhook: bool
    database: str
    kills: int
    tally: Tally
    counted: int
    violations: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Return whether nothing was lost, nothing doubled without being counted, and nothing wrong was sent."""
        return not self.tally.lost and self.tally.doubled <= self.counted and not self.violations

    def __str__(self) -> str:
        tally = self.tally
        return _ROW.format(
            mode="webhook" if self.webhook else "polling",
            database=self.database,
            kills=self.kills,
            asked=tally.asked,
            edited=tally.edited,
            pressed=tally.pressed,
            lost=len(tally.lost),
            doubled=tally.doubled,
            counted=self.counted,
            late=tally.late,
            median=tally.median_s,
            worst=tally.worst_s,
        )


def chaos(*, webhook: bool, database: str, kills: int, chance: random.Random, folder: Path) -> Run:
    """Return how the bot fared that was killed so often."""
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(TelegramStandIn())
        settings = {}
        if database == POSTGRESQL:
            settings["QA_BOT_DATABASE_URL"] = stack.enter_context(PostgresqlServer()).new_database()
        url = (
            database_url(settings["QA_BOT_DATABASE_URL"]) if settings else sqlite_url(folder / "bot" / "store.sqlite3")
        )
        texts = folder / "texts"
        texts.mkdir(parents=True)
        write_texts(texts)

        @contextlib.contextmanager
        def bot(*, wait: bool) -> Iterator[BotProcess]:
            with start_bot(
                server, folder / "bot", corpus=texts, webhook=webhook, settings=settings, wait=wait
            ) as running:
                yield running

        with bot(wait=True) as running:
            running.stop()
        crowd = Crowd(server, chance)
        crowd.start()
        lives: list[tuple[float, float]] = []
        for _ in range(kills):
            starting = chance.random() < _STARTING
            with bot(wait=not starting) as running:
                up_s = time.monotonic()
                time.sleep(chance.uniform(0.0, _START_S if starting else _LIFE_S))
                running.kill()
            lives += [] if starting else [(up_s, time.monotonic())]
        crowd.stop()
        with bot(wait=True) as running:
            up_s = time.monotonic()
            _wait_until_done(server, url)
            running.stop()
        lives.append((up_s, time.monotonic()))
        counted = asyncio.run(_status(url)).doubts
        return Run(webhook, database, kills, crowd.tally(lives), counted, _violations(server, running))


def _wait_until_done(server: TelegramStandIn, url: URL) -> None:
    """Return when the bot thinks that nothing is left to do: what is missing then is lost.

    Raises:
        AssertionError: it still works after `_END_S`.
    """
    deadline = time.monotonic() + _END_S
    while server.pending_updates or (left := asyncio.run(_status(url))).waiting or left.unsent:
        assert time.monotonic() < deadline, "the bot doesn't come to an end"
        time.sleep(0.5)


async def _status(url: URL) -> Status:
    database = Database(url)
    try:
        async with database.read() as connection:
            return await status(connection)
    finally:
        await database.aclose()


def _violations(server: TelegramStandIn, bot: BotProcess) -> tuple[str, ...]:
    """Return what a correct bot never does, kills or not: what it may repeat after a kill is forgiven."""
    server.forgive("message is not modified")
    server.forgive("query is too old")
    wrong = [str(violation) for violation in server.violations]
    return (*wrong, *(["a traceback in the log"] if "Traceback" in bot.log else []))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every way, print a row each, and return 0 where nothing was lost."""
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__.split("\n\n")[0])
    parser.add_argument("--kills", type=int, default=200, help="how often in all (default: 200)")
    parser.add_argument("--seed", type=int, help="the number that the moments come from (default: a new one)")
    chosen = parser.parse_args(arguments)
    seed = chosen.seed if chosen.seed is not None else random.SystemRandom().randrange(10**6)
    databases = [SQLITE] + [POSTGRESQL] * (programs() is not None)
    if POSTGRESQL not in databases:
        sys.stderr.write(f"{NEEDED}\n")
    ways = [(webhook, database) for database in databases for webhook in (False, True)]
    sys.stdout.write(f"seed {seed}\n{_HEAD}\n")
    runs = []
    for number, (webhook, database) in enumerate(ways):
        kills = chosen.kills // len(ways) + (number < chosen.kills % len(ways))
        with tempfile.TemporaryDirectory(prefix="qa_bot-chaos-") as folder:
            chance = random.Random(seed + number)
            runs.append(chaos(webhook=webhook, database=database, kills=kills, chance=chance, folder=Path(folder)))
        sys.stdout.write(f"{runs[-1]}\n")
        for wrong in (*runs[-1].tally.lost, *runs[-1].violations)[:10]:
            sys.stdout.write(f"    {wrong}\n")
        sys.stdout.flush()
    with tempfile.TemporaryDirectory(prefix="qa_bot-chaos-") as folder:
        sys.stdout.write(f"{flood(Path(folder))}\n")
    return 0 if all(run.is_good for run in runs) else 1


if __name__ == "__main__":
    sys.exit(main())
