"""Which language to answer in."""

from typing import TYPE_CHECKING

from qa_bot.bot.bidi import has_arabic
from qa_bot.bot.texts import Texts, all_texts

if TYPE_CHECKING:
    # The terminal speaks these sentences too, and waits a quarter of a second less without Telegram's library.
    from telegram import Message


def texts_for(language_code: str | None, written: str = "", *, chosen: str = "") -> Texts:
    """Return the sentences for someone whose Telegram speaks `language_code` and who wrote `written`.

    What was `chosen` for the chat, "ar" or "en"; where nothing was, Arabic, unless the language is another one and
    nothing was written in Arabic letters.

    >>> texts_for("en").language, texts_for("en", "متى أجنادين").language, texts_for(None).language
    ('en', 'ar', 'ar')
    >>> texts_for("ar", chosen="en").language
    'en'
    """
    texts = all_texts()
    if chosen:
        return texts.get(chosen, texts["en"])
    if not language_code or has_arabic(written):
        return texts["ar"]
    return texts.get(language_code.lower().split("-")[0], texts["en"])


def texts_to(message: "Message", written: str | None = None, *, chosen: str = "") -> Texts:
    """Return the sentences for whoever wrote `message`, or `written` in it, as `texts_for` does.

    What is written in the name of a group or channel has nobody's language.
    """
    user = message.from_user if message.sender_chat is None else None
    return texts_for(user.language_code if user else None, written or message.text or "", chosen=chosen)
