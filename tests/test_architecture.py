"""The floors of the house: what a room may import, held by the contracts of pyproject.toml."""

from pathlib import Path

import grimp
import pytest
from importlinter import configuration
from importlinter.application.use_cases import lint_imports

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"

UPSIDE_DOWN = """
[tool.importlinter]
root_package = "qa_bot"

[[tool.importlinter.contracts]]
name = "Upside down"
type = "layers"
containers = ["qa_bot"]
layers = ["errors", "index"]
"""


@pytest.fixture(autouse=True)
def _import_linter() -> None:
    # Its own entry point also sets logging up, which would silence every logger of the tests after this one.
    configuration.configure()


def test_every_room_imports_only_from_below(capsys: pytest.CaptureFixture[str]) -> None:
    kept = lint_imports(config_filename=str(PYPROJECT), cache_dir=None, no_logo=True)
    assert kept, capsys.readouterr().out


def test_an_import_from_above_is_noticed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "upside_down.toml"
    config.write_text(UPSIDE_DOWN)
    assert not lint_imports(config_filename=str(config), cache_dir=None, no_logo=True)
    assert "qa_bot.index.generation -> qa_bot.errors" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("library", "room"),
    [
        ("alembic", "qa_bot.store"),
        ("asyncpg", "qa_bot.store.database"),
        ("convertdate", "qa_bot.text"),
        ("fluent", "qa_bot.bot.messages"),
        ("ir_measures", "qa_bot.evaluation"),
        ("lxml", "qa_bot.corpus.readers"),
        ("matplotlib", "qa_bot.drawing"),
        ("pyarabic", "qa_bot.text"),
        ("pydantic_settings", "qa_bot.settings"),
        ("pypdf", "qa_bot.corpus.readers.pdf_pages"),
        ("prometheus_client", "qa_bot.bot.metrics"),
        ("rank_bm25", "qa_bot.index.bm25"),
        ("rich", "qa_bot.cli"),
        ("sqlalchemy", "qa_bot.store"),
        ("starlette", "qa_bot.web"),
        ("structlog", "qa_bot.bot"),
        ("telegram", "qa_bot.bot"),
        ("typer", "qa_bot.cli"),
        ("uvicorn", "qa_bot.web"),
        ("yaml", "qa_bot.corpus"),
    ],
)
def test_a_library_lives_in_one_room(library: str, room: str) -> None:
    graph = grimp.build_graph("qa_bot", include_external_packages=True, cache_dir=None)
    importers = graph.find_modules_that_directly_import(library)
    assert importers
    assert [name for name in importers if name != room and not name.startswith(f"{room}.")] == []
