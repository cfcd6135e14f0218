from pathlib import Path

import pytest

from qa_bot.errors import SetupError
from qa_bot.settings import Settings
from qa_bot.wiring.place import Place, place_of


def settings() -> Settings:
    return Settings(QA_BOT_CORPUS=Path("corpus"), QA_BOT_INDEX=Path("index"), _env_file=None)


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
    monkeypatch.setattr("qa_bot.wiring.place.Path.home", fail)
    with pytest.raises(SetupError, match="no home folder for a cache") as caught:
        place_of(settings(), corpus=Path("texts"))
    assert caught.value.command == "name a folder: --index DIR"
