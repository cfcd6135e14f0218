"""Sending what is due, whatever happened meanwhile: a loop over a table, which survives any end of the program."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from qa_bot.bot.patience import Sleep
from qa_bot.bot.study.agenda import Agenda
from qa_bot.errors import UnavailableError
from qa_bot.store.letters import Draft, Unsent
from qa_bot.store.schedules import Schedule
from qa_bot.study.clock import next_time

LOOK_S = 5.0
# A chat that took none of so many letters in a row has left the bot, or thrown it out.
_MOST_REFUSED = 3

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Due:
    """What a schedule leads to: a letter, None where there is nothing to send, and where to go on the next time."""

    draft: Draft | None
    mark: str


Make = Callable[[Schedule], Awaitable[Due]]


class Timetable:
    """Sends what is due: once, however long the program was off, and at its time again from then on."""

    def __init__(
        self, agenda: Agenda, make: Make, line_up: Callable[[Unsent], None], *, now: Callable[[], float]
    ) -> None:
        """Make a timetable for which `make` writes the letters, and `line_up` sends them."""
        self._agenda = agenda
        self._make = make
        self._line_up = line_up
        self._now = now

    async def keep(self, sleep: Sleep) -> None:
        """Send what is due, again and again, until called off; what is out of reach now is tried again."""
        while True:
            try:
                await self.work_off()
            except UnavailableError as fault:
                _LOG.warning("What is due has to wait: %s", fault)
            except Exception:  # noqa: BLE001 - a fault of ours today is no reason to send nothing tomorrow
                _LOG.exception("What is due could not be worked off")
            await sleep(LOOK_S)

    async def work_off(self) -> None:
        """Send what is due now.

        Raises:
            UnavailableError: the store or the texts can't be used now.
        """
        for schedule in await self._agenda.due():
            if schedule.refused >= _MOST_REFUSED:
                _LOG.info("A chat took no letter %d times: its schedule rests", schedule.refused)
                await self._agenda.lay_down(schedule)
                continue
            due = await self._made(schedule)
            weekday = schedule.details.weekday
            due_s = next_time(schedule.minute, schedule.zone, self._now(), weekday=weekday)
            letter = await self._agenda.move_on(schedule, replace(schedule, due_s=due_s, mark=due.mark), due.draft)
            if letter is not None:
                self._line_up(letter)

    async def _made(self, schedule: Schedule) -> Due:
        """Return what the schedule leads to; what fails is left out today, and holds up no other."""
        try:
            return await self._make(schedule)
        except UnavailableError:
            raise
        except Exception:  # noqa: BLE001 - whatever one chat's letter does, the others go out
            _LOG.exception("What is due in a chat can't be made, and is left out")
            return Due(None, schedule.mark)
