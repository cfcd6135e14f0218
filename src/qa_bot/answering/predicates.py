"""Words of a question that tell something of its topic and are no part of it, by where they stand."""

from collections.abc import Iterator

from qa_bot.answering import lexicon
from qa_bot.answering.named import is_place, name_positions, names_person
from qa_bot.answering.question import Question
from qa_bot.model.answer import QuestionKind
from qa_bot.text.normalise import normalised_words

_ARTICLE = "ال"
# Behind these stands a verb: «الذي حطمه», «لما طلع», «أن يصالح».
_BEFORE_VERB = normalised_words("الذي التي الذين اللي أن لما عندما حين بعدما قبلما قد لم لن")
_ASKING_OF = frozenset({QuestionKind.WHAT, QuestionKind.HOW_MANY})


def predicates(question: Question) -> frozenset[int]:
    """Return the positions of words that tell something of the topic: what a question word asks, and verbs.

    >>> from qa_bot.answering.question import read_question
    >>> def told(text: str) -> list[str]:
    ...     question = read_question(text)
    ...     return [question.tokens[at].term for at in sorted(predicates(question))]
    >>> told("ما مقاس بساط كسرى؟"), told("كم ناقة نال الواحد من المؤلفة قلوبهم؟"), told("من لقت خشبة الصليب؟")
    (['مقاس'], ['ناقه', 'نال'], ['لقت'])
    >>> told("هل أراد النبي أن يصالح غطفان؟"), told("من هو خالد بن الوليد؟"), told("متى كانت اليرموك؟")
    (['اراد', 'يصالح'], [], [])
    """
    names = name_positions(question.tokens)
    told: set[int] = set()
    for at, token in enumerate(question.tokens):
        if at in question.asking:
            told.update(_told_from(question, _behind_the_verb(question, at + 1), names, _most(question.kind)))
        elif token.term in _BEFORE_VERB:
            told.update(_told_from(question, at + 1, names, 1))
    return frozenset(told - question.asking)


def _most(kind: QuestionKind) -> int:
    """Return how many words after the question word may tell: what is counted, and the verb behind it."""
    return 2 if kind is QuestionKind.HOW_MANY else 1


def _behind_the_verb(question: Question, start: int) -> int:
    """Return the position of what is asked: «ماذا كان موقف الأنصار؟», «كم كان عدد سكان دمشق؟»."""
    while question.kind in _ASKING_OF and start < len(question.tokens) and _is_small(question.tokens[start].term):
        start += 1
    return start


def _is_small(word: str) -> bool:
    return word in lexicon.function_words()


def _told_from(question: Question, start: int, names: frozenset[int], most: int) -> Iterator[int]:
    """Yield up to `most` positions from `start` on, of words in a row that may be verbs or nouns without article."""
    for at in range(start, min(start + most, len(question.tokens))):
        if at in names or not _may_tell(question.tokens[at].term):
            break
        yield at


def _may_tell(word: str) -> bool:
    if word.startswith(_ARTICLE) or _is_small(word) or word in lexicon.event_nouns():
        return False
    return not is_place(word) and not names_person(word)
