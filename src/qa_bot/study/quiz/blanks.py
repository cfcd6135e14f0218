"""What may be left out of a sentence: the year, a person, a place, a number, each with what it can be mixed up with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from qa_bot.answering.core import without_proclitic
from qa_bot.answering.evidence import undated_amounts
from qa_bot.answering.named import SURE, has_conjunction, name_span, persons_in, places_in
from qa_bot.model.calendar import Calendar, DateMention, MentionSource
from qa_bot.model.corpus import Span
from qa_bot.study.quiz.question import QuizKind
from qa_bot.text.gazetteer import NameKind, gazetteer
from qa_bot.text.given_names import name_stems
from qa_bot.text.letters import HEH
from qa_bot.text.normalise import normalise, normalised_words
from qa_bot.text.number_lexicon import without_clitic
from qa_bot.text.number_words import read_cardinal
from qa_bot.text.tokenise import Token

_LINKS = normalised_words("بن ابن بنت")
_TITLED = normalised_words("أبو أبي أبا أم عبد بن ابن بنت كسرى قيصر")
# The name goes on behind these: «عمرو بن معدي كرب».
_CUT = normalised_words("معدي عبد أبي أبو أم ذي بن ابن بنت")
# They tell of what was long before them.
_TELLERS = frozenset(map(normalise, ("سيف بن عمر", "محمد بن إسحاق", "الليث بن سعد", "محمد بن كعب", "محمد بن عمر")))
# «روى البلاذري عن قيس»: who tells it is no matter of the text; «بني أسد بن عبد العزى», «من ربيعة» are tribes.
_NO_MAN_BEHIND = normalised_words("عن بني بنو وبنو وبني لبني ببني من ومن آل ولد أولاد حي بطن قبيلة")
_UNBROKEN = re.compile(r"[^\W\d_][\w\u064b-\u0652\u0670 ]*")
_BYNAMES = normalised_words("أبو أبي أبا أم")
# Of these names of places some are other words as well, and «المدينة» is often just "the city".
_NO_PLACES = normalised_words(
    """المدينة مدينة جزيرة الجزيرة سوى أمد هند عقبة القيامة نخلة معان ماهان كثير الجسر الخندق أحد بدر البخاري الذهبي
    الصخرة دجلة الفرات النيل البوسفور الصفا المروة الكعبة"""
)
_KIND_OF_PLACE = normalised_words(
    "أرض بأرض وادي بوادي نهر جبل مدينة بمدينة قرية بقرية حصن ناحية بلاد مرج دير كنيسة باب بحيرة بحر قصر سوق أهل"
)
# Men of one name, by the side that they can be told apart by at once.
_FOREIGN = {
    "Roman": normalised_words(
        """هرقل موريقيوس فوقاس قسطنطين ثيودور نيقفور سرجيوس صفرونيوس مودستوس بونوس جستنيان تيبريوس نقيطا باهان وردان
        جرجير"""
    ),
    "Persian": normalised_words(
        """شيرويه شهربراز شاهين هرمز يزدجرد رستم مردانشاه جالينوس خرزاد راهزاد باذام بندويه بسطام قباذ أردشير سابور
        الهرمزان"""
    ),
}
_REGIONS = normalised_words(
    """الشام العراق مصر فلسطين الأردن فارس الحجاز نجد اليمن خراسان أرمينية أذربيجان الحبشة إفريقية الأندلس السواد
    القوقاز طبرستان البحرين عمان سورية الأناضول المغرب الهند السند"""
)
_YEAR = re.compile(r"(?:\b(?:ال)?(?:سنة|عام)\s+)?(?P<year>\d{1,4}\s?(?:هـ|م)|(?<=سنة )\D+|(?<=عام )\D+)\Z")
_ERA = re.compile(r"\s*(?:للهجرة|من الهجرة|من هجرة \S+|هجرية|هجريا|للميلاد)?\Z")
_TENS = normalised_words(
    """عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين وعشرون وعشرين
    وثلاثون وثلاثين وأربعون وأربعين وخمسون وخمسين وستون وستين وسبعون وسبعين وثمانون وثمانين وتسعون وتسعين"""
)
_THOUSANDS = normalised_words("ألف ألفا آلاف")
_HUNDREDS = ("مايه", "ميه")
_MASCULINE = normalised_words("أحد واحد واحدا اثنان اثنين اثني اثنا")
_VAGUE = normalised_words("بضع بضعة بضعا نيف نيفا نيفًا ونيف ونيفا")
_SCALES = normalised_words("آلاف ألف ألفا مائة مئة مائتي مائتا مائتين مليون ملايين")


@dataclass(frozen=True, slots=True)
class Blank:
    """What may be left out: `span` of the sentence. Only blanks of one kind and `style` can be mixed up.

    `key` is equal where two mean the same: a year of its calendar, a normalised name or number.
    """

    kind: QuizKind
    span: Span
    style: str
    key: str


def blanks_in(text: str, tokens: Sequence[Token], dates: Sequence[DateMention]) -> Iterator[Blank]:
    """Yield what may be left out of a sentence whose tokens and dates these are, spans in the sentence's own text."""
    yield from _years(text, dates)
    yield from _persons(text, tokens)
    yield from _places(text, tokens)
    yield from _amounts(text, tokens)


