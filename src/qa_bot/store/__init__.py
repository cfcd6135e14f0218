"""What the bot remembers, in SQLite or PostgreSQL: one module a noun, functions over an open connection."""
