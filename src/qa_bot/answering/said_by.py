"""Which of the authors whom a sentence names give which of its dates: «سنة 16 عند الواقدي وسنة 17 عند ابن إسحاق»."""

from collections.abc import Sequence

from qa_bot.answering.evidence import is_exact
from qa_bot.model.corpus import Span
from qa_bot.text.dates import find_dates
from qa_bot.text.known_authors import named_in
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import terms_in

_CLAUSE_MARKS = "،؛:"
_GOES_ON = "ف"  # «وخالفهم سيف، فجعلها سنة ثلاث عشرة»
# «…، كما ذكر الواقدي» belongs to the clause before.
_REFERS = ("كما", "على ما", "فيما", "عند", "في قول", "في رواية", "بحسب", "حسب")
_OR = ("أو", "أو في", "أو سنة")
# Behind a date these begin what somebody else says, before his date.
_ANOTHER_SAYS = normalised_words(
    """وقال وذكر ويذكر وجعل وجعله وجعلها ويجعل ويجعله ويجعلها ونقل ونقله وروى ويروي ويضع ووضع ويقول وخالفه وخالفهم وأما
    أما وعن وعند"""
)


def said_by(text: str, dates: Sequence[Span]) -> list[str]:
    """Return the known authors who give the date that stands at `dates` of a sentence, in its order.

    Those are meant whom the date's own clause names, or the one behind it that only refers to them. Of several dates in
    a clause each has those behind it, or those before it who are said to tell it. Where the sentence has no other date,
    a name in any clause counts.

    >>> text = "كانت سنة 16هـ عند الواقدي وسنة 17هـ عند ابن إسحاق"
    >>> said_by(text, [Span(5, 13)]), said_by(text, [Span(27, 35)])
    (['الواقدي'], ['ابن إسحاق'])
    """
    named = named_in(text)
    all_dates = [each.span for each in find_dates(text) if each.meaning and is_exact(each.meaning)]
    if not named or not dates or len(all_dates) <= len(dates):
        return [name for _, name in named]
    start, end = _clause(text, dates)
    beside = [each for each in all_dates if start <= each.start < end]
    mine = {at for at, each in enumerate(beside) if any(each.overlaps(date) for date in dates)}
    told = [(name, _owner(text, at, beside)) for at, name in named if start <= at < end]
    return [name for name, owners in told if not mine or not mine.isdisjoint(owners)]


def _clause(text: str, dates: Sequence[Span]) -> tuple[int, int]:
    """Return where the clause with the dates begins and ends, with one behind it that only says who told it."""
    start = _clause_start(text, dates[0].start)
    if text[start:].lstrip().startswith(_GOES_ON):
        start = _clause_start(text, start - 1)
    end = _clause_end(text, dates[-1].end)
    while text[end + 1 :].lstrip().startswith(_REFERS):
        end = _clause_end(text, end + 1)
    return start, end


def _clause_start(text: str, before: int) -> int:
    """Return the code point after the last mark between clauses that stands before `before`."""
    return 1 + max(text.rfind(mark, 0, max(0, before)) for mark in _CLAUSE_MARKS)


def _clause_end(text: str, behind: int) -> int:
    return min((at for mark in _CLAUSE_MARKS if (at := text.find(mark, behind)) >= 0), default=len(text))


def _owner(text: str, at: int, dates: Sequence[Span]) -> set[int]:
    """Return which of the dates an author gives who is named at the code point `at`: one, or those that «أو» joins."""
    before = [number for number, date in enumerate(dates) if date.end <= at]
    after = [number for number, date in enumerate(dates) if date.start > at]
    if not before or not after:
        number = before[-1] if before else after[0] if after else 0
    else:
        begun = text[dates[before[-1]].end : at]
        number = after[0] if not _ANOTHER_SAYS.isdisjoint(terms_in(begun)) else before[-1]
    owned = {number}
    while number and text[dates[number - 1].end : dates[number].start].strip() in _OR:
        number -= 1
        owned.add(number)
    return owned
