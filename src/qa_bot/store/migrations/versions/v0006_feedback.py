"""What people think of answers, which questions were answered, and those that weren't."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables of votes and of unanswered questions."""
    op.add_column("letters", sa.Column("found", sa.Boolean))
    op.create_table(
        "votes",
        sa.Column("bot_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("voter_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("liked", sa.Boolean, nullable=False),
        sa.Column("question", sa.Text),
        sa.Column("passage_id", sa.Text),
        sa.Column("sentence", sa.Text),
        sa.Column("voted_at", sa.Double, nullable=False),
    )
    op.create_index("votes_by_voter", "votes", ["voter_id"])
    op.create_table(
        "unanswered",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("asker_id", sa.BigInteger, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("asked_at", sa.Double, nullable=False),
    )
    op.create_index("unanswered_by_chat", "unanswered", ["chat_id"])
    op.create_index("unanswered_by_asker", "unanswered", ["asker_id"])
