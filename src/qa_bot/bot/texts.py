"""The sentences that the bot says: which there are, and how they are put together."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from html import escape, unescape
from importlib import resources

from qa_bot.bot.bidi import FSI, PDI, isolate, lead, strip_controls
from qa_bot.bot.markup import Line, Page, Run, bold, code, line
from qa_bot.bot.messages import Messages, read_messages

BLANK = line()


class Sentences:
    """The sentences of one language, by their names in its message files, with values for their variables.

    A value is isolated where it is words, so that it can't turn its line; markup in it is no markup.
    """

    __slots__ = ()
    language: str

    def text(self, name: str, /, **values: str | int) -> str:
        """Return a sentence as words alone: for buttons and pop-ups."""
        return all_messages()[self.language].filled(name, _isolated(values))

    def line(self, name: str, /, **values: str | int) -> Line:
        """Return a sentence as a line of a message, which runs in the direction of its language."""
        (only,) = self._lines(name, values)
        return only

    def page(self, name: str, /, **values: str | int) -> Page:
        """Return a message as its lines, which run in the direction of their language."""
        return self._lines(name, values)

    def _lines(self, name: str, values: Mapping[str, str | int]) -> tuple[Line, ...]:
        guarded = {key: _guarded(value) for key, value in _isolated(values).items()}
        said = all_messages()[self.language].filled(name, guarded)
        return tuple(self._directed(tuple(_runs(written))) for written in said.split("\n"))

    def line_of(self, *parts: str | Run) -> Line:
        """Return a line of these parts, which runs in the direction of the language."""
        return self._directed(line(*parts).runs)

    def _directed(self, runs: tuple[Run, ...]) -> Line:
        turn = lead(runs[0].text) if runs and self.language == "ar" else ""
        return Line((Run(turn), *runs) if turn else runs)


@dataclass(frozen=True, slots=True)
class Texts(Sentences):
    """The sentences of one language; those with {braces} are filled in where they are used.

    Pages are whole messages; `*_alert` stand in a pop-up of at most 200 characters; `*_button` on buttons.
    """

    language: str
    start: Page
    help: Page
    about: Page
    privacy: Page
    in_private: Page
    papers: str
    forget_ask: Page
    forgotten: Page
    kept: Page
    ask_usage: Page
    when_usage: Page
    unknown_command: Page
    words_only: Page
    greeting: Page
    welcome: Page
    who_i_am: Page
    goodbye: Page
    too_many: Page
    queued: Page
    too_late: Page
    unavailable: Page
    failure: Page
    too_many_alert: str
    unavailable_alert: str
    failure_alert: str
    forged_alert: str
    expired_alert: str
    gone_alert: str
    not_yours_alert: str
    about_label: str
    apart_label: str
    question_label: str
    read_as_label: str
    corrected_label: str
    agreeing: str
    computed: str
    computed_day: str
    differing: str
    given_by: str
    and_others: str
    unsure_dates: str
    not_found: str
    nothing_admitted: str
    nearest: str
    only_nearest: str
    try_again: Line
    result: str
    shortened: str
    surroundings: str
    first_passage: str
    last_passage: str
    library: str
    library_empty: str
    other_collection: str
    died: str
    timeline_label: str
    timeline_count: str
    timeline_numbers: str
    timeline_ways: Page
    everything: str
    beyond_picture: str
    no_events: str
    by_context: str
    by_heading: str
    converted: Line
    today: str
    today_hijri: str
    today_christian: str
    on_this_day: str
    in_this_month: str
    not_this_day: Line
    nothing_today: str
    next_day: str
    century_button: str
    before_hijra_button: str
    next_button: str
    previous_button: str
    around_button: str
    back_button: str
    copy_button: str
    forget_button: str
    keep_button: str
    nearest_button: str
    alone_button: str
    about_button: str
    inline_ask_button: str
    inline_nothing_button: str
    inline_unavailable_button: str
    inline_nearest: str
    description: str
    short_description: str
    commands: tuple[tuple[str, str], ...]


@cache
def all_messages() -> dict[str, Messages]:
    """Return the messages of each language by its code, read once.

    Raises:
        SetupError: a message can't be read, or isn't in every language.
    """
    return read_messages(resources.files(__package__).joinpath("locales"))


def _isolated(values: Mapping[str, str | int]) -> dict[str, str | int]:
    return {key: isolate(value) if isinstance(value, str) else value for key, value in values.items()}


def _guarded(value: str | int) -> str | int:
    return escape(value, quote=False) if isinstance(value, str) else value


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


def rtl(*parts: str | Run) -> Line:
    """Return a line of these parts that runs right to left."""
    first = parts[0] if isinstance(parts[0], str) else parts[0].text
    return line(lead(first), *parts) if lead(first) else line(*parts)


def example(text: str) -> tuple[str, Run, str]:
    """Return a run that a tap copies, isolated: it can't turn its line."""
    return FSI, code(text), PDI


def command(name: str) -> tuple[str, str, str]:
    """Return a command that a tap sends, isolated: it can't turn its line."""
    return FSI, name, PDI


def filled(page: Page, **values: object) -> Page:
    """Return the page with the {braces} of its plain texts filled in."""
    return tuple(
        replace(block, runs=tuple(replace(run, text=run.text.format(**values)) for run in block.runs)) for block in page
    )
