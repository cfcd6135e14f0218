"""Logs that hold no secret, no name and nothing that anybody wrote, whichever library writes them."""

import json
import logging
import sys
import traceback
from collections.abc import Iterable, Iterator
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger
from telegram.error import TelegramError

from qa_bot.errors import QaBotError

_REPLACEMENT = "[secret]"
_SHORTEST_SECRET = 8
_OURS = "qa_bot"
# What these say is about settings, networks and files. Any other error may hold what someone wrote.
_SAFE = (QaBotError, TelegramError, OSError)


class _Redacting(structlog.stdlib.ProcessorFormatter):
    """Writes a record as the processors say, with secrets replaced in whatever comes out."""

    def __init__(self, secrets: Iterable[str], processors: list[Processor], before: list[Processor]) -> None:
        super().__init__(processors=processors, foreign_pre_chain=before)
        self._secrets = sorted(set(_forms(secrets)), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, or lines, of a record."""
        shown = logging.makeLogRecord(record.__dict__)
        shown.msg, shown.args = _message(record), None
        written = super().format(shown)
        for secret in self._secrets:
            written = written.replace(secret, _REPLACEMENT)
        return written


def start_logging(
    level: str, secrets: Iterable[str], stream: TextIO | None = None, *, as_json: bool = False
) -> logging.Handler:
    """Write logs to `stream`, standard error by default, from `level` on; return the handler that does.

    Libraries write from WARNING on: below it some tell whole requests, and with them what people write. No record
    shows one of `secrets`. With `as_json` each is an object on a line of its own. Plain stream handlers that were there
    before are taken away.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    renderer: Processor = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else _console()
    meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(_Redacting(secrets, [meta, renderer], _before()))
    root = logging.getLogger()
    for earlier in [known for known in root.handlers if type(known) is logging.StreamHandler]:
        root.removeHandler(earlier)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(level)
    return handler


def _before() -> list[Processor]:
    """Return what is done with each record before it is written out."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _tell_traces,
    ]


def _console() -> Processor:
    return structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0, sort_keys=False)


def _tell_traces(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Put a traceback, and the stack where one is wanted, in the place of what they are made from."""
    fault = event.pop("exc_info", None)
    if isinstance(fault, tuple) and fault[1] is not None:
        event["exception"] = "\n".join(_told(fault[1]))
    if stack := event.pop("stack_info", None):
        event["stack"] = stack
    return event


def _told(fault: BaseException) -> Iterator[str]:
    """Yield where an error came from and what it is, its causes first; what it says only where that is safe."""
    cause = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if cause is not None:
        yield from _told(cause)
        yield "which led to:"
    yield "Traceback (most recent call last):"
    yield "".join(traceback.format_tb(fault.__traceback__)).rstrip("\n")
    name = f"{type(fault).__module__}.{type(fault).__qualname__}".removeprefix("builtins.")
    yield f"{name}: {fault}" if isinstance(fault, _SAFE) else name


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        # The writer's mistake must not cost the record, nor print it past this formatter.
        return f"{record.msg} {record.args}"


def _forms(secrets: Iterable[str]) -> Iterable[str]:
    """Return each secret as it may be written: whole, in an address, in JSON, and what stands after a token's colon."""
    for secret in secrets:
        for form in (secret, secret.replace(":", "%3A"), secret.partition(":")[2], json.dumps(secret)[1:-1]):
            if len(form) >= _SHORTEST_SECRET or form == secret:
                yield from [form] * bool(form)
