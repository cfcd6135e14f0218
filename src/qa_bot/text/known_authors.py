"""What readers call an author: «الطبري» for Muhammad ibn Jarir ibn Yazid … al-Tabari."""

from functools import cache, lru_cache
from importlib import resources

from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import words


@lru_cache(maxsize=10_000)
def known_as(author: str) -> str:
    """Return what readers call the author of this full name; empty for one who isn't in the list.

    >>> known_as("محمد بن جرير بن يزيد بن كثير بن غالب الآملي، أبو جعفر الطبري"), known_as("مكتبة qa_bot")
    ('الطبري', '')
    """
    said = {normalise(word) for word in words(author)}
    return next((name for name, telling in _authors() if telling <= said), "")


@cache
def _authors() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return every name with the normalised words that tell it, in the order of the file."""
    lines = resources.files(__package__).joinpath("known_authors.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((name, frozenset(map(normalise, words(telling)))) for name, telling in rows)
