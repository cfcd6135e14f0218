"""Documents by their titles."""

from collections.abc import Iterable

from qa_bot.model.corpus import DocumentCard
from qa_bot.text.stem import light10
from qa_bot.text.tokenise import terms_in


def titled(asked: str, library: Iterable[DocumentCard]) -> list[DocumentCard]:
    """Return the documents whose title is `asked`; else those whose title holds its words, the shortest title first.

    Spelling and endings may differ, as in a search; of titles of one length the order is that of the alphabet.
    """
    wanted = _stems(asked)
    if not wanted:
        return []
    known = [(_stems(card.metadata.title), card) for card in library]
    holding = [(title, card) for title, card in known if set(wanted) <= set(title)]
    holding.sort(key=lambda each: (each[0] != wanted, len(each[0]), each[1].metadata.title, each[1].id))
    same = [card for title, card in holding if title == wanted]
    return same or [card for _, card in holding]


def _stems(text: str) -> list[str]:
    return list(map(light10, terms_in(text)))
