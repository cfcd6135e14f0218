"""Quiz questions, and who answered them how."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables of questions and answers."""
    op.create_table(
        "quizzes",
        sa.Column("bot_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("poll_id", sa.String(64), primary_key=True),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("passage_id", sa.Text, nullable=False),
        sa.Column("asked", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("right_option", sa.Integer, nullable=False),
        sa.Column("asked_at", sa.Double, nullable=False),
    )
    op.create_index("quizzes_by_chat", "quizzes", ["chat_id", "asked_at"])
    op.create_table(
        "quiz_answers",
        sa.Column("bot_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("poll_id", sa.String(64), primary_key=True),
        sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("chosen_option", sa.Integer, nullable=False),
        sa.Column("answered_at", sa.Double, nullable=False),
    )
    op.create_index("quiz_answers_by_user", "quiz_answers", ["user_id"])
