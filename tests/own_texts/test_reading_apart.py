import asyncio
import os
import random
from pathlib import Path

import pytest

from office_files import docx, epub, locked, paragraph, pdf, zipped
from qa_bot.corpus.findings import Trouble
from qa_bot.index.records import passage_from_line
from qa_bot.own_texts.model import Refusal
from qa_bot.own_texts.reading import Reading, Report

SENTENCE = "كانت غزوة بدر في رمضان سنة اثنتين من الهجرة."
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))


watched = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux shows its processes in /proc")


async def read(folder: Path, raw: bytes, ending: str, reading: Reading | None = None) -> Report | Refusal:
    source = folder / "upload"
    source.write_bytes(raw)
    return await (reading or Reading()).read(source, ending, "own/1", folder / "passages.jsonl")


@pytest.mark.parametrize(
    ("raw", "ending"),
    [
        (f"غزوة بدر\n\n{SENTENCE} وانتصر المسلمون.".encode(), ".txt"),
        (f"# غزوة بدر\n\n{SENTENCE}".encode("cp1256"), ".md"),
        (f"<h1>غزوة بدر</h1><p>{SENTENCE}".encode(), ".html"),
        (docx(paragraph("غزوة بدر", "a1") + paragraph(SENTENCE)), ".docx"),
        (epub({"1.xhtml": f"<p>{SENTENCE}</p>"}, title="غزوة بدر"), ".epub"),
    ],
)
async def test_a_text_comes_back_with_its_title_and_its_passages(tmp_path: Path, raw: bytes, ending: str) -> None:
    report = await read(tmp_path, raw, ending)
    assert isinstance(report, Report)
    assert (report.title, report.titled, report.warnings) == ("غزوة بدر", True, ())
    passages = [passage_from_line(line) for line in (tmp_path / "passages.jsonl").read_bytes().splitlines()]
    assert [passage.document_id for passage in passages] == ["own/1"]
    assert SENTENCE in passages[0].text


async def test_what_could_not_be_read_of_it_is_told(tmp_path: Path) -> None:
    report = await read(tmp_path, pdf([["ناضمر يف ردب تناك"], []]), ".pdf")
    assert isinstance(report, Report)
    assert report.warnings == (Trouble.SCANNED,)


@pytest.mark.parametrize(
    ("raw", "ending", "why"),
    [
        (zipped({"word/document.xml": b" " * 51 * 1024 * 1024}), ".docx", Refusal.TOO_MUCH),
        (zipped({"word/document.xml": f"<!DOCTYPE d [{LAUGHS}]><d>&l9;</d>"}), ".docx", Refusal.TOO_MUCH),
        (zipped({"word/document.xml": "<d>" * 99_999}), ".docx", Refusal.TOO_MUCH),
        (b"<div>" * 99_999, ".html", Refusal.TOO_MUCH),
        (b"%PDF-1.4\n" + random.Random(1).randbytes(9_999), ".pdf", Refusal.BROKEN),
        (pdf([[]], picture=True), ".pdf", Refusal.SCANNED),
        (locked(pdf([["ردب"]]), "سر"), ".pdf", Refusal.LOCKED),
        (pdf([["ردب"]]), ".docx", Refusal.BROKEN),
        (docx(paragraph(SENTENCE)), ".pdf", Refusal.BROKEN),
        (docx(paragraph(SENTENCE)), ".txt", Refusal.BROKEN),
        (random.Random(2).randbytes(9_999), ".txt", Refusal.BROKEN),
        (b"", ".txt", Refusal.EMPTY),
        (("ا" + "\u064b\u0655" * 99_999).encode(), ".txt", Refusal.EMPTY),
        (("." * 9_999).encode(), ".txt", Refusal.EMPTY),
        (b"plain words", ".unknown", Refusal.UNREAD),
    ],
)
async def test_a_hostile_or_broken_file_is_refused_with_its_reason(
    tmp_path: Path, raw: bytes, ending: str, why: Refusal
) -> None:
    assert await read(tmp_path, raw, ending) is why


async def test_a_file_that_takes_all_memory_harms_its_own_process_alone(tmp_path: Path) -> None:
    # Each of these elements takes a hundred times its bytes.
    raw = b"<p>" + b"<b/>" * 2_000_000
    assert await read(tmp_path, raw, ".html", Reading(memory_bytes=200 * 1024 * 1024)) is Refusal.TOO_MUCH


@watched
async def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    assert await read(tmp_path, (SENTENCE * 9_999).encode(), ".txt", Reading(deadline_s=0.05)) is Refusal.TOO_MUCH
    assert children() == []


@watched
async def test_a_reading_that_is_called_off_leaves_no_process_behind(tmp_path: Path) -> None:
    task = asyncio.create_task(read(tmp_path, ("بدر " * 500_000).encode(), ".txt"))
    async with asyncio.timeout(60):
        while not children():  # noqa: ASYNC110 - only the kernel knows when it starts
            await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert children() == []


@watched
async def test_the_child_is_handed_no_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:canary")
    task = asyncio.create_task(read(tmp_path, ("بدر " * 500_000).encode(), ".txt"))
    async with asyncio.timeout(60):
        while not children():  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.01)
    [child] = children()
    assert b"PATH=" in of_process(child, "environ")
    assert b"canary" not in of_process(child, "environ")
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def children() -> list[int]:
    """Return the reading processes that this one has started and not yet waited for."""
    found = map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())
    return [child for child in found if b"qa_bot.own_texts.child" in of_process(child, "cmdline")]


def of_process(process: int, part: str) -> bytes:
    try:
        return Path(f"/proc/{process}/{part}").read_bytes()
    except OSError:
        return b""
