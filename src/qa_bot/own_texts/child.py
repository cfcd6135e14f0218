"""Reads one file that a stranger sent, as a program of its own which can't take more than it is given.

    python -m qa_bot.own_texts.child SOURCE ENDING ID RESULT MEMORY

SOURCE is read as a file with this ending, as the document ID, in so many bytes of MEMORY. To RESULT the passages are
written, one a line; on standard output stands what was found, as JSON: `{"title", "titled", "author", "words",
"warnings"}`, or `{"refusal"}`.
"""

import json
import os
import resource
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from qa_bot.corpus.catalogue import read_content
from qa_bot.corpus.findings import Finding, Problem, Severity, Skipped, SourceFile
from qa_bot.corpus.passages import cut
from qa_bot.index.records import passage_to_line
from qa_bot.model.corpus import Document, Passage
from qa_bot.own_texts.model import Refusal

CPU_S = 60
_MEGABYTE = 1024 * 1024
# A text with all its vowel marks has more than half; below a twentieth nothing is there to read.
_LEAST_LETTERS = 0.05
_LIMITS = (
    (resource.RLIMIT_CPU, CPU_S),
    (resource.RLIMIT_FSIZE, 256 * _MEGABYTE),
    (resource.RLIMIT_NOFILE, 64),
    (resource.RLIMIT_CORE, 0),
)


def main() -> None:
    """Read the file that the arguments name, under limits."""
    source, ending, document_id, result, memory = sys.argv[1:]
    _limit(int(memory))
    named = SourceFile(document_id, document_id, document_id)
    try:
        findings = list(read_content(Path(source).read_bytes(), Path(f"file{ending}"), named))
        found = _told(findings, Path(result))
    except (MemoryError, RecursionError):
        found = {"refusal": Refusal.TOO_MUCH}
    sys.stdout.write(json.dumps(found))


def _limit(memory_bytes: int) -> None:
    for what, most in ((resource.RLIMIT_AS, memory_bytes), *_LIMITS):
        # Some systems have no such limit; the parent's clock ends what runs too long there.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
    with suppress(OSError):
        os.nice(10)


def _told(findings: list[Finding], result: Path) -> dict[str, object]:
    document = next((finding for finding in findings if isinstance(finding, Document)), None)
    if document is None:
        return {"refusal": next(_refusals(findings), Refusal.EMPTY)}
    passages = cut(document)
    if not _holds_words(passages):
        return {"refusal": Refusal.EMPTY}
    with result.open("wb") as lines:
        lines.writelines(passage_to_line(passage) for passage in passages)
    warnings = {finding.trouble for finding in findings if isinstance(finding, Problem)}
    known = document.metadata
    return {
        "title": known.title,
        "titled": known.titled,
        "author": known.author,
        "words": sum(len(passage.text.split()) for passage in passages),
        "warnings": sorted(warnings),
    }


def _holds_words(passages: Sequence[Passage]) -> bool:
    """Return whether letters stand in it, and not only what stands on and between letters."""
    said = Counter(character.isalpha() for passage in passages for character in passage.text if character > " ")
    return said[True] >= _LEAST_LETTERS * said.total()


def _refusals(findings: list[Finding]) -> Iterator[Refusal]:
    """Yield why there is no document, errors before warnings."""
    problems = [finding for finding in findings if isinstance(finding, Problem)]
    for problem in sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR):
        yield Refusal(problem.trouble.value)
    if any(isinstance(finding, Skipped) for finding in findings):
        yield Refusal.UNREAD


if __name__ == "__main__":
    main()
