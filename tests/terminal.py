"""Runs `qa-bot` on a terminal, as a person does: what it shows, what is typed, and Ctrl-C.

with on_terminal("run", folder=tmp_path) as terminal:
    terminal.wait_for("سؤالك")
    terminal.type("متى كانت وقعة اليرموك؟\n")
    assert terminal.ends() == 0
"""

import contextlib
import fcntl
import os
import pty
import re
import select
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from process import environment, qa_bot

TIMEOUT_S = 60.0
CTRL_C = "\x03"
CTRL_D = "\x04"


@dataclass(slots=True)
class Terminal:
    """A program and the terminal that it runs on."""

    process: subprocess.Popen[bytes]
    _end: int
    _bytes: bytearray = field(default_factory=bytearray)

    @property
    def shown(self) -> str:
        """Return all that was shown so far, line ends as in files."""
        return self._bytes.decode("utf-8", "replace").replace("\r\n", "\n")

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._end, keys.encode())

    @property
    def plain(self) -> str:
        """Return what is shown without the signs that underline or colour it."""
        return re.sub(r"\x1b\[[0-9;]*m", "", self.shown)

    def wait_for(self, words: str) -> None:
        """Return once `words` are shown, underlined or not.

        Raises:
            AssertionError: the program ended first, or time was up; the message shows the screen.
        """
        deadline = time.monotonic() + TIMEOUT_S
        while words not in self.plain:
            assert self._reads_on(deadline), f"no {words!r} on the terminal:\n{self.shown}"

    def ends(self) -> int:
        """Return the exit status once the program has ended and everything it said is shown."""
        deadline = time.monotonic() + TIMEOUT_S
        while self._reads_on(deadline):
            pass
        return self.process.wait(max(1.0, deadline - time.monotonic()))

    def _reads_on(self, deadline: float) -> bool:
        ready, _, _ = select.select([self._end], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            read = os.read(self._end, 65_536)
        except OSError:
            # What Linux says when nobody holds the other end any more.
            return False
        self._bytes += read
        return bool(read)


@contextlib.contextmanager
def on_terminal(*arguments: str, folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[Terminal]:
    """Yield the running program; it is killed at the end. `folder` is its home and working directory."""
    ours, theirs = pty.openpty()
    try:
        process = subprocess.Popen(
            [*qa_bot(), *arguments],
            cwd=folder,
            env=environment(folder, {"TERM": "xterm", "COLUMNS": "100", **(settings or {})}),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            # A session of its own, with this terminal, so that Ctrl-C reaches it.
            preexec_fn=_take_the_terminal,
        )
        os.close(theirs)
        try:
            yield Terminal(process, ours)
        finally:
            process.kill()
            process.wait(TIMEOUT_S)
    finally:
        os.close(ours)


def _take_the_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
