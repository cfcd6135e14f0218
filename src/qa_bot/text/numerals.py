"""Numbers in a text: in digits of three kinds, and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa_bot.model.corpus import Span
from qa_bot.text.number_words import Number, read_cardinal, read_ordinal
from qa_bot.text.tokenise import Token, tokenise


class DigitKind(StrEnum):
    """A set of ten digits."""

    WESTERN = "western"
    ARABIC = "arabic"
    PERSIAN = "persian"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it stands in a text; `ordinal` tells «الخامسة» from «خمس»."""

    value: int
    span: Span
    ordinal: bool = False


_DIGITS = {
    DigitKind.WESTERN: "0123456789",
    DigitKind.ARABIC: "٠١٢٣٤٥٦٧٨٩",
    DigitKind.PERSIAN: "۰۱۲۳۴۵۶۷۸۹",
}
_TO = {kind: str.maketrans("".join(_DIGITS.values()), digits * len(_DIGITS)) for kind, digits in _DIGITS.items()}
_THOUSANDS_SEPARATORS = (",", "\N{ARABIC THOUSANDS SEPARATOR}")
_GROUP_LENGTH = 3
# «I am not», the city of Bust: words that only look like a preposition and «six».
_NO_SIX = frozenset(("لست", "بست", "كست", "فست"))


def in_digits(text: str, kind: DigitKind) -> str:
    """Return `text` with every Western, Arabic-Indic and Persian digit as one of `kind`.

    >>> in_digits("سنة 13هـ", DigitKind.ARABIC), in_digits("۶۳۴ / ٦٣٤", DigitKind.WESTERN)
    ('سنة ١٣هـ', '634 / 634')
    """
    return text.translate(_TO[kind])


def find_numerals(text: str) -> list[Numeral]:
    """Return the numbers of `text`, in digits and in words, in order; none share a code point.

    >>> [numeral.value for numeral in find_numerals("في السنة الثالثة عشرة قُتل مئتان وأربعة وثلاثون رجلا")]
    [13, 234]
    """
    tokens = tokenise(text)
    terms = [token.term for token in tokens]
    found = []
    at = 0
    while at < len(terms):
        ordinal = read_ordinal(terms, at)
        number = ordinal or _grouped(text, tokens, at) or read_cardinal(terms, at)
        if number is None or (number.end == at + 1 and terms[at] in _NO_SIX):
            at += 1
            continue
        span = Span(tokens[at].span.start, tokens[number.end - 1].span.end)
        found.append(Numeral(number.value, span, ordinal is not None))
        at = number.end
    return found


def _grouped(text: str, tokens: Sequence[Token], at: int) -> Number | None:
    """Return a number whose thousands are parted by commas («12,000»); None for any other."""
    if not tokens[at].term.isdecimal() or len(tokens[at].term) > _GROUP_LENGTH:
        return None
    digits, end = tokens[at].term, at + 1
    while end < len(tokens) and _continues_group(text, tokens[end - 1], tokens[end]):
        digits, end = digits + tokens[end].term, end + 1
    return Number(int(digits), end) if end > at + 1 else None


def _continues_group(text: str, before: Token, token: Token) -> bool:
    separator = text[before.span.end : token.span.start]
    return separator in _THOUSANDS_SEPARATORS and token.term.isdecimal() and len(token.term) == _GROUP_LENGTH
