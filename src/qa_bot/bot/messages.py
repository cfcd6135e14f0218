"""Messages in Fluent (https://projectfluent.org/fluent/guide), read from files, their variables filled in."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.runtime.types import fluent_number
from fluent.syntax import ast

from qa_bot.errors import SetupError


class Messages:
    """The messages of one language by name; what stands beside one in its file is `message.attribute`.

    `variables` has those of each message. Fluent isolates nothing of them: it would set marks around numbers and
    chosen plurals too, and leave those inside a value as they are. Whoever fills in values isolates them.
    """

    def __init__(self, language: str, files: Mapping[str, str]) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        patterns: dict[str, ast.Pattern] = {}
        for file, source in files.items():
            resource = FluentResource(source)
            self._bundle.add_resource(resource)
            for name, pattern in _patterns(file, source, resource):
                if name in patterns:
                    raise SetupError(f"{file}: the message {name} stands there twice, or in another file too")
                patterns[name] = pattern
        self.variables = {name: frozenset(_variables(pattern, patterns)) for name, pattern in patterns.items()}

    def filled(self, name: str, values: Mapping[str, str | int]) -> str:
        """Return the message with these values.

        Raises:
            LookupError: there is no such message, or one of its variables has no value.
        """
        pattern = self._pattern(name)
        if pattern is None or not self.variables[name] <= values.keys():
            wanted = sorted(self.variables.get(name, ()))
            raise LookupError(f"No message {name!r} of {self.language} takes {sorted(values)}, but {wanted}")
        # Numbers choose plural forms, and are written as everywhere in the bot: years have no thousands separators.
        known = {
            key: fluent_number(value, useGrouping=False) if isinstance(value, int) else value
            for key, value in values.items()
        }
        said, faults = self._bundle.format_pattern(pattern, known)
        if faults:
            raise LookupError(f"The message {name!r} of {self.language} can't be filled in: {faults[0]}")
        return str(said)

    def _pattern(self, name: str) -> Pattern | None:
        named, _, attribute = name.partition(".")
        if name not in self.variables:
            return None
        message = self._bundle.get_message(named)
        return message.attributes[attribute] if attribute else message.value


def read_messages(folder: Traversable) -> dict[str, Messages]:
    """Return the messages of each language by its code: each is a folder of `.ftl` files.

    Raises:
        SetupError: a message can't be read or stands there twice, or the languages haven't the same messages with
            the same variables.
    """
    languages = sorted((each for each in folder.iterdir() if each.is_dir()), key=lambda each: each.name)
    found = {language.name: Messages(language.name, _files(language)) for language in languages}
    first = found[languages[0].name]
    for other in found.values():
        _check_alike(first, other)
    return found


def _files(language: Traversable) -> dict[str, str]:
    files = sorted((each for each in language.iterdir() if each.name.endswith(".ftl")), key=lambda each: each.name)
    return {f"{language.name}/{file.name}": file.read_text("utf-8") for file in files}


def _check_alike(one: Messages, other: Messages) -> None:
    for name in sorted(one.variables.keys() | other.variables.keys()):
        for here, there in ((one, other), (other, one)):
            if name not in here.variables:
                raise SetupError(f"The message {name} is in locales/{there.language}, but not in {here.language}")
        if one.variables[name] != other.variables[name]:
            told = " and ".join(f"{sorted(each.variables[name])} in {each.language}" for each in (one, other))
            raise SetupError(f"The message {name} has the variables {told}")


def _patterns(file: str, source: str, resource: ast.Resource) -> Iterator[tuple[str, ast.Pattern]]:
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            line = source.partition(entry.content or "")[0].count("\n") + 1
            raise SetupError(f"{file}, line {line}: {entry.annotations[0].message}")
        if isinstance(entry, ast.Message):
            if entry.value is not None:
                yield entry.id.name, entry.value
            yield from ((f"{entry.id.name}.{each.id.name}", each.value) for each in entry.attributes)


def _variables(node: ast.BaseNode, patterns: Mapping[str, ast.Pattern]) -> Iterator[str]:
    """Return the names of what is filled in, here and in messages that this one refers to."""
    if isinstance(node, ast.VariableReference):
        yield node.id.name
    if isinstance(node, ast.MessageReference):
        if node.id.name not in patterns:
            raise SetupError(f"A message refers to {node.id.name}, which is none")
        yield from _variables(patterns[node.id.name], patterns)
    for part in vars(node).values():
        for each in part if isinstance(part, list) else [part]:
            if isinstance(each, ast.BaseNode):
                yield from _variables(each, patterns)
