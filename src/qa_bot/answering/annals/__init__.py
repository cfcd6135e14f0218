"""Annals: every sentence of the texts that dates something, in the order of time."""
