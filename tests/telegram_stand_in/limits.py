"""The numbers that Telegram counts by, and its way of counting: UTF-16 code units, or bytes where it says so.

Numbers from the Bot API 10.1 (core.telegram.org/bots/api); those that only the server knows are marked.
"""

TEXT_UTF16 = 4096
CAPTION_UTF16 = 1024
QUOTE_UTF16 = 1024
MARKUP_BYTES = 1 << 15  # the server's: what comes before parsing
ENTITIES = 100
CALLBACK_DATA_BYTES = 64
CALLBACK_ANSWER_UTF16 = 200
COPY_TEXT_UTF16 = 256
BUTTONS = 100
BUTTONS_IN_A_ROW = 8  # the server's
KEYBOARD_BYTES = 10_000  # the server's: REPLY_MARKUP_TOO_LONG

COMMANDS = 100
COMMAND_DESCRIPTION_UTF16 = 256
BOT_NAME_UTF16 = 64
BOT_DESCRIPTION_UTF16 = 512
BOT_SHORT_DESCRIPTION_UTF16 = 120

POLL_QUESTION_UTF16 = 300
POLL_OPTION_UTF16 = 100
POLL_OPTIONS = 12
POLL_EXPLANATION_UTF16 = 200
POLL_EXPLANATION_LINE_FEEDS = 2
POLL_DESCRIPTION_UTF16 = 1024

INLINE_RESULTS = 50
INLINE_RESULT_ID_BYTES = 64
INLINE_OFFSET_BYTES = 64

PHOTO_BYTES = 10 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024

UPDATES_A_CALL = 100
POLL_TIMEOUT_S = 50  # the server's: longer waits are cut to it
WEBHOOK_CONNECTIONS = 100
WEBHOOK_PORTS = (443, 80, 88, 8443)

MESSAGES_A_SECOND = 30
MESSAGES_A_SECOND_IN_A_CHAT = 1
MESSAGES_A_MINUTE_IN_A_GROUP = 20


def utf16_length(text: str) -> int:
    """Return the length of `text` in UTF-16 code units.

    >>> utf16_length("متى"), utf16_length("🏹")
    (3, 2)
    """
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, start: int, end: int) -> str:
    """Return the part of `text` between two offsets in UTF-16 code units; half a pair reads as U+FFFD.

    >>> utf16_slice("🏹 سهم", 3, 6)
    'سهم'
    """
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", errors="replace")
