"""Signs in a sentence that it holds the kind of thing asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qa_bot.model.answer import QuestionKind
from qa_bot.model.calendar import DateRange
from qa_bot.model.corpus import Span
from qa_bot.text.dates import find_dates
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token

VAGUE = 0.4  # what a date counts that leaves more than two years open

_NUMBERS = normalised_words(
    """واحد اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني ثمان
    تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين
    ثمانون ثمانين تسعون تسعين مائة مئة مائتان مائتين مئتان مئتين ثلاثمائة أربعمائة خمسمائة ستمائة
    سبعمائة ثمانمائة تسعمائة ألف ألفا ألفان ألفين آلاف ألوف مليون بضع بضعة بضعا نيف نيفا زهاء نحو"""
)
_NAMES = normalised_words(
    "بن ابن أبو أبي أبا أم بنت عبد قائد أمير خليفة ملك إمبراطور النبي القائد الإمبراطور قيصر كسرى"
)
_PLACES = normalised_words(
    """تقع يقع موضع موضعها موضعه موقع مكان واد وادي قرية بلدة مدينة أرض ناحية حصن مرج قرب بين
    شمال جنوب شرق غرب شرقي غربي"""
)
_SOME_PLACE = normalised_words("في إلى عند من على بأرض نحو")
_REASONS = normalised_words(
    "سبب أسباب سببه سببها بسبب لأن لأنه لأنها لأنهم لأجل أجل انتقاما ثأرا ليثأر ردا لذلك ولذلك فلذلك لقب سميت سمي"
)
_SOME_REASON = normalised_words("لما فلما إذ حتى لكي كي خوفا طلبا بعد فأراد أراد")
_SURE, _PERHAPS = 1.0, 0.3
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


def evidence_in(kind: QuestionKind, sentence: str, tokens: Sequence[Token], headings: tuple[str, ...]) -> Evidence:
    """Return how surely `sentence` shows a date, number, name, place or reason where `kind` asks for one, and where.

    A vague date («في خلافة عمر») counts `VAGUE`. `headings` may date the sentence; a number that is part of a
    date counts nothing. Kinds that ask for nothing particular are always satisfied.
    """
    if kind is QuestionKind.WHEN:
        return _dates_in(sentence, headings)
    if kind is QuestionKind.HOW_MANY:
        numbers = _numbers_in(sentence, tokens)
        return Evidence(float(bool(numbers)), numbers)
    if kind not in _SHOWN_BY:
        return Evidence(_SURE)
    surely, perhaps = _SHOWN_BY[kind]
    said = {form for token in tokens for form in (token.term, _bare(token.term))}
    return Evidence(_SURE if not said.isdisjoint(surely) else _PERHAPS if not said.isdisjoint(perhaps) else 0.0)


def _dates_in(sentence: str, headings: tuple[str, ...]) -> Evidence:
    known = [(mention.span, mention.meaning) for mention in find_dates(sentence, heading=headings) if mention.meaning]
    exact = tuple(span for span, meaning in known if is_exact(meaning))
    return Evidence(1.0, exact) if exact else Evidence(VAGUE if known else 0.0, tuple(span for span, _ in known))


def is_exact(meaning: DateRange) -> bool:
    """Return whether a date is known to the year, or to two years that follow each other."""
    return abs(meaning.last.year - meaning.first.year) <= 1


def _numbers_in(sentence: str, tokens: Sequence[Token]) -> tuple[Span, ...]:
    numbers = [token.span for token in tokens if token.term.isdigit() or _bare(token.term) in _NUMBERS]
    dates = [mention.span for mention in find_dates(sentence)] if numbers else []
    return tuple(number for number in numbers if not any(number.overlaps(date) for date in dates))


def _bare(word: str) -> str:
    """Return `word` without «و», «ف», «ب», «ل» in front where a longer word stands behind it.

    >>> _bare("وثلاثون"), _bare("بن")
    ('ثلاثون', 'بن')
    """
    return word[1:] if len(word) > 3 and word[0] in "وفبل" and word not in _NUMBERS else word
