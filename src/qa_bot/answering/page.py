"""A passage read for a question: its sentences, and how well they, title and headings meet the question's words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from qa_bot.answering.descent import Descent, descents_in, is_of_another
from qa_bot.answering.lexicon import relation_row
from qa_bot.answering.likeness import SURELY_MET
from qa_bot.answering.match import Matcher, Weighted, best_of, matcher_of
from qa_bot.answering.topic import is_event_noun
from qa_bot.model.corpus import Span
from qa_bot.model.search import Hit
from qa_bot.text.normalise import normalise
from qa_bot.text.sentences import sentences
from qa_bot.text.tokenise import Token, tokenise, words

Matches = list[float]
"""How well each of the question's words is met, in the question's order, from 0 to 1."""

_SENTENCES_ABOUT = 2
_IMPLIED = 0.9  # what a word of the subject counts where no title says it


@dataclass(frozen=True, slots=True)
class Page:
    """A passage, its sentences' spans and tokens, and how well each sentence, title and headings meet the question.

    `places` are for each sentence and each of the question's words the places of the tokens that surely meet it.
    """

    hit: Hit
    spans: tuple[Span, ...]
    tokens: tuple[tuple[Token, ...], ...]
    own: list[Matches]
    places: list[list[list[int]]]
    title: Matches
    headed: Matches

    @property
    def titled(self) -> Matches:
        """Return how well title and headings together meet each word."""
        return best_of(self.title, self.headed)

    @property
    def near(self) -> Matches:
        """Return how well the whole passage with its title and headings meets each word."""
        return best_of(self.titled, *self.own)


def read_pages(question: Weighted, hits: Sequence[Hit]) -> tuple[list[Page], dict[str, Matches]]:
    """Return a page for each hit, and by document how much of what was read is about each of the question's words.

    A word of the title counts whole, a word in one sentence half. Where nobody gave a document a title, the words
    that it comes back to stand for one.
    """
    matcher = matcher_of(question.words)
    descents = descents_in(question.words)
    pages = [_read(matcher, hit, descents) for hit in hits]
    about = _about(pages)
    things = [relation_row(word) is None or is_event_noun(word) for word in question.words]
    return [_with_title(page, about[page.hit.document.id], things) for page in pages], about


# As many as a few questions read: what follows a question, or is asked beside it, reads much of the same.
@lru_cache(maxsize=200)
def _sentences_of(text: str) -> tuple[tuple[Span, ...], tuple[tuple[Token, ...], ...]]:
    """Return the sentences of a text and the tokens of each."""
    spans = tuple(sentences(text))
    return spans, tuple(tuple(tokenise(span.of(text))) for span in spans)


def _read(matcher: Matcher, hit: Hit, descents: Sequence[Descent]) -> Page:
    spans, tokens = _sentences_of(hit.passage.text)
    own, places = [], []
    for each in tokens:
        terms = [token.term for token in each]
        met, found = matcher.read(terms, SURELY_MET)
        _leave_others_out(terms, met, found, descents)
        own.append(met)
        places.append(found)
    known = hit.document.metadata
    title = matcher.best(_words(known.title) if known.titled else ())
    headed = matcher.best(word for heading in hit.passage.headings for word in _words(heading))
    return Page(hit, spans, tokens, own, places, title, headed)


def _leave_others_out(terms: Sequence[str], own: Matches, places: list[list[int]], descents: Sequence[Descent]) -> None:
    """Take away from a sentence's matches «بن» and fathers' names that are those of others."""
    for descent in descents:
        of_others = {at for at in places[descent.behind] if is_of_another(at, terms, places[descent.name])}
        if of_others:
            places[descent.behind] = [at for at in places[descent.behind] if at not in of_others]
            own[descent.behind] *= bool(places[descent.behind])


def _words(text: str) -> list[str]:
    return [normalise(word) for word in words(text)]


def _about(pages: Sequence[Page]) -> dict[str, Matches]:
    about: dict[str, Matches] = {}
    for page in pages:
        sums = about.setdefault(page.hit.document.id, [0.0] * len(page.title))
        for row in (*page.own, page.titled, page.titled):
            sure = [match if match >= SURELY_MET else 0.0 for match in row]
            sums[:] = [total + match / _SENTENCES_ABOUT for total, match in zip(sums, sure, strict=True)]
    return {document: [min(1.0, total) for total in sums] for document, sums in about.items()}


def _with_title(page: Page, about: Matches, things: Sequence[bool]) -> Page:
    if page.hit.document.metadata.titled:
        return page
    # A text that often says «قاد» isn't about leading; one that often says «فتح» may be about a conquest.
    return replace(page, title=[_IMPLIED * (share == 1 and thing) for share, thing in zip(about, things, strict=True)])
