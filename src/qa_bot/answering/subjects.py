"""What texts are about: names that start a subject of their own when they come up in a question."""

from collections.abc import Callable, Iterable

from qa_bot.answering import lexicon
from qa_bot.answering.topic import is_event_noun, is_party
from qa_bot.model.corpus import DocumentCard
from qa_bot.text.gazetteer import NameKind, one_word_names
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import words

_KINDS = (NameKind.PERSON, NameKind.PLACE, NameKind.BATTLE, NameKind.EVENT)


def subject_words(library: Iterable[DocumentCard]) -> Callable[[str], bool]:
    """Return a function that tells of a normalised word whether it is of a title or a name of the gazetteer.

    Sides of a battle, nouns of events and particles are no subjects, whatever they stand in.
    """
    titles = {normalise(word) for card in library if card.metadata.titled for word in words(card.metadata.title)}
    names = one_word_names(*_KINDS)
    subjects = frozenset(word for word in titles | names if _may_be_subject(word))
    return subjects.__contains__


def _may_be_subject(word: str) -> bool:
    small = word in lexicon.function_words() or is_event_noun(word)
    return not small and not is_party(word) and word not in _PARTS_OF_NAMES


_PARTS_OF_NAMES = frozenset({"بن", "ابن", "ابو", "ابي", "ابا", "ام", "عبد", "الله", "بين", "سنه"})
