"""The sentences about groups in English."""

from qa_bot.bot.groups.texts import GroupTexts, OptionTexts
from qa_bot.bot.markup import bold, line
from qa_bot.bot.texts import command, example

_NO_YES = ("no", "yes")

ENGLISH = GroupTexts(
    panel_title="Settings of {title}",
    own_panel_title="Your settings in this chat of ours",
    press_to_change="Press what you want to change:",
    open_panel=(line("This group's settings are in my private chat, for its admins alone. Press to open them:"),),
    admins_only=(line("The settings are for the group's admins: ask them for what you would like changed."),),
    not_your_group=(
        line("I don't find you among this group's admins, or I am not in it now."),
        line("If you are one of them, send /settings there and open the settings anew."),
    ),
    greeting=(
        line(bold("Peace be upon you 👋")),
        line("I answer your questions from Arabic texts: the sentence that answers, word for word, with its source."),
        line("Ask me so: ", *example("/ask متى كانت معركة اليرموك؟")),
        line("or mention me in your question, or reply to my answer. To all else I keep silent."),
        line("For admins: ", *command("/settings")),
    ),
    too_soon=(line("Gently: between two questions there is a pause here ({seconds} seconds). Then please ask again."),),
    open_panel_button="Open the settings",
    back_to_panel_button="Back to the settings",
    collections_button="Texts",
    chat_collections="From which texts do I answer here?",
    topic_collections="From which texts do I answer in this topic?",
    all_collections="All texts",
    press_to_choose="Press a collection to choose it, and once more to leave it:",
    not_admin_alert="The settings are for the group's admins alone, and I don't find you among them now.",
    options={
        "language": OptionTexts(
            "Language",
            "In which language do I speak here? Texts stay as they are.",
            ("the asker's", "العربية", "English"),
        ),
        "digits": OptionTexts(
            "Digits", "Which digits do I write in Arabic? What is quoted stays as it is.", ("0123456789", "٠١٢٣٤٥٦٧٨٩")
        ),
        "results": OptionTexts(
            "Results", "How many results do the buttons under an answer lead through?", ("1", "2", "3", "4")
        ),
        "asker_only": OptionTexts(
            "Buttons for the asker alone", "May only who asked press the buttons under an answer?", _NO_YES
        ),
        "mentions": OptionTexts(
            "Answer to a mention",
            "Do I answer who mentions me and asks, or only commands and replies to my messages?",
            ("yes", "no"),
        ),
        "cooldown_s": OptionTexts(
            "Pause between questions",
            "How long does each of you wait between one question and the next?",
            ("none", "10 seconds", "30 seconds", "1 minute", "5 minutes"),
        ),
        "quiet_hours": OptionTexts(
            "Quiet hours",
            "When do I write here without a sound? By the clocks of the chosen place.",
            ("none", "22 to 6", "23 to 7", "0 to 8", "always"),
        ),
        "zone": OptionTexts(
            "Time zone",
            "By whose clocks are hours counted here?",
            (
                "Mecca and Riyadh",
                "Baghdad",
                "Amman",
                "Damascus",
                "Jerusalem",
                "Beirut",
                "Cairo",
                "Khartoum",
                "Tripoli",
                "Tunis",
                "Algiers",
                "Rabat",
                "Nouakchott",
                "Dubai",
                "Istanbul",
                "Berlin",
                "London",
                "New York",
                "Kuala Lumpur",
                "Jakarta",
            ),
        ),
        "fade_after_s": OptionTexts(
            "Delete by itself",
            "After how long do I delete my answer? With it goes the question, if I am an admin who may delete.",
            ("never", "5 minutes", "1 hour", "6 hours", "1 day"),
        ),
        "everyone_adds": OptionTexts(
            "Who adds texts", "Who may add texts here with /add? To remove them is for admins.", ("admins", "everyone")
        ),
        "question_log": OptionTexts(
            "Question log",
            "Do I keep for a month what I found no answer to, and what was thought of answers? Admins see it with"
            " /unanswered.",
            _NO_YES,
        ),
        "digest": OptionTexts(
            "Weekly digest",
            "Do I send, each Saturday morning, the week's questions that I found no answer to? I only know them with"
            " the question log on.",
            ("no", "in the group", "in private, to whoever chose this"),
        ),
    },
)
