"""The judged dialogues and questions over the starter library: what they ask for stands in the articles they name."""

import re
from pathlib import Path

import pytest

from qa_bot.evaluation.dialogues import JUDGED, MIXED, PARAPHRASED, SPLITS, STANDARD, Dialogue, Turn, read_dialogues
from qa_bot.evaluation.holding import holds_all

REPOSITORY = Path(__file__).parents[2]
CORPUS = REPOSITORY / "corpus"
FILES = tuple(folder / f"{split}.jsonl" for folder in (JUDGED, STANDARD, PARAPHRASED, MIXED) for split in SPLITS)

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name} {file.stem}")


def paragraphs(article: str) -> list[str]:
    """Return the paragraphs of `article` (a path below the library, without suffix), without its front matter."""
    _, _, body = (CORPUS / f"{article}.md").read_text("utf-8").split("---\n", 2)
    return [line for line in body.splitlines() if line.strip()]


def stands_in_one_paragraph(strings: tuple[str, ...], articles: tuple[str, ...]) -> bool:
    return any(
        all(string in paragraph for string in strings) for article in articles for paragraph in paragraphs(article)
    )


def sentences(article: str) -> list[str]:
    """Return the sentences of `article`; the library has no full stop inside one."""
    return [sentence for paragraph in paragraphs(article) for sentence in re.split(r"(?<=[.؟]) ", paragraph)]


def dialogues_of(file: Path) -> list[Dialogue]:
    return read_dialogues(file.parent, [file.stem])


def turns_of(file: Path) -> list[tuple[Dialogue, Turn]]:
    return [(dialogue, turn) for dialogue in dialogues_of(file) for turn in dialogue.turns]


def main_articles(split: str) -> set[str]:
    """Return the names before the numbers of the ids."""
    files = [file for file in FILES if file.stem == split and file.parent not in (PARAPHRASED, MIXED)]
    return {dialogue.id.rpartition("-")[0] for file in files for dialogue in dialogues_of(file)}


@each_file
def test_every_line_is_a_dialogue_of_the_half_that_the_file_is_named_after(file: Path) -> None:
    assert {dialogue.split for dialogue in dialogues_of(file)} == {file.stem}


def test_no_id_stands_twice() -> None:
    ids = [dialogue.id for file in FILES for dialogue in dialogues_of(file)]
    assert sorted(set(ids)) == sorted(ids)


def test_the_halves_share_no_main_article_but_where_they_are_parted_by_lot() -> None:
    assert main_articles("fit") & main_articles("report") == set()


def test_standard_questions_are_asked_about_every_article() -> None:
    asked = {dialogue.id.rpartition("-")[0] for dialogue in read_dialogues(STANDARD)}
    assert {path.stem for path in CORPUS.rglob("*.md")} - asked == set()


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


@each_file
def test_every_answer_is_held_by_one_sentence_of_an_article_named(file: Path) -> None:
    missing = [
        (dialogue.id, turn.ask, strings)
        for dialogue, turn in turns_of(file)
        for strings in turn.answers
        if not any(holds_all(sentence, strings) for article in turn.documents for sentence in sentences(article))
    ]
    assert missing == []


@each_file
def test_every_article_named_holds_an_answer(file: Path) -> None:
    missing = [
        (dialogue.id, turn.ask, article)
        for dialogue, turn in turns_of(file)
        for article in turn.documents
        if not any(holds_all(paragraph, strings) for strings in turn.answers for paragraph in paragraphs(article))
    ]
    assert missing == []
