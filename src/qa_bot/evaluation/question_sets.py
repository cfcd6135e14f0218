"""Question sets: a folder with `corpus.jsonl` (paragraphs) and `queries.jsonl` (questions with their answers)."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa_bot.errors import SetupError

CORPUS, QUERIES, QRELS = "corpus.jsonl", "queries.jsonl", "qrels.tsv"


@dataclass(frozen=True, slots=True)
class JudgedText:
    """A paragraph of a set; `id` is «set/_id», `title` that of its article."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """A question with the strings that answer it and the ids of the paragraphs that do, `gold[0]` its own."""

    id: str
    text: str
    answers: tuple[str, ...]
    gold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Paragraphs and the questions asked of them, both in the files' order."""

    name: str
    texts: tuple[JudgedText, ...]
    questions: tuple[JudgedQuestion, ...]


def read_question_sets(folders: Sequence[Path]) -> list[QuestionSet]:
    """Return the sets in `folders`, each named by its folder.

    Raises:
        SetupError: two folders have one name, or a file is missing or no question set; the message names the line.
    """
    doubled = [name for name, times in Counter(folder.resolve().name for folder in folders).items() if times > 1]
    if doubled:
        raise SetupError(f"Two question sets are named {doubled[0]}: rename one of the folders.")
    return [read_question_set(folder) for folder in folders]


def read_question_set(folder: Path) -> QuestionSet:
    """Return the set in `folder`; where there is a `qrels.tsv`, all paragraphs that it names are right.

    Raises:
        SetupError: a file is missing, or a line is not what it must be; the message names the line.
    """
    name = folder.resolve().name
    texts = tuple(
        JudgedText(f"{name}/{_string(record, '_id')}", str(record.get("title") or ""), _string(record, "text"))
        for record in _records(folder / CORPUS)
    )
    more = _qrels(folder / QRELS)
    known = {text.id for text in texts}
    questions = tuple(_question(record, name, more, known) for record in _records(folder / QUERIES))
    return QuestionSet(name, texts, questions)


class _Record(dict[str, Any]):
    """A line of JSON that knows where it stands."""

    where: str


def _records(path: Path) -> Iterator[_Record]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _record(line, f"{path}:{number}")
    except OSError as error:
        raise SetupError(
            f"{path} can't be read: {error.strerror}. A question set has {CORPUS} and {QUERIES}."
        ) from error


def _record(line: str, where: str) -> _Record:
    try:
        record = _Record(json.loads(line))
    except (ValueError, TypeError) as error:
        raise SetupError(f"{where}: no JSON object ({error}).") from error
    record.where = where
    return record


def _string(record: _Record, key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str) or not value:
        raise SetupError(f'{record.where}: "{key}" is missing, or no string.')
    return value


def _question(record: _Record, name: str, more: Mapping[str, list[str]], known: set[str]) -> JudgedQuestion:
    question_id = _string(record, "_id")
    ids = dict.fromkeys((_string(record, "doc_id"), *more.get(question_id, ())))
    gold = tuple(f"{name}/{each}" for each in ids)
    unknown = [each for each in gold if each not in known]
    if unknown:
        raise SetupError(f"{record.where}: there is no paragraph {unknown[0]} in {CORPUS}.")
    return JudgedQuestion(f"{name}/{question_id}", _string(record, "text"), _answers(record), gold)


def _answers(record: _Record) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys(str(answer["text"]) for answer in record["answers"]))
    except (KeyError, TypeError) as error:
        raise SetupError(f'{record.where}: "answers" is no list of objects with a "text".') from error


def _qrels(path: Path) -> dict[str, list[str]]:
    """Return the paragraphs judged relevant for each question; none where there is no such file."""
    judged: defaultdict[str, list[str]] = defaultdict(list)
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                if float(row["score"]) > 0:
                    judged[row["query-id"]].append(row["corpus-id"])
    return judged
