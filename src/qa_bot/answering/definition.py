"""Whether a sentence says who or what something is: «هيلانة أم الإمبراطور», «القائد شهربراز», «كان مرحب …»."""

from collections.abc import Sequence

from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token

_SAYING = normalised_words("هو هي وهو وهي هم")
_WAS = normalised_words("كان كانت وكان وكانت يسمى تسمى يعرف تعرف")
# What someone or something is, in the words that stand beside names.
_WHAT = normalised_words(
    """قائد ملك ملكة إمبراطور بطريرك بطريق أسقف أمير خليفة صحابي صحابية والي عامل زعيم رئيس شاعر كاهن حاكم صاحب فارس
    أم أب ابن بنت أخو أخا أخي أخ أخت زوج زوجة امرأة مولى حليف رسول نبي كاتب مؤرخ طبيب راهب عم عمة خال جد
    قبيلة قوم مدينة بلدة بلد قرية واد وادي نهر جبل حصن موضع أرض ماء بئر ناحية إقليم كتاب كنيسة سورة لقب"""
)
_ARTICLE = "ال"


def is_defined(stands: Sequence[Sequence[int]], tokens: Sequence[Token]) -> bool:
    """Return whether the words at the places `stands`, those of a name, stand beside what says who or what that is.

    >>> from qa_bot.text.tokenise import tokenise
    >>> is_defined([[1]], tokenise("إلى هيلانة أم الإمبراطور")), is_defined([[2]], tokenise("ثم سار شهربراز غربا"))
    (True, False)
    """
    places = {place for row in stands for place in row}
    return any(_is_said_beside(place, places, tokens) for place in places)


def _is_said_beside(place: int, places: set[int], tokens: Sequence[Token]) -> bool:
    after = tokens[place + 1].term if place + 1 < len(tokens) and place + 1 not in places else ""
    before = tokens[place - 1].term if place and place - 1 not in places else ""
    if after in _SAYING or before in _WAS:
        return True
    return after.removeprefix(_ARTICLE) in _WHAT or before.removeprefix("و").removeprefix(_ARTICLE) in _WHAT
