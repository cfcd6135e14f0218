"""The tables. Times are seconds since 1970; `bot_id` is the number before the colon of a token.

Whatever changes here needs a step in `migrations/versions`, and NEWEST its number. Each table's `info` names the
columns that tell whose a row is: what `export` writes out, and `forget` takes away.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

NEWEST = "0008"

METADATA = MetaData()
# SQLite numbers rows by itself only where the type is called INTEGER.
_Number = BigInteger().with_variant(Integer, "sqlite")
_STATE_LENGTH = 10
_KEY_LENGTH = 10
_POLL_LENGTH = 64

UPDATES = Table(
    "updates",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("chat_id", BigInteger),
    Column("user_id", BigInteger),
    Column("state", String(_STATE_LENGTH), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("received_at", Double, nullable=False),
    Column("ended_at", Double),
    Column("body", Text),
    UniqueConstraint("bot_id", "update_id", name="updates_once"),
    Index("updates_by_state", "state"),
    Index("updates_by_chat", "chat_id"),
    Index("updates_by_user", "user_id"),
    info={"chat": "chat_id", "user": "user_id"},
)
"""The inbox: updates from their arrival on; `body` is Telegram's JSON until the work is done, then nothing."""

LETTERS = Table(
    "letters",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger),
    Column("chat_id", BigInteger, nullable=False),
    Column("topic_id", BigInteger),
    Column("reply_to", BigInteger),
    Column("edits", BigInteger),
    Column("body", Text),
    Column("asker_id", BigInteger),
    Column("question_id", BigInteger),
    Column("fingerprint", String(16)),
    Column("understood", Text),
    Column("found", Boolean),
    Column("state", String(_STATE_LENGTH), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("doubts", Integer, nullable=False),
    Column("written_at", Double, nullable=False),
    Column("ended_at", Double),
    Column("message_id", BigInteger),
    Column("fades_at", Double),
    Index("letters_by_state", "state"),
    Index("letters_by_question", "chat_id", "question_id"),
    Index("letters_by_message", "chat_id", "message_id"),
    Index("letters_by_asker", "asker_id"),
    Index("letters_by_fading", "fades_at"),
    info={"chat": "chat_id", "user": "asker_id"},
)
"""The outbox, and what became of it: `message_id` is the message in the chat, `question_id` the one it answers.

Numbers of messages are below zero where the asker alone sees them.
"""

QUESTIONS = Table(
    "questions",
    METADATA,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("topic_id", BigInteger, primary_key=True, autoincrement=False),
    Column("asker_id", BigInteger, primary_key=True, autoincrement=False),
    Column("understood", Text, nullable=False),
    Column("said_at", Double, nullable=False),
    Index("questions_by_asker", "asker_id"),
    info={"chat": "chat_id", "user": "asker_id"},
)
"""What each speaker asked last; `topic_id` is 0 outside topics."""

BOOKMARKS = Table(
    "bookmarks",
    METADATA,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("reader_id", BigInteger, primary_key=True, autoincrement=False),
    Column("document_key", String(_KEY_LENGTH), primary_key=True),
    Column("place", BigInteger, nullable=False),
    Column("read_at", Double, nullable=False),
    # A private chat has the number of the reader in it.
    info={"chat": "reader_id", "user": "reader_id"},
)
"""Where each reader stopped in each text: `place` is a code point of the text, `document_key` its key in hex digits."""

CHAT_SETTINGS = Table(
    "chat_settings",
    METADATA,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chosen", Text, nullable=False),
    info={"chat": "chat_id", "user": "chat_id"},
)
"""What each chat's admins have chosen, as JSON; those of a private chat are its user's."""

SCHEDULES = Table(
    "schedules",
    METADATA,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("topic_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(_STATE_LENGTH), primary_key=True),
    Column("minute", Integer, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("due_at", Double, nullable=False),
    Column("details", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("letter_id", BigInteger),
    Column("refused", Integer, nullable=False),
    Column("reader_id", BigInteger),
    Index("schedules_by_time", "due_at"),
    # A group's belong to the group, whichever admin asked for them, but for what one of them gets in private.
    info={"chat": "chat_id", "user": "reader_id"},
)
"""What is sent at a time of the day, or of a week; `topic_id` is 0 outside topics, `details` JSON."""

VOTES = Table(
    "votes",
    METADATA,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("voter_id", BigInteger, primary_key=True, autoincrement=False),
    Column("liked", Boolean, nullable=False),
    Column("question", Text),
    Column("passage_id", Text),
    Column("sentence", Text),
    Column("voted_at", Double, nullable=False),
    Index("votes_by_voter", "voter_id"),
    info={"chat": "chat_id", "user": "voter_id"},
)
"""What people think of a card; where its chat keeps questions, also of what question, and which sentence is right."""

UNANSWERED = Table(
    "unanswered",
    METADATA,
    Column("id", _Number, primary_key=True),
    Column("bot_id", BigInteger, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("asker_id", BigInteger, nullable=False),
    Column("question", Text, nullable=False),
    Column("asked_at", Double, nullable=False),
    Index("unanswered_by_chat", "chat_id"),
    Index("unanswered_by_asker", "asker_id"),
    info={"chat": "chat_id", "user": "asker_id"},
)
"""Questions that the texts didn't answer, of chats whose admins want them kept."""

QUIZZES = Table(
    "quizzes",
    METADATA,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("poll_id", String(_POLL_LENGTH), primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("passage_id", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("right_option", Integer, nullable=False),
    Column("asked_at", Double, nullable=False),
    Index("quizzes_by_chat", "chat_id", "asked_at"),
    info={"chat": "chat_id", "user": "chat_id"},
)
"""The quiz questions that were asked: the sentence with its gap, what stood there, and the option that holds it."""

QUIZ_ANSWERS = Table(
    "quiz_answers",
    METADATA,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("poll_id", String(_POLL_LENGTH), primary_key=True),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("chosen_option", Integer, nullable=False),
    Column("answered_at", Double, nullable=False),
    Index("quiz_answers_by_user", "user_id"),
    # An answer comes without its chat; a private chat has the number of the user in it.
    info={"chat": "user_id", "user": "user_id"},
)
"""Who chose which option; it may come before the poll's own number is written down."""
