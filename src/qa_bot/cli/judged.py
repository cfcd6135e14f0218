"""What people judged, as a question set: a folder that `qa-bot evaluate` reads."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from qa_bot.cli.session import Session
from qa_bot.errors import SetupError
from qa_bot.evaluation.question_sets import CORPUS, QUERIES
from qa_bot.store.votes import Vote


def write_judged(votes: Iterable[Vote], session: Session, folder: Path) -> int:
    """Write the passages of the texts and the questions whose sentence is known to be right; return how many of these.

    A vote counts where its sentence was liked, or pointed at as the better one. Of several for one question and
    passage one is written; what isn't in the texts any more is left out.

    Raises:
        SetupError: the folder can't be written.
    """
    passages = {passage.id: passage.text for passage in session.passages()}
    right = {(vote.question, vote.passage_id): vote for vote in votes if vote.passage_id in passages}
    corpus = ({"_id": name, "title": "", "text": text} for name, text in passages.items())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / CORPUS, corpus)
        _write(folder / QUERIES, _questions(right.values()))
    except OSError as error:
        raise SetupError(f"What was judged can't be written to {folder}: {error.strerror or error}.") from error
    return len(right)


def _questions(votes: Iterable[Vote]) -> Iterator[Mapping[str, object]]:
    for number, vote in enumerate(votes, start=1):
        answers = [{"text": vote.sentence}]
        yield {"_id": f"vote-{number}", "text": vote.question, "doc_id": vote.passage_id, "answers": answers}


def _write(file: Path, records: Iterable[Mapping[str, object]]) -> None:
    with file.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
