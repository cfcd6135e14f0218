"""Questions for two times at once: «كم سنة بين بدر وفتح مكة؟», «هل كانت اليرموك قبل القادسية أم بعدها؟»."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_bot.answering import lexicon
from qa_bot.answering.question import MAX_CHARACTERS
from qa_bot.answering.topic import is_event_noun, is_relation
from qa_bot.model.corpus import Span
from qa_bot.model.reckoning import Comparison
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token, tokenise

_BETWEEN = normalised_words("بين between")
_AND_BETWEEN = normalised_words("وبين")
_AND = normalised_words("و and")
_UNITS = normalised_words(
    "سنة عام سنوات سنين أعوام عاما شهر شهرا أشهر شهور يوم يوما أيام مدة زمن وقت years months days time"
)
_HOW_LONG = normalised_words("كم كام قديش how مدة ما")
# What may stand between the unit and «بين».
_PASSED = normalised_words(
    "مضى مضت مر مرت انقضى انقضت كان كانت هناك يفصل فصل فصلت تفصل فاصلة فاصل passed there was were"
)
_BEFORE = normalised_words("قبل before")
_AFTER = normalised_words("بعد after")
_AFTER_IT = normalised_words("بعد بعده بعدها قبل قبله قبلها after before العكس لا")
_OR = normalised_words("أم أو or")
_ASKING = normalised_words("هل أ was were did is")
_WHICH = normalised_words("أيهما أيهم أي which")
_EARLIER = normalised_words("أسبق أقدم أولا أول سبق قبل الأسبق الأقدم الأول سابق first earlier")
_LEADING = normalised_words(
    "هل فهل وهل كان كانت وقع وقعت حدث حدثت جرى جرت دارت was were did the come came happen happened take took place"
)


@dataclass(frozen=True, slots=True)
class TwoTimes:
    """What is asked of two times, and what `first` and `second` happened then, as the asker wrote them."""

    asked: Comparison
    first: str
    second: str


def two_times(text: str) -> TwoTimes | None:
    """Return the two times that a question asks for; None for every other question.

    >>> two_times("كم سنة بين غزوة بدر وفتح مكة؟")
    TwoTimes(asked=<Comparison.BETWEEN: 'between'>, first='غزوة بدر', second='فتح مكة')
    >>> two_times("هل كانت معركة اليرموك قبل القادسية أم بعدها؟")
    TwoTimes(asked=<Comparison.ORDER: 'order'>, first='معركة اليرموك', second='القادسية')
    >>> two_times("كم دامت الحرب بين الروم والفرس؟") is None
    True
    """
    tokens = tokenise(text) if len(text) <= MAX_CHARACTERS else []
    parted = _parted_between(tokens) or _parted_by_which(tokens) or _parted_before(tokens)
    if parted is None:
        return None
    asked, one, other = parted
    first, second = _phrase(text, one), _phrase(text, other, joined=asked is Comparison.BETWEEN)
    return TwoTimes(asked, first, second) if first and second else None


_Parted = tuple[Comparison, Sequence[Token], Sequence[Token]]


def _parted_between(tokens: Sequence[Token]) -> _Parted | None:
    at = _first(tokens, _BETWEEN)
    asked = {token.term.removeprefix("ال") for token in tokens[:at]}
    if not at or asked.isdisjoint(_HOW_LONG) or asked.isdisjoint(_UNITS):
        return None
    # «مدة الحرب بين الروم والفرس» asks for one time.
    if tokens[at - 1].term.removeprefix("ال") not in _UNITS | _PASSED:
        return None
    rest = tokens[at + 1 :]
    second = _second_of(rest)
    return (Comparison.BETWEEN, rest[:second], rest[second:]) if second else None


def _second_of(tokens: Sequence[Token]) -> int:
    """Return where the second of two joined by «و» begins; 0 for nowhere."""
    joined = [at for at, token in enumerate(tokens) if at and _is_joined(token)]
    nouns = [at for at in joined if _begins_event(tokens[at].term.removeprefix("و"))]
    between = [at for at in joined if tokens[at].term in _AND_BETWEEN]
    return next(iter((*between, *nouns, *joined)), 0)


def _is_joined(token: Token) -> bool:
    if token.term in _AND | _AND_BETWEEN:
        return True
    bare = token.term.removeprefix("و")
    # «وفاة» and «ولادة» begin with a letter of their own.
    return bare != token.term and (not is_relation(token.term) or _begins_event(bare))


def _begins_event(word: str) -> bool:
    return is_event_noun(word) or is_relation(word)


def _parted_by_which(tokens: Sequence[Token]) -> _Parted | None:
    at = _first(tokens, _OR)
    asked = [token.term for token in tokens[:at]]
    if not at or not asked or asked[0] not in _WHICH or _EARLIER.isdisjoint(asked):
        return None
    begin = max(place for place, word in enumerate(asked) if word in _EARLIER) + 1
    return Comparison.ORDER, tokens[begin:at], tokens[at + 1 :]


def _parted_before(tokens: Sequence[Token]) -> _Parted | None:
    at = _first(tokens, _BEFORE | _AFTER)
    if not at:
        return None
    alternative = _first(tokens, _OR)
    ends = [place for place in (alternative,) if place and tokens[place + 1 :] and _only_after(tokens[place + 1])]
    if tokens[0].term not in _ASKING and not ends:
        return None
    if ends and ends[0] == at + 1:
        return Comparison.ORDER, tokens[:at], tokens[at + 3 :]
    return Comparison.ORDER, tokens[:at], tokens[at + 1 : ends[0] if ends else len(tokens)]


def _only_after(token: Token) -> bool:
    return token.term in _AFTER_IT


def _first(tokens: Sequence[Token], wanted: frozenset[str]) -> int:
    """Return where the first of the words wanted stands; 0 where none does, or at the beginning."""
    return next((at for at, token in enumerate(tokens) if token.term in wanted), 0)


def _phrase(text: str, tokens: Sequence[Token], *, joined: bool = False) -> str:
    """Return the words of `tokens` as written, without what only asks in front; `joined` takes a leading «و» away."""
    said = list(tokens)
    while said and (said[0].term in _LEADING | _AND_BETWEEN or said[0].term in _AND):
        said = said[1:]
    if not said:
        return ""
    words = Span(said[0].span.start, said[-1].span.end).of(text)
    phrase = words[1:] if joined and words.startswith("و") and _is_joined(said[0]) else words
    # «وأحد» looks like «واحد», which carries no content.
    return phrase if any(token.term not in lexicon.function_words() for token in tokenise(phrase)) else ""
