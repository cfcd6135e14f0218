"""The numbers that were learned from judged questions: one small file of the package, read once.

`qa-bot fit` writes it; `made` in it tells from what, when, and how well it did on questions it was not made from.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from qa_bot.errors import SetupError

FORMAT_VERSION = 1
FILE = Path(__file__).with_name("learned.json")
REFIT = "qa-bot fit --data DIR (DIR holds question sets), or install the package anew"


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned: for each part of the program its weights by name; `made` is their provenance."""

    path: Path
    weights: Mapping[str, Mapping[str, float]]
    made: Mapping[str, Any]

    def of(self, part: str, names: Sequence[str]) -> tuple[float, ...]:
        """Return the weights of a part in the order of `names`.

        Raises:
            SetupError: the file has other names for this part, so it is of another version of the program.
        """
        weights = self.weights.get(part, {})
        if sorted(weights) != sorted(names):
            unlike = ", ".join(sorted(set(weights) ^ set(names)))
            raise SetupError(f"{self.path} is of another version of qa_bot: {part} differs in {unlike}.", command=REFIT)
        return tuple(weights[name] for name in names)


@cache
def learned() -> Learned:
    """Return what the package's file holds; it is read once.

    Raises:
        SetupError: it is missing, torn or of another version.
    """
    return read_learned(FILE)


def read_learned(path: Path) -> Learned:
    """Return what the file at `path` holds.

    Raises:
        SetupError: it is missing, torn or of another version; the message names it, and the command that makes it.
    """
    try:
        record: dict[str, Any] = json.loads(path.read_text("utf-8"))
        version = record["format_version"]
        weights = {
            part: {name: float(weight) for name, weight in of_part.items()}
            for part, of_part in record["weights"].items()
        }
        made = dict(record["made"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SetupError(f"What was learned can't be read: {path} ({error}).", command=REFIT) from error
    if version != FORMAT_VERSION:
        raise SetupError(f"{path} is of another version of qa_bot: format {version}.", command=REFIT)
    return Learned(path, weights, made)


def write_learned(path: Path, weights: Mapping[str, Mapping[str, float]], made: Mapping[str, Any]) -> None:
    """Write what was learned; four digits of a number are kept, more would say more than was measured."""
    rounded = {
        part: {name: float(f"{weight:.4g}") for name, weight in of_part.items()} for part, of_part in weights.items()
    }
    record = {"format_version": FORMAT_VERSION, "made": made, "weights": rounded}
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
