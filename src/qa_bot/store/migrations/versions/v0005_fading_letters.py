"""When a letter, and the question that it answers, are taken out of their chat."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the column of that time."""
    op.add_column("letters", sa.Column("fades_at", sa.Double))
    op.create_index("letters_by_fading", "letters", ["fades_at"])
