"""HTTP: the door that Telegram's webhook knocks at, and a health check."""
