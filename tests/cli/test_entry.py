"""Where the program begins."""

import signal
import subprocess
import sys
import time

import pytest


@pytest.mark.process
@pytest.mark.parametrize("after_s", [0.05, 0.3, 0.6])
def test_ctrl_c_while_the_program_is_still_being_read_leaves_no_traceback(after_s: float) -> None:
    command = [sys.executable, "-m", "qa_bot", "ask", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        time.sleep(after_s)
        program.send_signal(signal.SIGINT)
        _, complaint = program.communicate(timeout=20)
    assert "qa_bot" not in complaint
