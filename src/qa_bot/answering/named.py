"""Names of persons and places among the words of a sentence, by the gazetteer and by how Arabic names are made."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from qa_bot.answering import lexicon
from qa_bot.answering.core import without_proclitic
from qa_bot.answering.likeness import SURELY_MET, likeness
from qa_bot.model.corpus import Span
from qa_bot.text.gazetteer import NameKind, gazetteer, one_word_names
from qa_bot.text.given_names import common_stems
from qa_bot.text.letters import MARKS
from qa_bot.text.normalise import normalise, normalised_words
from qa_bot.text.tokenise import Token

SURE, LIKELY, _OF_KIN = 1.0, 0.8, 0.3
_LEAST_SURE_PLACE = 0.6  # no preposition stands before it
ALI, _ALI_WRITTEN = "علي", frozenset({"علي", "عليا"})
_ARTICLE = "ال"
_LINKS = normalised_words("بن ابن بنت")
_KUNYAS = normalised_words("أبو أبي أبا أم")
_SERVANT = "عبد"  # of God, by one of His names
_PLACE_WORDS = normalised_words("في إلى عند من على نحو قرب بين")
# Behind these stands who tells it, or whose days they were.
_ASIDE = normalised_words(
    """عند قال ذكر روى يذكر يقول يروي رواية خلافة عهد أيام زمن قول يرى نقل رأي يجعل جعل صحيح عدّ رجح"""
)
# «مهجع مولى عمر»: the name behind belongs to another than is told of.
_OF = normalised_words("مولى غلام أخو أخي أخا أخت ابنة عم عمة خال زوج زوجة امرأة أرملة صهر ربيب حفيد والد والدة")
_NAME_LENGTH = 2  # words
_JOINED = frozenset("وفبل")
_SHORTEST = 3  # letters of a name that may stand for a longer one
_NO_NAMES = normalised_words("أبو أبي أبا ابن أم عبد النبي نبي الله")


def persons_in(tokens: Sequence[Token]) -> Iterator[tuple[Token, float]]:
    """Yield the words that name persons, in order, each with how surely: a descent is sure, a known name likely.

    Who tells it («عند الواقدي») and under whom it was («في خلافة عمر») is left out: neither did what is told.

    >>> from qa_bot.text.tokenise import tokenise
    >>> [(token.term, sure) for token, sure in persons_in(tokenise("قاد الجيش خالد بن الوليد"))]
    [('خالد', 1.0), ('الوليد', 0.8)]
    """
    aside = -2  # «وقاد» in front of all goes on from nobody
    for at, token in enumerate(tokens):
        if _bare_of_conjunction(token.term) in _ASIDE:
            # «عند الواقدي وحشي»: a name with the article has no second word.
            aside = at + (
                1 if any(each.term.startswith(_ARTICLE) for each in tokens[at + 1 : at + 2]) else _NAME_LENGTH
            )
        elif at == aside + 1 and has_conjunction(token):
            aside += _NAME_LENGTH  # «عند ابن إسحاق والواقدي»
        sure = _surely_person(tokens, at)
        if at > aside and sure:
            yield token, sure


def _surely_person(tokens: Sequence[Token], at: int) -> float:
    """Return how surely the word at `at` names a person, by the words beside it; 0 for no."""
    token = tokens[at]
    before = tokens[at - 1].term if at else ""
    after = tokens[at + 1].term if at + 1 < len(tokens) else ""
    word = _bare_name(token.term)
    if word in lexicon.function_words():
        return 0.0
    if token.term.removeprefix("و") == _SERVANT and after.startswith(_ARTICLE):
        return SURE if at + 2 < len(tokens) and tokens[at + 2].term in _LINKS else LIKELY
    if after in _LINKS:
        return _OF_KIN if before in _OF else SURE
    if before in _KUNYAS or before in _LINKS or word in _names():
        return _OF_KIN if before in _OF else LIKELY
    return 0.0


def unsaid(named: Iterable[tuple[Token, float]], asked: Sequence[str]) -> Iterator[tuple[Token, float]]:
    """Return the names that are none of the normalised words `asked`."""
    return ((token, sure) for token, sure in named if not is_said(token, asked))


def is_said(name: Token, asked: Sequence[str]) -> bool:
    """Return whether a name is one of the normalised words `asked`."""
    # Bare of its article «الوليد» would lose its «و», too, as if that meant "and".
    forms = (name.term, name.term.removeprefix(_ARTICLE))
    return any(likeness(word, form) >= SURELY_MET for word in asked for form in forms)


def person_told(text: str, tokens: Sequence[Token], asked: Sequence[str]) -> str:
    """Return the first of the surest persons of a sentence whom the words `asked` don't name; empty for none.

    >>> from qa_bot.text.tokenise import tokenise
    >>> text = "قاد المسلمين في أجنادين خالد بن الوليد."
    >>> person_told(text, tokenise(text), ["قاد", "المسلمين", "اجنادين"])
    'خالد بن الوليد'
    """
    found = max(unsaid(persons_in(tokens), asked), key=lambda each: each[1], default=None)
    return full_name(text, tokens, found[0]) if found else ""


def full_name(text: str, tokens: Sequence[Token], first: Token) -> str:
    """Return the whole name in `text` that a word of it begins, as `name_span` finds it, without «و» in front.

    >>> from qa_bot.text.tokenise import tokenise
    >>> text = "وقاد الجيش أبو عبيدة بن الجراح سنة 14هـ"
    >>> full_name(text, tokens := tokenise(text), tokens[3])
    'أبو عبيدة بن الجراح'
    """
    written = name_span(tokens, first).of(text)
    start = tokens[_first_of(tokens, tokens.index(first))]
    return written[1:].lstrip(MARKS) if start.term[:1] in _JOINED and _is_joined(start) else written


def has_conjunction(name: Token) -> bool:
    """Return whether a «و» that means "and" stands before a name: «وخالد», and not «وردان»."""
    return name.term.startswith("و") and _is_joined(name)


def _is_joined(name: Token) -> bool:
    return is_kunya(name) or _bare_name(name.term) != name.term.removeprefix(_ARTICLE)


def name_span(tokens: Sequence[Token], first: Token) -> Span:
    """Return where the whole name stands that a word of it begins: kunya, name and descent, in whole words."""
    at = tokens.index(first)
    end = _end_of(tokens, at)
    while end + 1 < len(tokens) and tokens[end].term in _LINKS:
        end = _end_of(tokens, end + 1)
    return Span(tokens[_first_of(tokens, at)].span.start, tokens[end - 1].span.end)


def name_positions(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the positions of the words that make up names of persons of several words.

    >>> from qa_bot.text.tokenise import tokenise
    >>> sorted(name_positions(tokenise("أين مات سعد بن أبي وقاص؟")))
    [2, 3, 4, 5]
    """
    spans = [name_span(tokens, first) for at, first in enumerate(tokens) if _surely_person(tokens, at)]
    inside = [[at for at, token in enumerate(tokens) if span.overlaps(token.span)] for span in spans]
    return frozenset(at for name in inside if len(name) > 1 for at in name)


