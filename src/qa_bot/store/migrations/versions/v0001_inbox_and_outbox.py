"""The inbox, the outbox and the last question of each speaker."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the first tables."""
    _make_updates()
    _make_letters()
    op.create_table(
        "questions",
        sa.Column("bot_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("topic_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("asker_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("understood", sa.Text, nullable=False),
        sa.Column("said_at", sa.Double, nullable=False),
    )
    op.create_index("questions_by_asker", "questions", ["asker_id"])


def _make_updates() -> None:
    op.create_table(
        "updates",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger),
        sa.Column("user_id", sa.BigInteger),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("received_at", sa.Double, nullable=False),
        sa.Column("ended_at", sa.Double),
        sa.Column("body", sa.Text),
        sa.UniqueConstraint("bot_id", "update_id", name="updates_once"),
    )
    op.create_index("updates_by_state", "updates", ["state"])
    op.create_index("updates_by_chat", "updates", ["chat_id"])
    op.create_index("updates_by_user", "updates", ["user_id"])


def _make_letters() -> None:
    op.create_table(
        "letters",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("update_id", sa.BigInteger),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("topic_id", sa.BigInteger),
        sa.Column("reply_to", sa.BigInteger),
        sa.Column("edits", sa.BigInteger),
        sa.Column("body", sa.Text),
        sa.Column("asker_id", sa.BigInteger),
        sa.Column("question_id", sa.BigInteger),
        sa.Column("fingerprint", sa.String(16)),
        sa.Column("understood", sa.Text),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("doubts", sa.Integer, nullable=False),
        sa.Column("written_at", sa.Double, nullable=False),
        sa.Column("ended_at", sa.Double),
        sa.Column("message_id", sa.BigInteger),
    )
    op.create_index("letters_by_state", "letters", ["state"])
    op.create_index("letters_by_question", "letters", ["chat_id", "question_id"])
    op.create_index("letters_by_message", "letters", ["chat_id", "message_id"])
    op.create_index("letters_by_asker", "letters", ["asker_id"])
