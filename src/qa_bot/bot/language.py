"""Which language to answer in."""

from qa_bot.bot.bidi import has_arabic
from qa_bot.bot.texts import Texts, all_texts


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
