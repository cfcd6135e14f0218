"""The sentences about feedback: which there are."""

from dataclasses import dataclass

from qa_bot.bot.markup import Page


@dataclass(frozen=True, slots=True)
class FeedbackTexts:
    """The sentences of one language; those with {braces} are filled in where they are used.

    `*_alert` stand in a pop-up of at most 200 characters; `*_button` on buttons.
    """

    thanks_alert: str
    sorry_alert: str
    which_is_better: Page
    none_button: str
    noted: Page
    noted_none: Page
    log_off: Page
    none_unanswered: Page
    unanswered: str
    digest: str
    digest_of: str
    times: str
    admins_only: Page
