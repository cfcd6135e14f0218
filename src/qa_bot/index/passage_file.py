"""The passages of a generation on disk, memory-mapped."""

import json
import mmap
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa_bot.index.records import passage_from_line
from qa_bot.model.corpus import Passage


class PassageFile:
    """The passages of a generation by row; parsed when asked for."""

    def __init__(self, folder: Path) -> None:
        self.documents: NDArray[np.int32] = np.load(folder / "passages.documents.npy")
        self.articles: NDArray[np.int32] = np.load(folder / "passages.articles.npy")
        self._offsets: NDArray[np.int64] = np.load(folder / "passages.offsets.npy")
        # Read now: the folder may be gone when a later generation has been opened.
        ids = json.loads((folder / "passages.ids.json").read_bytes())
        self.row_of_id: dict[str, int] = {passage_id: row for row, passage_id in enumerate(ids)}
        with (folder / "passages.jsonl").open("rb") as file:
            # An empty file can't be mapped.
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if len(self) else b""

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, row: int) -> Passage:
        return passage_from_line(self._lines[self._offsets[row] : self._offsets[row + 1]])
