"""Frozen dataclasses: the nouns of the project, without behaviour that needs a library."""
