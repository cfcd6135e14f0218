"""Words where they stand."""

import re
from typing import NamedTuple

from qa_bot.model.corpus import Span
from qa_bot.text.letters import ARABIC_LETTERS, JOINERS, MARKS
from qa_bot.text.normalise import normalise

# \w leaves out the vowel marks, which would cut a vowelled word in two; so a word is a letter, then letters
# and marks, of one script, for each is normalised in its own way. Digits are words of their own: «13هـ» is a
# number and a letter.
WORD = re.compile(
    rf"[{ARABIC_LETTERS}][{ARABIC_LETTERS}{MARKS}{JOINERS}]*"
    rf"|[^\W\d_{ARABIC_LETTERS}](?:[^\W\d_{ARABIC_LETTERS}]|[\u0300-\u036f])*"
    r"|\d+"
)


# A tuple, for speed: a question makes thousands.
class Token(NamedTuple):
    """A word where it stands: code points `[start, end)` of the text it was read from, `term` its normalised form."""

    start: int
    end: int
    term: str

    @property
    def span(self) -> Span:
        """Return where the word stands."""
        return Span(self.start, self.end)


def words(text: str) -> list[str]:
    """Return the words of `text` as written, in order, without spans: for speed where only terms count.

    >>> words("سنة 13هـ، في أجنادين"), words("الـISBN")
    (['سنة', '13', 'هـ', 'في', 'أجنادين'], ['الـ', 'ISBN'])
    """
    return WORD.findall(text)


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text` in order; what normalises to nothing is left out.

    >>> [(token.span.start, token.term) for token in tokenise("وقعة أجنادين")]
    [(0, 'وقعه'), (5, 'اجنادين')]
    """
    found = WORD.finditer(text)
    return [Token(match.start(), match.end(), term) for match in found if (term := normalise(match.group()))]


def terms_in(text: str) -> tuple[str, ...]:
    """Return the terms of `text` in order: of its tokens, without where they stand.

    >>> terms_in("سنة 13هـ، في أجنادين")
    ('سنه', '13', 'ه', 'في', 'اجنادين')
    """
    return tuple(filter(None, map(normalise, words(text))))
