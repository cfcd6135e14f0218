"""Sentences are asked for by name: each name in the code is in the message files, and the other way round."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import qa_bot
from qa_bot.bot.texts import all_texts

VARIABLES = all_texts()["ar"].messages.variables
SOURCES = sorted(Path(qa_bot.__path__[0]).rglob("*.py"))


@dataclass(frozen=True)
class Asked:
    """A call for a sentence: a pattern of its name, the values it is given, and where it stands."""

    name: str
    values: frozenset[str]
    place: str

    @property
    def found(self) -> list[str]:
        return [name for name in VARIABLES if re.fullmatch(self.name, name)]


def patterns(name: ast.expr) -> Iterator[str]:
    """Yield a regular expression for each name that an argument may be."""
    match name:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.JoinedStr(values=parts):
            yield "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w-]+" for part in parts)
        case ast.IfExp(body=body, orelse=orelse):
            yield from chain(patterns(body), patterns(orelse))


def asked_in(source: Path) -> Iterator[Asked]:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="texts"), attr="text" | "line" | "page"), args=[name]):
                given = frozenset(str(each.arg) for each in node.keywords)
                yield from (Asked(pattern, given, f"{source.name}:{node.lineno}") for pattern in patterns(name))


ASKED = [asked for source in SOURCES for asked in asked_in(source)]


def test_every_sentence_asked_for_is_there() -> None:
    assert len(ASKED) > 150
    assert [f"{asked.place}: {asked.name}" for asked in ASKED if not asked.found] == []


def test_every_sentence_gets_a_value_for_each_of_its_variables_and_no_other() -> None:
    wrong = [
        f"{asked.place}: {name} has {sorted(VARIABLES[name])}, given {sorted(asked.values)}"
        for asked in ASKED
        for name in asked.found
        # Of several that a name may be, each takes what it needs.
        if not (VARIABLES[name] <= asked.values if len(asked.found) > 1 else VARIABLES[name] == asked.values)
    ]
    assert wrong == []


def test_every_sentence_is_asked_for_somewhere() -> None:
    used = {name for asked in ASKED for name in asked.found}
    files = Path(qa_bot.__path__[0], "bot", "locales", "ar").glob("*.ftl")
    used |= {name for file in files for name in re.findall(r"\{ ([a-z][\w-]*) \}", file.read_text("utf-8"))}
    assert sorted(VARIABLES.keys() - used) == []
