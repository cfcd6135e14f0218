"""Studying together: reading a text page by page."""
