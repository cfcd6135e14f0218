"""Telegram: what people send becomes questions, and answers become cards with buttons."""
