import os
import threading
from pathlib import Path

import pytest

from commands import SENTENCE, WHEN, write_texts
from qa_bot import wiring
from qa_bot.errors import SetupError
from qa_bot.index import generation
from qa_bot.settings import Settings
from qa_bot.wiring import BuildProgress, BuildReport, Place, build, fingerprint, open_service, place_of, prepare


@pytest.fixture(autouse=True)
def _a_cache_of_their_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "texts")


@pytest.fixture
def place(texts: Path, tmp_path: Path) -> Place:
    return Place(texts, tmp_path / "index")


def settings() -> Settings:
    return Settings(QA_BOT_CORPUS=Path("corpus"), QA_BOT_INDEX=Path("index"), _env_file=None)


def quiet(_: BuildProgress) -> None:
    """Show nothing."""


def name_in(index: Path) -> str:
    name = generation.current_name(index)
    assert name
    return name


def test_without_options_the_settings_say_where_texts_and_index_are() -> None:
    assert place_of(settings()) == Place(Path("corpus"), Path("index"), cache=False, rebuild="qa-bot index")


def test_an_index_alone_is_used_as_it_is() -> None:
    mends = "qa-bot index --corpus PATH --index 'my index'"
    assert place_of(settings(), index=Path("my index")) == Place(None, Path("my index"), rebuild=mends)


def test_a_corpus_and_an_index_are_taken_as_named() -> None:
    mends = "qa-bot index --corpus texts --index mine"
    assert place_of(settings(), Path("mine"), Path("texts")) == Place(Path("texts"), Path("mine"), rebuild=mends)


def test_a_corpus_alone_gets_an_index_in_the_cache_by_the_place_it_stands_at(tmp_path: Path) -> None:
    place = place_of(settings(), corpus=Path("texts"))
    assert (place.corpus, place.cache) == (Path("texts"), True)
    assert place.index.parent == tmp_path / "cache" / "qa_bot"
    assert place.index == place_of(settings(), corpus=tmp_path / "texts").index
    assert place.index != place_of(settings(), corpus=tmp_path / "others").index


def test_a_cache_without_a_home_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr("qa_bot.wiring.Path.home", fail)
    with pytest.raises(SetupError, match="no home folder for a cache") as caught:
        place_of(settings(), corpus=Path("texts"))
    assert caught.value.command == "name a folder: --index DIR"


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
        build(Place(None, tmp_path / "index"), quiet)


async def test_what_was_built_answers(place: Place) -> None:
    assert prepare(place, quiet)
    service = open_service(place)
    answer = await service.answer(WHEN)
    await service.aclose()
    assert answer.quotes[0].text == SENTENCE


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


def test_a_fingerprint_does_not_hang_on_how_the_path_is_written(texts: Path) -> None:
    ways = [texts, Path("texts"), Path("texts/../texts")]
    assert len({fingerprint(way) for way in ways}) == 1
    assert len({fingerprint(way / "tabuk.txt") for way in ways}) == 1


def test_a_text_that_goes_while_it_is_looked_at_is_one_message(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = wiring.list_corpus(texts)
    (texts / "tabuk.txt").unlink()
    monkeypatch.setattr(wiring, "list_corpus", lambda _: listing)
    with pytest.raises(SetupError, match=r"changes while it is read: .*tabuk\.txt") as caught:
        fingerprint(texts)
    assert caught.value.command == "try again"


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


def test_a_missing_index_is_refused_where_it_was_to_be_used_as_it_is(tmp_path: Path) -> None:
    place = place_of(settings(), index=tmp_path / "none")
    assert prepare(place, quiet) is None
    with pytest.raises(SetupError, match="There is no index in") as caught:
        open_service(place)
    assert caught.value.command == f"qa-bot index --corpus PATH --index {tmp_path}/none"


def test_errors_that_name_another_command_keep_it(tmp_path: Path) -> None:
    place = Place(tmp_path / "nowhere", tmp_path / "index", rebuild="qa-bot index --index elsewhere")
    with pytest.raises(SetupError, match="There is no corpus") as caught:
        prepare(place, quiet)
    assert caught.value.command == "qa-bot index --corpus PATH"
