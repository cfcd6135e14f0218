import asyncio
from pathlib import Path

import pytest

from qa_bot.errors import SetupError
from qa_bot.index.embedded import open_engine
from qa_bot.wiring import building
from qa_bot.wiring.building import BuildProgress, build, fingerprint
from qa_bot.wiring.place import Place


def test_a_build_tells_how_far_it_is_and_what_it_found(place: Place, texts: Path) -> None:
    (texts / "README.md").write_text("about", "utf-8")
    (texts / "broken.jsonl").write_text("no JSON\n", "utf-8")
    steps: list[BuildProgress] = []
    report = build(place, steps.append)
    assert report.files == 5
    assert [skipped.path for skipped in report.skipped] == [f"{texts}/README.md"]
    assert [(problem.path, problem.line) for problem in report.broken] == [(f"{texts}/broken.jsonl", 1)]
    assert report.manifest
    assert (report.manifest.documents, report.manifest.corpus) == (4, str(texts))
    assert [step.files_done for step in steps] == sorted(step.files_done for step in steps)
    assert steps[-1] == BuildProgress("Writing the index", files_done=5, files=5, passages=4)


def test_without_a_corpus_nothing_can_be_built(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="No corpus was named"):
        build(Place(None, tmp_path / "index"), lambda _: None)


def test_a_fingerprint_does_not_hang_on_how_the_path_is_written(texts: Path) -> None:
    ways = [texts, Path("texts"), Path("texts/../texts")]
    assert len({fingerprint(way) for way in ways}) == 1
    assert len({fingerprint(way / "tabuk.txt") for way in ways}) == 1


def test_a_text_that_goes_while_it_is_looked_at_is_one_message(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = building.list_corpus(texts)
    (texts / "tabuk.txt").unlink()
    monkeypatch.setattr(building, "list_corpus", lambda _: listing)
    with pytest.raises(SetupError, match=r"changes while it is read: .*tabuk\.txt") as caught:
        fingerprint(texts)
    assert caught.value.command == "try again"


def test_dated_events_are_read_while_texts_are_indexed(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "badr.md").write_text("# بدر\n\nوقعت غزوة بدر الكبرى سنة 2هـ بين الفريقين.", "utf-8")
    place = Place(tmp_path / "corpus", tmp_path / "index")
    build(place, lambda _: None)
    events = asyncio.run(open_engine(place.index).events_of("badr"))
    assert [event.text for event in events or ()] == ["وقعت غزوة بدر الكبرى سنة 2هـ بين الفريقين."]
