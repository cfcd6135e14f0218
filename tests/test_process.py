"""The helpers of whole-process tests, with a bot of twenty lines in the program's place."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from process import WEBHOOK_SECRET, environment, run_qa_bot, start_bot
from telegram_stand_in import TelegramStandIn

# It polls, or sets its webhook and serves /healthz; SIGTERM ends it with status 0.
SMALL_BOT = """
import http.server, json, os, signal, sys, urllib.request

def ask(method, **parameters):
    url = f"{os.environ['TELEGRAM_API_URL']}/bot{os.environ['TELEGRAM_BOT_TOKEN']}/{method}"
    request = urllib.request.Request(url, json.dumps(parameters).encode(), {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))["result"]

class Door(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print("reading", os.environ["QA_BOT_CORPUS"], flush=True)
print(os.getcwd(), sys.argv[1:], file=sys.stderr, flush=True)
print("Ready to answer", file=sys.stderr, flush=True)
if "QA_BOT_WEBHOOK_URL" in os.environ:
    host, port = os.environ["QA_BOT_LISTEN"].split(":")
    door = http.server.HTTPServer((host, int(port)), Door)
    ask("setWebhook", url=os.environ["QA_BOT_WEBHOOK_URL"], secret_token=os.environ["QA_BOT_WEBHOOK_SECRET"])
    door.serve_forever()
while True:
    ask("getUpdates", timeout=1)
"""
pytestmark = pytest.mark.process


@pytest.fixture
def server() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as stand_in:
        yield stand_in


def program(folder: Path, source: str = SMALL_BOT) -> list[str]:
    script = folder / "bot.py"
    script.write_text(source, encoding="utf-8")
    return [sys.executable, str(script)]


def test_a_bot_runs_in_its_folder_until_it_is_stopped(server: TelegramStandIn, tmp_path: Path) -> None:
    with start_bot(server, tmp_path, corpus=Path("/texts"), command=program(tmp_path)) as bot:
        assert bot.is_running
        assert (bot.output, bot.errors) == ("reading /texts\n", f"{tmp_path} ['run']\nReady to answer\n")
        assert bot.stop() == 0
    assert not bot.is_running


def test_a_bot_with_a_webhook_is_ready_when_healthy(server: TelegramStandIn, tmp_path: Path) -> None:
    with start_bot(server, tmp_path, corpus=tmp_path, webhook=True, command=program(tmp_path)) as bot:
        assert bot.is_healthy()
        assert server.calls_of("setWebhook")[0].parameters["secret_token"] == WEBHOOK_SECRET
        assert bot.kill() == -signal.SIGKILL
        assert not bot.is_healthy()


def test_a_bot_is_killed_at_the_end_of_its_test(server: TelegramStandIn, tmp_path: Path) -> None:
    with start_bot(server, tmp_path, corpus=tmp_path, command=program(tmp_path)) as bot:
        pass
    assert bot.process.returncode == -signal.SIGKILL


def test_a_bot_that_ends_too_early_shows_its_log(server: TelegramStandIn, tmp_path: Path) -> None:
    broken = program(tmp_path, "import sys; sys.exit('no texts')")
    with pytest.raises(AssertionError, match="the bot ended with 1 before poll:\nno texts"):
        start_bot(server, tmp_path, corpus=tmp_path, command=broken).__enter__()


def test_a_bot_that_is_meant_to_end_is_waited_for(server: TelegramStandIn, tmp_path: Path) -> None:
    broken = program(tmp_path, "import sys; sys.exit(3)")
    with start_bot(server, tmp_path, corpus=tmp_path, wait=False, command=broken) as bot:
        assert bot.wait_for_end() == 3


def test_a_bot_that_does_not_stop_is_told_of(server: TelegramStandIn, tmp_path: Path) -> None:
    deaf = program(tmp_path, SMALL_BOT.replace("sys.exit(0)", "None"))
    with start_bot(server, tmp_path, corpus=tmp_path, command=deaf) as bot:
        with pytest.raises(AssertionError, match=r"the bot still runs after 0\.5 s"):
            bot.stop(0.5)
        with pytest.raises(AssertionError, match=r"no 'a word' in the log within 0\.1 s"):
            bot.wait_for_log("a word", 0.1)
        bot.wait_for_log("reading")


def test_a_command_gets_its_lines_and_settings(tmp_path: Path) -> None:
    echo = "import os, sys; print(sys.argv[1:], sys.stdin.read(), os.environ['QA_BOT_INDEX'])"
    done = run_qa_bot(
        "ask", "-", folder=tmp_path, settings={"QA_BOT_INDEX": "x"}, piped="متى؟", command=program(tmp_path, echo)
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "['ask', '-'] متى؟ x\n", "")


def test_settings_of_the_tester_stay_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "a real one")
    monkeypatch.setenv("QA_BOT_CORPUS", "elsewhere")
    known = environment(tmp_path)
    assert {"TELEGRAM_BOT_TOKEN", "QA_BOT_CORPUS"} & set(known) == set()
    assert known["HOME"] == str(tmp_path)
