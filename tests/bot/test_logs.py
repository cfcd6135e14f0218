import io
import logging
from collections.abc import Iterator

import httpx
import pytest
from telegram.error import InvalidToken

from qa_bot.bot.logs import start_logging

TOKEN = "123456789:AAcanaryCANARYcanary-canary_canary012"
SECRET = "webhook-secret-webhook-secret-webhook"


class Log:
    def __init__(self) -> None:
        self.stream = io.StringIO()
        self.handler = start_logging("DEBUG", [TOKEN, SECRET], self.stream)

    @property
    def text(self) -> str:
        return self.stream.getvalue()


@pytest.fixture
def log() -> Iterator[Log]:
    root, level = logging.getLogger(), logging.getLogger().level
    log = Log()
    yield log
    root.removeHandler(log.handler)
    root.setLevel(level)


def secrets_in(text: str) -> list[str]:
    canaries = [TOKEN, TOKEN.split(":")[1], TOKEN.replace(":", "%3A"), SECRET]
    return [canary for canary in canaries if canary in text]


@pytest.mark.parametrize("logger", ["httpx", "telegram.ext.Application", "uvicorn.error", "asyncio", "qa_bot"])
def test_no_logger_shows_the_token_in_a_message_or_its_arguments(log: Log, logger: str) -> None:
    logging.getLogger(logger).error("POST %s", f"https://api.telegram.org/bot{TOKEN}/sendMessage")
    logging.getLogger(logger).error(f"secret {SECRET} %s", httpx.URL(f"https://x/bot{TOKEN.replace(':', '%3A')}"))  # noqa: G004
    assert "POST https://api.telegram.org/bot[secret]/sendMessage" in log.text
    assert secrets_in(log.text) == []


def refuse_token() -> None:
    cause = httpx.ConnectError(f"cannot reach https://api.telegram.org/bot{TOKEN}/getMe")
    raise InvalidToken(f"The token `{TOKEN}` was rejected by the server.") from cause


def test_no_traceback_shows_the_token_not_even_that_of_a_cause(log: Log) -> None:
    try:
        refuse_token()
    except InvalidToken:
        logging.getLogger("telegram").exception("failed", stack_info=True)
    assert "Traceback" in log.text
    assert "[secret]" in log.text
    assert secrets_in(log.text) == []


def test_a_record_whose_arguments_do_not_fit_is_written_without_the_token_too(log: Log) -> None:
    logging.getLogger("qa_bot").error("one %s two %s", TOKEN)
    assert "one %s two %s" in log.text
    assert secrets_in(log.text) == []


def test_the_talkative_write_no_request_lines(log: Log) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST ...")
    logging.getLogger("telegram.ext.ExtBot").debug("Calling Bot API endpoint with parameters {'text': 'سر'}")
    assert log.text == ""


def test_a_plain_handler_of_before_would_show_secrets_and_is_taken_away(log: Log) -> None:
    earlier = logging.StreamHandler(io.StringIO())
    root = logging.getLogger()
    root.addHandler(earlier)
    handler = start_logging("INFO", [TOKEN], io.StringIO())
    left = earlier in root.handlers
    root.removeHandler(handler)
    root.addHandler(log.handler)
    assert not left
