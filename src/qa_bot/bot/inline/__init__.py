"""Answers in chats that the bot isn't in: behind its name in the line where one types, and as their guest."""
