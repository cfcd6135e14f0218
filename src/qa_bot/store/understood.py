"""A question as understood, as a line of JSON, and back."""

import json
from dataclasses import asdict, fields
from typing import Any

from qa_bot.model.answer import QuestionKind, Understood

_NAMES = frozenset(field.name for field in fields(Understood))


def written(understood: Understood) -> str:
    """Return `understood` as JSON in ASCII letters: no database stumbles over what someone typed."""
    return json.dumps(asdict(understood))


def read(line: str) -> Understood:
    """Return what `written` wrote; what another version of the program added is passed over.

    >>> read(written(Understood("متى بدر؟", QuestionKind.WHEN, "بدر", sources=("badr",)))).sources
    ('badr',)
    """
    held: dict[str, Any] = json.loads(line)
    known = {name: _tuples(value) for name, value in held.items() if name in _NAMES}
    return Understood(**known | {"kind": QuestionKind(held["kind"])})


def _tuples(value: Any) -> Any:
    """Return `value` with tuples in the place of lists, which JSON has instead."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
