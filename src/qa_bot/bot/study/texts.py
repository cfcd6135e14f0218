"""The sentences of study features: which there are."""

from dataclasses import dataclass

from qa_bot.bot.markup import Line


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
