"""A file's bytes, unpacked where they are gzip, never more than fits: nothing here trusts what a file claims."""

import gzip
import zlib
from pathlib import Path
from typing import IO

from qa_bot.corpus.findings import Fault, Trouble

_MEGABYTE = 1024 * 1024
MAX_BYTES = 200 * _MEGABYTE
# Arabic prose packs about 4:1, tables 20:1; a bomb a thousandfold.
MAX_RATIO = 100
GZIP_MAGIC = b"\x1f\x8b"


def read_bytes(path: Path) -> bytes | Fault:
    """Return the bytes of the file at `path`, unpacked where it is gzip, or why they can't be had.

    At most `MAX_BYTES` come back, and at most `MAX_RATIO` times what the file takes on disk.
    """
    try:
        with path.open("rb") as packed:
            if packed.read(2) != GZIP_MAGIC:
                packed.seek(0)
                return _capped(packed, MAX_BYTES)
            return _unpacked(packed)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        return Fault(f"the gzip is torn: {error}")
    except OSError as error:
        return Fault(f"can't be read: {error.strerror or error}")


def starts_with(path: Path, beginning: bytes) -> bool:
    """Return whether the file at `path`, unpacked where it is gzip, starts with `beginning`."""
    try:
        with path.open("rb") as packed:
            magic = packed.read(2)
            packed.seek(0)
            stream: IO[bytes] | gzip.GzipFile = packed
            if magic == GZIP_MAGIC:
                stream = gzip.GzipFile(fileobj=packed)
            return stream.read(len(beginning)) == beginning
    except (OSError, zlib.error, EOFError):
        return False


def _unpacked(packed: IO[bytes]) -> bytes | Fault:
    # Small files may pack well by chance: the ratio counts from a mebibyte on.
    honest_bytes = max(_MEGABYTE, MAX_RATIO * packed.seek(0, 2))
    packed.seek(0)
    with gzip.GzipFile(fileobj=packed) as stream:
        content = _capped(stream, min(MAX_BYTES, honest_bytes))
    if isinstance(content, Fault) and honest_bytes < MAX_BYTES:
        return Fault(f"unpacks to more than {MAX_RATIO} times its size, as a bomb does", trouble=Trouble.TOO_MUCH)
    return content


def _capped(stream: IO[bytes] | gzip.GzipFile, limit_bytes: int) -> bytes | Fault:
    chunks: list[bytes] = []
    total = 0
    while chunk := stream.read(_MEGABYTE):
        total += len(chunk)
        if total > limit_bytes:
            return Fault(f"holds more than {limit_bytes // _MEGABYTE} MB", trouble=Trouble.TOO_MUCH)
        chunks.append(chunk)
    return b"".join(chunks)
