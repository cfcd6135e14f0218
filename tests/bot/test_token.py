import pytest

from qa_bot.bot.token import bot_number, token_of
from qa_bot.errors import SetupError
from telegram_harness import settings_with


def test_the_number_of_the_bot_stands_in_front_of_its_token() -> None:
    settings = settings_with(TELEGRAM_BOT_TOKEN=" 42:abc-DEF_1 ")
    assert (bot_number(settings), token_of(settings)) == (42, "42:abc-DEF_1")


@pytest.mark.parametrize("token", [None, "", "12:3 4", "١٢:abc", "12", "abc:def"])
def test_a_token_that_cannot_be_one_is_refused_before_anything_is_asked(token: str | None) -> None:
    with pytest.raises(SetupError, match="TELEGRAM_BOT_TOKEN"):
        bot_number(settings_with(TELEGRAM_BOT_TOKEN=token))
