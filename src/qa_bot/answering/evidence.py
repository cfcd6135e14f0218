"""Signs in a sentence that it holds the kind of thing asked for."""

from collections.abc import Collection, Sequence

from qa_bot.model.answer import QuestionKind
from qa_bot.model.calendar import DateRange
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
    "مدينة بلدة قرية أرض موضع مكان وادي نهر جبل قرب بين شمال جنوب شرق غرب شرقي غربي تقع يقع ناحية حصن مرج عند بأرض"
)
_REASONS = normalised_words(
    "لأن لأنه لأنها لأنهم سبب بسبب أسباب سببه سببها لذلك لما إذ فلما لكي حتى خوفا ردا طلبا انتقاما"
)
_HOLDERS: dict[QuestionKind, Collection[str]] = {
    QuestionKind.WHO: _NAMES,
    QuestionKind.WHERE: _PLACES,
    QuestionKind.WHY: _REASONS,
}


def expected_in(kind: QuestionKind, sentence: str, tokens: Sequence[Token], headings: tuple[str, ...]) -> float:
    """Return whether `sentence` shows a date, number, name, place or reason where `kind` asks for one: 0 or 1.

    A vague date («في خلافة عمر») counts `VAGUE`. `headings` may date the sentence; a number that is part of a
    date counts nothing. Kinds that ask for nothing particular are always satisfied.
    """
    if kind is QuestionKind.WHEN:
        return _date_in(sentence, headings)
    if kind is QuestionKind.HOW_MANY:
        return float(_has_number(sentence, tokens))
    holders = _HOLDERS.get(kind)
    return float(holders is None or any(_bare(token.term) in holders for token in tokens))


def _date_in(sentence: str, headings: tuple[str, ...]) -> float:
    meanings = [mention.meaning for mention in find_dates(sentence, heading=headings) if mention.meaning]
    if not meanings:
        return 0.0
    return 1.0 if any(is_exact(meaning) for meaning in meanings) else VAGUE


def is_exact(meaning: DateRange) -> bool:
    """Return whether a date is known to the year, or to two years that follow each other."""
    return abs(meaning.last.year - meaning.first.year) <= 1


def _has_number(sentence: str, tokens: Sequence[Token]) -> bool:
    numbers = [token.span for token in tokens if token.term.isdigit() or _bare(token.term) in _NUMBERS]
    if not numbers:
        return False
    dates = [mention.span for mention in find_dates(sentence)]
    return any(not any(number.overlaps(date) for date in dates) for number in numbers)


def _bare(word: str) -> str:
    """Return `word` without «و», «ف», «ب», «ل» in front where a longer word stands behind it.

    >>> _bare("وثلاثون"), _bare("بن")
    ('ثلاثون', 'بن')
    """
    return word[1:] if len(word) > 3 and word[0] in "وفبل" and word not in _NUMBERS else word
