"""How surely a date belongs to the words that tell of an event: by what stands between them, and where the date is."""

from qa_bot.answering.anchors import Anchor
from qa_bot.answering.given_dates import GivenDate
from qa_bot.answering.sentence_dates import SentenceDates
from qa_bot.model.calendar import MentionSource

AT_START = 2  # words
_FADES, _FADES_ON, _FADES_BACK = 12.0, 25.0, 6.0  # words at which a bond is half as sure
_PAST_ANOTHER_DATE, _PAST_DATE_FROM_START, _PAST_ANOTHER_TURN = 0.3, 0.7, 0.5
_BEFORE_ANOTHER = 0.5  # «وفي سنة 634 وقعت أجنادين قبل سقوط دمشق سنة 635»
_PAST_ANOTHER_CLAUSE, _PAST_ANOTHER_VERB, _PAST_COMMA = 0.4, 0.7, 0.5
_INSIDE_BACKWARDS = 0.6
_POINTED_AT, _POINTED_FADES = 0.9, 600.0  # code points
_STANDING, _STANDING_BESIDE_OWN, _STANDING_FADES = 0.45, 0.15, 300.0
_HEADING, _HEADING_BESIDE_OWN = 0.6, 0.3
_POINTS_TO_EVENT = 8  # words from «وفيها» to what happened then
_HAS_ITS_OWN = 0.4  # «الحرب في (602-628)»


def bond_of(read: SentenceDates, date: GivenDate, anchor: Anchor) -> float:
    """Return how surely a date belongs to an anchor, from 0 to 1."""
    place = read.places.get(id(date))
    if place is not None:
        return _bond_inside(read, place, anchor)
    if date.source is MentionSource.HEADING:
        return _HEADING_BESIDE_OWN if read.bounds else _HEADING
    dated_before = any(end <= anchor.first for _, end in read.bounds)
    pointed = any(0 <= anchor.first - at <= _POINTS_TO_EVENT for at in read.pointers)
    if pointed and not dated_before:
        return _POINTED_AT / (1 + date.away / _POINTED_FADES)
    return (_STANDING_BESIDE_OWN if read.bounds else _STANDING) / (1 + date.away / _STANDING_FADES)


def _bond_inside(read: SentenceDates, place: tuple[int, int], anchor: Anchor) -> float:
    start, end = place
    opens = start in read.opening
    if anchor.last < start:
        first, last, sure = anchor.last + 1, start, 1 / (1 + max(0, start - anchor.last - 2) / _FADES)
    elif anchor.first >= end:
        first, last, gap = end, anchor.first, anchor.first - end
        sure = 1 / (1 + gap / _FADES_ON) if opens else _INSIDE_BACKWARDS / (1 + gap / _FADES_BACK)
        sure *= 1.0 if opens or not read.comma(first, last) else _PAST_COMMA
        sure *= _HAS_ITS_OWN if read.is_dated_behind(anchor) else 1.0
    else:
        return 1.0
    if anchor.last < read.told_from(start):
        sure *= _BEFORE_ANOTHER
    if any(first <= other < last for other, _ in read.bounds):
        sure *= _PAST_DATE_FROM_START if opens and start <= AT_START else _PAST_ANOTHER_DATE
    if any(first <= at < last and row not in read.asked.rows for at, row in read.read.turns):
        sure *= _PAST_ANOTHER_TURN
    elif anchor.last < start and read.tells_another(first, last):
        sure *= _PAST_ANOTHER_CLAUSE if read.comma(first, last) else _PAST_ANOTHER_VERB
    return sure
