"""What the texts hold that can be mixed up: the years, persons, places and numbers that wrong options come from."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.study.quiz.blanks import Blank, blanks_in
from qa_bot.study.quiz.question import QuizKind
from qa_bot.text.dates import find_dates
from qa_bot.text.sentences import sentences
from qa_bot.text.tokenise import tokenise


@dataclass(slots=True)
class Entry:
    """What stands in the texts, as it is written there first; how often, and in which collections."""

    key: str
    text: str
    count: int = 0
    collections: Counter[str] = field(default_factory=Counter)


class Pool:
    """The entries of each kind and style by their keys."""

    def __init__(self, passages: Iterable[tuple[Passage, DocumentCard]]) -> None:
        self._entries: dict[tuple[QuizKind, str], dict[str, Entry]] = {}
        for passage, document in passages:
            for span in sentences(passage.text):
                text = span.of(passage.text)
                for blank in blanks_in(text, tokenise(text), find_dates(text)):
                    self._add(blank, text, document.metadata.collection)

    def like(self, blank: Blank) -> list[Entry]:
        """Return what can be mixed up with `blank`, without what means the same, the most frequent first."""
        known = self._entries.get((blank.kind, blank.style), {}).values()
        return sorted((entry for entry in known if entry.key != blank.key), key=lambda entry: (-entry.count, entry.key))

    def _add(self, blank: Blank, text: str, collection: str) -> None:
        known = self._entries.setdefault((blank.kind, blank.style), {})
        entry = known.setdefault(blank.key, Entry(blank.key, blank.span.of(text)))
        entry.count += 1
        entry.collections[collection] += 1
