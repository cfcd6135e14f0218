"""Signs in a sentence that it holds the kind of thing asked for."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from qa_bot.answering.killing import asks_who_killed, killers_in
from qa_bot.answering.lexicon import relation_row
from qa_bot.answering.named import persons_in, places_in, unsaid
from qa_bot.answering.quantity import Amount, Quantity, amounts_in
from qa_bot.answering.topic import is_side
from qa_bot.model.answer import QuestionKind
from qa_bot.model.calendar import DateRange
from qa_bot.model.corpus import Span
from qa_bot.text.date_beginnings import may_hold_dates
from qa_bot.text.dates import find_dates
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token

VAGUE = 0.4  # what a date counts that leaves more than two years open

_NAMES = normalised_words(
    "بن ابن أبو أبي أبا أم بنت عبد قائد أمير خليفة ملك إمبراطور النبي القائد الإمبراطور قيصر كسرى"
)
_PLACES = normalised_words(
    """تقع يقع وقعت وقع دارت دار نشبت جرت موضع موضعها موضعه موقع مكان ساحة واد وادي قرية بلدة مدينة أرض ناحية حصن
    مرج قرب بين شمال جنوب شرق غرب شرقي غربي"""
)
_SOME_PLACE = normalised_words("في إلى عند من على بأرض نحو")
_REASONS = normalised_words(
    """سبب أسباب سببه سببها بسبب لأن لأنه لأنها لأنهم لأجل أجل انتقاما ثأرا ليثأر ردا لقب سميت سمي إرضاء وإرضاء رغبة
    طمعا خشية حقنا حرصا دفاعا استجابة تلبية نصرة تجنبا لئلا كيلا نسبة"""
)
_SOME_REASON = normalised_words("لما فلما إذ حتى لكي كي خوفا طلبا بعد فأراد أراد لذلك ولذلك فلذلك")
_SURE, _PERHAPS = 1.0, 0.3
_UNTOLD, _UNKNOWN, _OF_ELSE = 0.6, 0.5, 0.15  # what numbers count by what they count
_NOT_SAID_TO_LIE = 0.6  # what a place counts where nothing says that it lies or happened there
_NAMED = {QuestionKind.WHO: persons_in, QuestionKind.WHERE: places_in}
# Words alone show less than a name does.
_BY_WORDS = {QuestionKind.WHO: 0.3, QuestionKind.WHERE: 0.5, QuestionKind.WHY: 1.0}
# What shows a name, a place or a reason surely, and what perhaps.
_SHOWN_BY: dict[QuestionKind, tuple[Collection[str], Collection[str]]] = {
    QuestionKind.WHO: (_NAMES, ()),
    QuestionKind.WHERE: (_PLACES, _SOME_PLACE),
    QuestionKind.WHY: (_REASONS, _SOME_REASON),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """How surely a sentence shows what is asked for, 0 to 1, and where: spans in it, of dates and numbers only."""

    surely: float
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants shown: its kind, what it wants counted, and the normalised words it has already."""

    kind: QuestionKind
    quantity: Quantity | None = None
    asked: tuple[str, ...] = ()


def evidence_in(wanted: Wanted, sentence: str, tokens: Sequence[Token], headings: tuple[str, ...]) -> Evidence:
    """Return how surely `sentence` shows the date, number, name, place or reason that is wanted, and where.

    A vague date («في خلافة عمر») counts `VAGUE`. `headings` may date the sentence; a number that is part of a
    date counts nothing, and one of other things than are asked for little. Names and places count that the question
    doesn't have: what answers is new. Kinds that ask for nothing particular are always satisfied.
    """
    kind = wanted.kind
    if kind is QuestionKind.WHEN:
        return _dates_in(sentence, tokens, headings)
    if kind is QuestionKind.HOW_MANY:
        return _amounts_in(sentence, tokens, wanted.quantity)
    if kind not in _SHOWN_BY:
        return Evidence(_SURE)
    if kind is QuestionKind.WHO and _asks_outcome(wanted.asked):
        return Evidence(_outcome_in(tokens, wanted.asked))
    if kind is QuestionKind.WHO and asks_who_killed(wanted.asked):
        return Evidence(max((sure for _, sure in killers_in(sentence, tokens, wanted.asked)), default=0.0))
    names = _new_names(kind, tokens, wanted.asked)
    if kind is QuestionKind.WHERE and _words_showing(kind, tokens) < _BY_WORDS[kind] and _asks_only_where(wanted.asked):
        names *= _NOT_SAID_TO_LIE
    return Evidence(max(names, _words_showing(kind, tokens)))


def _asks_outcome(asked: Sequence[str]) -> bool:
    return any(relation_row(word) == _outcome() for word in asked)


