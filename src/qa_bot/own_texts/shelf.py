"""The texts of chats on the disk: a file a text, written whole or not at all.

FOLDER/CHAT/ID.jsonl        the first line tells what the text is, each further line is a passage
FOLDER/CHAT/.ID.part        one that is being written; left behind by a killed program, it is removed
"""

import json
import logging
import os
import shutil
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from qa_bot.corpus.findings import Trouble
from qa_bot.index.held import HeldText
from qa_bot.index.records import passage_from_line
from qa_bot.model.corpus import DocumentCard, Metadata
from qa_bot.own_texts.model import OwnText

_ENDING = ".jsonl"
_PART = ".part"
_FORMAT = 1
_COLLECTION = "نصوص هذه المحادثة"

_LOG = logging.getLogger(__name__)


class Shelf:
    """Keeps the texts of each chat in a folder of its own; a name that somebody sent is never a path."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sweep(self) -> None:
        """Remove what a killed program left half written."""
        for part in self._folder.glob(f"*/.*{_PART}"):
            part.unlink(missing_ok=True)

    def ids(self, chat_id: int) -> tuple[str, ...]:
        """Return the ids of a chat's texts, in their order."""
        with suppress(FileNotFoundError):
            names = sorted(entry.name for entry in os.scandir(self._of(chat_id)))
            return tuple(name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING))
        return ()

    def texts(self, chat_id: int) -> list[OwnText]:
        """Return a chat's texts, the newest first; one whose file can't be read is named in the log."""
        found = (self._text(chat_id, text_id) for text_id in self.ids(chat_id))
        return sorted(filter(None, found), key=lambda text: (-text.added_at, text.id))

    def held(self, chat_id: int) -> list[HeldText]:
        """Return a chat's texts with their passages, as they are searched."""
        held: list[HeldText] = []
        for text_id in self.ids(chat_id):
            try:
                with self._path(chat_id, text_id).open("rb") as lines:
                    known = json.loads(lines.readline())
                    passages = [passage_from_line(line) for line in lines]
                metadata = Metadata(
                    known["title"], titled=known["titled"], author=known["author"], collection=_COLLECTION
                )
                card = DocumentCard(document_id(text_id), metadata, len(passages), known["words"])
            except (OSError, ValueError, KeyError, TypeError) as error:
                _log_torn(text_id, error)
                continue
            held.append((card, passages))
        return held

    def put(self, chat_id: int, text: OwnText, metadata: Metadata, passages: Path) -> None:
        """Keep a text, whose passages are the lines of the file `passages`.

        Raises:
            OSError: it can't be written; then nothing of it is kept.
        """
        path = self._path(chat_id, text.id)
        part = path.with_name(f".{text.id}{_PART}")
        path.parent.mkdir(parents=True, exist_ok=True)
        known = {"format": _FORMAT, "titled": metadata.titled, "author": metadata.author, **asdict(text)}
        try:
            with part.open("wb") as written, passages.open("rb") as lines:
                written.write(json.dumps(known).encode() + b"\n")
                shutil.copyfileobj(lines, written)
                written.flush()
                os.fsync(written.fileno())
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _sync(path.parent)

    def delete(self, chat_id: int, text_id: str) -> bool:
        """Remove a text of a chat; return whether it was there."""
        try:
            self._path(chat_id, text_id).unlink()
        except FileNotFoundError:
            return False
        _sync(self._of(chat_id))
        return True

    def move(self, chat_id: int, new_chat_id: int) -> None:
        """Give a chat's texts to the chat that it has become; what that one has already stays."""
        for text_id in self.ids(chat_id):
            path = self._path(new_chat_id, text_id)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._path(chat_id, text_id).replace(path)

    def _text(self, chat_id: int, text_id: str) -> OwnText | None:
        try:
            with self._path(chat_id, text_id).open("rb") as lines:
                known = json.loads(lines.readline())
            warnings = tuple(Trouble(warning) for warning in known["warnings"])
            fields = {name: known[name] for name in OwnText.__slots__ if name != "warnings"}
            return OwnText(**fields, warnings=warnings)
        except (OSError, ValueError, KeyError, TypeError) as error:
            _log_torn(text_id, error)
            return None

    def _of(self, chat_id: int) -> Path:
        return self._folder / str(chat_id)

    def _path(self, chat_id: int, text_id: str) -> Path:
        return self._of(chat_id) / f"{text_id}{_ENDING}"


def forget_chat(folder: Path, chat_id: int) -> int:
    """Return how many texts of a chat were removed, of every bot whose shelf is in `folder`.

    Raises:
        OSError: one can't be removed.
    """
    shelves = [Shelf(bot) for bot in folder.glob("*") if bot.is_dir()]
    return sum(shelf.delete(chat_id, text_id) for shelf in shelves for text_id in shelf.ids(chat_id))


def occupied_bytes(folder: Path) -> int:
    """Return how many bytes the texts of all chats of all bots take whose shelves are in `folder`."""
    sizes = 0
    for path in folder.glob(f"*/*/*{_ENDING}"):
        with suppress(FileNotFoundError):
            sizes += path.stat().st_size
    return sizes


def document_id(text_id: str) -> str:
    """Return the id of the document that an own text is."""
    return f"own/{text_id}"


def _log_torn(text_id: str, error: Exception) -> None:
    _LOG.error("The own text %s can't be read and is left out: %s", text_id, type(error).__name__)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
