import json
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from commands import write_texts
from qa_bot.errors import SetupError
from qa_bot.index import generation
from qa_bot.wiring.building import BuildProgress, BuildReport, fingerprint
from qa_bot.wiring.opened import open_service
from qa_bot.wiring.place import Place
from qa_bot.wiring.preparing import prepare


def quiet(_: BuildProgress) -> None:
    """Show nothing."""


def name_in(index: Path) -> str:
    name = generation.current_name(index)
    assert name
    return name


def test_what_fits_is_not_built_again(place: Place) -> None:
    assert prepare(place, quiet)
    assert prepare(place, quiet) is None


def touch(texts: Path) -> None:
    known = (texts / "tabuk.txt").stat()
    os.utime(texts / "tabuk.txt", ns=(known.st_atime_ns, known.st_mtime_ns + 1))


def add(texts: Path) -> None:
    (texts / "new.txt").write_text("كانت وقعة الجسر سنة ثلاث عشرة.", "utf-8")


def remove(texts: Path) -> None:
    (texts / "tabuk.txt").unlink()


def rename(texts: Path) -> None:
    (texts / "tabuk.txt").rename(texts / "syria" / "tabuk.txt")


@pytest.mark.parametrize("change", [touch, add, remove, rename])
def test_texts_that_changed_are_indexed_anew(place: Place, texts: Path, change: object) -> None:
    assert callable(change)
    prepare(place, quiet)
    before = fingerprint(texts)
    change(texts)
    assert fingerprint(texts) != before
    assert prepare(place, quiet)
    assert prepare(place, quiet) is None


def test_what_is_no_text_changes_nothing(place: Place, texts: Path) -> None:
    prepare(place, quiet)
    (texts / "years.csv").write_text("1", "utf-8")
    assert prepare(place, quiet) is None


def test_an_index_of_other_texts_in_the_same_folder_is_built_anew(place: Place, tmp_path: Path) -> None:
    prepare(place, quiet)
    other = Place(write_texts(tmp_path / "others"), place.index)
    report = prepare(other, quiet)
    assert report
    assert report.manifest
    assert report.manifest.corpus == str(tmp_path / "others")


def test_of_programs_that_prepare_one_place_at_once_one_builds_and_all_can_answer(place: Place) -> None:
    reports: list[BuildReport | None] = []
    ready = threading.Barrier(4)

    def program() -> None:
        ready.wait()
        reports.append(prepare(place, quiet))

    threads = [threading.Thread(target=program) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(reports) == 4
    assert [report is not None for report in reports].count(True) == 1
    assert generation.check(generation.folder_of(place.index, name_in(place.index))).documents == 4


def age(index: Path) -> None:
    """Let another version of the program have built the index."""
    path = generation.folder_of(index, name_in(index)) / generation.MANIFEST
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"format_version": 1}))


@pytest.mark.parametrize("cache", [True, False])
def test_an_index_of_another_version_whose_texts_are_known_is_built_anew(place: Place, cache: bool) -> None:
    theirs = replace(place, cache=cache)
    prepare(theirs, quiet)
    age(place.index)
    report = prepare(theirs, quiet)
    assert report
    assert (report.other_version, report.other_corpus) == (True, "")
    assert prepare(theirs, quiet) is None


def test_one_whose_texts_nobody_knows_is_refused(place: Place) -> None:
    prepare(place, quiet)
    age(place.index)
    with pytest.raises(SetupError, match="was built by another version of qa_bot") as caught:
        prepare(Place(None, place.index, rebuild="qa-bot index --corpus PATH"), quiet)
    assert caught.value.command == "qa-bot index --corpus PATH"


def spoil(index: Path, file: str) -> None:
    (generation.folder_of(index, name_in(index)) / file).write_bytes(b"{")


@pytest.mark.parametrize("file", ["manifest.json", "passages.jsonl", "body.terms.txt"])
def test_a_torn_cache_is_built_anew(place: Place, file: str) -> None:
    cache = Place(place.corpus, place.index, cache=True)
    prepare(cache, quiet)
    spoil(place.index, file)
    assert prepare(cache, quiet)
    assert prepare(cache, quiet) is None


@pytest.mark.parametrize(("file", "use"), [("manifest.json", "prepare"), ("passages.jsonl", "open")])
def test_a_torn_index_is_refused_with_its_place_s_own_command(place: Place, file: str, use: str) -> None:
    prepare(place, quiet)
    spoil(place.index, file)
    theirs = Place(place.corpus, place.index, rebuild="qa-bot index --index elsewhere")
    with pytest.raises(SetupError, match="The index is torn") as caught:
        _ = prepare(theirs, quiet) if use == "prepare" else open_service(theirs)
    assert caught.value.command == "qa-bot index --index elsewhere"


def test_errors_that_name_another_command_keep_it(tmp_path: Path) -> None:
    place = Place(tmp_path / "nowhere", tmp_path / "index", rebuild="qa-bot index --index elsewhere")
    with pytest.raises(SetupError, match="There is no corpus") as caught:
        prepare(place, quiet)
    assert caught.value.command == "qa-bot index --corpus PATH"
