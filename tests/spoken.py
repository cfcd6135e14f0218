"""The bot's sentences in each language, for tests."""

from qa_bot.bot.texts import all_texts

ARABIC, ENGLISH = all_texts()["ar"], all_texts()["en"]
