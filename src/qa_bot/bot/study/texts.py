"""The sentences of study features: which there are."""

from dataclasses import dataclass

from qa_bot.bot.markup import Line, Page


@dataclass(frozen=True, slots=True)
class DailyTexts:
    """The sentences about what comes every day: a passage, or a quiz."""

    title: str
    none: Line
    usage: Page
    ended: Page
    off: Line


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
    daily_passage: DailyTexts
    daily_quiz: DailyTexts
    daily_time: str
    daily_next: str
    daily_order: str
    daily_random: str
    daily_texts: str
    daily_all_texts: str
    daily_silent: Line
    unknown_texts: str
    passage_of_the_day: str
    read_on_button: str
    quiz_year: str
    quiz_who: str
    quiz_where: str
    quiz_amount: str
    no_quiz: Page
    scores_title: str
    scores_week: str
    scores_ever: str
    score: str
    more_scores: str
    no_scores: Page
    no_scores_week: Line
    report: str
    report_columns: tuple[str, ...]
    question_columns: tuple[str, ...]
