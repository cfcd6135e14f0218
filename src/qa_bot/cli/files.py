"""Files that a command writes where it was told to."""

from pathlib import Path

from qa_bot.errors import SetupError


def write_whole(file: Path, content: bytes) -> None:
    """Write `content` to `file`; whatever it is stopped by, the file is the old one or the new.

    Raises:
        SetupError: it can't be written, for a full disk perhaps; the message names the file.
    """
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    except OSError as error:
        raise SetupError(f"{file} can't be written: {error.strerror}.") from error
    finally:
        beside.unlink(missing_ok=True)
