"""A question that leans on the one before it → what to search for, and where first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from qa_bot.answering import lexicon
from qa_bot.answering.of_person import asks_of_event, asks_of_person, has_persons, person_of
from qa_bot.answering.question import Question, content_words, read_question
from qa_bot.answering.topic import (
    is_event_noun,
    is_party,
    is_relation,
    is_side,
    pointing_tokens,
    topic_of,
    topic_tokens,
)
from qa_bot.errors import QuestionError
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.text.letters import JOINERS, MARKS, TATWEEL
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import Token

_LONGEST_BARE_NAME = 4  # words; more than that is a sentence
_INTRODUCTIONS = ("وماذا عن ", "ماذا عن ", "طيب و", "what about ")
_EDGES = " ؟?.،!"


class Link(Enum):
    """How a question hangs on the one before it; the value is what a word said before weighs in it."""

    NONE = 0.0  # it starts afresh
    LOOSE = 0.3  # it says what it is about, and goes on from there: «ومن حفر الخندق؟» after «غزوة الأحزاب»
    CLOSE = 0.6  # it is about what was spoken of: «ومن قادها؟»


@dataclass(frozen=True, slots=True)
class Context:
    """What a question may lean on.

    `known` are the words of the texts with their frequencies. `is_subject` tells of a normalised word whether
    it names something that texts are about: such a word starts a subject of its own.
    """

    previous: Understood | None
    known: Mapping[str, int]
    is_subject: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Completed:
    """A question that stands alone: what to search for, what was understood, and what was spoken of before.

    `context` are normalised words that were said before and not again, each weighing `context_weight`; `sources`
    are the documents to look into first. All are empty for a question that starts afresh.
    """

    question: Question
    understood: Understood
    context: tuple[str, ...] = ()
    context_weight: float = 0.0
    sources: tuple[str, ...] = ()


def complete(text: str, context: Context) -> Completed:
    """Return the full question that `text` asks after the one before it; a new full question starts afresh.

    >>> def after(previous):
    ...     return Context(previous, {"القادسيه": 3}, {"اليرموك", "القادسيه"}.__contains__)
    >>> before = complete("متى كانت معركة اليرموك؟", after(None)).understood
    >>> complete("ومن قادها؟", after(before)).understood.topic
    'معركة اليرموك'
    >>> complete("والقادسية؟", after(before)).understood.question
    'متى كانت القادسية؟'

    Raises:
        QuestionError: the question is empty or too long.
    """
    question = read_question(text)
    if context.previous is None or not context.previous.topic:
        return _afresh(question)
    try:
        completed = _leaning(question, context.previous, context)
        read_question(completed.understood.question)
    except QuestionError:
        # Together with what was said before it is too long to be asked.
        return _afresh(question)
    return completed


def _leaning(question: Question, previous: Understood, context: Context) -> Completed:
    told = previous.told or person_of(previous.question)
    if told and asks_of_person(question) and not has_persons(previous.topic):
        previous = replace(previous, topic=told, question=told, event=previous.topic)
        return _linked(question, Link.CLOSE, previous)
    if previous.event and asks_of_event(question):
        previous = replace(previous, topic=previous.event, question=previous.event, event="")
    name = _bare_name(question, context)
    if name:
        return _of_another(name, previous, context)
    link = _link(question, context)
    return _afresh(question) if link is Link.NONE else _linked(question, link, previous)


def _afresh(question: Question) -> Completed:
    return Completed(question, Understood(question.text, question.kind, topic_of(question)))


def _link(question: Question, context: Context) -> Link:
    own = topic_tokens(question)
    if not own:
        return Link.CLOSE
    if is_party(question.tokens[0].term) and question.tokens[0].term.startswith("و"):
        return Link.CLOSE  # «والمسلمون كم خسروا؟»
    pointing = [token.span.start for token in pointing_tokens(question) if token.term not in _WITH_NAMES]
    if pointing and min(pointing) < own[0].span.start:
        return Link.CLOSE
    if any(context.is_subject(token.term) for token in own) and not pointing:
        return Link.NONE
    return Link.LOOSE if pointing or _goes_on(question) else Link.NONE


_WITH_NAMES = frozenset({"هو", "هي", "هم"})  # «من هو خالد؟» points forward


def _goes_on(question: Question) -> bool:
    """Return whether the question begins with «و» or «ثم»: it goes on from what was said."""
    first = question.tokens[0].term
    if not first.startswith("و") or first in lexicon.question_words():  # «وين»
        return first in ("ثم", "طيب")
    return 0 in question.asking or (len(question.tokens) > 1 and not is_relation(first))


def _linked(question: Question, link: Link, previous: Understood) -> Completed:
    """Return the question with the topic of the one before, and with its side where «هم» means one."""
    own = _own(question)
    about = " ".join((*_sides(question, previous), previous.topic))
    kind = previous.kind if question.kind is QuestionKind.OTHER and not question.asking else question.kind
    understood = Understood(f"{question.text} ({about})", kind, previous.topic, carried=True, event=previous.event)
    said = read_question(about if own.content or _is_event(previous.topic) else previous.question).content
    words = tuple(word for word in said if word not in own.content)
    return Completed(own, understood, words, link.value, previous.sources)


def _is_event(topic: str) -> bool:
    """Return whether a topic is an event's name, which alone says what «ومتى؟» asks."""
    return is_event_noun(read_question(topic).tokens[0].term)


