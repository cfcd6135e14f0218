"""Judged questions → measures: how often the answers are right, and how sure they may be."""
