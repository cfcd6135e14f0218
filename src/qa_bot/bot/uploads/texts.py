"""The sentences about texts that a chat adds: which there are."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_bot.bot.markup import Line, Page
from qa_bot.own_texts.model import Refusal


@dataclass(frozen=True, slots=True)
class UploadTexts:
    """The sentences of one language about own texts; those with {braces} are filled in where they are used."""

    receiving: Page
    reading: Page
    added: str
    size: str
    at_hand: Line
    partly_scanned: Line
    partly_read: Line
    see_library: Line
    known: str
    refusals: Mapping[Refusal, Page]
    usage: Page
    closed: Page
    admins_only: Page
    library: str
    library_empty: Line
    of_library: Line
    passages: str
    ask_removal: str
    for_good: Line
    removed: str
    remove_button: str
    yes_button: str
    no_button: str
    admins_alert: str
