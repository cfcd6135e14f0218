"""Paragraphs of question sets in an index of their own, for as long as a measure lasts."""

import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from qa_bot.answering.service import AnsweringService
from qa_bot.errors import SetupError
from qa_bot.evaluation.question_sets import CORPUS, JudgedText
from qa_bot.index.current import CurrentEngine
from qa_bot.wiring.building import build
from qa_bot.wiring.place import Place


@asynccontextmanager
async def open_pool(texts: Iterable[JudgedText], *, bar: float = 0.0) -> AsyncIterator[AnsweringService]:
    """Give a service over `texts`, by default without a bar; their index is built anew and removed at the end.

    Raises:
        SetupError: a text can't be read by the program.
    """
    with TemporaryDirectory(prefix="qa-bot-evaluate-") as folder:
        corpus, index = Path(folder) / CORPUS, Path(folder) / "index"
        corpus.write_text("".join(map(_line, texts)), "utf-8")
        report = build(Place(corpus, index), lambda _: None)
        if report.broken:
            raise SetupError("\n".join(map(str, report.broken)))
        service = AnsweringService(CurrentEngine(index), bar=bar)
        try:
            yield service
        finally:
            await service.aclose()


def _line(text: JudgedText) -> str:
    return json.dumps({"_id": text.id, "title": text.title, "text": text.text}, ensure_ascii=False) + "\n"