def _own(question: Question) -> Question:
    """Return the question without content words where it has none of its own: «وأين؟» is searched for by its topic."""
    own = content_words(question.tokens, question.asking, all_if_none=False)
    return replace(question, content=own)


def _sides(question: Question, previous: Understood) -> list[str]:
    if not any(token.term.endswith("هم") for token in question.tokens):
        return []
    before = read_question(previous.question)
    sides = [token for token in before.tokens if is_party(token.term)]
    return [token.span.of(before.text) for token in sides[:1] if token.span.of(before.text) not in previous.topic]


def _bare_name(question: Question, context: Context) -> str:
    """Return the name that is all of the question («والقادسية؟»), its «و» left out; empty where more is asked."""
    text = question.text
    for introduction in _INTRODUCTIONS:
        if text.startswith(introduction):
            return text.removeprefix(introduction).strip(_EDGES)
    tokens = question.tokens
    if question.asking or len(tokens) > _LONGEST_BARE_NAME or not _own(question).content:
        return ""
    if pointing_tokens(question) or not _may_be_name(tokens):
        return ""
    name = text[tokens[0].span.start + 1 :].lstrip(_IN_WORDS) if _has_conjunction(tokens[0], context) else text
    return name.strip(_EDGES)


def _may_be_name(tokens: Sequence[Token]) -> bool:
    """Return whether words name something and ask nothing of it: «وفتح دمشق؟» does, «وفاة خالد» doesn't."""
    named = tokens[1:] if tokens[0].term.removeprefix("و") in _WITHIN else tokens
    named = named[1:] if len(named) > 1 and is_event_noun(named[0].term.removeprefix("و")) else named
    return not any(is_relation(token.term) for token in named)


_WITHIN_WRITTEN = ("في", "أيام", "ايام", "يوم", "زمن", "خلال", "أثناء", "اثناء")
_WITHIN = frozenset(map(normalise, _WITHIN_WRITTEN))


_IN_WORDS = MARKS + TATWEEL + JOINERS


def _has_conjunction(first: Token, context: Context) -> bool:
    # «والقادسية» is «و» and a name, «وردان» is a name: the texts tell which, else the article or other knowledge.
    word, rest, known = first.term, first.term[1:], context.known
    if not word.startswith("و") or word in known or rest in known:
        return word.startswith("و") and known.get(rest, 0) > known.get(word, 0)
    return rest.startswith("ال") or rest in _WITHIN or is_party(rest) or is_event_noun(rest) or context.is_subject(rest)


def _of_another(name: str, previous: Understood, context: Context) -> Completed:
    """Return the question before, asked of another thing: of another side, another subject, or within the same."""
    tokens = read_question(name).tokens
    if all(is_party(token.term) for token in tokens):
        return _of_another_side(name, previous)
    asked = _asked_of(name, previous)
    question = read_question(asked)
    understood = Understood(asked, previous.kind, _without_within(name), carried=True)
    # What the texts never name («حطين») is not looked for among what was spoken of either.
    if any(context.is_subject(token.term) for token in tokens) or not any(t.term in context.known for t in tokens):
        return Completed(question, understood)
    context_words = tuple(word for word in read_question(previous.topic).content if word not in question.content)
    return Completed(question, understood, context_words, Link.LOOSE.value, previous.sources)


def _without_within(name: str) -> str:
    """Return a name without «في» or «أيام» in front."""
    first, _, rest = name.partition(" ")
    return rest if rest and normalise(first) in _WITHIN else name


def _asked_of(name: str, previous: Understood) -> str:
    """Return the question before with its topic replaced; with «في …» replaced where the name comes with the like."""
    if _without_within(name) != name:
        within = max(previous.question.rfind(f" {word} ") for word in _WITHIN_WRITTEN)
        return f"{previous.question[:within] if within > 0 else previous.question.strip(_EDGES)} {name}"
    asked = previous.question.replace(previous.topic, name)
    return asked if asked != previous.question else f"{previous.question} {name}"


def _of_another_side(name: str, previous: Understood) -> Completed:
    before = read_question(previous.question)
    parties = [token for token in before.tokens if is_party(token.term)]
    # In «جيش قريش» it is Quraysh that another side takes the place of.
    sides = [token.span.of(before.text) for token in sorted(parties, key=lambda token: not is_side(token.term))]
    asked = previous.question.replace(sides[0], name) if sides else f"{previous.question} {name}"
    understood = Understood(asked, previous.kind, previous.topic, carried=True)
    return Completed(read_question(asked), understood, sources=previous.sources)
