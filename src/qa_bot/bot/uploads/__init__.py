"""Texts that chats add for themselves, as they look in Telegram."""
