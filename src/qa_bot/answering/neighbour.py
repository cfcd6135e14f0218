"""The sentence before, where the one that answers doesn't say what it speaks of: «وكان ذلك سنة تسع»."""

from collections.abc import Sequence

from qa_bot.answering.likeness import SURELY_MET
from qa_bot.answering.match import Weighted, matcher_of
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.topic import is_relation, points_back
from qa_bot.model.corpus import Span
from qa_bot.text.normalise import normalised_words
from qa_bot.text.sentences import sentences
from qa_bot.text.tokenise import Token, tokenise

_OPENING = 3  # words, in which a pronoun leans on what was said before
_LONGEST = 900  # code points of both sentences: more is a page, and no answer
_PARAGRAPH = "\n\n"
_NO_PRONOUN = normalised_words("ساهم وساهم يساهم تساهم أسهم درهم ودرهم")
_SAYING = normalised_words("قال فقال وقال قالت فقالت وقالت")


def shown_span(question: Weighted, candidate: Candidate) -> Span:
    """Return the span of a sentence in its passage, with the sentence before it where it can't be understood alone.

    That is where its first words refer to something said before, and the sentence before names what the question is
    about while this one doesn't. What was said before the question counts for nothing: whoever shows the answer to a
    follow-up says what it is about. Both sentences stand in one paragraph.
    """
    before = _before(candidate) if _leans(candidate) else None
    if before is None or candidate.span.end - before.start > _LONGEST:
        return candidate.span
    told = tokenise(before.of(candidate.hit.passage.text))
    return Span(before.start, candidate.span.end) if _names_more(question, candidate, told) else candidate.span


def _names_more(question: Weighted, candidate: Candidate, told: Sequence[Token]) -> bool:
    """Return whether words before say something that the question is about, and the sentence doesn't."""
    there = matcher_of(question.words).best(token.term for token in told)
    asked = question.spoken
    met = zip(asked.words, asked.weights, candidate.matches, there, strict=True)
    return any(weight and own < SURELY_MET <= other and not is_relation(word) for word, weight, own, other in met)


def _before(candidate: Candidate) -> Span | None:
    """Return the sentence before in the same paragraph of the passage; None for none."""
    text = candidate.hit.passage.text
    spans = sentences(text)
    at = spans.index(candidate.span)
    if not at or _PARAGRAPH in text[spans[at - 1].end : candidate.span.start]:
        return None
    return spans[at - 1]


def _leans(candidate: Candidate) -> bool:
    """Return whether a sentence opens with a pronoun, or with «قال:» without saying who."""
    opening = candidate.tokens[:_OPENING]
    if any(points_back(token, candidate.text) and token.term not in _NO_PRONOUN for token in opening):
        return True
    first = next(iter(opening), None)
    return first is not None and first.term in _SAYING and candidate.text[first.span.end :].lstrip().startswith(":")
