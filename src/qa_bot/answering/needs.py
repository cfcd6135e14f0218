"""What a question needs of its answer beside words."""

from collections.abc import Container
from functools import cache
from typing import NamedTuple

from qa_bot.answering.completed import Completed
from qa_bot.answering.core import without_proclitic
from qa_bot.answering.lexicon import relation_row
from qa_bot.answering.match import Weighted
from qa_bot.answering.named import ALI
from qa_bot.answering.precision import Precision, asked_precision
from qa_bot.answering.quantity import counted_noun
from qa_bot.answering.same_names import all_names
from qa_bot.answering.synonyms import synonym_rows
from qa_bot.answering.topic import pointing_tokens, topic_tokens
from qa_bot.model.answer import QuestionKind
from qa_bot.text.common_words import common_words
from qa_bot.text.gazetteer import NameKind, gazetteer, one_word_names
from qa_bot.text.normalise import normalise

_KINDS = frozenset({NameKind.PERSON, NameKind.PLACE, NameKind.BATTLE, NameKind.PEOPLE, NameKind.EVENT})
_TOLD_BY_THEIR_END = frozenset({NameKind.BATTLE, NameKind.PEOPLE})  # «ذات الصواري», «بنو المصطلق»
_ARTICLE = "ال"


class Needs(NamedTuple):
    """What an answer is held to.

    `counted` is the normalised noun that a question for a number wants counted, empty where it names none; None where
    no number is asked for. `stranger` tells that the question names something that the texts never do, `dangling` that
    it points to something that nobody spoke of: «ومن قادها؟» as a first question. `kind` is the question's, and
    `precision` how precisely it asks for a time. `names_ali` tells that it asks about Ali, whose name texts must write
    with its dots: without them it is «على».
    """

    counted: str | None = None
    stranger: bool = False
    dangling: bool = False
    kind: QuestionKind = QuestionKind.OTHER
    precision: Precision = Precision.YEAR
    names_ali: bool = False


def needs_of(completed: Completed, words: Weighted, known: Container[str]) -> Needs:
    """Return what the question needs; `known` are the words of the texts, `words` those looked for."""
    counted = None
    if completed.understood.kind is QuestionKind.HOW_MANY:
        counted = counted_noun(completed.question.tokens)
    looked_for = (word for word, weight in zip(words.words, words.weights, strict=True) if weight)
    stranger = any(is_stranger(word, known) for word in looked_for)
    names_ali = ALI in completed.question.content
    precision = asked_precision(completed.understood.question)
    return Needs(counted, stranger, _dangles(completed), completed.understood.kind, precision, names_ali)


def _dangles(completed: Completed) -> bool:
    question = completed.question
    return not completed.understood.carried and not topic_tokens(question) and bool(pointing_tokens(question))


def is_stranger(word: str, known: Container[str]) -> bool:
    """Return whether a normalised word is a name of the gazetteer of what no text names, joined letters aside.

    >>> is_stranger("حطين", {"اليرموك"}), is_stranger("باليرموك", {"اليرموك"}), is_stranger("كتاب", set())
    (True, False, False)
    """
    bare = without_proclitic(word)
    if word.removeprefix(_ARTICLE) not in _names() and bare not in _names():
        return False
    # «بعلبك» begins with a letter that may be joined, and «كسرى» is «خسرو» elsewhere.
    stems = {word.removeprefix(_ARTICLE), bare.removeprefix(_ARTICLE), *all_names(word)}
    written = (joined + article + stem for stem in stems for joined in _FRONTS for article in ("", _ARTICLE))
    return not any(form in known for form in (word, *written, *(f"لل{stem}" for stem in stems)))


_FRONTS = ("", "و", "ف", "ب", "ل", "ك")


@cache
def _names() -> frozenset[str]:
    """Return the gazetteer's names of one word, and what peoples' and battles' names end in, without the article."""
    told = (form for entry in gazetteer() if entry.kind in _TOLD_BY_THEIR_END for form in entry.forms)
    ends = {normalise(form.split()[-1]) for form in told if " " in form}
    telling = {end for end in ends - common_words() if relation_row(end) is None and not synonym_rows(end)}
    return frozenset(name.removeprefix(_ARTICLE) for name in one_word_names(*_KINDS) | telling)
