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
    admins_only=(line("Only the group's admins can do that."),),
    daily_none=line("No passage comes here every day."),
    daily_usage=(
        line("Write the time after the command, then your city or time zone if you like:"),
        line(*example("/daily 07:30")),
        line(*example("/daily 07:30 London")),
        line("And if you like: random, silent, a collection of texts or the title of one:"),
        line(*example("/daily 21:00 Cairo random silent فتوح الشام")),
    ),
    daily_title="The passage of the day here",
    daily_time="Time: every day at {time} ({zone})",
    daily_next="It comes next: {weekday} at {time}",
    daily_order="Order: as in the texts, one passage after the other",
    daily_random="Order: random, none twice before all were there",
    daily_texts="Texts: {texts}",
    daily_all_texts="all",
    daily_silent=line("Notification: silent"),
    daily_ended=(line("No passage comes here any more."),),
    daily_off=line("To stop it: ", *example("/daily off")),
    unknown_texts="The library has no collection and no text named {asked}. See ",
    passage_of_the_day="The passage of the day",
    read_on_button="Read on from here",
)
