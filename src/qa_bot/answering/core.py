"""A word bare of what is joined to it."""

from functools import lru_cache

from qa_bot.answering.lexicon import SUFFIXED_PRONOUNS

_SHORTEST = 3  # letters left


@lru_cache(maxsize=100_000)
def core(word: str) -> str:
    """Return `word` without what is joined to its front, a pronoun, and a verb's plural; three letters stay.

    >>> core("دفنوه"), core("حاصروها"), core("لبدر"), core("والمسلمون"), core("بدر")
    ('دفن', 'حاصر', 'بدر', 'مسلم', 'بدر')
    """
    bare = without_proclitic(word)
    for endings in (SUFFIXED_PRONOUNS, _PLURALS):
        ending = next((each for each in endings if bare.endswith(each)), "")
        if ending and len(bare) - len(ending) >= _SHORTEST:
            bare = bare.removesuffix(ending)
    return bare


def lemma(word: str) -> str:
    """Return the core of `word`, one for all cases of a noun that writes them in a letter: «أبو», «أبي», «أبا»."""
    bare = core(word)
    return _CASES.get(bare, bare)


_CASES = {form: forms[0] for forms in (("ابو", "ابي", "ابا"), ("اخو", "اخي", "اخا"), ("بنو", "بني")) for form in forms}
_PLURALS = ("وا", "ون", "ين", "ات", "ان", "و", "ت")


def without_proclitic(word: str) -> str:
    """Return `word` without «و», «ف», «ب», «ل», «ك» and the article in front, at least three letters left.

    >>> without_proclitic("لبدر"), without_proclitic("وبالشام"), without_proclitic("بدر")
    ('بدر', 'شام', 'بدر')
    """
    rest = word[1:] if word[:1] in "وف" and len(word) > _SHORTEST else word
    if rest.startswith(("ال", "لل")) and len(rest) > _SHORTEST + 1:
        return rest[2:]
    bare = rest[1:] if rest[:1] in "بلك" and len(rest) > _SHORTEST else rest
    return bare[2:] if bare.startswith("ال") and len(bare) > _SHORTEST + 1 else bare
