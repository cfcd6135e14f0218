"""The sentences about groups: which there are."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_bot.bot.markup import Page


@dataclass(frozen=True, slots=True)
class OptionTexts:
    """A setting in the words of one language: what it's called, what it means, and its values in their order."""

    label: str
    meaning: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupTexts:
    """The sentences of one language; those with {braces} are filled in where they are used.

    `*_alert` stand in a pop-up of at most 200 characters; `*_button` on buttons. `options` are by field.
    """

    panel_title: str
    own_panel_title: str
    press_to_change: str
    open_panel: Page
    admins_only: Page
    not_your_group: Page
    open_panel_button: str
    greeting: Page
    too_soon: Page
    back_to_panel_button: str
    collections_button: str
    chat_collections: str
    topic_collections: str
    all_collections: str
    press_to_choose: str
    not_admin_alert: str
    options: Mapping[str, OptionTexts]
