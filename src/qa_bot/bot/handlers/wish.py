"""The handler that knows what a message wants."""

from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from telegram import Message, Update
from telegram.ext import Application, BaseHandler

from qa_bot.bot.client import Client
from qa_bot.bot.context import Context
from qa_bot.bot.wishes import Wish, wish_of

Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


class WishHandler(BaseHandler[Update, Context, None]):
    """Handles messages and posts, new and edited, which want one of `names`."""

    def __init__(self, client: Client, names: Iterable[str], callback: Callback) -> None:
        super().__init__(callback)
        self._client = client
        self._names = frozenset(names)

    def check_update(self, update: object) -> Wish | None:
        """Return the wish, None where it isn't one of this handler's."""
        message = incoming(update)
        wish = wish_of(message, self._client.bot) if message is not None else None
        return wish if wish is not None and wish.name in self._names else None

    def collect_additional_context(
        self,
        context: Context,
        update: Update,  # noqa: ARG002 - the signature is BaseHandler's
        application: Application[Any, Context, Any, Any, Any, Any],  # noqa: ARG002
        check_result: Any,
    ) -> None:
        """Hand the wish to the callback."""
        context.wish = check_result


def incoming(update: object) -> Message | None:
    """Return the message or post that the update brings, new or edited."""
    if not isinstance(update, Update):
        return None
    return update.message or update.edited_message or update.channel_post or update.edited_channel_post


def is_edit(update: Update) -> bool:
    """Return whether the update brings an edited message or post."""
    return update.edited_message is not None or update.edited_channel_post is not None
