"""/read: a text from its beginning, page by page, the place kept by reader."""

from telegram import Message, Update

from qa_bot.bot.callback_data import Button, DeadButton
from qa_bot.bot.context import Context
from qa_bot.bot.cut import one_line
from qa_bot.bot.handlers.reply import reply, speaker_of, texts_of
from qa_bot.bot.handlers.wish import incoming
from qa_bot.bot.library import library_page
from qa_bot.bot.markup import Line, line
from qa_bot.bot.sending import Letter
from qa_bot.bot.study.leaves import Book, bind
from qa_bot.bot.study.reading_card import reading_card
from qa_bot.bot.study.reading_keyboards import choice_keyboard, page_keyboard, texts_keyboard
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.errors import QuestionError, UnavailableError
from qa_bot.store.bookmarks import Bookmark

WISHES = ("read",)
_ASKED_LIMIT_UTF16 = 100


async def read(update: Update, context: Context) -> None:
    """Reply with the page where the reader stopped, or with the texts there are to read."""
    message = incoming(update)
    if message is None:
        return
    texts = texts_of(message, context)
    try:
        letter = await _wished(message, texts, context)
    except QuestionError as error:
        letter = Letter((line(texts.of(error)),))
    except UnavailableError:
        letter = Letter(texts.page("unavailable"))
    await reply(update, context, letter)


async def _wished(message: Message, texts: Texts, context: Context) -> Letter:
    asked, chat_id, reader_id = context.wish.text, message.chat.id, speaker_of(message).asker_id
    if not asked:
        return await list_letter(0, reader_id, texts, context, chat_id)
    found = await context.service.texts_named(asked)
    if len(found) > 1:
        return Letter(texts.page("read-several"), choice_keyboard(found, context.seal(chat_id)))
    opened = await page_letter(found[0].key, None, reader_id, texts, context, chat_id) if found else None
    if opened is not None:
        return opened
    said = texts.line("read-no-such-text", asked=one_line(asked, _ASKED_LIMIT_UTF16))
    return await list_letter(0, reader_id, texts, context, chat_id, said)


async def pressed_to_read(
    button: Button, reader_id: int, texts: Texts, context: Context, chat_id: int
) -> Letter | DeadButton:
    """Return the page of a text that the button leads to, its reader's place kept.

    Raises:
        UnavailableError: the engine did not answer, or the store can't be used.
    """
    number = button.index - 1 if button.index else None
    letter = await page_letter(button.keys[0], number, reader_id, texts, context, chat_id)
    return letter or DeadButton.GONE


async def list_letter(
    number: int, reader_id: int, texts: Texts, context: Context, chat_id: int, said: Line | None = None
) -> Letter:
    """Return page `number` of the texts to read, from 0, each with its button; the one read last is on top.

    Raises:
        UnavailableError: the engine did not answer, or the store can't be used.
    """
    library = await context.service.library()
    page = library_page(library, number)
    if not page.total:
        return Letter(texts.page("library-empty"))
    last = await context.parts.places.last_read(reader_id)
    last_read = next((card for card in library if card.key == last), None) if number == 0 else None
    counted = [texts.line("page", page=page.number + 1, pages=page.pages)] if page.pages > 1 else []
    shown = (said or texts.line("read-choose"), *counted, BLANK, texts.line("read-usage"))
    return Letter(shown, texts_keyboard(page, texts, context.seal(chat_id), last_read))


async def page_letter(
    key: bytes, number: int | None, reader_id: int, texts: Texts, context: Context, chat_id: int
) -> Letter | None:
    """Return page `number` of a text, from 0, or the one where its reader stopped; None where the text has gone.

    Raises:
        UnavailableError: the engine did not answer, or the store can't be used.
    """
    known = await context.service.text(key)
    if known is None or not known[1]:
        return None
    book = bind(*known)
    shown = await _kept(book, reader_id, context) if number is None else min(number, len(book.leaves) - 1)
    place = book.leaves[shown][0].place
    context.turn.effects.append(context.parts.places.keeping(Bookmark(reader_id, key, place)))
    page = reading_card(book, shown, texts, resumed=number is None and shown > 0)
    return Letter(page, page_keyboard(book, shown, texts, context.seal(chat_id)))


async def _kept(book: Book, reader_id: int, context: Context) -> int:
    place = await context.parts.places.place_in(reader_id, book.document.key)
    return 0 if place is None else book.at(place)
