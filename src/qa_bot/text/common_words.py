"""Everyday words that nobody mistyped, whatever the texts are about."""

from functools import cache
from importlib import resources

from qa_bot.text.normalise import normalised_words


@cache
def common_words() -> frozenset[str]:
    """Return the normalised words of `common_words.txt`."""
    lines = resources.files(__package__).joinpath("common_words.txt").read_text("utf-8").splitlines()
    return normalised_words(" ".join(line for line in lines if not line.startswith("#")))