def _years(text: str, dates: Sequence[DateMention]) -> Iterator[Blank]:
    for mention in dates:
        meaning, written = mention.meaning, mention.span.of(text)
        found = _YEAR.search(written)
        written_out = mention.source is MentionSource.WRITTEN
        if found is None or meaning is None or not written_out or meaning.first.year != meaning.last.year:
            continue
        year = found["year"]
        start = mention.span.start + found.start("year")
        era = _ERA.search(year)
        form = "digits" if year[0].isdigit() else "words"
        told = f"{era[0].strip() if era else ''} {year.startswith('ال')}" if form == "words" else ""
        if form == "digits" or meaning.calendar is Calendar.HIJRI:
            style = f"{meaning.calendar.value} {form} {told}"
            yield Blank(QuizKind.YEAR, Span(start, start + len(year)), style, str(meaning.first.year))


def _persons(text: str, tokens: Sequence[Token]) -> Iterator[Blank]:
    end = 0
    for token, sure in persons_in(tokens):
        at = tokens.index(token)
        if at < end:
            continue
        span = name_span(tokens, token)
        words = [each for each in tokens if span.start <= each.start and each.end <= span.end]
        after = tokens.index(words[-1]) + 1
        of_descent = sure == SURE and any(each.term in _LINKS for each in words[1:])
        # «أبو سفيان صخر بن حرب»: behind his byname nobody else can stand.
        begins = tokens.index(words[0])
        byname = begins > 1 and tokens[begins - 2].term.removeprefix("و") in _BYNAMES
        before = tokens[begins - 1].term if begins else ""
        if of_descent and not byname and before not in _NO_MAN_BEHIND and _is_name(words, span.of(text)):
            end = after
            joined = has_conjunction(words[0])
            key = " ".join(each.term for each in words)[joined:]
            if key not in _TELLERS:
                yield Blank(QuizKind.WHO, Span(span.start + joined, span.end), _descent(words), key)
        elif (side := _side(tokens, at)) is not None:
            yield Blank(QuizKind.WHO, token.span, side, token.term)


def _is_name(words: Sequence[Token], written: str) -> bool:
    """Return whether these words are a whole name: «عدّه ابن إسحاق» and «لسعد بن معاذ» are none."""
    of_another = any(each.term == "ابن" for each in words[1:]) or not _UNBROKEN.fullmatch(written)
    return not of_another and words[-1].term not in _CUT and not _has_preposition(words[0])


def _has_preposition(name: Token) -> bool:
    """Return whether a preposition is joined to a name: «لسعد»; another name can't simply stand there."""
    return name.term[:1] in "بلفك" and name.term not in name_stems() and name.term[1:] in name_stems()


