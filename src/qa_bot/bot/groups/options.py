"""What can be chosen in the panel of a chat's settings."""

from dataclasses import dataclass

from qa_bot.bot.feedback.weekly import IN_CHAT, IN_PRIVATE, NOWHERE
from qa_bot.bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of the panel: `name` is its field in `ChatSettings` or in the panel, `values` what it may be.

    `number`, from 1, stands for it in buttons, and a value's place for the value: neither ever changes, new ones come
    at the end. In `private` chats only some make sense.
    """

    number: int
    name: str
    values: tuple[object, ...]
    private: bool = False

    def place_of(self, chosen: object) -> int | None:
        """Return the place of the value that is chosen; None where it isn't one of the panel's.

        >>> OPTIONS[0].place_of("en")
        2
        """
        return self.values.index(chosen) if chosen in self.values else None


ZONES = (
    "Asia/Riyadh",
    "Asia/Baghdad",
    "Asia/Amman",
    "Asia/Damascus",
    "Asia/Jerusalem",
    "Asia/Beirut",
    "Africa/Cairo",
    "Africa/Khartoum",
    "Africa/Tripoli",
    "Africa/Tunis",
    "Africa/Algiers",
    "Africa/Casablanca",
    "Africa/Nouakchott",
    "Asia/Dubai",
    "Europe/Istanbul",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "Asia/Kuala_Lumpur",
    "Asia/Jakarta",
)
# Minutes after midnight; what is sent at another time was wished by a command.
TIMES = ("", 360, 420, 480, 720, 1_020, 1_080, 1_200, 1_260, 1_320)
# What is kept with all that is sent at its time, and not among a chat's settings.
SCHEDULED = ("passage", "quiz", "digest")
# In the order of the panel.
OPTIONS = (
    Option(1, "language", ("", "ar", "en"), private=True),
    Option(20, "digits", ("", "arabic"), private=True),
    Option(2, "results", (1, 2, 3, 4), private=True),
    Option(3, "asker_only", (False, True)),
    Option(23, "whispers", (False, True)),
    Option(4, "mentions", (True, False)),
    Option(5, "cooldown_s", (0, 10, 30, 60, 300)),
    Option(6, "quiet_hours", ("", "22-6", "23-7", "0-8", "0-0")),
    Option(7, "zone", ZONES, private=True),
    Option(8, "fade_after_s", (0, 300, 3_600, 21_600, 86_400)),
    Option(24, "passage", TIMES, private=True),
    Option(25, "quiz", TIMES, private=True),
    Option(21, "everyone_adds", (False, True)),
    Option(9, "question_log", (False, True), private=True),
    Option(22, "digest", (NOWHERE, IN_CHAT, IN_PRIVATE)),
)


def zone_name(zone: str, texts: Texts) -> str:
    """Return how a time zone is called in the panel, by its city; else its IANA name."""
    return texts.text(f"option-zone.value-{ZONES.index(zone)}") if zone in ZONES else zone


def options_for(chat_id: int) -> tuple[Option, ...]:
    """Return the settings of a chat: a private chat's number is its user's, and above zero.

    >>> [option.name for option in options_for(7)]
    ['language', 'digits', 'results', 'zone', 'passage', 'quiz', 'question_log']
    """
    return tuple(option for option in OPTIONS if option.private or chat_id < 0)


def option_numbered(number: int, chat_id: int) -> Option | None:
    """Return the setting of a chat that this number stands for; None where it has none such."""
    return next((option for option in options_for(chat_id) if option.number == number), None)
