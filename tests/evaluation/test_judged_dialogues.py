"""The judged dialogues of the starter library: what they ask for stands in the articles they name."""

from pathlib import Path

import pytest

from qa_bot.evaluation.dialogues import SPLITS, Dialogue, Turn, read_dialogues

REPOSITORY = Path(__file__).parents[2]
CORPUS = REPOSITORY / "corpus"
JUDGED = REPOSITORY / "src" / "qa_bot" / "evaluation" / "judged"
FILES = tuple(file for split in SPLITS if (file := JUDGED / f"{split}.jsonl").is_file())

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def paragraphs(article: str) -> list[str]:
    """Return the paragraphs of `article` (a path below the library, without suffix), without its front matter."""
    _, _, body = (CORPUS / f"{article}.md").read_text("utf-8").split("---\n", 2)
    return [line for line in body.splitlines() if line.strip()]


def stands_in_one_paragraph(strings: tuple[str, ...], articles: tuple[str, ...]) -> bool:
    return any(
        all(string in paragraph for string in strings) for article in articles for paragraph in paragraphs(article)
    )


def turns_of(file: Path) -> list[tuple[Dialogue, Turn]]:
    return [(dialogue, turn) for dialogue in read_dialogues(JUDGED, [file.stem]) for turn in dialogue.turns]


def main_articles(file: Path) -> set[str]:
    """Return the names before the numbers of the ids."""
    return {dialogue.id.rpartition("-")[0] for dialogue in read_dialogues(JUDGED, [file.stem])}


def test_there_are_dialogues_to_fit_on() -> None:
    assert JUDGED / "fit.jsonl" in FILES


@each_file
def test_every_line_is_a_dialogue_of_the_half_that_the_file_is_named_after(file: Path) -> None:
    assert {dialogue.split for dialogue in read_dialogues(JUDGED, [file.stem])} == {file.stem}


def test_no_id_stands_twice_over_both_halves() -> None:
    ids = [dialogue.id for file in FILES for dialogue in read_dialogues(JUDGED, [file.stem])]
    assert sorted(set(ids)) == sorted(ids)


def test_the_halves_share_no_main_article() -> None:
    names = [name for file in FILES for name in main_articles(file)]
    assert sorted(set(names)) == sorted(names)


@each_file
def test_every_question_asks_something(file: Path) -> None:
    assert [dialogue.id for dialogue, turn in turns_of(file) if not turn.ask.strip()] == []


@each_file
def test_a_question_names_articles_if_and_only_if_it_is_answered(file: Path) -> None:
    assert [
        (dialogue.id, turn.ask) for dialogue, turn in turns_of(file) if turn.answerable != bool(turn.documents)
    ] == []


@each_file
def test_every_article_named_is_in_the_library(file: Path) -> None:
    named = {article for _, turn in turns_of(file) for article in turn.documents}
    assert [article for article in sorted(named) if not (CORPUS / f"{article}.md").is_file()] == []


@each_file
def test_every_answer_stands_in_one_paragraph_of_an_article_named(file: Path) -> None:
    missing = [
        (dialogue.id, turn.ask, strings)
        for dialogue, turn in turns_of(file)
        for strings in turn.answers
        if not stands_in_one_paragraph(strings, turn.documents)
    ]
    assert missing == []