def is_kunya(word: Token) -> bool:
    """Return whether a word begins a kunya: «أبو», «وأبي», «أم»."""
    return word.term.removeprefix("و") in _KUNYAS


def _end_of(tokens: Sequence[Token], at: int) -> int:
    """Return the place after a name of one person, which is two words in «أبو عبيدة» and «عبد الله»."""
    of_two = tokens[at].term.removeprefix("و") in (*_KUNYAS, _SERVANT)
    return min(len(tokens), at + 1 + of_two)


def _first_of(tokens: Sequence[Token], at: int) -> int:
    """Return the place where a name begins that goes on at `at`: «أبو» before «عبيدة», «علي بن» before «أبي طالب»."""
    while at:
        before = tokens[at - 1].term.removeprefix("و")
        if before in (*_KUNYAS, _SERVANT) or before == "ابن":
            at -= 1
        elif before in _LINKS and at > 1:
            at -= 2
        else:
            break
    return at


def _bare_of_conjunction(word: str) -> str:
    return word[1:] if word[:1] in "وف" and word[1:] in _ASIDE else word


def is_ali(token: Token, text: str) -> bool:
    """Return whether a word of `text` is the name «علي», with joined letters or «عليًّا», and not «على».

    >>> from qa_bot.text.tokenise import tokenise
    >>> [is_ali(token, "بايع عليًّا على ذلك") for token in tokenise("بايع عليًّا على ذلك")]
    [False, True, False, False]
    """
    written = "".join(letter for letter in token.span.of(text) if letter not in MARKS)
    return written.lstrip("وفبلك") in _ALI_WRITTEN


@lru_cache(maxsize=50_000)
def names_person(word: str) -> bool:
    """Return whether a normalised word is a common name of persons, with or without joined letters.

    >>> names_person("محمد"), names_person("لخالد"), names_person("دمشق")
    (True, True, False)
    """
    return _bare_name(word) in _names()


def _bare_name(word: str) -> str:
    if word[:1] in "وفبلك" and word not in _names():
        return without_proclitic(word)
    return word.removeprefix(_ARTICLE)


@cache
def _names() -> frozenset[str]:
    """Return the common given names and what persons of the gazetteer are called first, without the article."""
    first = (form.split()[0] for entry in gazetteer() if entry.kind is NameKind.PERSON for form in entry.forms)
    known = {normalise(word).removeprefix(_ARTICLE) for word in first}
    return common_stems() | {word for word in known if len(word) >= _SHORTEST and word not in _NO_NAMES}


def places_in(tokens: Sequence[Token]) -> Iterator[tuple[Token, float]]:
    """Yield the words that name places of the gazetteer, in order; those behind a preposition are sure.

    >>> from qa_bot.text.tokenise import tokenise
    >>> [(token.term, sure) for token, sure in places_in(tokenise("سار إلى دمشق وبلغ حمص ومات بحلب"))]
    [('دمشق', 1.0), ('حمص', 0.6), ('بحلب', 1.0)]
    """
    for at, token in enumerate(tokens):
        bare = without_proclitic(token.term)
        joined = token.term[:1] in "بل" and bare in _places()
        if joined or token.term.removeprefix(_ARTICLE) in _places():
            behind = at > 0 and tokens[at - 1].term in _PLACE_WORDS
            yield token, SURE if joined or behind else _LEAST_SURE_PLACE


def is_place(word: str) -> bool:
    """Return whether a normalised word names a place or a battle of the gazetteer, with or without its article.

    >>> is_place("دمشق"), is_place("بدر"), is_place("خالد")
    (True, True, False)
    """
    return word.removeprefix(_ARTICLE) in _places() | _battles()


@cache
def _places() -> frozenset[str]:
    """Return the places of one word, without the article."""
    return frozenset(name.removeprefix(_ARTICLE) for name in one_word_names(NameKind.PLACE))


@cache
def _battles() -> frozenset[str]:
    """Return the battles of one word, without the article."""
    return frozenset(name.removeprefix(_ARTICLE) for name in one_word_names(NameKind.BATTLE))
