"""The sentences that the bot says: which there are, and how they are put together."""

from dataclasses import dataclass, replace

from qa_bot.bot.bidi import FSI, PDI, lead
from qa_bot.bot.feedback.texts import FeedbackTexts
from qa_bot.bot.groups.texts import GroupTexts
from qa_bot.bot.markup import Line, Page, Run, code, line
from qa_bot.bot.study.texts import StudyTexts
from qa_bot.bot.uploads.texts import UploadTexts

BLANK = line()


@dataclass(frozen=True, slots=True)
class Texts:
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
    page: str
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
    weekdays: tuple[str, ...]
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
    study: StudyTexts
    uploads: UploadTexts
    groups: GroupTexts
    feedback: FeedbackTexts


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
