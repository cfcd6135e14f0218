"""Starts `qa-bot` as a user would, in a process of its own, against a Telegram stand-in.

with start_bot(server, tmp_path, corpus=texts) as bot:      # polls; webhook=True posts to it
    ...
    assert bot.stop() == 0                                  # SIGTERM; kill() is SIGKILL
    assert server.token not in bot.log
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from telegram_stand_in import TelegramStandIn

WEBHOOK_URL = "https://bot.example.org/telegram"
WEBHOOK_SECRET = "whole-process-tests_" + "0123456789abcdef" * 3
START_TIMEOUT_S = 60.0
STOP_TIMEOUT_S = 30.0
COMMAND_TIMEOUT_S = 120.0
LOOK_S = 0.05
# What the bot logs when its texts are warm: from here on answers come at once.
READY = "Ready to answer"
# What a program needs of its surroundings; settings of whoever runs the tests stay out.
INHERITED = ("PYTHONPATH", "PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "VIRTUAL_ENV")


def qa_bot() -> list[str]:
    """Return the command that the project installs, of the environment that runs the tests."""
    return [str(Path(sys.executable).with_name("qa-bot"))]


def environment(folder: Path, settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment with nothing but `settings` and what any program needs; `folder` is its home."""
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return inherited | {"HOME": str(folder), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"} | dict(settings or {})


def run_qa_bot(
    *arguments: str,
    folder: Path,
    settings: Mapping[str, str] | None = None,
    piped: str = "",
    timeout_s: float = COMMAND_TIMEOUT_S,
    command: Sequence[str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Return what one command did: its status, output and errors; `piped` is its standard input.

    Raises:
        subprocess.TimeoutExpired: it ran longer than `timeout_s`, and was killed.
    """
    return subprocess.run(
        [*(command or qa_bot()), *arguments],
        cwd=folder,
        env=environment(folder, settings),
        input=piped,
        capture_output=True,
        encoding="utf-8",
        timeout=timeout_s,
        check=False,
    )


def free_port() -> int:
    """Return a port of 127.0.0.1 that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port: int = door.getsockname()[1]
        return port


@dataclass(frozen=True, slots=True)
class BotProcess:
    """A started bot; what it prints goes to files in `folder`."""

    process: subprocess.Popen[bytes]
    folder: Path
    health_url: str | None = None

    @property
    def output(self) -> str:
        """Return its standard output so far."""
        return (self.folder / "stdout.log").read_text(encoding="utf-8", errors="replace")

    @property
    def errors(self) -> str:
        """Return its standard error so far: the log."""
        return (self.folder / "stderr.log").read_text(encoding="utf-8", errors="replace")

    @property
    def log(self) -> str:
        """Return all that it printed so far."""
        return self.output + self.errors

    @property
    def is_running(self) -> bool:
        """Return whether it hasn't ended."""
        return self.process.poll() is None

    def wait_until(self, holds: Callable[[], bool], what: str, timeout_s: float = START_TIMEOUT_S) -> None:
        """Return once `holds` does.

        Raises:
            AssertionError: the bot ended first, or time was up; the message shows its log.
        """
        deadline = time.monotonic() + timeout_s
        while not holds():
            if not self.is_running:
                raise AssertionError(f"the bot ended with {self.process.returncode} before {what}:\n{self.log}")
            if time.monotonic() > deadline:
                raise AssertionError(f"no {what} within {timeout_s:g} s:\n{self.log}")
            time.sleep(LOOK_S)

    def wait_for_log(self, words: str, timeout_s: float = START_TIMEOUT_S) -> None:
        """Return once `words` were printed."""
        self.wait_until(lambda: words in self.log, f"{words!r} in the log", timeout_s)

    def is_healthy(self) -> bool:
        """Return whether the webhook's /healthz answers 200."""
        if self.health_url is None:
            return False
        try:
            return httpx.get(self.health_url, timeout=5, trust_env=False).is_success
        except httpx.TransportError:
            return False

    def stop(self, timeout_s: float = STOP_TIMEOUT_S) -> int:
        """Return the exit status after SIGTERM."""
        return self.ends_by(signal.SIGTERM, timeout_s)

    def kill(self) -> int:
        """Return the exit status after SIGKILL: minus nine."""
        return self.ends_by(signal.SIGKILL)

    def ends_by(self, wish: signal.Signals, timeout_s: float = STOP_TIMEOUT_S) -> int:
        """Return the exit status after a signal.

        Raises:
            AssertionError: it runs on after `timeout_s`; the message shows its log.
        """
        if self.is_running:
            self.process.send_signal(wish)
        return self.wait_for_end(timeout_s)

    def wait_for_end(self, timeout_s: float = STOP_TIMEOUT_S) -> int:
        """Return the exit status once the bot ended by itself.

        Raises:
            AssertionError: it runs on after `timeout_s`; the message shows its log.
        """
        try:
            return self.process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the bot still runs after {timeout_s:g} s:\n{self.log}") from None


@contextlib.contextmanager
def start_bot(
    server: TelegramStandIn,
    folder: Path,
    *,
    corpus: Path,
    index: Path | None = None,
    webhook: bool = False,
    settings: Mapping[str, str] | None = None,
    wait: bool = True,
    command: Sequence[str] | None = None,
) -> Iterator[BotProcess]:
    """Yield the running bot once it polls, or its webhook is set and healthy, and it answers; it is killed at the end.

    `folder` is its working directory, its home and its place for temporary files, `index` by default a folder in it;
    `settings` win over those made here. With `wait=False` it is yielded at once, for bots that are meant to fail.
    """
    known = {
        "TELEGRAM_BOT_TOKEN": server.token,
        "TELEGRAM_API_URL": server.url,
        "QA_BOT_CORPUS": str(corpus),
        "QA_BOT_INDEX": str(index or folder / "index"),
        "QA_BOT_STORE": str(folder / "store.sqlite3"),
        "TMPDIR": str(folder),
    }
    health_url = None
    if webhook:
        door = f"127.0.0.1:{free_port()}"
        server.route_webhook(f"http://{door}")
        health_url = f"http://{door}/healthz"
        known |= {
            "QA_BOT_WEBHOOK_URL": WEBHOOK_URL,
            "QA_BOT_WEBHOOK_SECRET": WEBHOOK_SECRET,
            "QA_BOT_LISTEN": door,
        }
    polls_before = len(server.calls_of("getUpdates"))
    starts_before = _logged(folder).count(READY)
    with _spawned([*(command or qa_bot()), "run"], folder, known | dict(settings or {})) as process:
        bot = BotProcess(process, folder, health_url)
        if wait and webhook:
            bot.wait_until(lambda: server.webhook_url != "" and bot.is_healthy(), "webhook")
        elif wait:
            bot.wait_until(lambda: len(server.calls_of("getUpdates")) > polls_before, "poll")
        if wait:
            bot.wait_until(lambda: bot.log.count(READY) > starts_before, READY)
        yield bot


def _logged(folder: Path) -> str:
    """Return what earlier bots of this folder logged."""
    log = folder / "stderr.log"
    return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""


@contextlib.contextmanager
def _spawned(command: Sequence[str], folder: Path, settings: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Yield the process, its output appended to files: a restart in the same folder goes on writing there."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "stdout.log").open("ab") as output, (folder / "stderr.log").open("ab") as errors:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(folder, settings),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait(STOP_TIMEOUT_S)
