"""The sentences of study features: which there are."""

from dataclasses import dataclass

from qa_bot.bot.markup import Line, Page


@dataclass(frozen=True, slots=True)
class StudyTexts:
    """The sentences of one language for reading together; those with {braces} are filled in where they are used."""

    choose_text: str
    several_texts: str
    no_such_text: str
    read_usage: Line
    resumed: str
    go_on_button: str
    from_start_button: str
    all_texts_button: str
    admins_only: Page
    daily_none: Line
    daily_usage: Page
    daily_title: str
    daily_time: str
    daily_next: str
    daily_order: str
    daily_random: str
    daily_texts: str
    daily_all_texts: str
    daily_silent: Line
    daily_ended: Page
    daily_off: Line
    unknown_texts: str
    passage_of_the_day: str
    read_on_button: str
