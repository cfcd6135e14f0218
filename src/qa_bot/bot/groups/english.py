"""The sentences about groups in English."""

from qa_bot.bot.groups.texts import GroupTexts, OptionTexts
from qa_bot.bot.markup import line

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
    open_panel_button="Open the settings",
    back_to_panel_button="Back to the settings",
    not_admin_alert="The settings are for the group's admins alone, and I don't find you among them now.",
    options={
        "language": OptionTexts(
            "Language",
            "In which language do I speak here? Texts stay as they are.",
            ("the asker's", "العربية", "English"),
        ),
        "results": OptionTexts(
            "Results", "How many results do the buttons under an answer lead through?", ("1", "2", "3", "4")
        ),
        "asker_only": OptionTexts(
            "Buttons for the asker alone", "May only who asked press the buttons under an answer?", _NO_YES
        ),
    },
)
