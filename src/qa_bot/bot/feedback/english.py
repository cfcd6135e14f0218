"""The sentences about feedback in English."""

from qa_bot.bot.feedback.texts import FeedbackTexts
from qa_bot.bot.markup import line
from qa_bot.bot.texts import command

ENGLISH = FeedbackTexts(
    thanks_alert="Thank you, I am glad that it helped.",
    sorry_alert="Thank you for telling me.",
    which_is_better=(line("Which of these sentences is the answer? Press its number:"),),
    none_button="None of them",
    noted=(line("Thank you, I have noted that this is the right sentence:"),),
    noted_none=(line("Thank you, I have noted that the answer isn't among what I found."),),
    log_off=(
        line("I keep no questions here. If the admins want me to keep those that I found no answer to,"),
        line("they can turn on the question log: ", *command("/settings")),
    ),
    none_unanswered=(line("No questions are kept: for a month I have found an answer to all of them."),),
    unanswered="Questions that the texts don't answer ({count})",
    digest="This week's questions that the texts don't answer ({count})",
    digest_of="Asked in {title}. To stop this, send /settings there.",
    times="times: {times}",
    admins_only=(line("This log is for the group's admins."),),
)
