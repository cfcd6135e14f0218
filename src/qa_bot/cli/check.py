"""`qa-bot check`: settings, texts, index and token, and what to mend."""
