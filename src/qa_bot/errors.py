"""Every error the project raises, by who can mend it.

QaBotError
├── QuestionError      the asker: empty, too long; each has its Arabic and English sentence
├── SetupError         the operator: settings, corpus (path, line), stale or torn index
└── UnavailableError   time: engine, store, Telegram; `retry_after_s` when known

Finding nothing is no error: it is an `Answer` without quotes.
"""


class QaBotError(Exception):
    """The root of every error that qa_bot raises on purpose."""


class QuestionError(QaBotError):
    """The asker can mend it; `arabic` and `english` are sentences to show as they are."""

    def __init__(self, arabic: str, english: str) -> None:
        super().__init__(english)
        self.arabic = arabic
        self.english = english


class SetupError(QaBotError):
    """The operator can mend it; the message names the file, and `command` the command that mends it.

    `reason` is the message without the command.

    >>> print(SetupError("There is no index in index/.", command="qa-bot index"))
    There is no index in index/.
      To mend it: qa-bot index
    """

    def __init__(self, message: str, *, command: str | None = None) -> None:
        super().__init__(message if command is None else f"{message}\n  To mend it: {command}")
        self.reason = message
        self.command = command


class UnavailableError(QaBotError):
    """Time mends it; `retry_after_s` says when to try again, None where nobody knows."""

    def __init__(self, message: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s
