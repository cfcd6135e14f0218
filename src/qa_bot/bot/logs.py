"""Logs that hold no secret, whichever library writes them."""

import logging
import sys
from collections.abc import Iterable
from typing import TextIO

_REPLACEMENT = "[secret]"
_SHORTEST_SECRET = 8
# Each of these writes whole request addresses, and with them the token, below this level; alembic only much.
_TALKATIVE = ("httpx", "httpcore", "telegram.ext.ExtBot", "telegram.Bot", "alembic")
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Redacting(logging.Filter):
    """Replaces secrets in whatever a record would print: its message, its traceback, its stack."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = sorted(set(_forms(secrets)), key=len, reverse=True)
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Return True: every record is written, without secrets."""
        record.msg, record.args = self._redacted(_message(record)), None
        if record.exc_info:
            record.exc_text = record.exc_text or self._formatter.formatException(record.exc_info)
            record.exc_info = None
        record.exc_text = self._redacted(record.exc_text) if record.exc_text else None
        record.stack_info = self._redacted(record.stack_info) if record.stack_info else None
        return True

    def _redacted(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _REPLACEMENT)
        return text


def start_logging(level: str, secrets: Iterable[str], stream: TextIO | None = None) -> logging.Handler:
    """Write logs to `stream`, standard error by default, from `level` on; return the handler that does.

    No record that it writes shows one of `secrets`; plain stream handlers that were there before, and would,
    are taken away.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(logging.Formatter(_FORMAT))
    handler.addFilter(Redacting(secrets))
    root = logging.getLogger()
    for earlier in [known for known in root.handlers if type(known) is logging.StreamHandler]:
        root.removeHandler(earlier)
    root.addHandler(handler)
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        # The writer's mistake must not cost the record, nor print it past this filter.
        return f"{record.msg} {record.args}"


def _forms(secrets: Iterable[str]) -> Iterable[str]:
    """Return each secret as it may be written: whole, in an address, and the part of a token after its colon."""
    for secret in secrets:
        for form in (secret, secret.replace(":", "%3A"), secret.partition(":")[2]):
            if len(form) >= _SHORTEST_SECRET or form == secret:
                yield from [form] * bool(form)
