"""One program a token on one machine: whoever polls holds a lock, and the next one ends at once.

Two that poll with one token take each other's updates away. Telegram tells them so (409 Conflict), but only after a
while, and doesn't say which of them should end.
"""

import fcntl
import hashlib
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from qa_bot.errors import SetupError

_LOG = logging.getLogger(__name__)


@contextmanager
def alone(token: str, api_url: str, index: Path) -> Iterator[None]:
    """Hold the lock of this token at this Bot API server until the end.

    It is a file in the index folder, and one in the machine's folder for temporary files: programs of two
    checkouts share only that. A process that is killed lets go of both.

    Raises:
        SetupError: another program on this machine holds one of them.
    """
    name = f".polling-{hashlib.sha256(f'{api_url} {token}'.encode()).hexdigest()[:16]}"
    with ExitStack() as held:
        for path in (index / name, Path(tempfile.gettempdir()) / f"qa_bot-{os.getuid()}{name}"):
            if (file := _locked(path)) is not None:
                held.callback(os.close, file)
        yield


def _locked(path: Path) -> int | None:
    """Return the open file with the lock; None where no file can be made: Telegram's 409 is left to tell."""
    try:
        # A link that someone else has put there isn't followed.
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except OSError as error:
        _LOG.info("No lock in %s: %s", path.parent, error.strerror)
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        raise SetupError(
            "Another program on this machine already receives this bot's updates.",
            command="stop the other one, or give each its own bot from @BotFather",
        ) from None
    except OSError as error:
        os.close(file)
        _LOG.info("No lock in %s: %s", path.parent, error.strerror)
        return None
    return file