def _descent(words: Sequence[Token]) -> str:
    """Return how a name with a descent begins, as far as it tells one from another: «أبا», «بنت»."""
    first = words[0].term.removeprefix("و") if words[0].term.startswith("واب") else words[0].term
    return "daughter" if any(each.term == "بنت" for each in words) else first if first in _TITLED else "son"


def _side(tokens: Sequence[Token], at: int) -> str | None:
    """Return the side of a man of one name, which stands alone: «هرقل», and not «قسطنطين بن هرقل»; None for others."""
    around = {tokens[near].term for near in (at - 1, at + 1) if 0 <= near < len(tokens)}
    if not around.isdisjoint(_TITLED.union(*_FOREIGN.values())):
        return None
    return next((side for side, names in _FOREIGN.items() if tokens[at].term in names), None)


def _places(text: str, tokens: Sequence[Token]) -> Iterator[Blank]:
    for token, sure in places_in(tokens):
        at = tokens.index(token)
        before = tokens[at - 1].term if at else ""
        if sure != SURE or _is_joined(token) or token.term in _NO_PLACES or before in _KIND_OF_PLACE:
            continue
        # «جده» is his grandfather, «جدة» a town.
        if token.span.of(text).endswith(HEH) and token.span.of(text) not in _place_names():
            continue
        style = "region" if token.term in _REGIONS else "town"
        yield Blank(QuizKind.WHERE, token.span, style, token.term.removeprefix("ال"))


def _is_joined(token: Token) -> bool:
    """Return whether a preposition is joined to the name: «بحمص»; another place can't simply stand there."""
    return (
        token.term[:1] in "بلوفك" and without_proclitic(token.term) != token.term and token.term not in _place_names()
    )


@cache
def _place_names() -> frozenset[str]:
    """Return the names of places, as they are written and normalised."""
    written = {form for entry in gazetteer() if entry.kind is NameKind.PLACE for form in entry.forms}
    return frozenset(written | {normalise(form) for form in written if not form.endswith("ة")})


def _amounts(text: str, tokens: Sequence[Token]) -> Iterator[Blank]:
    spans = [amount.span for amount in undated_amounts(text, tokens)]
    places = [at for at, token in enumerate(tokens) if token.span in spans]
    run: list[int] = []
    for at in [*places, -1]:
        if run and at != run[-1] + 1:
            words = [tokens[each] for each in run]
            if blank := _amount(text, words):
                yield blank
            run = []
        run.append(at)


def _amount(text: str, words: Sequence[Token]) -> Blank | None:
    span = Span(words[0].start, words[-1].end)
    last = words[-1].term
    if without_clitic(words[0].term)[0] or any(word.term in _VAGUE for word in words):
        return None
    terms = [word.term for word in words]
    if last.isdigit():
        return Blank(QuizKind.AMOUNT, span, f"digits {len(last)}", last) if len(terms) == 1 and len(last) > 1 else None
    number = read_cardinal(terms, 0)
    # «تسعة آلاف وعشرة آلاف» are two.
    if number is None or number.end < len(terms) or sum(term.removeprefix("و") in _THOUSANDS for term in terms) > 1:
        return None
    if last not in _SCALES | _TENS and not last.endswith(_HUNDREDS):
        return None
    style = f"words {_ending(terms)} {text[words[-1].end - 1]} {_counts(terms)}"
    return Blank(QuizKind.AMOUNT, span, style, str(number.value))


def _ending(terms: Sequence[str]) -> str:
    """Return how a number ends, as far as its place in the sentence asks for it: «سبعون ألفا», «سبعين ألفا»."""
    case = terms[-2][-2:] if len(terms) > 1 and terms[-2] in _TENS else ""
    return f"{case} {terms[-1]}" if terms[-1] in _SCALES else terms[-1][-2:]


def _counts(terms: Sequence[str]) -> str:
    """Return what gender a number asks for: «ثلاثة وسبعون رجلا», but «ثلاث وسبعون سنة»; none where it asks for none."""
    first = terms[0]
    if len(terms) == 1 or terms[-1] in _SCALES or first in _SCALES or first.endswith(_HUNDREDS):
        return ""
    return "men" if first.endswith("ه") or first in _MASCULINE else "women"
