"""Builds an index again and again, each time in a process of its own that is stopped: run as a program.

    forking_builder.py INDEX      on each line of standard input: NUMBER [FAULT WHEN]

A build's only document is called NUMBER. When it has ended its exit code is printed. FAULT is "full" (the disk)
or the name of a signal; WHEN is `#12`, just before the twelfth time that the build uses a file or a folder, or
`0.034`, so many seconds after its start. Forking spares each build the time to import NumPy.
"""

import errno
import os
import signal
import sys
import time
from pathlib import Path

from builders import build_document, build_small_index
from qa_bot.errors import SetupError

DISK_FULL = 3
USES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}


def main() -> None:
    # Where the tests run in the background the signal would be ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for line in sys.stdin:
        number, fault, when = (*line.split(), "", "")[:3]
        # Held back until `build` can tell that it came.
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        child = os.fork()
        if not child:
            os._exit(build(Path(sys.argv[1]), number, fault, when))
        if fault and not when.startswith("#"):
            time.sleep(float(when))
            # A child that has ended can still be sent a signal: nobody has waited for it yet.
            os.kill(child, signal.Signals[fault])
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def build(index: Path, number: str, fault: str, when: str) -> int:
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        if when.startswith("#"):
            stop_at(int(when[1:]), fault)
        build_small_index(index, [build_document(number, "وقعة أجنادين", "غزوة تبوك")])
    except KeyboardInterrupt:
        return signal.SIGINT
    except SetupError as error:
        return DISK_FULL if os.strerror(errno.ENOSPC) in str(error) else 1
    return 0


def stop_at(use: int, fault: str) -> None:
    left = use

    def hook(event: str, _: tuple[object, ...]) -> None:
        nonlocal left
        left -= event in USES
        if left == 0 and event in USES:
            if fault == "full":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.kill(os.getpid(), signal.Signals[fault])

    sys.addaudithook(hook)


if __name__ == "__main__":
    main()
