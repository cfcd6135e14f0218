"""The likely answer inside a sentence: the number, the person or the place that is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa_bot.answering import lexicon
from qa_bot.answering.evidence import undated_amounts, worth
from qa_bot.answering.killing import asks_who_killed, killers_in
from qa_bot.answering.likeness import SURELY_MET, likeness
from qa_bot.answering.match import Weighted, matcher_of
from qa_bot.answering.named import has_conjunction, is_kunya, is_said, name_span, persons_in, places_in
from qa_bot.answering.quantity import Quantity, asked_quantity, is_unit
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.topic import is_event_noun, is_side
from qa_bot.model.answer import QuestionKind
from qa_bot.model.corpus import Span
from qa_bot.text.letters import MARKS
from qa_bot.text.normalise import normalised_words
from qa_bot.text.number_lexicon import PREFIXES_WITH_ARTICLE, without_clitic
from qa_bot.text.tokenise import Token

BAR = 0.45  # chosen on the fitting dialogues by how many of the answers marked are right: `docs/answers.md`
_AND = "و"
_NEAR = 4  # words away, where a word of the question counts half
_BESIDE = 1  # word away, also within: «تسعة أسياف»
_FAR = 0.2  # what stands near no word of the question counts so much against what stands beside all
_OF_ANOTHER_SIDE = 0.2  # of who stands behind another side than is asked about
_OTHERWISE = 0.5  # of the same behind «وقيل»
_CLAUSE = 4  # words, as which a mark between clauses counts
_CLAUSE_MARKS = frozenset("،؛:.؟!()[]«»")
_INSIDE_NUMBER = " \n\t,.٬"
_SAID_OTHERWISE = normalised_words("وقيل ويقال أو قيل يقال")
# Such words are given names, too; beside a name they are titles.
_TITLES = normalised_words("النبي الإمبراطور القائد الملك الأمير الخليفة البطريرك ملك أمير قائد خليفة وملك والملك")
_NO_CONJUNCTION = normalised_words("واحد واحدا واحدة وادي")
_DATED_BY = normalised_words("يوم عام سنة")
_AFTER_LAND = normalised_words("أرض وادي قرية مدينة بلدة حصن ناحية جبل نهر بقرية بأرض بوادي بمدينة بحصن")
_FROM = normalised_words("من وراء قبل أعمال")
_SHORTEST_ORIGIN = 5  # letters of «الثقفي»; «إلى» is none


@dataclass(frozen=True, slots=True)
class Likely:
    """What may be the answer: a span of whole words in the sentence, and how surely, from 0 to 1."""

    span: Span
    surely: float


def likely_answer(question: Weighted, kind: QuestionKind, candidate: Candidate, counted: str = "") -> Span | None:
    """Return where the likely answer stands in a sentence, in whole words; None where nothing reaches `BAR`."""
    likely = likely_answers(question, kind, candidate, counted)
    if not likely or likely[0].surely < BAR:
        return None
    return _without_conjunction(likely[0].span, candidate)


def _without_conjunction(span: Span, candidate: Candidate) -> Span:
    """Return `span` without a «و» in front that means "and"; it joins no letter, so nothing is cut in two."""
    first = next(token for token in candidate.tokens if token.span.start == span.start)
    if first.term in _NO_CONJUNCTION:
        return span
    if not has_conjunction(first) and not without_clitic(first.term)[0].startswith(_AND):
        return span
    start = span.start + 1
    while candidate.text[start] in MARKS:
        start += 1
    return Span(start, span.end)


def likely_answers(question: Weighted, kind: QuestionKind, candidate: Candidate, counted: str = "") -> list[Likely]:
    """Return what in a sentence may be the number, person or place asked for, likeliest first, ties in order.

    What counts is how surely it is of the kind that is asked for, and how near it stands to the question's words;
    behind «وقيل» it counts less. `counted` is the normalised noun that a question for a number wants counted. Other
    kinds of questions ask for nothing that can be pointed at, nor does «من هو خالد؟».
    """
    tokens = candidate.tokens
    met, stands = _met_in(question.spoken, tokens), _stands_of(candidate)
    made = []
    for first, end, sure in _found(question, kind, candidate, counted):
        near = _FAR + (1 - _FAR) * _nearness(met, stands, range(first, end))
        otherwise = first and tokens[first - 1].term in _SAID_OTHERWISE
        span = Span(tokens[first].start, tokens[end - 1].end)
        beside = _OTHERWISE if otherwise else 1
        if kind is QuestionKind.WHO and _is_of_another_side(question.spoken, candidate, first):
            beside = _OF_ANOTHER_SIDE
        made.append(Likely(span, sure * near * beside))
    return sorted(made, key=lambda each: -each.surely)


def _is_of_another_side(question: Weighted, candidate: Candidate, first: int) -> bool:
    """Return whether the nearest side before the word at `first` is another than is asked about.

    In «قاد المسلمين سعد، وقاد الفرس رستم» Sa'd led no Persians.
    """
    tokens = candidate.tokens
    sides = [at for at, token in enumerate(tokens) if is_side(token.term)]
    asked = [word for word in question.words if is_side(word)]
    meant = [at for at in sides if any(likeness(word, tokens[at].term) >= SURELY_MET for word in asked)]
    before = [at for at in sides if at < first]
    return bool(meant and before) and before[-1] not in meant


_Found = Iterator[tuple[int, int, float]]
"""The places of the first word and after the last one, and how surely that is of the kind asked for."""


def _found(question: Weighted, kind: QuestionKind, candidate: Candidate, counted: str) -> _Found:
    tokens, asked = candidate.tokens, question.spoken
    spoken = [word for word, weight in zip(asked.words, asked.weights, strict=True) if weight]
    match kind:
        case QuestionKind.HOW_MANY:
            return _amounts(candidate, asked_quantity(spoken), counted)
        case QuestionKind.WHO if any(lexicon.relation_row(word) is not None for word in spoken):
            return _persons(tokens, question.words, _may_be(candidate, spoken))
        case QuestionKind.WHERE:
            return _places(tokens, question.words)
    return iter(())


def _may_be(candidate: Candidate, spoken: Sequence[str]) -> list[tuple[Token, float]]:
    """Return the names among which the person asked for is: of who killed, where that is asked, else of all."""
    if asks_who_killed(spoken):
        return list(killers_in(candidate.text, candidate.tokens, spoken))
    return list(persons_in(candidate.tokens))


def _persons(tokens: Sequence[Token], asked: Sequence[str], named: Sequence[tuple[Token, float]]) -> _Found:
    """Yield the whole names of the persons `named` whom the question doesn't name, with a title before them."""
    end, before_is_kunya = 0, False
    for token, sure in named:
        at = tokens.index(token)
        if at < end or token.term in _TITLES:
            continue
        span = name_span(tokens, token)
        first = next(place for place, each in enumerate(tokens) if each.span.start == span.start)
        same = first == end and before_is_kunya and not tokens[first].term.startswith("و")
        end = next(place for place, each in enumerate(tokens, 1) if each.span.end == span.end)
        before_is_kunya = end == first + 2 and is_kunya(tokens[first])
        before = tokens[first - 1].term if first else ""
        if same or is_event_noun(before) or before in _DATED_BY or is_said(token, asked):
            continue
        yield first - (before in _TITLES), end + _is_origin(tokens, end), sure


