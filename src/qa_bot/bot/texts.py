"""The sentences that the bot says: out of its message files, with their look and their direction."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import escape, unescape
from importlib import resources
from typing import TypeVar

from qa_bot.bot.bidi import FSI, PDI, RIGHT_TO_LEFT, isolate, lead, strip_controls
from qa_bot.bot.markup import Line, Page, Run, bold, code, line
from qa_bot.bot.messages import Messages, read_messages
from qa_bot.errors import QuestionError

BLANK = line()
_Button = TypeVar("_Button")


class Texts:
    """The sentences of one language, by the names that they have in its message files.

    A value for a variable is isolated where it is words: it can't turn its line. Tags in it are words too.
    """

    def __init__(self, messages: Messages) -> None:
        self.language = messages.language
        self.messages = messages
        self._right_to_left = messages.language in RIGHT_TO_LEFT

    def text(self, name: str, /, **values: str | int) -> str:
        """Return a sentence as words alone: for buttons, pop-ups and files."""
        return self.messages.filled(name, _isolated(values))

    def line(self, name: str, /, **values: str | int) -> Line:
        """Return a sentence as a line of a message, which runs in the direction of its language."""
        (only,) = self._lines(name, values)
        return only

    def page(self, name: str, /, **values: str | int) -> Page:
        """Return a message as its lines, which run in the direction of their language."""
        return self._lines(name, values)

    def line_of(self, *parts: str | Run) -> Line:
        """Return a line of these parts, which runs in the direction of the language."""
        runs = line(*parts).runs
        turn = lead(runs[0].text) if runs and self._right_to_left else ""
        return Line((Run(turn), *runs) if turn else runs)

    def row(self, buttons: Sequence[_Button]) -> list[_Button]:
        """Return buttons of a row, given in the order of reading, as Telegram lays them out: from left to right."""
        return [*reversed(buttons)] if self._right_to_left else [*buttons]

    def of(self, error: QuestionError) -> str:
        """Return what is wrong with a question."""
        return error.arabic if self.language == "ar" else error.english

    def _lines(self, name: str, values: Mapping[str, str | int]) -> tuple[Line, ...]:
        guarded = {
            key: escape(value, quote=False) if isinstance(value, str) else value
            for key, value in _isolated(values).items()
        }
        said = self.messages.filled(name, guarded)
        return tuple(self.line_of(*_runs(written)) for written in said.split("\n"))


@cache
def all_texts() -> Mapping[str, Texts]:
    """Return the sentences of each language by its code, read once.

    Raises:
        SetupError: a message can't be read, or isn't in every language.
    """
    found = read_messages(resources.files(__package__).joinpath("locales"))
    return {language: Texts(messages) for language, messages in found.items()}


def _isolated(values: Mapping[str, str | int]) -> dict[str, str | int]:
    return {key: isolate(value) if isinstance(value, str) else value for key, value in values.items()}


def _runs(written: str) -> Iterator[Run]:
    """Return a line's runs: bold, what a tap copies, and what is isolated stand in tags of their HTML names."""
    at = 0
    for found in _TAGGED.finditer(written):
        yield from _plain(written[at : found.start()])
        yield from _LOOKS[found["tag"]](unescape(found["inner"]))
        at = found.end()
    yield from _plain(written[at:])


def _plain(written: str) -> tuple[Run, ...]:
    return (Run(unescape(written)),) if written else ()


_TAGGED = re.compile(r"<(?P<tag>b|code|bdi)>(?P<inner>.*?)</(?P=tag)>")
_LOOKS: Mapping[str, Callable[[str], tuple[Run, ...]]] = {
    "b": lambda inner: (bold(inner),),
    "code": lambda inner: (Run(FSI), code(strip_controls(inner)), Run(PDI)),
    "bdi": lambda inner: (Run(isolate(inner)),),
}
