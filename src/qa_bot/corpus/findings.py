"""What reading a corpus brings to light beside documents: broken places and files left out."""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from qa_bot.model.corpus import Document


class Severity(StrEnum):
    """Whether something was lost (error) or only looks wrong (warning)."""

    ERROR = "error"
    WARNING = "warning"


class Trouble(StrEnum):
    """What is wrong with a file, as whoever has it can mend it."""

    BROKEN = "broken"  # torn, or not what its ending promises
    LOCKED = "locked"  # encrypted, or behind a password
    SCANNED = "scanned"  # pictures of pages, without their words
    TOO_MUCH = "too_much"  # unpacks, nests or runs on beyond all measure
    EMPTY = "empty"  # no words inside


def shown(path: Path) -> str:
    """Return `path` as text that can be written anywhere: names on disk need not be UTF-8."""
    return os.fsencode(path).decode(errors="backslashreplace")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file can't be read, and on which line (from 1), None where no single line is to blame."""

    reason: str
    line: int | None = None
    trouble: Trouble = Trouble.BROKEN


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that the operator should look at; the rest of the corpus is read all the same.

    `line` counts from 1, None where no single line is to blame.
    """

    path: str
    line: int | None
    reason: str
    severity: Severity = Severity.ERROR
    trouble: Trouble = Trouble.BROKEN

    def __str__(self) -> str:
        """Return the problem on one line, as compilers write it.

        >>> str(Problem("a.md", 3, "no title"))
        'a.md:3: no title'
        """
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that was left out on purpose, and why."""

    path: str
    why: str


Finding = Document | Problem | Skipped


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that a reader reads: the id of its document, its path below the corpus, its path to show."""

    id: str
    path: str
    shown: str

    def problem(
        self,
        reason: str,
        *,
        line: int | None = None,
        severity: Severity = Severity.ERROR,
        trouble: Trouble = Trouble.BROKEN,
    ) -> Problem:
        """Return a problem in this file."""
        return Problem(self.shown, line, reason, severity, trouble)

    def fault(self, fault: Fault) -> Problem:
        """Return the problem that this file can't be read."""
        return self.problem(fault.reason, line=fault.line, trouble=fault.trouble)