def _is_origin(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the word at this place belongs to the name before it: «الثقفي»."""
    word = tokens[at].term if at < len(tokens) else ""
    return len(word) >= _SHORTEST_ORIGIN and word.startswith("ال") and word.endswith("ي")


def _places(tokens: Sequence[Token], asked: Sequence[str]) -> _Found:
    """Yield the places that the question doesn't name, with «وادي», «أرض» before them."""
    for token, sure in places_in(tokens):
        if not is_said(token, asked):
            at = tokens.index(token)
            land = at > 0 and tokens[at - 1].term in _AFTER_LAND
            first = at - land
            before = tokens[first - 1].term if first else ""
            yield first, at + 1, (1.0 if land else sure) * (_OTHERWISE if before in _FROM else 1)


def _amounts(candidate: Candidate, asked: Quantity | None, counted: str) -> _Found:
    """Yield the whole numbers, each with the unit or the noun that it counts."""
    tokens = candidate.tokens
    amounts = {amount.span: amount.quantity for amount in undated_amounts(candidate.text, tokens)}
    end = 0
    for first, token in enumerate(tokens):
        # «الأمراء الثلاثة» counts nobody: that they are three is known.
        if first < end or token.span not in amounts or without_clitic(token.term)[0] in PREFIXES_WITH_ARTICLE:
            continue
        end, sure = _amount_at(candidate, amounts, first, asked, counted)
        # «عشر سنين وستة أشهر»
        while asked is Quantity.TIME and end < len(tokens) and _goes_on(tokens[end], amounts):
            end, _ = _amount_at(candidate, amounts, end, asked, counted)
        yield first, end, sure


def _goes_on(token: Token, amounts: dict[Span, Quantity | None]) -> bool:
    return token.term.startswith(_AND) and amounts.get(token.span) is Quantity.TIME


def _amount_at(
    candidate: Candidate, amounts: dict[Span, Quantity | None], first: int, asked: Quantity | None, counted: str
) -> tuple[int, float]:
    """Return the place after the number that begins at `first`, with its unit, and how surely it is what is asked."""
    tokens = candidate.tokens
    end = _end_of_number(candidate, amounts, first)
    sure = max(worth(amounts[each.span], asked) for each in tokens[first:end])
    following = tokens[end].term if end < len(tokens) else ""
    if counted and following and likeness(counted, following) >= SURELY_MET:
        return end + 1, 1.0
    return end + is_unit(following), sure


def _end_of_number(candidate: Candidate, amounts: dict[Span, Quantity | None], first: int) -> int:
    tokens, text = candidate.tokens, candidate.text
    end = first + 1
    while end < len(tokens) and tokens[end].span in amounts:
        if text[tokens[end - 1].end : tokens[end].start].strip(_INSIDE_NUMBER):
            break
        end += 1
    return end


def _stands_of(candidate: Candidate) -> list[int]:
    """Return where each word stands, in words; a mark between clauses is as long as `_CLAUSE` of them."""
    text, tokens = candidate.text, candidate.tokens
    stands = [0] * min(1, len(tokens))
    for before, token in pairwise(tokens):
        parted = not _CLAUSE_MARKS.isdisjoint(text[before.end : token.start])
        stands.append(stands[-1] + 1 + _CLAUSE * parted)
    return stands


def _met_in(question: Weighted, tokens: Sequence[Token]) -> list[tuple[float, list[int]]]:
    """Return for each of the question's words its share of the weight and the places where it is met."""
    places = matcher_of(question.words).places((token.term for token in tokens), SURELY_MET)
    weighed = zip(question.weights, places, strict=True)
    return [(weight / question.total, places) for weight, places in weighed if weight]


def _nearness(met: Sequence[tuple[float, list[int]]], stands: Sequence[int], words: range) -> float:
    """Return how near `words` stand to those met, from 0 to 1."""
    first, last = stands[words[0]], stands[words[-1]]
    beside = ((share, [max(first - stands[at], stands[at] - last, _BESIDE) for at in places]) for share, places in met)
    return sum(share / (1 + min(away) / _NEAR) for share, away in beside if away)
