"""A name alone after a question: «والقادسية؟» asks of it what was asked before."""

from collections.abc import Sequence

from qa_bot.answering.completed import Completed, Context, Link
from qa_bot.answering.named import name_positions, names_person
from qa_bot.answering.of_person import person_of
from qa_bot.answering.question import Question, content_words, read_question
from qa_bot.answering.topic import is_event_noun, is_party, is_relation, pointing_tokens, sides_first
from qa_bot.model.answer import Understood
from qa_bot.text.letters import JOINERS, MARKS, TATWEEL
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import Token, tokenise

_LONGEST_BARE_NAME = 4  # words; more than that is a sentence
_INTRODUCTIONS = ("وماذا عن ", "ماذا عن ", "طيب و", "what about ")
_EDGES = " ؟?.،!"


def bare_name(question: Question, context: Context) -> str:
    """Return the name that is all of the question («والقادسية؟»), its «و» left out; empty where more is asked."""
    text = question.text
    for introduction in _INTRODUCTIONS:
        if text.startswith(introduction):
            name = text.removeprefix(introduction).strip(_EDGES)
            return name if content_words(tokenise(name), all_if_none=False) else ""  # «طيب وبعدين»
    tokens = question.tokens
    if question.asking or len(tokens) > _LONGEST_BARE_NAME or not content_words(tokens, all_if_none=False):
        return ""
    if pointing_tokens(question) or not _may_be_name(tokens):
        return ""
    name = text[tokens[0].span.start + 1 :].lstrip(_IN_WORDS) if _has_conjunction(tokens[0], context) else text
    return name.strip(_EDGES)


def _may_be_name(tokens: Sequence[Token]) -> bool:
    """Return whether words name something and ask nothing of it: «وفتح دمشق؟» does, «وفاة خالد» doesn't."""
    named = tokens[1:] if tokens[0].term.removeprefix("و") in _WITHIN else tokens
    named = named[1:] if len(named) > 1 and is_event_noun(named[0].term.removeprefix("و")) else named
    person = name_positions(named)
    return not any(is_relation(token.term) for at, token in enumerate(named) if at not in person)


_WITHIN_WRITTEN = ("في", "أيام", "ايام", "يوم", "زمن", "خلال", "أثناء", "اثناء")
_WITHIN = frozenset(map(normalise, _WITHIN_WRITTEN))
_IN_WORDS = MARKS + TATWEEL + JOINERS


_JOINED = "بلفك"


def _has_conjunction(first: Token, context: Context) -> bool:
    # «والقادسية» is «و» and a name, «وردان» is a name: the texts tell which, else the article or other knowledge.
    word, rest, known = first.term, first.term[1:], context.known
    if not word.startswith("و"):
        return False
    if word in known or rest in known:
        return known.get(rest, 0) > known.get(word, 0) or (rest in known and names_person(rest))
    if any(letter + rest in known for letter in _JOINED):
        return True  # «بعتيق»
    return rest.startswith("ال") or rest in _WITHIN or is_party(rest) or is_event_noun(rest) or context.is_subject(rest)


def asked_of_another(name: str, previous: Understood, context: Context) -> Completed:
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
    return Completed(question, understood, context_words, Link.LOOSE.value, sources=previous.sources)


def _without_within(name: str) -> str:
    """Return a name without «في» or «أيام» in front."""
    first, _, rest = name.partition(" ")
    return rest if rest and normalise(first) in _WITHIN else name


def _asked_of(name: str, previous: Understood) -> str:
    """Return the question before with its topic replaced; with «في …» replaced where the name comes with the like."""
    if _without_within(name) != name:
        within = max(previous.question.rfind(f" {word} ") for word in _WITHIN_WRITTEN)
        return f"{previous.question[:within] if within > 0 else previous.question.strip(_EDGES)} {name}"
    asked = previous.question.replace(_alike(name, previous), name)
    return asked if asked != previous.question else f"{previous.question} {name}"


def _alike(name: str, previous: Understood) -> str:
    """Return what a name takes the place of: of a person where it is one and the question before names one."""
    return (person_of(name) and (person_of(previous.topic) or person_of(previous.question))) or previous.topic


def _of_another_side(name: str, previous: Understood) -> Completed:
    before = read_question(previous.question)
    parties = [token for token in before.tokens if is_party(token.term)]
    sides = [token.span.of(before.text) for token in sides_first(parties)]
    asked = previous.question.replace(sides[0], name) if sides else f"{previous.question} {name}"
    understood = Understood(asked, previous.kind, previous.topic, carried=True)
    return Completed(read_question(asked), understood, sources=previous.sources)
