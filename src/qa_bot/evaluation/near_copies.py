"""Paragraphs that say the same, and articles that belong together: each counts as one."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from qa_bot.evaluation.groups import Groups
from qa_bot.evaluation.question_sets import JudgedText
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import words

_WORDS = 8
# Of the 8-grams of the shorter paragraph. In the visible sets next to nothing lies between .2 and .5: sentences that
# two articles share on the one side, an article's older and newer version on the other.
_SHARED = 0.5
PARTS = ("fit", "report")
_SPLIT_SEED = "articles"


@dataclass(frozen=True, slots=True)
class Kinships:
    """Which paragraphs count as one, and what article each belongs to.

    `same` gives for a paragraph's id the id that stands for all its near-copies. `article` gives for it the name of
    its article; articles of one title, or with near-copies in both, are one.
    """

    same: Mapping[str, str]
    article: Mapping[str, str]


def kinships(texts: Sequence[JudgedText]) -> Kinships:
    """Return what belongs together among `texts`: near-copies share half of the shorter one's word 8-grams."""
    copies, articles = Groups(), Groups()
    titles = {text.id: text.title or text.id for text in texts}
    for one, other in _near_copies(texts):
        copies.join(one, other)
        articles.join(titles[one], titles[other])
    return Kinships(
        same={text.id: copies.name_of(text.id) for text in texts},
        article={text.id: articles.name_of(titles[text.id]) for text in texts},
    )


def _near_copies(texts: Sequence[JudgedText]) -> Iterator[tuple[str, str]]:
    grams = {text.id: _grams(text.text) for text in texts}
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for text_id, of_text in grams.items():
        for gram in of_text:
            holders[gram].append(text_id)
    shared = Counter(pair for held_by in holders.values() for pair in combinations(held_by, 2))
    for (one, other), count in shared.items():
        if count >= _SHARED * min(len(grams[one]), len(grams[other])):
            yield one, other


def _grams(text: str) -> set[tuple[str, ...]]:
    """Return the word 8-grams of `text`; a shorter text is one gram, one without words none."""
    normalised = [normalise(word) for word in words(text)]
    return {tuple(normalised[at : at + _WORDS]) for at in range(max(1, len(normalised) - _WORDS + 1))} - {()}


def part_of(article: str) -> str:
    """Return whether an article is for fitting or for reporting, about half of them each; the same in every run.

    >>> part_of("معركة اليرموك")
    'fit'
    """
    return PARTS[hashlib.sha256(f"{_SPLIT_SEED}\0{article}".encode()).digest()[0] % 2]
