"""Stretches of texts in which every date is marked by hand: where they stand, and what each date means."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from qa_bot.errors import SetupError
from qa_bot.evaluation.dialogues import JUDGED, SPLITS
from qa_bot.model.calendar import DateMention
from qa_bot.model.corpus import Span
from qa_bot.text.calendars import iso

_HASH_DIGITS = 10


class Kind(StrEnum):
    """Where the meaning of a marked date comes from."""

    WRITTEN = "written"  # the mention says it all
    RESOLVED = "resolved"  # its year, its hundreds or its calendar stand elsewhere in the text
    HEADING = "heading"  # they stand in a heading
    NAMED = "named"  # the year or the reign has a name: «عام الفيل», «في خلافة عمر»
    OPEN = "open"  # the text doesn't tell, or counts from what no calendar here counts from
    OPTIONAL = "optional"  # a fair reader may leave it: found it must be right, missed it isn't counted


@dataclass(frozen=True, slots=True)
class MarkedDate:
    """A date in a stretch: `span` in the stretch's own text, `words` what stands there.

    `means` are the meanings that a fair reader would accept, as `told` writes them; None is «nobody can tell».
    """

    span: Span
    words: str
    kind: Kind
    means: tuple[str | None, ...]

    def is_meant_by(self, mention: DateMention) -> bool:
        """Return whether `mention` has one of the accepted meanings."""
        return told(mention) in self.means


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a document with every date in it: code points `span` of `Document.text`.

    `source` is the name of the folder that the text comes from; `digest` begins the SHA-256 of the stretch.
    """

    id: str
    split: str
    source: str
    document: str
    span: Span
    digest: str
    dates: tuple[MarkedDate, ...]

    def is_in(self, text: str) -> bool:
        """Return whether the document's `text` still has the stretch where it was marked."""
        return digest_of(self.span.of(text)) == self.digest


def told(mention: DateMention) -> str | None:
    """Return what a mention means in one line: «hijri 0013-05-28», «julian 0602/0628»; None where nobody can tell."""
    return f"{mention.meaning.calendar.value} {iso(mention.meaning)}" if mention.meaning else None


def digest_of(text: str) -> str:
    """Return the ten digits by which a stretch is known again."""
    return sha256(text.encode()).hexdigest()[:_HASH_DIGITS]


def read_stretches(folder: Path = JUDGED, splits: Sequence[str] = SPLITS) -> list[Stretch]:
    """Return the stretches of `splits` in the order of the files `dates_fit.jsonl` and `dates_report.jsonl`.

    Raises:
        SetupError: there is no such file, or a line is no stretch; the message names the line.
    """
    files = {split: folder / f"dates_{split}.jsonl" for split in splits}
    if not any(path.is_file() for path in files.values()):
        raise SetupError(f"There are no marked dates in {folder}: {' or '.join(path.name for path in files.values())}.")
    return [
        _stretch(line, split, f"{path}:{number}")
        for split, path in files.items()
        if path.is_file()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if line.strip()
    ]


def _stretch(line: str, split: str, where: str) -> Stretch:
    try:
        record = json.loads(line)
        dates = tuple(_date(date) for date in record["dates"])
        span = Span(*record["span"])
        return Stretch(record["id"], split, record["source"], record["document"], span, record["digest"], dates)
    except (ValueError, KeyError, TypeError) as error:
        raise SetupError(f"{where}: no stretch with marked dates ({error!r}).") from error


def _date(record: Mapping[str, Any]) -> MarkedDate:
    span, means = Span(*record["span"]), tuple(record["means"])
    if not means or span.end - span.start != len(record["words"]):
        raise ValueError("a date has its words, as long as its span, and at least one meaning")
    return MarkedDate(span, record["words"], Kind(record["kind"]), means)
