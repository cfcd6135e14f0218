"""Questions that waited too long: the bot was off, or Telegram out of reach."""

from telegram import Update

from qa_bot.bot.handlers.reply import address_of, draft_to
from qa_bot.bot.handlers.wish import incoming, is_edit
from qa_bot.bot.inbox import Task
from qa_bot.bot.language import texts_to
from qa_bot.bot.recent import Recent
from qa_bot.bot.sending import Letter
from qa_bot.bot.turn import Turn
from qa_bot.store.chat_settings import DEFAULTS, ChatSettings

_MOST_CHATS = 10_000


class Lateness:
    """Decides what is too late for an answer, `minutes` after it was asked, and what is said then.

    At 0 minutes nothing ever is. Each chat meets one apology, whatever waited there; none where `apologises` is False.
    """

    def __init__(self, *, minutes: float, apologises: bool) -> None:
        self._longest_s = minutes * 60
        self._apologises = apologises
        self._apologised: Recent[int, int] = Recent(_MOST_CHATS)

    def is_late(self, task: Task, now_s: float) -> bool:
        """Return whether the answer would come too late."""
        # To a quiz nobody waits for a reply: its answers count however late.
        if task.update.poll_answer is not None:
            return False
        return self._longest_s > 0 and now_s - _asked_at_s(task) > self._longest_s

    def turn(self, update: Update, settings: ChatSettings = DEFAULTS) -> Turn:
        """Return a turn with an apology in the language of a chat with these `settings`, or with nothing."""
        turn, message = Turn(), incoming(update)
        if message is None or is_edit(update) or not self._apologises:
            return turn
        # The same update may come by again, where the store was out of reach in between.
        if self._apologised.get(message.chat.id) in (None, update.update_id):
            self._apologised.put(message.chat.id, update.update_id)
            texts = texts_to(message, chosen=settings.language)
            turn.drafts.append(draft_to(address_of(message), Letter(texts.page("too-late"))))
        return turn


def _asked_at_s(task: Task) -> float:
    """Return when it was asked: a press, which Telegram doesn't date, when it arrived."""
    message = incoming(task.update)
    if message is None:
        return task.received_at_s
    return (message.edit_date or message.date).timestamp()
