"""Runs `qa-bot` in this process, as its entry point does: fast, and with all that a user would see."""

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from qa_bot.cli.main import main

SENTENCE = "كانت وقعة اليرموك في رجب سنة خمس عشرة من الهجرة بين المسلمين والروم."
WHEN = "متى كانت وقعة اليرموك؟"
WHO = "من قاد المسلمين في وقعة اليرموك؟"
UNANSWERABLE = "كم عدد أقمار كوكب المشتري؟"

YARMUK = f"""---
title: وقعة اليرموك
author: فلان
---

# الوقعة

{SENTENCE} وقاد المسلمين فيها أبو عبيدة بن الجراح وخالد بن الوليد. ونزل الروم بقيادة باهان على وادي اليرموك
في جيش عظيم جاء من أنطاكية، ثم دارت الوقعة أياما.
"""
TABUK = """غزوة تبوك

خرج الجيش إلى غزوة تبوك في رجب سنة تسع من الهجرة والحر شديد. ولم يكن في تبوك قتال، ثم عاد الجيش إلى المدينة.
"""
NINEVEH = {
    "_id": "نينوى-627",
    "title": "معركة نينوى",
    "text": "انتصر هرقل على الفرس في معركة نينوى في كانون الأول سنة 627م.",
}
BADR = """######OpenITI#

#META# 010.AuthorNAME :: محمد بن عمر الواقدي
#META# 020.BookTITLE :: المغازي
#META#Header#End#

### | غزوة بدر
# كانت غزوة بدر يوم الجمعة في رمضان سنة اثنتين من الهجرة، وكان المسلمون ثلاثمئة وأربعة عشر رجلا. PageV01P023
"""


@dataclass(frozen=True, slots=True)
class Done:
    """What one command did."""

    status: int
    output: str
    errors: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Return the output's lines, each of them a JSON object."""
        return [json.loads(line) for line in self.output.splitlines()]

    @property
    def line(self) -> dict[str, Any]:
        """Return the one line of output, a JSON object."""
        (only,) = self.lines
        return only


def run(*arguments: object, piped: str | bytes | None = "") -> Done:
    """Return what `qa-bot` did; `piped` is its standard input, None for none at all.

    Raises:
        Exception: whatever a user would see as a traceback.
    """
    words = ["qa-bot", *map(str, arguments)]
    lines = piped.encode() if isinstance(piped, str) else piped
    stdin = None if lines is None else io.TextIOWrapper(io.BytesIO(lines), "ascii")
    output, errors = (io.TextIOWrapper(io.BytesIO(), "ascii") for _ in range(2))
    with patch.multiple(sys, argv=words, stdin=stdin, stdout=output, stderr=errors):
        status = _status()
    return Done(status, _written(output), _written(errors))


def _status() -> int:
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def write_texts(folder: Path) -> Path:
    """Return `folder` with one text of each format in it."""
    (folder / "syria").mkdir(parents=True)
    (folder / "syria" / "yarmuk.md").write_text(YARMUK, "utf-8")
    (folder / "tabuk.txt").write_text(TABUK, "windows-1256")
    (folder / "nineveh.jsonl").write_text(json.dumps(NINEVEH, ensure_ascii=False) + "\n", "utf-8")
    (folder / "0207Waqidi.Maghazi").write_text(BADR, "utf-8")
    return folder
