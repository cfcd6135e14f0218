"""Texts that a chat adds for itself: read apart from the bot, kept on the disk, and asked beside the library."""
