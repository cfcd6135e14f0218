"""Where readers stopped."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of bookmarks."""
    op.create_table(
        "bookmarks",
        sa.Column("bot_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("reader_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("document_key", sa.String(10), primary_key=True),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.Column("read_at", sa.Double, nullable=False),
    )
