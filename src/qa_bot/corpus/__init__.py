"""Texts on disk → documents → passages: plain functions, nothing is kept open."""
