"""An event's bare name where a time is asked for → its full name: «متى خيبر» asks for «غزوة خيبر», not of the place."""

from collections.abc import Iterable, Mapping
from itertools import takewhile

from qa_bot.answering.question import read_question
from qa_bot.answering.topic import is_event_noun
from qa_bot.model.answer import QuestionKind
from qa_bot.model.corpus import DocumentCard, Span
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import words

FullNames = Mapping[tuple[str, ...], str]
"""By the normalised words of an event's bare name its full one."""


def full_names(library: Iterable[DocumentCard]) -> FullNames:
    """Return the events that titles name, the first of several: «غزوة خيبر» under «خيبر»; years behind are left out."""
    found: dict[tuple[str, ...], str] = {}
    for card in library:
        written = list(takewhile(_is_no_year, words(card.metadata.title))) if card.metadata.titled else []
        terms = tuple(map(normalise, written))
        if terms[1:] and is_event_noun(terms[0]):
            found.setdefault(terms[1:], " ".join(written))
    return found


def with_full_name(text: str, names: FullNames) -> str:
    """Return a question for the time of a mere name with the full one; else `text`.

    >>> names = {("خيبر",): "غزوة خيبر"}
    >>> with_full_name("متى كانت خيبر؟", names), with_full_name("متى فتحت خيبر؟", names)
    ('متى كانت غزوة خيبر؟', 'متى فتحت خيبر؟')

    Raises:
        QuestionError: the question is empty or too long.
    """
    question = read_question(text)
    full = names.get(question.content) if question.kind is QuestionKind.WHEN else None
    said = [token.span for token in question.tokens if token.term in question.content]
    if full is None or len(said) != len(question.content):
        return text
    bare = Span(said[0].start, said[-1].end)
    return f"{question.text[: bare.start]}{full}{question.text[bare.end :]}"


def _is_no_year(word: str) -> bool:
    return not any(letter.isdigit() for letter in word)
