"""A question that leans on the one before it → what to search for, and where first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qa_bot.answering.bare_name import asked_of_another, bare_name
from qa_bot.answering.completed import Completed, Context, Link
from qa_bot.answering.lexicon import bare_forms
from qa_bot.answering.of_person import (
    asks_of_deed,
    asks_of_event,
    asks_of_men,
    asks_of_person,
    has_persons,
    is_woman,
    leaves_out_who,
    only_person_of,
    person_of,
)
from qa_bot.answering.predicates import predicates
from qa_bot.answering.question import Question, content_words, read_question
from qa_bot.answering.question_words import kind_of_noun, question_words
from qa_bot.answering.topic import (
    is_event_noun,
    is_party,
    is_relation,
    pointing_tokens,
    sides_first,
    topic_of,
    topic_tokens,
    without_pronoun,
)
from qa_bot.errors import QuestionError
from qa_bot.model.answer import QuestionKind, Understood
from qa_bot.text.normalise import normalised_words


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
    of_person = _of_person(question, previous, context)
    if of_person is not None:
        return of_person
    if previous.event and asks_of_event(question):
        previous = replace(previous, topic=previous.event, question=previous.event, event="")
    name = bare_name(question, context)
    if name:
        return asked_of_another(name, previous, context)
    link = _link(question, context)
    if link is not Link.NONE:
        return _linked(question, link, previous, context.known)
    return _going_on(question, previous) if _goes_on(question) and not _introduces(question) else _afresh(question)


def _of_person(question: Question, previous: Understood, context: Context) -> Completed | None:
    """Return the question asked of the person spoken of, or whom the answer before named; None where it isn't."""
    within = only_person_of(previous.topic)
    told = "" if has_persons(previous.topic) else previous.told or person_of(previous.question)
    person = within or told
    of_him = replace(previous, topic=person, question=person, event=previous.topic)
    if person and leaves_out_who(question):
        return _linked(question, Link.CLOSE, of_him, context.known)
    if not person or person == previous.topic or not asks_of_person(question, woman=is_woman(person)):
        return None
    completed = _linked(question, Link.CLOSE, of_him, context.known)
    if asks_of_men(question):
        # His men are the side that he was asked for with.
        completed = replace(completed, question=_with(completed.question, _parties(previous)[:1]))
        return _beside(completed, previous.topic)
    if not _own(question).content:
        return _beside(completed, previous.question)  # «ومن بعده؟» asks who led after him
    return _beside(completed, previous.topic) if within or asks_of_deed(question) else completed


def _introduces(question: Question) -> bool:
    """Return whether the question asks who or what is named, or names an event: «ومن هو خالد؟»."""
    return any(token.term in _WITH_NAMES or is_event_noun(token.term) for token in question.tokens)


def _going_on(question: Question, previous: Understood) -> Completed:
    """Return a question with a subject of its own that goes on from the one before: «ومن قتل الوليد؟»."""
    fresh = _afresh(question)
    about = replace(fresh.understood, question=f"{question.text} ({previous.topic})", carried=True)
    beside = (*read_question(previous.topic).content, *_told_before(previous))
    words = tuple(word for word in dict.fromkeys(beside) if word not in question.content)
    return replace(fresh, understood=about, beside=words, sources=previous.sources)


def _beside(completed: Completed, event: str) -> Completed:
    """Return the question with the words of `event` beside it: «وكم كان معه؟» asks of that battle alone."""
    words = (*completed.question.content, *completed.context)
    beside = (word for word in read_question(event).content if word not in words)
    return replace(completed, beside=(*completed.beside, *beside))


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
    if not first.startswith("و") or first in question_words():  # «وين»
        return first in ("ثم", "طيب")
    return 0 in question.asking or (len(question.tokens) > 1 and not is_relation(first))


def _linked(question: Question, link: Link, previous: Understood, known: Mapping[str, int]) -> Completed:
    """Return the question with the topic of the one before, and with its side where «هم» means one."""
    sides = _sides(question, previous)
    own = _without_pronouns(_own(question), known)
    own = _with(own, sides) if own.content else own
    about = " ".join((*sides, previous.topic))
    kind = question.kind if question.asking or question.kind is not QuestionKind.OTHER else _kind_of_noun(question)
    kind = kind or previous.kind
    # «وهرقل أين كان؟»: «وأين ذهب؟» means him.
    told = only_person_of(question.text) if link is Link.LOOSE else ""
    asked = f"{question.text} ({about})"
    understood = Understood(asked, kind, previous.topic, carried=True, told=told, event=previous.event)
    alone = _is_event(previous.topic) and question.kind not in _ASKING_OF_ALL
    said = read_question(about if own.content or alone else previous.question).content
    words = tuple(word for word in said if word not in own.content)
    beside = tuple(word for word in _told_before(previous) if word not in (*own.content, *words))
    return Completed(own, understood, words, link.value, beside, previous.sources)


def _kind_of_noun(question: Question) -> QuestionKind | None:
    """Return the kind that a noun alone asks for («والسبب؟», «وقائدهم؟»); None for others."""
    kinds = kind_of_noun() | dict.fromkeys(_OF_WHAT, QuestionKind.WHAT)
    forms = (form for token in question.tokens[:1] for form in bare_forms(token.term))
    return next((kinds[form] for form in forms if form in kinds), None)


_OF_WHAT = normalised_words("نتيجة نتائج أهمية آثار")
# «ولماذا؟» asks of all that was said, «ومتى؟» of the battle alone.
_ASKING_OF_ALL = frozenset({QuestionKind.WHY, QuestionKind.HOW})


def _told_before(previous: Understood) -> list[str]:
    """Return what the question before told of its topic, relations aside: «اجتاز» of «كيف اجتاز المسلمون دجلة؟»."""
    before = read_question(previous.question)
    told = [before.tokens[at].term for at in sorted(predicates(before))]
    return [word for word in told if word in before.content and not is_relation(word)]


def _is_event(topic: str) -> bool:
    """Return whether a topic is an event's name, which alone says what «ومتى؟» asks."""
    return is_event_noun(read_question(topic).tokens[0].term)


def _own(question: Question) -> Question:
    """Return the question without content words where it has none of its own: «وأين؟» is searched for by its topic."""
    own = content_words(question.tokens, question.asking, all_if_none=False)
    return replace(question, content=own)


def _without_pronouns(question: Question, known: Mapping[str, int]) -> Question:
    """Return the question with «قائدهم» looked for as «قائد»: whom the pronoun means is said beside it."""
    pointing = {token.term for token in pointing_tokens(question)}
    bare = (without_pronoun(word, known) if word in pointing else word for word in question.content)
    return replace(question, content=tuple(dict.fromkeys(bare)))


def _with(question: Question, sides: Sequence[str]) -> Question:
    """Return the question with the sides that it means among its own words."""
    said = [word for side in sides for word in read_question(side).content]
    return replace(question, content=tuple(dict.fromkeys((*question.content, *said))))


def _sides(question: Question, previous: Understood) -> list[str]:
    """Return the side of the question before that «هم» means; in «جيش الروم» it is the Romans."""
    if not any(token.term.endswith("هم") for token in question.tokens):
        return []
    return [side for side in _parties(previous)[:1] if side not in previous.topic]


def _parties(previous: Understood) -> list[str]:
    """Return the sides that the question before names, those first that fight each other."""
    before = read_question(previous.question)
    parties = sides_first([token for token in before.tokens if is_party(token.term)])
    return [token.span.of(before.text) for token in parties]
