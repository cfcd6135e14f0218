"""Commands in a channel's posts: answered once, under the post in its discussion group where its copy comes to the bot.

The group gets a copy of each post. A bot in privacy mode may never see it unless it is an admin there; where it is no
admin of the channel it sees nothing but the copy.
"""

from collections.abc import Callable
from dataclasses import dataclass

from telegram import Message
from telegram.constants import ChatMemberStatus, ChatType

from qa_bot.bot.client import Client
from qa_bot.bot.groups.admins import ADMINS, chat_named, rank_in
from qa_bot.bot.recent import Recent

_KEPT_S = 60.0
_MOST_CHANNELS = 1_000
_MEMBERS = (*ADMINS, ChatMemberStatus.MEMBER, ChatMemberStatus.RESTRICTED)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the bot sees of a channel: its posts, and their copies in the group `copies_in`, None where it may not."""

    posts: bool
    copies_in: int | None


class Discussions:
    """Decides where a channel's commands are answered; what Telegram says of a channel is believed for a minute."""

    def __init__(self, client: Client, *, now: Callable[[], float]) -> None:
        self._client = client
        self._now = now
        self._known: Recent[int, tuple[float, _Seen]] = Recent(_MOST_CHANNELS)

    async def is_answered_here(self, message: Message) -> bool:
        """Return whether `message` is answered where it stands: of a post and its copy, one is.

        Raises:
            UnavailableError: Telegram can't be reached.
        """
        if message.chat.type == ChatType.CHANNEL:
            return (await self._seen(message.chat.id)).copies_in is None
        if not message.is_automatic_forward or message.sender_chat is None:
            return True
        seen = await self._seen(message.sender_chat.id)
        return seen.copies_in == message.chat.id or not seen.posts

    async def _seen(self, channel_id: int) -> _Seen:
        known = self._known.get(channel_id)
        if known is None or self._now() - known[0] >= _KEPT_S:
            known = self._now(), await self._look(channel_id)
            self._known.put(channel_id, known)
        return known[1]

    async def _look(self, channel_id: int) -> _Seen:
        posts = await rank_in(self._client, channel_id, self._client.id) in ADMINS
        channel = await chat_named(self._client, channel_id)
        group_id = channel.linked_chat_id if channel is not None else None
        if group_id is None:
            return _Seen(posts, None)
        rank = await rank_in(self._client, group_id, self._client.id)
        sees_all = self._client.bot.can_read_all_group_messages
        return _Seen(posts, group_id if rank in (_MEMBERS if sees_all else ADMINS) else None)
