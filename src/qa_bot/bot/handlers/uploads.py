"""/add and /library: a chat's own texts, brought as files, listed and removed."""

import logging
import tempfile
from dataclasses import replace
from pathlib import Path

from telegram import CallbackQuery, Document, Message, Update
from telegram.error import BadRequest, TelegramError

from qa_bot.bot.callback_data import Action, Button, DeadButton
from qa_bot.bot.context import Context
from qa_bot.bot.groups.admins import is_admin, is_from_admin
from qa_bot.bot.handlers.reply import address_of, draft_to, fingerprint, reply, speaker_of, texts_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.markup import Page
from qa_bot.bot.parcels import Place
from qa_bot.bot.sending import Letter, body_of, edit, send
from qa_bot.bot.texts import Texts
from qa_bot.bot.uploads.keyboards import own_keyboard, removal_keyboard
from qa_bot.bot.uploads.pages import own_card, own_page, removal_card, told_of
from qa_bot.errors import UnavailableError
from qa_bot.own_texts.desk import MOST_BYTES, Sent
from qa_bot.own_texts.model import OwnText, Refusal

WISHES = ("add", "library")

_LOG = logging.getLogger(__name__)


async def show_or_add(update: Update, context: Context) -> None:
    """Add the file that came with the message, or that it replies to; or show what the chat has."""
    message = incoming(update)
    if message is None:
        return
    texts = texts_of(message, context)
    if context.wish.name == "library":
        await reply(update, context, own_letter(0, texts, context, message.chat.id))
        return
    document = document_of(message)
    refused = await _refused(message, document, texts, context)
    if refused is not None or document is None:
        await reply(update, context, Letter(refused or texts.page("own-usage")))
        return
    progress = await send(context.bot, address_of(message), body_of(Letter(texts.page("own-receiving"))))
    if progress is not None:
        page = await _added(message, document, progress, texts, context)
        draft = replace(draft_to(address_of(message), Letter(page)), edits=progress.message_id)
        told = replace(draft, asker_id=speaker_of(message).asker_id, question_id=message.message_id)
        context.turn.drafts.append(replace(told, fingerprint=fingerprint(context.wish)))


def document_of(message: Message) -> Document | None:
    """Return the file that comes with a message, else with the one that it replies to."""
    replied = message.reply_to_message
    return message.document or (replied.document if replied is not None else None)


async def _refused(message: Message, document: Document | None, texts: Texts, context: Context) -> Page | None:
    """Return why nothing is even fetched, or how to add a text where there is none; None where all is well."""
    own = context.parts.own
    if not own.quota.texts:
        return texts.page("own-closed")
    if not (context.chat_settings.everyone_adds or await is_from_admin(context.bot, message)):
        return texts.page("own-admins-only")
    if document is None:
        return texts.page("own-usage")
    if document.file_size is not None and document.file_size > MOST_BYTES:
        return told_of(Refusal.TOO_BIG, own.quota, texts)
    return None


async def _added(message: Message, document: Document, progress: Place, texts: Texts, context: Context) -> Page:
    """Fetch and add a file; return what became of it."""
    own = context.parts.own
    with tempfile.TemporaryDirectory(prefix="qa_bot-") as folder:
        path = Path(folder) / "file"
        try:
            if not await _fetched(document, path, context):
                return told_of(Refusal.TOO_BIG, own.quota, texts)
            reading, receiver_id = body_of(Letter(texts.page("own-reading"))), address_of(message).receiver_id
            await edit(context.bot, progress.chat_id, progress.message_id, reading, receiver_id=receiver_id)
            return told_of(await own.add(message.chat.id, _sent(message, document, path, context)), own.quota, texts)
        except (TelegramError, UnavailableError) as fault:
            # Only its kind: the words of a fault may hold the file's address, and with it the token.
            _LOG.warning("A file could not be added: %s", type(fault).__name__)
            return texts.page("unavailable")


async def _fetched(document: Document, path: Path, context: Context) -> bool:
    """Fetch a file to `path`; return whether Telegram hands it out: it doesn't where it is too big.

    Raises:
        TelegramError: Telegram can't be reached.
    """
    try:
        file = await context.bot.get_file(document.file_id)
    except BadRequest as refusal:
        if "too big" in refusal.message.lower():
            return False
        raise
    await file.download_to_drive(path)
    return True


def _sent(message: Message, document: Document, path: Path, context: Context) -> Sent:
    # Under a file of one's own the words are its title; in reply to a file they stand after the command.
    title = context.wish.text
    return Sent(path, document.file_name or "", title, message.message_id, context.parts.now())


def own_letter(number: int, texts: Texts, context: Context, chat_id: int, *, removed: OwnText | None = None) -> Letter:
    """Return page `number` of a chat's own texts, counted from 0, with its buttons."""
    page = own_page(context.parts.own.texts(chat_id), number)
    return Letter(own_card(page, texts, removed=removed), own_keyboard(page, texts, context.seal(chat_id)))


async def pressed_own(
    button: Button, query: CallbackQuery, texts: Texts, context: Context, chat_id: int
) -> Letter | DeadButton | str:
    """Return what a button under own texts leads to; a string is what a pop-up says.

    Raises:
        UnavailableError: the disk can't be written.
    """
    own = context.parts.own
    if button.action is Action.OWN:
        return own_letter(button.index, texts, context, chat_id)
    if not await is_admin(context.bot, chat_id, query.from_user.id):
        return texts.text("own-admins-alert")
    key = button.keys[0]
    if button.action is Action.REMOVE:
        removed = await own.delete(chat_id, key)
        return own_letter(0, texts, context, chat_id, removed=removed)
    text = next((text for text in own.texts(chat_id) if text.key == key), None)
    if text is None:
        return own_letter(0, texts, context, chat_id)
    return Letter(removal_card(text, texts), removal_keyboard(text, texts, context.seal(chat_id)))
