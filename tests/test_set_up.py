"""What sets the project up and what a fresh machine gets: the Makefile, the lock files, the package, `.ci/run`."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
TARGETS = (
    "help",
    "run",
    "test",
    "check",
    "format",
    "index",
    "ask",
    "docs",
    "bench",
    "evaluate",
    "pictures",
    "chaos",
    "lock",
)


def make(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    # Without the variables of a make that runs these tests.
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", *arguments]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("arguments", [[], ["help"]])
def test_make_lists_its_commands_each_with_what_it_does(arguments: list[str]) -> None:
    listed = [line.split(maxsplit=2) for line in make(*arguments).stdout.splitlines()]
    assert tuple(target for _, target, _ in listed) == TARGETS


@pytest.mark.parametrize("target", [target for target in TARGETS if target not in ("help", "lock")])
def test_every_command_sets_itself_up_from_hashed_locks(target: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for lock in ROOT.glob("requirements*.lock"):
        shutil.copy(lock, tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    steps = make("--dry-run", target, folder=tmp_path).stdout
    installs = [line for line in steps.splitlines() if "pip install" in line]
    assert "-m venv .venv" in steps
    assert len(installs) >= 3
    assert all("--require-hashes" in line or "--no-deps --use-pep517 --no-build-isolation" in line for line in installs)


@pytest.mark.parametrize(
    "question", ["متى كانت معركة أجنادين؟", 'it\'s $HOME `date` "quoted" $(date) \\', "--json", "; echo done", "#"]
)
def test_a_question_reaches_the_program_letter_for_letter(question: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in ("requirements-build.lock", "requirements.lock", "pyproject.toml", ".venv/run.stamp"):
        (tmp_path / name).touch()
    program = tmp_path / ".venv" / "bin" / "qa-bot"
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\n', "utf-8")
    program.chmod(0o755)
    assert make("ask", f"Q={question}", folder=tmp_path).stdout == f"ask|--|{question}|"


def test_an_older_python_is_refused_by_name(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements-build.lock", "requirements.lock", "pyproject.toml"):
        (tmp_path / name).touch()
    old = tmp_path / "old-python"
    code = "import sys; sys.version_info = (3, 10, 4); sys.version = '3.10.4 (old)'; exec(sys.argv[2])"
    old.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{code}" "$@"\n', "utf-8")
    old.chmod(0o755)
    done = make("run", f"PYTHON={old}", folder=tmp_path)
    assert done.returncode != 0
    assert "qa_bot needs Python 3.11 or newer; this is 3.10.4\n" in done.stderr
    assert not (tmp_path / ".venv").exists()


def pinned(lock: str) -> dict[str, int]:
    """Return the packages of a lock file, each with the number of its hashes."""
    parts = re.split(r"^(?=[a-zA-Z])", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)
    return {part.partition("==")[0].lower(): part.count("--hash=sha256:") for part in parts if "==" in part}


def named(requirements: list[object]) -> set[str]:
    # As the lock files have them: PEP 503 takes dots and underscores for hyphens.
    names = [re.split(r"[<>=!~ ]", line)[0].lower() for line in requirements if isinstance(line, str)]
    return {re.sub(r"[-_.]+", "-", name) for name in names}


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        ("requirements-build.lock", PROJECT["dependency-groups"]["build"]),
        ("requirements.lock", PROJECT["project"]["dependencies"]),
        ("requirements-dev.lock", PROJECT["project"]["dependencies"]),
        ("requirements-dev.lock", PROJECT["dependency-groups"]["build"]),
        ("requirements-dev.lock", PROJECT["dependency-groups"]["evaluate"]),
        ("requirements-dev.lock", PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_every_dependency_is_locked_with_hashes(lock: str, requirements: list[object]) -> None:
    packages = pinned(lock)
    assert named(requirements) <= set(packages)
    assert all(packages.values())


def test_one_version_of_a_package_is_locked_everywhere() -> None:
    versions: dict[str, set[str]] = {}
    for lock in ROOT.glob("requirements*.lock"):
        for name, version in re.findall(r"^([a-z0-9.-]+)==(\S+)", lock.read_text("utf-8"), flags=re.MULTILINE):
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_every_library_is_told_of_in_the_documentation() -> None:
    told = re.sub(r"[-_.]+", "-", (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower())
    groups = PROJECT["dependency-groups"]
    requirements = [*PROJECT["project"]["dependencies"], *groups["build"], *groups["evaluate"], *groups["dev"]]
    assert [name for name in sorted(named(requirements)) if name not in told] == []


def test_a_built_package_holds_every_table_beside_its_code(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("__pycache__"))
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    package = source / "src"
    expected = {str(path.relative_to(package)) for path in package.rglob("*") if path.is_file()}
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert {name for name in expected if name.endswith((".tsv", ".txt", ".jsonl", "py.typed"))}
    assert held == expected


@pytest.mark.parametrize(
    ("failing", "status", "told"),
    [
        ((), 0, "Passed: make check, make test"),
        (("check",), 1, "FAILED: make check (its output is above)"),
        (("check", "test"), 1, "FAILED: make test (its output is above)"),
    ],
)
def test_the_submission_check_runs_everything_and_names_what_failed(
    failing: tuple[str, ...], status: int, told: str, tmp_path: Path
) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci")
    stand_in = tmp_path / "make"
    cases = "".join(f"    {target}) exit 1;;\n" for target in failing)
    stand_in.write_text(f'#!/bin/sh\necho "made $1"\ncase "$1" in\n{cases}esac\n', "utf-8")
    stand_in.chmod(0o755)
    surroundings = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(
        [tmp_path / ".ci" / "run"],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status
    assert "made check\n" in done.stdout
    assert "made test\n" in done.stdout
    assert told in done.stdout
    assert done.stdout.count("FAILED") == len(failing)
