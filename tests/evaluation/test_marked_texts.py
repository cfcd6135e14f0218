from pathlib import Path

from qa_bot.evaluation.marked_dates import Stretch, digest_of
from qa_bot.evaluation.marked_texts import find_stretches
from qa_bot.model.corpus import Span
from question_set_files import BATTLES, write_question_set

ARTICLE = "---\ntitle: اليرموك\n---\n\nكلام.\n\n## سنة خمس عشرة\n\nوقعت في رجب."


def stretch(text: str, source: str, document: str, start: int = 0) -> Stretch:
    span = Span(start, start + len(text))
    return Stretch(f"{source}-1", "fit", source, document, span, digest_of(text), ())


def write_corpus(folder: Path) -> Path:
    folder.mkdir()
    (folder / "yarmuk.md").write_text(ARTICLE, "utf-8")
    (folder / "unused.jsonl").write_text("not read at all", "utf-8")
    return folder


def test_a_stretch_is_found_in_its_document_with_the_headings_above_it(tmp_path: Path) -> None:
    marked = stretch("وقعت في رجب.", "corpus", "yarmuk", len("كلام.\n\nسنة خمس عشرة\n\n"))
    found = find_stretches([marked], {"corpus": write_corpus(tmp_path / "corpus")})
    assert [(each.text, each.headings) for each in found.stretches] == [("وقعت في رجب.", ("سنة خمس عشرة",))]
    assert found.skipped == ()


def test_the_paragraphs_of_a_question_set_are_documents(tmp_path: Path) -> None:
    folder = write_question_set(tmp_path / "battles", BATTLES)
    marked = stretch("كانت معركة اليرموك في رجب", "battles", "p0")
    assert [each.text for each in find_stretches([marked], {"battles": folder}).stretches] == [
        "كانت معركة اليرموك في رجب"
    ]


def test_what_is_missing_or_changed_is_skipped_and_told(tmp_path: Path) -> None:
    marked = [stretch("كلام.", "elsewhere", "d"), stretch("كلام آخر", "corpus", "yarmuk"), stretch("؟", "corpus", "no")]
    found = find_stretches(marked, {"corpus": write_corpus(tmp_path / "corpus")})
    assert found.stretches == ()
    assert found.skipped == (
        "elsewhere: not among the folders named, 1 stretches skipped",
        "corpus: 2 stretches skipped, their texts are others now",
    )
