"""What readers call an author: «الطبري» for Muhammad ibn Jarir ibn Yazid … al-Tabari."""

from functools import cache, lru_cache
from importlib import resources

from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import tokenise, words

_FATHER, _FATHERS = "ابو", ("ابي", "ابا")


@lru_cache(maxsize=10_000)
def known_as(author: str) -> str:
    """Return what readers call the author of this full name; empty for one who isn't in the list.

    >>> known_as("محمد بن جرير بن يزيد بن كثير بن غالب الآملي، أبو جعفر الطبري"), known_as("مكتبة qa_bot")
    ('الطبري', '')
    """
    said = {normalise(word) for word in words(author)}
    return next((name for name, telling in _authors() if telling <= said), "")


def named_in(text: str) -> list[tuple[int, str]]:
    """Return the known authors whom `text` names, in order, each with the code point where the name begins.

    >>> named_in("كانت سنة خمس عشرة عند ابن إسحاق والبلاذري")
    [(22, 'ابن إسحاق'), (32, 'البلاذري')]
    """
    tokens = tokenise(text)
    found = []
    for at, token in enumerate(tokens):
        for name, parts in _names():
            terms = [each.term for each in tokens[at : at + len(parts)]]
            if terms[1:] == parts[1:] and terms[:1] and _is_said(parts[0], terms[0]):
                found.append((token.span.start, name))
                break
    return found


def _is_said(first: str, term: str) -> bool:
    """Return whether a term is the first word of a name, after «و» or not: «أبو» in each of its cases."""
    bare = term.removeprefix("و")
    return first in (term, bare) or (first == _FATHER and bare in _FATHERS)


@cache
def _names() -> tuple[tuple[str, list[str]], ...]:
    """Return the names that readers use with their normalised words, the longest first."""
    names = {name: [normalise(word) for word in words(name)] for name, _ in _authors()}
    return tuple(sorted(names.items(), key=lambda each: -len(each[1])))


@cache
def _authors() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return every name with the normalised words that tell it, in the order of the file."""
    lines = resources.files(__package__).joinpath("known_authors.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((name, frozenset(map(normalise, words(telling)))) for name, telling in rows)
