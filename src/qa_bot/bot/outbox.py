"""Letters on their way: each is sent once it is its turn, and what became of it is recorded."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from qa_bot.bot.client import Client
from qa_bot.bot.flood import seconds
from qa_bot.bot.journal import Journal
from qa_bot.bot.network import describe, never_arrived
from qa_bot.bot.parcels import Address, Place
from qa_bot.bot.patience import Sleep, backoff_s, patiently
from qa_bot.bot.sending import edit, send
from qa_bot.store.letters import Draft, State, Unsent

# An answer that comes later than this surprises more than it helps.
_LONGEST_S = 3_600.0

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class _Attempt:
    """A letter as it is tried; from `begun` on Telegram may have it."""

    letter: Unsent
    begun: bool = False


class Outbox:
    """Sends letters in their order, and writes down where each stands."""

    def __init__(self, client: Client, journal: Journal, *, sleep: Sleep = asyncio.sleep) -> None:
        self._client = client
        self._journal = journal
        self._sleep = sleep

    async def deliver(self, letters: Sequence[Unsent]) -> None:
        """Send letters one after the other; called off, it sees off the one that Telegram may have already.

        Called off a second time it leaves that one, which counts as perhaps there.
        """
        for letter in letters:
            attempt = _Attempt(letter)
            sending = asyncio.create_task(self._deliver(attempt))
            try:
                await asyncio.shield(sending)
            except asyncio.CancelledError:
                if not attempt.begun:
                    sending.cancel()
                try:
                    await asyncio.wait([sending])
                finally:
                    sending.cancel()
                raise

    async def _deliver(self, attempt: _Attempt) -> None:
        """Send a letter, or give it up, and record which."""
        letter = attempt.letter
        outcome = await self._outcome(attempt)
        if isinstance(outcome, Place):
            record = partial(self._journal.sent, letter, outcome.chat_id, outcome.message_id, outcome.poll_id)
        else:
            record = partial(self._journal.given_up, letter, outcome)
        await patiently(record, self._sleep)

    async def _outcome(self, attempt: _Attempt) -> Place | State:
        """Return where the letter stands now, or why it stands nowhere."""
        waited_s = 0.0
        for tries in count():
            try:
                return await patiently(partial(self._put, attempt), self._sleep) or State.REFUSED
            except TelegramError as fault:
                wait_s = seconds(fault) if isinstance(fault, RetryAfter) else backoff_s(tries)
                if not never_arrived(fault) or waited_s + wait_s > _LONGEST_S:
                    return _unanswered(attempt.letter, fault)
                _LOG.warning("A letter can't be sent: %s; trying again in %.0f s", describe(fault), wait_s)
            attempt.begun = False
            waited_s += wait_s
            await self._sleep(wait_s)
        raise AssertionError("unreachable: count() has no end")

    async def _put(self, attempt: _Attempt) -> Place | None:
        """Return where the letter stands now; None where the bot may not write.

        Raises:
            TelegramError: Telegram refused for a reason that isn't known, or the network failed.
            UnavailableError: the store can't be used now.
        """
        draft = attempt.letter.draft
        receiver_id = draft.asker_id if draft.body.whispered else None
        # An edit does no harm the second time, and needs no record before.
        if draft.edits is not None and await self._edited(draft, draft.edits, receiver_id):
            return Place(draft.chat_id, draft.edits)
        if draft.edits is not None and draft.question_id is None:
            return None

        async def begin() -> None:
            attempt.begun = True
            await self._journal.sending(attempt.letter)

        address = Address(draft.chat_id, draft.topic_id, draft.reply_to, receiver_id)
        return await send(self._client, address, draft.body, about_to_send=begin)

    async def _edited(self, draft: Draft, message_id: int, receiver_id: int | None) -> bool:
        return await edit(self._client, draft.chat_id, message_id, draft.body, receiver_id=receiver_id)


def _unanswered(letter: Unsent, fault: TelegramError) -> State:
    """Return what became of a letter whose sending failed, and log it."""
    if isinstance(fault, BadRequest):
        _LOG.error("Letter %d was refused: %s", letter.id, describe(fault))
        return State.REFUSED
    _LOG.warning("Letter %d is given up: %s", letter.id, describe(fault))
    # A send that timed out may have arrived: sent again, it might stand there twice.
    return State.UNKNOWN if isinstance(fault, NetworkError) and not never_arrived(fault) else State.REFUSED
