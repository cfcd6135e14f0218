"""A question that leans on the one before it → a full question."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_bot.answering import lexicon
from qa_bot.answering.question import Question, read_question
from qa_bot.answering.topic import is_party, is_relation, phrase, pointing_tokens, topic_tokens
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import Token

_LONGEST_BARE_NAME = 4  # words; more than that is a sentence
_WITH_NAMES = frozenset({"هو", "هي", "هم"})  # «من هو خالد؟» points forward
_INTRODUCTIONS = ("ماذا عن", "وماذا عن", "طيب و", "what about")


@dataclass(frozen=True, slots=True)
class Completed:
    """A question that stands alone: what to search for, and what was understood."""

    question: Question
    understood: Understood


def complete(text: str, previous: Understood | None, known: Mapping[str, int]) -> Completed:
    """Return the full question that `text` asks after `previous`.

    `known` are the words of the texts with their frequencies. A new full question starts afresh.

    >>> before = complete("متى كانت معركة اليرموك؟", None, {}).understood
    >>> complete("ومن قادها؟", before, {}).understood.topic
    'معركة اليرموك'
    >>> complete("والقادسية؟", before, {"القادسيه": 3}).understood.question
    'متى كانت القادسية؟'

    Raises:
        QuestionError: the question is empty or too long.
    """
    question = read_question(text)
    if previous is not None:
        name = _bare_name(question, known)
        if name and previous.topic:
            return _about(name, previous)
        if _leans(question) and previous.topic:
            return _carried(question, previous)
    return _afresh(question)


def _afresh(question: Question) -> Completed:
    topic = phrase(question, topic_tokens(question))
    return Completed(question, Understood(question.text, question.kind, topic))


def _bare_name(question: Question, known: Mapping[str, int]) -> str:
    """Return the name that is all of the question («والقادسية؟»), its «و» left out; empty where more is asked."""
    text = question.text
    for introduction in _INTRODUCTIONS:
        if text.startswith(introduction):
            return text.removeprefix(introduction).strip(" ؟?.،!")
    tokens = topic_tokens(question)
    if question.asking or not tokens or len(question.tokens) > _LONGEST_BARE_NAME or pointing_tokens(question):
        return ""
    if any(is_relation(token.term) for token in question.tokens):
        return ""
    return _without_conjunction(text, tokens[0], known).strip(" ؟?.،!")


def _without_conjunction(text: str, first: Token, known: Mapping[str, int]) -> str:
    # «والقادسية» is «و» and a name, «وردان» is a name: the texts tell which.
    rest = first.term[1:]
    joined = first.term.startswith("و") and known.get(rest, 0) > known.get(first.term, 0)
    return text[first.span.start + 1 :] if joined else text


def _leans(question: Question) -> bool:
    """Return whether the question is about something said before.

    It is where it names nothing of its own, and where a word points back before any name is said: «لماذا عزله
    عمر؟», but not «متى أسلم عمر وكم كان عمره؟».
    """
    own = topic_tokens(question)
    if not own:
        return True
    pointing = [token.span.start for token in pointing_tokens(question) if token.term not in _WITH_NAMES]
    return bool(pointing) and min(pointing) < own[0].span.start


def _about(name: str, previous: Understood) -> Completed:
    """Return the question before, asked of another thing."""
    asked = previous.question.replace(previous.topic, name) if previous.topic else f"{previous.question} {name}"
    question = read_question(asked)
    return Completed(question, Understood(asked, previous.kind, name, carried=True))


def _carried(question: Question, previous: Understood) -> Completed:
    """Return the question with the topic of the one before, and with its side where «هم» means one."""
    about = " ".join((*_sides(question, previous), previous.topic))
    text = f"{question.text} ({about})"
    kind = previous.kind if question.kind is QuestionKind.OTHER and not question.asking else question.kind
    return Completed(read_question(text), Understood(text, kind, previous.topic, carried=True))


def _sides(question: Question, previous: Understood) -> list[str]:
    if not any(token.term.endswith("هم") for token in question.tokens):
        return []
    before = read_question(previous.question)
    topic = normalise(previous.topic)
    sides = [t for t in before.tokens if is_party(t.term) and t.term not in topic]
    return [token.span.of(before.text) for token in sides[:1] if token.term not in lexicon.function_words()]
