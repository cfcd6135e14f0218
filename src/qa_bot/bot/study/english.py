"""The sentences of study features in English."""

from qa_bot.bot.markup import line
from qa_bot.bot.study.texts import StudyTexts
from qa_bot.bot.texts import example

ENGLISH = StudyTexts(
    choose_text="Choose a text to read from its beginning; I keep your place in it:",
    several_texts="Which of these texts do you want to read?",
    no_such_text="There is no text titled {asked}. These are the texts of the library:",
    read_usage=line("Or write the title after the command: ", *example("/read Ajnadayn")),
    resumed="We go on where you stopped.",
    go_on_button="Go on: {title}",
    from_start_button="From the beginning",
    all_texts_button="All texts",
)
