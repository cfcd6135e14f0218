"""Alembic's way in: it loads this file under the name below, with an open connection among its attributes."""

from alembic import context

from qa_bot.store.tables import METADATA


def _step() -> None:
    # The transaction is the caller's: its steps stay, or go, together.
    context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
    context.run_migrations()


if __name__ == "env_py":
    _step()
