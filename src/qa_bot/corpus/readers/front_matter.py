"""YAML front matter: what a Markdown file says of itself between two lines of dashes at its top."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from qa_bot.corpus.findings import Fault

_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_LONGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields that a file states, and where what follows them begins."""

    fields: Mapping[str, Any]
    body: int


def read_front_matter(text: str) -> FrontMatter | Fault:
    r"""Return the front matter at the top of `text`, without fields where there is none.

    >>> read_front_matter("---\ntitle: غزوة بدر\n---\nوقعت")
    FrontMatter(fields={'title': 'غزوة بدر'}, body=24)
    """
    opened = _OPEN.match(text)
    if not opened:
        return FrontMatter({}, 0)
    closed = _CLOSE.search(text, opened.end(), opened.end() + _LONGEST)
    if not closed:
        # A lone line of dashes at the top is a rule, unless keys follow it.
        looks_like_keys = re.match(r"[A-Za-z_]+:", text[opened.end() :])
        return Fault("the front matter has no closing ---", 1) if looks_like_keys else FrontMatter({}, 0)
    try:
        fields = yaml.safe_load(text[opened.end() : closed.start()])
    except yaml.MarkedYAMLError as error:
        # Marks count lines from 0, and the opening dashes stand above.
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        return Fault(f"the front matter is no YAML: {error.problem}", line)
    except (yaml.YAMLError, ValueError, RecursionError):
        return Fault("the front matter is no YAML that can be read", 1)
    if fields is None:
        fields = {}
    if not isinstance(fields, dict):
        return Fault("the front matter is no list of keys and values", 1)
    return FrontMatter({str(key): value for key, value in fields.items()}, closed.end())
