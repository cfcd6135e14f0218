"""Which questions of a group are answered, by what its admins chose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import Message, Update
from telegram.constants import ChatType

from qa_bot.bot.client import Client
from qa_bot.bot.groups.quiet_hours import is_quiet
from qa_bot.bot.handlers.reply import address_of, draft_to, speaker_of
from qa_bot.bot.handlers.wish import incoming, is_edit
from qa_bot.bot.language import texts_to
from qa_bot.bot.recent import Recent
from qa_bot.bot.sending import Letter
from qa_bot.bot.turn import Turn
from qa_bot.bot.wishes import wish_of
from qa_bot.store.chat_settings import ChatSettings
from qa_bot.store.letters import Draft
from qa_bot.store.questions import Speaker

_MOST_SPEAKERS = 10_000


@dataclass(frozen=True, slots=True)
class _Asked:
    """The last question of a speaker that was let through: its update, when it was asked, and who was warned since."""

    update_id: int
    at_s: float
    warned_by: int | None = None


class Manners:
    """Leaves out what the admins of a group don't want answered; what speakers asked last is remembered here."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._asked: Recent[Speaker, _Asked] = Recent(_MOST_SPEAKERS)

    def refusal(self, update: Update, settings: ChatSettings) -> Turn | None:
        """Return the turn of a group's message that isn't answered, perhaps with a kind word; None for any other.

        A question that comes too soon after another of its speaker meets one kind word, and the next ones silence. By
        when they were asked, not by when they are answered: what waited while the bot was off came at its own time.
        """
        message = incoming(update)
        if message is None or is_edit(update) or message.is_automatic_forward:
            return None
        if message.chat.type in (ChatType.PRIVATE, ChatType.CHANNEL):
            return None
        wish = wish_of(message, self._client.bot)
        if wish is None:
            return None
        if wish.mentioned and not settings.mentions:
            return Turn()
        if settings.cooldown_s and wish.name != "settings":
            return self._too_soon(update.update_id, message, settings)
        return None

    def _too_soon(self, update_id: int, message: Message, settings: ChatSettings) -> Turn | None:
        speaker, at_s = speaker_of(message), message.date.timestamp()
        last = self._asked.get(speaker)
        # The same update may come by again, where something went wrong the first time.
        if last is None or last.update_id == update_id or at_s - last.at_s >= settings.cooldown_s:
            self._asked.put(speaker, _Asked(update_id, at_s))
            return None
        turn = Turn(chat_settings=settings)
        if last.warned_by in (None, update_id):
            self._asked.put(speaker, _Asked(last.update_id, last.at_s, warned_by=update_id))
            turn.drafts.append(draft_to(address_of(message), _kind_word(message, settings)))
        return turn


def as_chosen(drafts: Sequence[Draft], settings: ChatSettings, now_s: float) -> list[Draft]:
    """Return what is to be sent at `now_s` as the chat wants it: without a sound in its quiet hours, fading in time."""
    silent = is_quiet(settings.quiet_hours, settings.zone, now_s)
    fades_at = now_s + settings.fade_after_s if settings.fade_after_s else None
    return [
        replace(
            draft,
            body=replace(draft.body, silent=silent or draft.body.silent),
            fades_at=fades_at if draft.edits is None else None,
        )
        for draft in drafts
    ]


def _kind_word(message: Message, settings: ChatSettings) -> Letter:
    texts = texts_to(message, chosen=settings.language)
    return Letter(texts.page("group-too-soon", seconds=settings.cooldown_s))
