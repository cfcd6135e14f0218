"""Chats that send more than can be answered: one kind word, then silence until their line is done."""

from telegram import Update

from qa_bot.bot.client import Client
from qa_bot.bot.handlers.buttons import answer_press
from qa_bot.bot.handlers.reply import address_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.language import texts_for
from qa_bot.bot.sending import Letter, body_of, send
from qa_bot.bot.wishes import wish_of


def is_for(client: Client, update: Update) -> bool:
    """Return whether the update asks something of the bot: what people say to each other fills no line."""
    message = incoming(update)
    return update.callback_query is not None or (message is not None and wish_of(message, client.bot) is not None)


async def warn_of_crowd(client: Client, update: Update) -> None:
    """Tell a chat that too much of it waits; `update` is the first that is left out."""
    message, user = incoming(update), update.effective_user
    texts = texts_for(user.language_code if user else None, (message.text or "") if message else "")
    if update.callback_query is not None:
        await answer_press(update.callback_query, texts.too_many_alert)
    elif message is not None:
        await send(client, address_of(message), body_of(Letter(texts.too_many)))
