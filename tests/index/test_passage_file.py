from pathlib import Path

from builders import build_library, build_small_index
from qa_bot.index.generation import current_name, folder_of
from qa_bot.index.passage_file import PassageFile


def test_passages_are_read_by_their_row(tmp_path: Path) -> None:
    library = build_library()
    build_small_index(tmp_path, library)
    file = PassageFile(folder_of(tmp_path, current_name(tmp_path) or ""))
    written = [passage for _, passages in library for passage in passages]
    assert [file[row] for row in range(len(file))] == written
    assert file.row_of_id == {passage.id: row for row, passage in enumerate(written)}


def test_a_generation_without_passages_has_an_empty_file(tmp_path: Path) -> None:
    build_small_index(tmp_path, [])
    assert len(PassageFile(folder_of(tmp_path, current_name(tmp_path) or ""))) == 0
