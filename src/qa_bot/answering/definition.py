"""Whether a sentence says who or what something is: «هيلانة أم الإمبراطور», «القائد شهربراز», «كان مرحب …»."""

from collections.abc import Sequence

from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token

_SAYING = normalised_words("هو هي وهو وهي هم")
_WAS = normalised_words("كان كانت وكان وكانت يسمى تسمى يعرف تعرف")
# Titles stand on either side of a name: «القائد شهربراز», «ماهان قائد الروم».
_TITLES = normalised_words(
    """قائد ملك ملكة إمبراطور بطريرك بطريق أسقف أمير خليفة صحابي صحابية زعيم شاعر كاهن حاكم نبي كاتب مؤرخ طبيب راهب
    قبيلة مدينة بلدة قرية واد وادي نهر جبل حصن كنيسة سورة"""
)
# What someone or something is, behind the name: before it they say whose another one is («أخا مرحب»).
_WHAT = _TITLES | normalised_words(
    """والي عامل رئيس صاحب فارس أم أب ابن بنت أخو أخا أخي أخ أخت زوج زوجة امرأة مولى حليف رسول عم عمة خال جد
    قوم بلد موضع أرض ماء بئر ناحية إقليم كتاب لقب معروف معروفة ملقب ملقبة مشهور مشهورة"""
)
_ARTICLE = "ال"
_PRONOUNS = ("هم", "ها", "ه")


def is_defined(stands: Sequence[Sequence[int]], tokens: Sequence[Token]) -> bool:
    """Return whether the words at the places `stands`, those of a name, stand beside what says who or what that is.

    >>> from qa_bot.text.tokenise import tokenise
    >>> is_defined([[1]], tokenise("إلى هيلانة أم الإمبراطور")), is_defined([[2]], tokenise("ثم سار شهربراز غربا"))
    (True, False)
    >>> is_defined([[1]], tokenise("وقائده شهربراز")), is_defined([[2]], tokenise("ياسرا أخا مرحب"))
    (True, False)
    """
    places = {place for row in stands for place in row}
    return any(_is_said_before(place, places, tokens) or _is_said_behind(place, places, tokens) for place in places)


def _is_said_before(place: int, places: set[int], tokens: Sequence[Token]) -> bool:
    if not place or place - 1 in places:
        return False
    before = tokens[place - 1].term
    if before in _WAS or _title(before) in _TITLES:
        return True
    # «القائد الفارسي شهربراز»
    return before.startswith(_ARTICLE) and place > 1 and _title(tokens[place - 2].term) in _TITLES


def _is_said_behind(place: int, places: set[int], tokens: Sequence[Token]) -> bool:
    behind = [token.term for token in tokens[place + 1 : place + 3]]
    if not behind or place + 1 in places:
        return False
    if behind[0] in _SAYING:
        # «قاتل رستم هو هلال» tells of the other one.
        before = tokens[place - 1].term if place else _ARTICLE
        return place - 1 in places or before.startswith(_ARTICLE) or before in _BEFORE_SUBJECTS
    # «مسيلمة الحنفي المعروف بالكذاب»
    return any(word.removeprefix(_ARTICLE) in _WHAT for word in behind[: 1 + behind[0].startswith(_ARTICLE)])


_BEFORE_SUBJECTS = normalised_words("أن إن وأن فإن وكان كان كانت")


def _title(word: str) -> str:
    """Return a title without «و», the article and a pronoun; another word as it comes.

    >>> _title("وقايده"), _title("القايد")
    ('قايد', 'قايد')
    """
    bare = word.removeprefix("و").removeprefix(_ARTICLE)
    return next((bare.removesuffix(each) for each in _PRONOUNS if bare.removesuffix(each) in _TITLES), bare)
