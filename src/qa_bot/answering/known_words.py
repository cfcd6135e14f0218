"""Which words an asker may mean as they stand: those of the texts, of questions, and names."""

from collections.abc import Mapping
from functools import cache

from qa_bot.answering import lexicon
from qa_bot.answering.core import without_proclitic
from qa_bot.answering.question_words import asking_words
from qa_bot.answering.synonyms import synonym_rows
from qa_bot.text.common_words import common_words
from qa_bot.text.gazetteer import gazetteer
from qa_bot.text.given_names import given_names
from qa_bot.text.normalise import normalise

_SHORTEST = 3  # letters of a word before a pronoun


def is_known(word: str, texts: Mapping[str, int]) -> bool:
    """Return whether a normalised word stands in `texts`, with or without a joined letter, asks, is common or a name.

    >>> is_known("باليرموك", {"اليرموك": 3}), is_known("حطين", {}), is_known("اليرموظ", {"اليرموك": 3})
    (True, True, False)
    """
    if word in texts or word in common_words() or is_small(word):
        return True
    if lexicon.relation_row(word) is not None or synonym_rows(word):
        return True
    bare = without_proclitic(word)
    owned = [bare.removesuffix(pronoun) for pronoun in lexicon.SUFFIXED_PRONOUNS if bare.endswith(pronoun)]
    forms = [word, bare, f"ال{bare}", *(form for form in owned if len(form) >= _SHORTEST)]
    return any(form in texts or form in names() or form in _parts() for form in forms)


def is_small(word: str) -> bool:
    """Return whether a normalised word asks or carries no content, with or without particles in front.

    >>> is_small("وبماذا"), is_small("وعن"), is_small("تبوك")
    (True, True, False)
    """
    small = lexicon.function_words()
    return bool(asking_words(word)) or word in small or (word.startswith(("و", "ف")) and word[1:] in small)


@cache
def names() -> Mapping[str, str]:
    """Return the names of one word that are known everywhere, by their normalised form, as they are written."""
    written = [entry.arabic for entry in given_names()]
    written += [form for entry in gazetteer() for form in reversed(entry.forms)]
    return {normalise(name): name for name in written if " " not in name}


@cache
def _parts() -> frozenset[str]:
    """Return the words of names of several words: «المصطلق» of «بنو المصطلق»."""
    forms = (form for entry in gazetteer() for form in entry.forms if " " in form)
    return frozenset(normalise(word) for form in forms for word in form.split())
