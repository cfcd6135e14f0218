"""A PostgreSQL server of the tests' own, in a folder that goes with it; and where none is installed, a loud skip.

with PostgresqlServer() as server:
    url = server.new_database()          # postgresql://…, for QA_BOT_DATABASE_URL
"""

import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import pytest

NEEDED = "PostgreSQL isn't installed: that half of the store is NOT tested. To mend it: apt-get install postgresql"
TIMEOUT_S = 60
_DEBIANS = Path("/usr/lib/postgresql")
_NUMBERS = itertools.count(1)


def programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs, None where there is none."""
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    folders = sorted(_DEBIANS.glob("*/bin"), key=lambda folder: int(folder.parent.name))
    return folders[-1] if folders and (folders[-1] / "initdb").exists() else None


def required_programs() -> Path:
    """Return that folder; where there is none, skip the test and say so."""
    folder = programs()
    if folder is None:
        pytest.skip(NEEDED)
    return folder


class PostgresqlServer:
    """A server on a free port of 127.0.0.1, from `__enter__` to `__exit__`; `stop` and `start` in between."""

    def __init__(self) -> None:
        self._programs = required_programs()
        self._folder = Path(tempfile.mkdtemp(prefix="qa_bot-postgresql-"))
        with socket.create_server(("127.0.0.1", 0)) as door:
            self._port: int = door.getsockname()[1]
        # It refuses to run as root.
        self._user = "postgres" if os.getuid() == 0 else None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "PostgresqlServer":
        if self._user is not None:
            known = pwd.getpwnam(self._user)
            os.chown(self._folder, known.pw_uid, known.pw_gid)
        self._run("initdb", "--auth=trust", "--username=qa_bot", "--encoding=UTF8", "--locale=C", "--no-sync")
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start the server, and return once it takes connections."""
        # Without waits for the disk: these databases outlive no machine.
        options = (
            f"-p {self._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._folder} -c fsync=off"
        )
        # The log goes to a file: a pipe would keep the one who started it waiting.
        self._run("pg_ctl", "start", "--wait", f"--log={self._folder}/log", f"--options={options}")

    def stop(self) -> None:
        """Stop the server at once, as a machine that fails would."""
        self._run("pg_ctl", "stop", "--mode=immediate", "--wait")

    def new_database(self, like: str = "template0") -> str:
        """Return the address of a new database: an empty one, or one `like` that of another address."""
        name = f"store_{os.getpid()}_{next(_NUMBERS)}"
        where = ("--host=127.0.0.1", f"--port={self._port}", "--username=qa_bot")
        self._run("createdb", *where, f"--template={like.rpartition('/')[2]}", name, data=False)
        return f"postgresql://qa_bot@127.0.0.1:{self._port}/{name}"

    def _run(self, program: str, *arguments: str, data: bool = True) -> None:
        surroundings: dict[str, str] = {"PGDATA": str(self._folder / "data"), "LC_ALL": "C.UTF-8"}
        command: Sequence[str] = [str(self._programs / program), *arguments]
        done = subprocess.run(
            command,
            env=os.environ | (surroundings if data else {}),
            user=self._user,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_S,
            check=False,
        )
        assert done.returncode == 0, f"{program}: {done.stderr}{done.stdout}"
