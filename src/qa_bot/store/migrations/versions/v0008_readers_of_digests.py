"""Who gets in private what is sent about a chat."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the column of that user."""
    op.add_column("schedules", sa.Column("reader_id", sa.BigInteger))
