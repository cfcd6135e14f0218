"""What the texts tell of a sentence's matter: nothing of that may be a wrong option."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa_bot.answering.core import without_proclitic
from qa_bot.answering.lexicon import function_words
from qa_bot.answering.match import Weighted
from qa_bot.model.calendar import Calendar, DateMention
from qa_bot.model.corpus import Passage
from qa_bot.study.quiz.blanks import Blank
from qa_bot.study.quiz.pool import Entry
from qa_bot.study.quiz.question import QuizKind
from qa_bot.text.calendars import in_calendar
from qa_bot.text.dates import passage_dates
from qa_bot.text.normalise import normalised_words
from qa_bot.text.number_words import read_cardinal
from qa_bot.text.stem import light10
from qa_bot.text.tokenise import Token, tokenise

_NAME_PARTS = normalised_words("بن ابن بنت أبو أبي أبا أم عبد الله الرحمن")

_ABOUT = 0.35  # the share of the words' weight that a passage about the same has at least


@dataclass(frozen=True, slots=True)
class Told:
    """What the texts tell: normalised words, with and without joined letters, the years and the numbers."""

    words: frozenset[str]
    years: frozenset[int]
    numbers: frozenset[int]

    def tells(self, blank: Blank, entry: Entry) -> bool:
        """Return whether an entry that could stand in the place of `blank` is told of the same."""
        match blank.kind:
            case QuizKind.YEAR:
                return int(entry.key) in self.years
            case QuizKind.AMOUNT:
                return int(entry.key) in self.numbers
            case QuizKind.WHERE:
                return not self.words.isdisjoint({entry.key, f"ال{entry.key}"})
        # Of a person the first name is told where the descent isn't.
        names = [name for name in entry.key.split() if name not in _NAME_PARTS]
        return bool(names) and names[0] in self.words


def told_by(passages: Iterable[Passage], calendar: Calendar) -> Told:
    """Return what passages tell, the years in one calendar."""
    texts = list(passages)
    terms = [token.term for passage in texts for token in tokenise(passage.text)]
    mentions = (mention for passage in texts for mention in passage_dates(passage))
    years = frozenset(year for mention in mentions for year in _years(mention, calendar))
    read = (read_cardinal(terms, at) for at in range(len(terms)))
    numbers = frozenset(number.value for number in read if number is not None)
    return Told(frozenset((*terms, *map(without_proclitic, terms))), years, numbers)


def content_words(tokens: Sequence[Token]) -> list[str]:
    """Return the normalised words that tell what a sentence is about, each once, in order."""
    return list(dict.fromkeys(token.term for token in tokens if token.term not in function_words()))


def is_about(passage: Passage, words: Weighted) -> bool:
    """Return whether a passage holds enough of the weighed words, by their stems, to be about the same."""
    stems = {light10(token.term) for token in tokenise(passage.text)}
    weighed = zip(words.words, words.weights, strict=True)
    return sum(weight for word, weight in weighed if light10(word) in stems) >= _ABOUT * words.total


def _years(mention: DateMention, calendar: Calendar) -> range:
    known = in_calendar(mention.meaning, calendar) if mention.meaning else None
    return range(known.first.year, known.last.year + 1) if known else range(0)
