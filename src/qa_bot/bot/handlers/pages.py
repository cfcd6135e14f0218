"""/start, /help, /about, /privacy, and short words for what is no question."""

from telegram import Message, Update

from qa_bot.answering.small_talk import SmallTalk
from qa_bot.bot.context import Context
from qa_bot.bot.handlers.reply import reply, texts_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.markup import Page
from qa_bot.bot.sending import Letter
from qa_bot.bot.texts import Texts

WISHES = ("start", "help", "about", "privacy", "unknown", "wordless", *SmallTalk)


async def show_page(update: Update, context: Context) -> None:
    """Reply with the page that was wished for."""
    message = incoming(update)
    if message is not None and not _continues_album(message, context):
        await reply(update, context, Letter(_page(texts_of(message, context), context)))


def _continues_album(message: Message, context: Context) -> bool:
    """Return whether this is another picture of an album: each comes as a message, and one hint is enough."""
    album = message.media_group_id
    if album is None:
        return False
    first = context.parts.albums.get(album)
    if first is None:
        context.parts.albums.put(album, message.message_id)
    return first is not None and first != message.message_id


def _page(texts: Texts, context: Context) -> Page:
    # Minutes and days are what the page of privacy tells.
    parts = context.parts
    return texts.page(f"page-{context.wish.name}", minutes=parts.follow_up_minutes, days=parts.keep_days)