def _asks_only_where(asked: Sequence[str]) -> bool:
    """Return whether the question names nothing done: «أين وقعت بدر؟», and not «أين دفن خالد؟»."""
    return all(relation_row(word) is None for word in asked)


def _outcome_in(tokens: Sequence[Token], asked: Sequence[str]) -> float:
    """Return how surely it is told who won or lost: surely where a side or a new person stands with the word for it."""
    if all(relation_row(token.term) != _outcome() for token in tokens):
        return 0.0
    if any(is_side(token.term) for token in tokens):
        return _SURE
    return max(_PERHAPS, _new_names(QuestionKind.WHO, tokens, asked))


@cache
def _outcome() -> int | None:
    return relation_row("انتصر")


def _words_showing(kind: QuestionKind, tokens: Sequence[Token]) -> float:
    surely, perhaps = _SHOWN_BY[kind]
    said = {form for token in tokens for form in (token.term, _bare(token.term))}
    if not said.isdisjoint(surely):
        return _BY_WORDS[kind]
    return _PERHAPS * _BY_WORDS[kind] if not said.isdisjoint(perhaps) else 0.0


def _new_names(kind: QuestionKind, tokens: Sequence[Token], asked: Sequence[str]) -> float:
    if kind not in _NAMED:
        return 0.0
    return max((sure for _, sure in unsaid(_NAMED[kind](tokens), asked)), default=0.0)


def _dates_in(sentence: str, tokens: Sequence[Token], headings: tuple[str, ...]) -> Evidence:
    if not may_hold_dates([token.term for token in tokens]):
        return Evidence(0.0)
    return _told_dates(sentence, headings)


# As many as a few questions read: what follows a question, or is asked beside it, reads much of the same.
@lru_cache(maxsize=500)
def _told_dates(sentence: str, headings: tuple[str, ...]) -> Evidence:
    known = [(mention.span, mention.meaning) for mention in find_dates(sentence, heading=headings) if mention.meaning]
    exact = tuple(span for span, meaning in known if is_exact(meaning))
    return Evidence(1.0, exact) if exact else Evidence(VAGUE if known else 0.0, tuple(span for span, _ in known))


def is_exact(meaning: DateRange) -> bool:
    """Return whether a date is known to the year, or to two years that follow each other."""
    return abs(meaning.last.year - meaning.first.year) <= 1


def _amounts_in(sentence: str, tokens: Sequence[Token], asked: Quantity | None) -> Evidence:
    free = undated_amounts(sentence, tokens)
    lengths = _from_year_to_year(sentence) if asked is Quantity.TIME else []
    surely = max((worth(amount.quantity, asked) for amount in (*free, *lengths)), default=0.0)
    return Evidence(surely, tuple(amount.span for amount in (*free, *lengths)))


def _from_year_to_year(sentence: str) -> list[Amount]:
    """Return the stretches of years that tell how long something lasted: «(602-628)», «من سنة 602م إلى سنة 628م»."""
    known = [(mention.span, mention.meaning) for mention in find_dates(sentence) if mention.meaning]
    return [
        Amount(span, Quantity.TIME)
        for span, meaning in known
        if not is_exact(meaning) and _has_years(span.of(sentence))
    ]


def _has_years(date: str) -> bool:
    return len(_YEARS.findall(date)) > 1


_YEARS = re.compile(r"\d{1,4}")


def undated_amounts(sentence: str, tokens: Sequence[Token]) -> list[Amount]:
    """Return the numbers of `sentence` that are no part of a date, in order."""
    amounts = list(amounts_in(tokens))
    dates = [mention.span for mention in find_dates(sentence)] if amounts else []
    return [amount for amount in amounts if not any(amount.span.overlaps(date) for date in dates)]


def worth(counted: Quantity | None, asked: Quantity | None) -> float:
    """Return what a number counts: whole where it counts what is asked for, little where it counts something else."""
    if asked is None:
        return _UNTOLD
    if counted is None:
        return _OF_ELSE if asked in _NEVER_WITHOUT_UNIT else _UNKNOWN
    if asked is Quantity.DISTANCE and counted is Quantity.TIME:
        return _UNTOLD  # «بينه وبين مكة ثلاث ليال»
    same = counted is asked or (counted is Quantity.DISTANCE and asked is Quantity.SIZE)
    return _SURE if same else _OF_ELSE


_NEVER_WITHOUT_UNIT = frozenset({Quantity.DISTANCE, Quantity.SIZE})


def _bare(word: str) -> str:
    """Return `word` without «و», «ف», «ب», «ل» in front where a longer word stands behind it.

    >>> _bare("لأجل"), _bare("بن")
    ('أجل', 'بن')
    """
    return word[1:] if len(word) > 3 and word[0] in "وفبل" else word
