"""What is sent at a time of the day."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of schedules."""
    op.create_table(
        "schedules",
        sa.Column("bot_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("topic_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(10), primary_key=True),
        sa.Column("minute", sa.Integer, nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("due_at", sa.Double, nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("letter_id", sa.BigInteger),
        sa.Column("refused", sa.Integer, nullable=False),
    )
    op.create_index("schedules_by_time", "schedules", ["due_at"])
