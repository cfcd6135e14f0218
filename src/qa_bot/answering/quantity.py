"""How many of what: the quantity that a question asks for, and the amounts that a sentence gives."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from qa_bot.answering import lexicon
from qa_bot.model.corpus import Span
from qa_bot.text.normalise import normalised_words
from qa_bot.text.number_lexicon import PREFIXES_WITH_ARTICLE, ones, scales, simple_parts, without_clitic
from qa_bot.text.tokenise import Token


class Quantity(StrEnum):
    """What is counted or measured."""

    AGE = "age"
    TIME = "time"
    MONEY = "money"
    DISTANCE = "distance"
    SIZE = "size"
    HEADS = "heads"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a sentence, and what it counts; `quantity` is None where the words beside it don't tell."""

    span: Span
    quantity: Quantity | None


# What stands behind a number.
_UNITS = {
    Quantity.TIME: """يوم يوما أيام أياما ليلة ليال ليالي شهر شهرا أشهر شهور سنة سنين سنوات عام عاما أعوام ساعة ساعات
        أسبوع أسبوعا أسابيع قرن قرون""",
    Quantity.MONEY: "درهم درهما دراهم دينار دينارا دنانير مثقال أوقية أواق ذهب فضة مال جزية",
    Quantity.DISTANCE: """ميل ميلا أميال فرسخ فرسخا فراسخ كيلومتر كيلومترا كيلومترات كم متر مترا أمتار ذراع ذراعا أذرع
        مرحلة مراحل قدم بريد بريدا برد""",
    Quantity.HEADS: """رجل رجلا رجال مجاهد مجاهدا مقاتل مقاتلا مقاتلين فارس فارسا فرسان راجل جندي جنديا جنود شهيد شهيدا
        شهداء قتيل قتيلا قتلى أسير أسيرا أسرى نفر نفرا نفسا نفوس فرس بعير بعيرا ناقة سفينة مركب""",
}
# Two of a kind are one word.
_DUALS = {
    Quantity.TIME: "يومان يومين ليلتان ليلتين شهران شهرين سنتان سنتين عامان عامين ساعتين أسبوعين",
    Quantity.HEADS: "رجلان رجلين فارسان فارسين فرسين أسيرين",
    Quantity.DISTANCE: "ميلان ميلين فرسخان فرسخين مرحلتان مرحلتين",
}
# What a question says of what it wants counted; the first that fits, age before heads: «كم كان عمره في الجيش»;
# what happens to men comes last: «كم سنة بعد قتله».
_ASKED = {
    "عمره عمرها عمرهم عمري": Quantity.AGE,
    "دام دامت استمر استمرت استغرق استغرقت لبث مكث مدة مدته مدتها طال": Quantity.TIME,
    """عدد عدده عددها عددهم جيش جند جنود مقاتل مقاتلين مقاتلا رجل رجلا قتيل قتيلا قتلى شهيد شهيدا شهداء أسير
    أسيرا أسرى قوام تعداد شخص شخصا""": Quantity.HEADS,
    "درهم درهما دينار دينارا مبلغ ثمن سعر دفع دفعوا يدفع جزية مال مقدار فدية": Quantity.MONEY,
    "مسافة تبعد يبعد كيلومتر كيلومترا ميل ميلا": Quantity.DISTANCE,
    "طول طوله طولها ارتفاع ارتفاعه ارتفاعها مساحة مساحته مساحتها عرض عرضه عرضها عمق عمقه": Quantity.SIZE,
    "ظل بقي بقيت بقوا قضى عاش حكم حكمه حكمها أقام أقاموا": Quantity.TIME,
    "قتل قتلوا استشهد أسر أسروا غرق خسر خسروا فقد فقدوا": Quantity.HEADS,
}
_NUMBER = "عدد"
_TOOK = "طول"  # at the end a verb, else the length of a thing
_HOW_MANY = normalised_words("كم وكم فكم كام")
_BEFORE_COUNTED = normalised_words("كان كانت كانوا بلغ بلغت يبلغ تبلغ عدد هو هي يوجد في")
_COUNTING = normalised_words(
    "عدد عدده عددهم عددها تعداد تعداده تعدادهم قوام قوامه قتل قتلى أسر أسرى جيش شهداء استشهد حامية"
)
_VAGUE = normalised_words("بضع بضعة بضعا نيف نيفا")
# «أحد» alone is «anyone», and the mountain; «ست» with a letter before it other words.
_OTHER_WORDS = normalised_words("لست بست كست فست")
_COUNTED_ALONE = normalised_words("واحد واحدة واحدا")
# «طوال الشتاء» is a length of time without a number.
_THROUGHOUT = normalised_words("طوال طيلة")
_SEASONS = normalised_words("الشتاء شتاء الصيف صيف الربيع الخريف الليل ليل النهار نهار الشهر اليوم السنة العام الموسم")
_NEXT = 3  # words behind a number, in which what it counts is looked for
_AGED = 9  # words before it, in which someone's age is looked for: names are long
_OF_AGE = normalised_words("عمر عمره عمرها عمرهم عاش")
_AGED_SO = normalised_words("ابن بنت أبناء")  # right before the number: «ابن ستين سنة»
_YEARS = normalised_words("سنة سنين سنوات عام عاما أعوام")
_SON_OF = frozenset({"بن", "ابن"})


