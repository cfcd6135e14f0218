"""Which language to answer in."""

from qa_bot.bot.arabic import ARABIC
from qa_bot.bot.bidi import has_arabic
from qa_bot.bot.english import ENGLISH
from qa_bot.bot.texts import Texts


def texts_for(language_code: str | None, written: str = "", *, chosen: str = "") -> Texts:
    """Return the sentences for someone whose Telegram speaks `language_code` and who wrote `written`.

    What was `chosen` for the chat, "ar" or "en"; where nothing was, Arabic, unless the language is another one and
    nothing was written in Arabic letters.

    >>> texts_for("en").language, texts_for("en", "متى أجنادين").language, texts_for(None).language
    ('en', 'ar', 'ar')
    >>> texts_for("ar", chosen="en").language
    'en'
    """
    if chosen:
        return ARABIC if chosen == "ar" else ENGLISH
    speaks_arabic = not language_code or language_code.lower().split("-")[0] == "ar"
    return ARABIC if speaks_arabic or has_arabic(written) else ENGLISH
