"""Sentences that a question can be made of: whole, short, and clear by themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qa_bot.answering.cite import citation, without_author
from qa_bot.answering.topic import points_back
from qa_bot.model.calendar import DateMention
from qa_bot.model.corpus import DocumentCard, Passage, Span
from qa_bot.text.dates import passage_dates
from qa_bot.text.normalise import normalised_words
from qa_bot.text.sentences import sentences
from qa_bot.text.tokenise import Token, tokenise

EXPLANATION_UTF16 = 200
_RLM = "\u200f"  # RIGHT-TO-LEFT MARK: the line begins with a sign, which has no direction of its own
_FEWEST_WORDS, _MOST_WORDS = 6, 24
_OPENING = 3  # words, in which a pronoun leans on what was said before
_OPEN_ENDED = normalised_words("وقيل قيل ويقال يقال اختلف واختلف واختلفت اختلفت خلاف القولين قولين أقوال وقولان")
_TELLING = normalised_words("حدثني حدثنا وحدثني وحدثنا أخبرني أخبرنا وأخبرني وأخبرنا ويروى يروى أنشدني")
_LISTING = normalised_words("من ومن ثم وثم أحد وهم فيهم")
_LEANING = normalised_words(
    "هذا وهذا هذه وهذه ذلك وذلك تلك وتلك هو وهو هي وهي هم وهم هما وهما فيها وفيها فيه وفيه منها ومنها منهم ومنهم أما"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its span there, its words and dates with spans in its own text, and its explanation."""

    passage: Passage
    span: Span
    tokens: tuple[Token, ...]
    dates: tuple[DateMention, ...]
    explanation: str

    @property
    def text(self) -> str:
        """Return the words, verbatim."""
        return self.span.of(self.passage.text)


def fit_sentences(passage: Passage, document: DocumentCard) -> Iterator[Sentence]:
    """Yield the sentences of a passage that a question can be made of, in order."""
    dates = passage_dates(passage)
    for span in sentences(passage.text):
        text = span.of(passage.text)
        tokens = tuple(tokenise(text))
        told = explanation(text, passage, document) if _FEWEST_WORDS <= len(tokens) <= _MOST_WORDS else None
        if told is None or not _stands_alone(text, tokens):
            continue
        own = (each for each in dates if span.start <= each.span.start and each.span.end <= span.end)
        moved = tuple(replace(each, span=each.span.moved(-span.start)) for each in own)
        yield Sentence(passage, span, tokens, moved, told)


def explanation(text: str, passage: Passage, document: DocumentCard) -> str | None:
    """Return a sentence, verbatim, and on a second line where it stands; None where both don't fit.

    Where room is short the author goes first, then the heading: what is cited can be found by the title alone.
    """
    whole = citation(passage, document)
    shorter = without_author(whole, document)
    for cited in (whole, shorter, document.metadata.title):
        told = f"{_RLM}«{text}»\n{_RLM}📖 {cited}"
        if length_utf16(told) <= EXPLANATION_UTF16 and text.count("\n") == 0:
            return told
    return None


def length_utf16(text: str) -> int:
    """Return how many UTF-16 units `text` has.

    >>> length_utf16("بدر"), length_utf16("📖")
    (3, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _stands_alone(text: str, tokens: Sequence[Token]) -> bool:
    """Return whether a sentence says what it speaks of, as far as its first words tell, and tells one thing.

    So must what stands behind «قال ابن هشام:»; a line of names («ومن بني مازن: …») and one of tellers tell nothing.
    """
    if any(token.term in _OPEN_ENDED | _TELLING for token in tokens) or not text.rstrip().endswith("."):
        return False
    colon = text.find(":")
    said = [token for token in tokens if colon >= 0 and token.start > colon]
    openings = [tokens[:_OPENING], said[:_OPENING]]
    if any(opening and opening[0].term in _LISTING for opening in openings):
        return False
    return not any(token.term in _LEANING or points_back(token, text) for opening in openings for token in opening)
