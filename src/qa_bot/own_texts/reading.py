"""A stranger's file → its passages, read by a child process: what harms that process harms nothing else."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa_bot.corpus.findings import Trouble
from qa_bot.own_texts.model import Refusal

_DEADLINE_S = 90.0
_MEMORY_BYTES = 1024 * 1024 * 1024
_AT_ONCE = 2
_LONGEST_REPORT = 64 * 1024
# The child gets no secrets: nothing of the environment but what Python needs.
_INHERITED = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "VIRTUAL_ENV")
_MODULE = "qa_bot.own_texts.child"


@dataclass(frozen=True, slots=True)
class Report:
    """What a file says of itself: `titled` is False where the title was made of its first words."""

    title: str
    titled: bool
    author: str
    words: int
    warnings: tuple[Trouble, ...]


class Reading:
    """Reads files in child processes, two at once at most."""

    def __init__(self, *, deadline_s: float = _DEADLINE_S, memory_bytes: int = _MEMORY_BYTES) -> None:
        """Make what reads; a child that takes longer than `deadline_s`, or more than `memory_bytes`, is ended."""
        self._deadline_s = deadline_s
        self._memory_bytes = memory_bytes
        self._free = asyncio.Semaphore(_AT_ONCE)

    async def read(self, source: Path, ending: str, document_id: str, result: Path) -> Report | Refusal:
        """Return what the file at `source` is, its passages written to `result`; or why it is not taken."""
        async with self._free:
            child = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-P", "-m", _MODULE, str(source), ending, document_id, str(result), str(self._memory_bytes)),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env={name: os.environ[name] for name in _INHERITED if name in os.environ},
            )
            try:
                async with asyncio.timeout(self._deadline_s):
                    said, _ = await child.communicate()
            except TimeoutError:
                return Refusal.TOO_MUCH
            finally:
                if child.returncode is None:
                    child.kill()
                    await child.wait()
        return _read_report(said) if child.returncode == 0 else _why_it_ended(child.returncode)


def _why_it_ended(code: int | None) -> Refusal:
    """Return why a child ended without a report: its limits end it by a signal, or by a lack of memory."""
    ended = (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGXFSZ, -signal.SIGSEGV, -signal.SIGABRT)
    return Refusal.TOO_MUCH if code in ended else Refusal.BROKEN


def _read_report(said: bytes) -> Report | Refusal:
    try:
        told: Mapping[str, Any] = json.loads(said[:_LONGEST_REPORT])
        if "refusal" in told:
            return Refusal(told["refusal"])
        warnings = tuple(Trouble(warning) for warning in told["warnings"])
        return Report(str(told["title"]), bool(told["titled"]), str(told["author"]), int(told["words"]), warnings)
    except (ValueError, KeyError, TypeError):
        return Refusal.BROKEN
