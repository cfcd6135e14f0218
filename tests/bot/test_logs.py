import io
import json
import logging
from collections.abc import Iterator

import httpx
import pytest
import structlog
from telegram.error import BadRequest, InvalidToken

from qa_bot.bot.logs import start_logging
from qa_bot.errors import UnavailableError

TOKEN = "123456789:AAcanaryCANARYcanary-canary_canary012"
SECRET = "webhook-secret-webhook-secret-webhook"


class Log:
    def __init__(self, *, as_json: bool = False) -> None:
        self.stream = io.StringIO()
        self.handler = start_logging("DEBUG", [TOKEN, SECRET], self.stream, as_json=as_json)

    @property
    def text(self) -> str:
        return self.stream.getvalue()


@pytest.fixture
def log() -> Iterator[Log]:
    root, ours = logging.getLogger(), logging.getLogger("qa_bot")
    levels = root.level, ours.level
    log = Log()
    yield log
    root.removeHandler(log.handler)
    root.setLevel(levels[0])
    ours.setLevel(levels[1])


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
    # Past pytest's own handlers, which would stumble over it.
    log.handler.handle(logging.makeLogRecord({"name": "qa_bot", "msg": "one %s two %s", "args": (TOKEN,)}))
    assert "one %s two %s" in log.text
    assert secrets_in(log.text) == []


CANARY = "متى كان الكناري؟"


def fail_over_words() -> None:
    try:
        int(CANARY)
    except ValueError as cause:
        raise KeyError(CANARY) from cause


def test_of_an_error_nobody_expected_its_kind_and_place_are_written_and_not_its_words(log: Log) -> None:
    try:
        fail_over_words()
    except KeyError:
        logging.getLogger("qa_bot").exception("failed")
    assert "ValueError\nwhich led to:\n" in log.text
    assert log.text.endswith("KeyError\n")
    assert "in fail_over_words" in log.text
    assert "كناري" not in log.text


def test_what_an_error_of_ours_or_of_the_system_says_is_written(log: Log) -> None:
    for fault in (UnavailableError("The store can't be used"), OSError("no room"), BadRequest("Chat not found")):
        logging.getLogger("qa_bot").error("failed", exc_info=fault)
    told = [line for line in log.text.splitlines() if ": " in line and not line.startswith(("20", " "))]
    assert told == [
        "qa_bot.errors.UnavailableError: The store can't be used",
        "OSError: no room",
        "telegram.error.BadRequest: Chat not found",
    ]


def test_as_json_each_record_is_an_object_on_a_line_with_the_update_it_is_about(log: Log) -> None:
    as_json = Log(as_json=True)
    with structlog.contextvars.bound_contextvars(update=5):
        logging.getLogger("qa_bot.bot").warning("%d letters wait", 3)
    logging.getLogger("qa_bot").error("secret %s", SECRET, exc_info=OSError("no\nroom"))
    logging.getLogger().removeHandler(as_json.handler)
    first, second = map(json.loads, as_json.text.splitlines())
    assert first.pop("timestamp").endswith("Z")
    assert first == {"event": "3 letters wait", "update": 5, "logger": "qa_bot.bot", "level": "warning"}
    assert (second["event"], second["exception"].splitlines()[-2:]) == ("secret [secret]", ["OSError: no", "room"])


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