def asked_quantity(words: Iterable[str]) -> Quantity | None:
    """Return what a question of these normalised words wants counted; None where they don't tell.

    >>> asked_quantity(["دام", "حصار", "دمشق"]).value, asked_quantity(["عدد", "الروم"]).value
    ('time', 'heads')
    >>> asked_quantity(["سنه", "حكم"]).value, asked_quantity(["خسر", "المسلمون", "يوم", "الجسر"]).value
    ('time', 'heads')
    """
    said = [word for word in words if word.lstrip("وفب") not in _HOW_MANY]
    # «كم سنة …», «حصارها كم طوّل؟»; further behind «يوم الجسر» and «سنة 12» say when.
    if said and (_units().get(said[0]) is Quantity.TIME or said[-1] == _TOOK):
        return Quantity.TIME
    asked = {form for word in said for form in (word, word.removeprefix("ال"))}
    return next((quantity for signs, quantity in _asked() if not asked.isdisjoint(signs)), None)


def counted_noun(tokens: Sequence[Token]) -> str:
    """Return the normalised noun that a question of these words wants counted or measured; empty where none is named.

    Units of time, money and length, and men, are no such nouns: texts count them under many names.

    >>> from qa_bot.text.tokenise import tokenise
    >>> [counted_noun(tokenise(text)) for text in ("كم عدد زوجات خالد؟", "كم بابا للحصن؟", "كم دام الحصار؟")]
    ['زوجات', 'بابا', '']
    """
    words = [token.term for token in tokens]
    at = next((at for at, word in enumerate(words) if word.lstrip("وفب") in _HOW_MANY), len(words)) + 1
    while at < len(words) and (words[at] in _BEFORE_COUNTED or words[at] in lexicon.function_words()):
        at += 1
    if at >= len(words):
        return ""
    noun = words[at]
    if noun in _units() or asked_quantity([noun]):
        return ""
    # After «عدد» stands a noun; right after «كم» may stand a verb, and those known name relations.
    return noun if words[at - 1] == _NUMBER or lexicon.relation_row(noun) is None else ""


@cache
def _asked() -> tuple[tuple[frozenset[str], Quantity], ...]:
    return tuple((normalised_words(words), quantity) for words, quantity in _ASKED.items())


@cache
def _units() -> dict[str, Quantity]:
    return _by_word(_UNITS)


@cache
def _duals() -> dict[str, Quantity]:
    return _by_word(_DUALS)


def _by_word(rows: Mapping[Quantity, str]) -> dict[str, Quantity]:
    return {word: quantity for quantity, words in rows.items() for word in normalised_words(words)}


def amounts_in(tokens: Sequence[Token]) -> Iterator[Amount]:
    """Yield the numbers among the words of a sentence, in order: in digits, in words, and nouns in the dual.

    A whole season, «طوال الشتاء», is an amount of time.

    >>> from qa_bot.text.tokenise import tokenise
    >>> [amount.quantity.value for amount in amounts_in(tokenise("قتل سبعون رجلا بعد يومين"))]
    ['heads', 'time']
    >>> [amount.quantity.value for amount in amounts_in(tokenise("ودام الحصار طوال الشتاء"))]
    ['time']
    """
    for at, token in enumerate(tokens):
        dual = _duals().get(token.term)
        if dual is not None:
            yield Amount(token.span, dual)
        elif token.term in _THROUGHOUT and at + 1 < len(tokens) and tokens[at + 1].term in _SEASONS:
            yield Amount(Span(token.span.start, tokens[at + 1].span.end), Quantity.TIME)
        elif _is_number(token.term) and not _is_anyone(tokens, at) and not _is_multiple(tokens, at):
            yield Amount(token.span, _counted(tokens, at))


def _is_multiple(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a number tells how many times as many, and counts nothing: «ثلاثة أمثالهم»."""
    return any(token.term.startswith(_TIMES) for token in tokens[at + 1 : at + 2])


_TIMES = ("امثال", "اضعاف")


def _is_anyone(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the word is «أحد» that counts nothing: "one of", or the mountain; «أحد عشر» does."""
    following = tokens[at + 1].term if at + 1 < len(tokens) else ""
    return tokens[at].term.lstrip("وفبل") == _ANYONE and following not in _TEN


_ANYONE, _TEN = "احد", frozenset({"عشر", "عشره"})


def _is_number(word: str) -> bool:
    if word.isdigit() or word.removeprefix("و") in _VAGUE or word in _COUNTED_ALONE:
        return True
    joined, bare = without_clitic(word)
    # «الأمراء الثلاثة» are known already.
    return (
        joined not in PREFIXES_WITH_ARTICLE
        and (bare in simple_parts() or bare in scales())
        and bare not in ones()
        and word not in _OTHER_WORDS
    )


def _counted(tokens: Sequence[Token], at: int) -> Quantity | None:
    counted = _unit(tokens, at)
    return Quantity.AGE if counted is Quantity.TIME and _is_age(tokens, at) else counted


def _is_age(tokens: Sequence[Token], at: int) -> bool:
    """Return whether years are counted behind a word for an age: «عمر بن الخطاب» is none, and days are no age."""
    if not any(token.term in _YEARS for token in tokens[at + 1 : at + 1 + _NEXT]):
        return False
    before = [token.term.removeprefix("و") for token in tokens[max(0, at - _AGED) : at + 1]]
    if len(before) > 1 and before[-2] in _AGED_SO:
        return True
    return any(word in _OF_AGE and following not in _SON_OF for word, following in pairwise(before))


def _unit(tokens: Sequence[Token], at: int) -> Quantity | None:
    units = _units()
    behind = [units[token.term] for token in tokens[at + 1 : at + 1 + _NEXT] if token.term in units]
    if behind:
        return behind[0]
    before = {token.term.removeprefix("و") for token in tokens[:at]}
    return None if before.isdisjoint(_COUNTING) else Quantity.HEADS


def is_unit(word: str) -> bool:
    """Return whether a normalised word is a unit of time, money or length, or one that men and beasts are counted by.

    >>> is_unit("يوما"), is_unit("حصن")
    (True, False)
    """
    return word in _units()
