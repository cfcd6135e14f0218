from pathlib import Path

import pytest

from builders import build_document
from qa_bot.corpus.findings import Trouble
from qa_bot.index.records import passage_to_line
from qa_bot.model.corpus import Metadata
from qa_bot.own_texts.model import OwnText
from qa_bot.own_texts.shelf import Shelf, forget_chat

TEXT = OwnText("0123456789abcdef", "غزوة بدر", 2, 6, message_id=5, added_at=10.0, warnings=(Trouble.SCANNED,))
METADATA = Metadata("غزوة بدر", author="فلان")
_, PASSAGES = build_document("own/0123456789abcdef", "كانت غزوة بدر", "ثم كانت أحد")


@pytest.fixture
def passages(tmp_path: Path) -> Path:
    path = tmp_path / "passages.jsonl"
    path.write_bytes(b"".join(map(passage_to_line, PASSAGES)))
    return path


def test_a_text_comes_back_as_it_was_put(tmp_path: Path, passages: Path) -> None:
    Shelf(tmp_path / "own").put(-100, TEXT, METADATA, passages)
    shelf = Shelf(tmp_path / "own")
    assert (shelf.ids(-100), shelf.texts(-100)) == ((TEXT.id,), [TEXT])
    [(card, held)] = shelf.held(-100)
    assert (card.id, card.passages, card.words) == ("own/0123456789abcdef", 2, 6)
    assert (card.metadata.author, card.metadata.collection) == ("فلان", "نصوص هذه المحادثة")
    assert list(held) == PASSAGES


def test_a_chat_has_its_own_texts_alone(tmp_path: Path, passages: Path) -> None:
    shelf = Shelf(tmp_path / "own")
    shelf.put(-100, TEXT, METADATA, passages)
    assert (shelf.ids(-10), shelf.ids(100), shelf.texts(-1001), shelf.held(7)) == ((), (), [], [])


def test_the_newest_comes_first(tmp_path: Path, passages: Path) -> None:
    shelf = Shelf(tmp_path / "own")
    later = OwnText("f" * 16, "أحد", 2, 6, message_id=6, added_at=11.0)
    shelf.put(1, TEXT, METADATA, passages)
    shelf.put(1, later, METADATA, passages)
    assert shelf.texts(1) == [later, TEXT]


def test_a_deleted_text_is_gone_from_its_chat_and_stays_in_others(tmp_path: Path, passages: Path) -> None:
    shelf = Shelf(tmp_path / "own")
    shelf.put(1, TEXT, METADATA, passages)
    shelf.put(2, TEXT, METADATA, passages)
    assert (shelf.delete(1, TEXT.id), shelf.delete(1, TEXT.id)) == (True, False)
    assert (shelf.ids(1), shelf.ids(2)) == ((), (TEXT.id,))


def test_a_chat_is_forgotten_on_every_bots_shelf_and_others_stay(tmp_path: Path, passages: Path) -> None:
    for bot in ("11", "12"):
        for chat in (7, -100):
            Shelf(tmp_path / "own" / bot).put(chat, TEXT, METADATA, passages)
    assert (forget_chat(tmp_path / "own", 7), forget_chat(tmp_path / "own", 7)) == (2, 0)
    assert (Shelf(tmp_path / "own" / "11").ids(7), Shelf(tmp_path / "own" / "12").ids(-100)) == ((), (TEXT.id,))
    assert forget_chat(tmp_path / "nowhere", 7) == 0


def test_a_chat_that_becomes_another_keeps_its_texts(tmp_path: Path, passages: Path) -> None:
    shelf = Shelf(tmp_path / "own")
    shelf.put(-5, TEXT, METADATA, passages)
    shelf.move(-5, -100)
    assert (shelf.ids(-5), shelf.texts(-100)) == ((), [TEXT])


def test_what_a_killed_program_left_half_written_is_no_text_and_is_swept(tmp_path: Path, passages: Path) -> None:
    shelf = Shelf(tmp_path / "own")
    shelf.put(1, TEXT, METADATA, passages)
    half = tmp_path / "own" / "1" / f".{'a' * 16}.part"
    half.write_bytes(b'{"format": 1')
    assert (shelf.ids(1), len(shelf.held(1))) == ((TEXT.id,), 1)
    shelf.sweep()
    assert not half.exists()


def test_a_text_that_can_t_be_written_leaves_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "own")
    with pytest.raises(FileNotFoundError):
        shelf.put(1, TEXT, METADATA, tmp_path / "missing")
    assert list((tmp_path / "own" / "1").iterdir()) == []


@pytest.mark.parametrize("written", [b"", b"{", b"[]\n", b"{}\n", b"\xff\n"])
def test_a_torn_file_is_left_out_and_the_others_are_read(
    tmp_path: Path, passages: Path, written: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = Shelf(tmp_path / "own")
    shelf.put(1, TEXT, METADATA, passages)
    (tmp_path / "own" / "1" / f"{'b' * 16}.jsonl").write_bytes(written)
    assert shelf.texts(1) == [TEXT]
    assert len(shelf.held(1)) == 1
    assert "can't be read and is left out" in caplog.text
