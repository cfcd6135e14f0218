"""What Telegram answers when it refuses a call."""

from typing import Any


class RefusedError(Exception):
    """The call is refused: `code` and `description` as Telegram words them.

    `excused` marks what the world did to the bot (it was kicked, a user deleted the message); everything
    else is the bot's own fault and counts as a violation.
    """

    def __init__(
        self, code: int, description: str, *, excused: bool = False, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.excused = excused
        self.parameters = parameters or {}


def bad_request(reason: str, *, excused: bool = False, **parameters: Any) -> RefusedError:
    """Return a 400 in Telegram's wording: sentences lose their capital, NAMES_LIKE_THIS keep theirs.

    >>> bad_request("Can't parse entities").description
    "Bad Request: can't parse entities"
    >>> bad_request("BUTTON_DATA_INVALID").description
    'Bad Request: BUTTON_DATA_INVALID'
    """
    is_name = len(reason) > 1 and (reason[1] == "_" or "A" <= reason[1] <= "Z")
    written = reason if is_name else reason[:1].lower() + reason[1:]
    return RefusedError(400, f"Bad Request: {written}", excused=excused, parameters=parameters)


def forbidden(reason: str, *, excused: bool = True) -> RefusedError:
    """Return a 403, by default the world's doing."""
    return RefusedError(403, f"Forbidden: {reason}", excused=excused)


def too_many_requests(retry_after_s: int) -> RefusedError:
    """Return the 429 of flood control."""
    return RefusedError(
        429,
        f"Too Many Requests: retry after {retry_after_s}",
        excused=True,
        parameters={"retry_after": retry_after_s},
    )
