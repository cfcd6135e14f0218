"""Where chats bring texts of their own: looked at, read, kept, and asked beside the library."""

import asyncio
import hashlib
import logging
import re
import tempfile
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path

from qa_bot.answering.service import AnsweringService
from qa_bot.corpus.listing import UPLOADED_ENDINGS, ending
from qa_bot.corpus.metadata import clean
from qa_bot.corpus.readers.openiti import MAGIC
from qa_bot.errors import UnavailableError
from qa_bot.model.corpus import Metadata
from qa_bot.own_texts.model import OwnText, Quota, Refusal
from qa_bot.own_texts.reading import Reading, Report
from qa_bot.own_texts.shelf import Shelf, document_id, occupied_bytes

# What Telegram hands to bots.
MOST_BYTES = 20 * 1024 * 1024
_ID_DIGITS = 16
_MOST_CHATS = 8  # whose texts are held in memory at once: tables of a large library take 90 MB for each
_ARABIC = re.compile("[\u0621-\u064a]")
_GAPS = re.compile(r"[\s_.-]+")

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody sent: where it is now, what it was called, the title that was given with it.

    `name` and `title` are the sender's words, empty for none; the rest is as in `OwnText`.
    """

    path: Path
    name: str
    title: str
    message_id: int
    added_at: float


@dataclass(frozen=True, slots=True)
class Known:
    """The chat has this text already."""

    text: OwnText


class OwnTexts:
    """The texts of all chats; a chat's questions are answered from the library and its own texts, never another's."""

    def __init__(self, folder: Path, library: AnsweringService, quota: Quota, reading: Reading | None = None) -> None:
        """Keep a bot's texts in `folder`, as many as `quota` says, and answer from them beside `library`.

        The folders of other bots stand beside it.
        """
        self._library = library
        self._all = folder.parent
        self._shelf = Shelf(folder)
        self._reading = reading or Reading()
        self._services: OrderedDict[int, tuple[tuple[str, ...], AnsweringService]] = OrderedDict()
        self._opening = asyncio.Lock()
        self._putting = asyncio.Lock()
        self.quota = quota

    def sweep(self) -> None:
        """Remove what a killed program left half written."""
        self._shelf.sweep()

    def texts(self, chat_id: int) -> list[OwnText]:
        """Return a chat's own texts, the newest first."""
        return self._shelf.texts(chat_id)

    async def add(self, chat_id: int, sent: Sent) -> OwnText | Known | Refusal:
        """Return the text that a chat has from now on, or why it hasn't; a file that came already is told apart.

        Raises:
            UnavailableError: the disk is full, or can't be written.
        """
        before = self.texts(chat_id)
        text_id = await asyncio.to_thread(_id_of, sent.path)
        if same := next((text for text in before if text.id == text_id), None):
            # Of this very message: the program was ended before it could tell.
            return same if same.message_id == sent.message_id else Known(same)
        if refusal := await asyncio.to_thread(_look, sent, len(before), self.quota):
            return refusal
        if not await self._has_room(0):
            return Refusal.NO_ROOM
        try:
            with tempfile.TemporaryDirectory() as folder:
                return await self._take_in(chat_id, text_id, sent, Path(folder) / "passages.jsonl")
        except OSError as error:
            raise UnavailableError(f"An own text can't be kept: {error.strerror or error}.") from error

    async def _take_in(self, chat_id: int, text_id: str, sent: Sent, passages: Path) -> OwnText | Refusal:
        report = await self._reading.read(sent.path, ending(Path(sent.name)), document_id(text_id), passages)
        if isinstance(report, Refusal):
            return report
        count, size_bytes = await asyncio.to_thread(_size_of, passages)
        metadata = _metadata(sent, report)
        said = count, report.words, sent.message_id, sent.added_at, report.warnings
        text = OwnText(text_id, metadata.title, *said)
        # One after the other: two that come at once don't take the same room.
        async with self._putting:
            if sum(text.passages for text in self.texts(chat_id)) + count > self.quota.passages:
                return Refusal.TOO_MANY_PASSAGES
            if not await self._has_room(size_bytes):
                return Refusal.NO_ROOM
            await asyncio.to_thread(self._shelf.put, chat_id, text, metadata, passages)
        self._services.pop(chat_id, None)
        return text

    async def _has_room(self, size_bytes: int) -> bool:
        """Return whether so much more may be kept; of nothing, whether anything more may."""
        occupied = await asyncio.to_thread(occupied_bytes, self._all)
        return occupied + max(size_bytes, 1) <= self.quota.size_bytes

    async def delete(self, chat_id: int, key: bytes) -> OwnText | None:
        """Remove the text with this `OwnText.key` from a chat and return it; None where the chat has none such.

        Raises:
            UnavailableError: the disk can't be written.
        """
        text = next((text for text in self.texts(chat_id) if text.key == key), None)
        if text is None:
            return None
        await self._remove(chat_id, text.id)
        return text

    async def delete_all(self, chat_id: int) -> None:
        """Remove all texts of a chat.

        Raises:
            UnavailableError: the disk can't be written.
        """
        for text_id in self._shelf.ids(chat_id):
            await self._remove(chat_id, text_id)

    async def _remove(self, chat_id: int, text_id: str) -> None:
        try:
            await asyncio.to_thread(self._shelf.delete, chat_id, text_id)
        except OSError as error:
            raise UnavailableError(f"An own text can't be removed: {error.strerror or error}.") from error
        self._services.pop(chat_id, None)

    def move(self, chat_id: int, new_chat_id: int) -> None:
        """Give a chat's texts to the chat that it has become."""
        self._shelf.move(chat_id, new_chat_id)
        self._services.pop(chat_id, None)
        self._services.pop(new_chat_id, None)

    async def service_for(self, chat_id: int) -> AnsweringService:
        """Return what answers a chat's questions: from the library, and from its own texts where it has any.

        Raises:
            UnavailableError: the engine did not answer.
        """
        ids = self._shelf.ids(chat_id)
        if not ids:
            return self._library
        known = self._services.get(chat_id)
        if known is None or known[0] != ids:
            async with self._opening:
                known = self._services.get(chat_id)
                if known is None or known[0] != ids:
                    held = await asyncio.to_thread(self._shelf.held, chat_id)
                    known = self._services[chat_id] = ids, await self._library.beside(held)
        self._services.move_to_end(chat_id)
        while len(self._services) > _MOST_CHATS:
            self._services.popitem(last=False)
        return known[1]


def _id_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:_ID_DIGITS]


def _look(sent: Sent, texts: int, quota: Quota) -> Refusal | None:
    """Return why a file isn't even read; None where it is."""
    if texts >= quota.texts:
        return Refusal.TOO_MANY_TEXTS
    if sent.path.stat().st_size > MOST_BYTES:
        return Refusal.TOO_BIG
    if ending(Path(sent.name)) in UPLOADED_ENDINGS:
        return None
    with sent.path.open("rb") as file:
        return None if file.read(len(MAGIC)) == MAGIC.encode() else Refusal.UNREAD


def _metadata(sent: Sent, report: Report) -> Metadata:
    """Return title and author: the title given with the file, else its own, else its name where that is in Arabic."""
    name = clean(_GAPS.sub(" ", Path(sent.name).stem))
    given = clean(sent.title) or (report.title if report.titled else "") or (name if _ARABIC.search(name) else "")
    metadata = Metadata(given, author=report.author)
    return metadata if given else replace(metadata, title=report.title, titled=False)


def _size_of(path: Path) -> tuple[int, int]:
    """Return how many lines a file has, and how many bytes."""
    with path.open("rb") as lines:
        return sum(1 for _ in lines), path.stat().st_size
