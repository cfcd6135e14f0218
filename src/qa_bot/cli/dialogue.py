"""Questions from the command line or from standard input, each answered as it comes."""

import json
import os
import sys
from collections.abc import Callable, Iterator

import typer

from qa_bot.cli.answer_json import answer_as_json, refusal_as_json
from qa_bot.cli.answer_text import answer_as_text
from qa_bot.cli.console import err
from qa_bot.errors import QuestionError
from qa_bot.model.answer import Answer, Understood

STANDARD_INPUT = "-"
_HOW_TO_ASK = "One question a line; Ctrl-D ends."


Ask = Callable[[str, Understood | None], Answer]
"""A way to ask: a question, and what was understood of the one before it."""

Render = Callable[[str, Answer | QuestionError], str]


def as_json_line(question: str, said: Answer | QuestionError) -> str:
    """Return a question's answer, or why it was refused, as one line of JSON."""
    if isinstance(said, QuestionError):
        return json.dumps(refusal_as_json(question, said), ensure_ascii=False)
    return json.dumps(answer_as_json(question, said), ensure_ascii=False)


def as_text_block(question: str, said: Answer | QuestionError) -> str:  # noqa: ARG001  # the signature of Render
    """Return a question's answer, or why it was refused, as lines of text with an empty one after them.

    Only a terminal is told to underline: in a file or a pipe that would be rubbish among the letters.
    """
    if isinstance(said, QuestionError):
        return said.arabic + "\n"
    underlining = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return answer_as_text(said, underlining=underlining) + "\n"


class Dialogue:
    """Answers questions one after the other and prints each answer at once.

    With `conversation` a question may lean on the one before it, and an empty line starts a new conversation;
    without it each question stands alone and empty lines say nothing.
    """

    def __init__(self, render: Render, *, conversation: bool) -> None:
        self._render = render
        self._conversation = conversation
        self._previous: Understood | None = None

    def hold(self, text: str, ask: Ask) -> None:
        """Answer `text`, or the lines of standard input where it is `-`.

        Raises:
            typer.Exit: `text` was refused, and told why; a refused line of many is no reason to end.
        """
        if text == STANDARD_INPUT:
            if sys.stdin is not None and sys.stdin.isatty():
                err.print(_HOW_TO_ASK, markup=False)
            self.answer_standard_input(ask)
        elif not self.answer(text, ask):
            raise typer.Exit(code=1)

    def answer(self, question: str, ask: Ask) -> bool:
        """Print the answer to one question, or why it was refused; return whether it was answered."""
        try:
            answer = ask(question, self._previous)
        except QuestionError as refused:
            print(self._render(question, refused), flush=True)  # noqa: T201  # standard output is the product
            return False
        if self._conversation:
            self._previous = answer.understood
        print(self._render(question, answer), flush=True)  # noqa: T201  # standard output is the product
        return True

    def answer_standard_input(self, ask: Ask) -> None:
        """Answer the lines of standard input until it ends."""
        for question in lines_of_standard_input():
            if question:
                self.answer(question, ask)
            else:
                self.start_afresh()

    def start_afresh(self) -> None:
        """Let the next question lean on nothing."""
        self._previous = None


def lines_of_standard_input(prompt: str = "") -> Iterator[str]:
    """Yield the lines without white space around them, as they come; `prompt` is shown before each is waited for."""
    while line := _read_line(prompt):
        yield line.strip()


def _read_line(prompt: str) -> str:
    if prompt:
        print(prompt, end="", flush=True)  # noqa: T201  # standard output is the product
    # A program may be started without standard input: it has no lines.
    return "" if sys.stdin is None else sys.stdin.readline()
