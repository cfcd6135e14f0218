"""The dated events of a document, without those whose date can't be right."""

from collections.abc import Sequence
from statistics import median

from qa_bot.answering.annals.dated_sentences import DatedSentence, Dating, dated_sentences
from qa_bot.answering.cite import citation
from qa_bot.model.calendar import BothCalendars, Calendar, DateRange, MentionSource
from qa_bot.model.corpus import DocumentCard, Passage
from qa_bot.model.event import DatedEvent
from qa_bot.text.calendars import day_numbers, in_both_calendars, in_calendar

_LAST_YEAR = {Calendar.HIJRI: 1500, Calendar.JULIAN: 2100, Calendar.GREGORIAN: 2100}
_FIRST_YEAR = -4000
_WIDEST = 100  # years: of what is dated more loosely nobody makes a chronicle
# Books of old authors are printed with notes of our days, and a year or two of an author's end is not sure.
_AFTER_DEATH = 2
_CENTURY = 100
_LATE = 200
_NEIGHBOURS = 6
_NEAR = 15
_UNITS = 10
_CHRONICLE = 40
_LEAST_YEARS = 3


def read_events(document: DocumentCard, passages: Sequence[Passage]) -> list[DatedEvent]:
    """Return the dated events of a document whose passages these are, in the order of the text.

    Left out are dates outside of all history, those after their author's death, those wider than a century, and years
    whose hundreds can't be right: a 64 among events of 763 to 785.
    """
    found = [
        event
        for passage, before in zip(passages, (None, *passages), strict=False)
        for sentence in dated_sentences(passage, opens=before is None or before.headings != passage.headings)
        for dating in sentence.datings
        if (event := _event(document, sentence, dating)) is not None
    ]
    return [event for at, event in enumerate(found) if not _has_wrong_hundreds(found, at)]


def _event(document: DocumentCard, sentence: DatedSentence, dating: Dating) -> DatedEvent | None:
    days = day_numbers(dating.meaning)
    if days is None or not _is_plausible(dating.meaning, document.metadata.death_year_ah):
        return None
    return DatedEvent(
        passage=sentence.passage,
        document=document,
        span=sentence.span,
        date_spans=tuple(mention.span for mention in dating.mentions),
        meaning=dating.meaning,
        days=days,
        dates=_told(sentence, dating),
        source=dating.source,
        citation=citation(sentence.passage, document),
    )


def _told(sentence: DatedSentence, dating: Dating) -> tuple[BothCalendars, ...]:
    text = sentence.span.of(sentence.passage.text)
    written = [(mention.span.of(text), mention.meaning) for mention in dating.mentions if mention.meaning]
    return tuple(in_both_calendars(said, meaning) for said, meaning in written or [(dating.said, dating.meaning)])


def _is_plausible(meaning: DateRange, death_year_ah: int | None) -> bool:
    first, last = meaning.first.year, meaning.last.year
    if first < _FIRST_YEAR or last > _LAST_YEAR[meaning.calendar] or last - first > _WIDEST:
        return False
    hijri = in_calendar(meaning, Calendar.HIJRI)
    return death_year_ah is None or hijri is None or hijri.first.year <= death_year_ah + _AFTER_DEATH


def _has_wrong_hundreds(events: Sequence[DatedEvent], at: int) -> bool:
    """Return whether the event's year fits the years told in full around it only with other hundreds.

    Chronicles leave them out: «وفي سنة أربع وستين» is 764 there, and even «سنة سبع» may be 757.
    """
    event = events[at]
    year = event.meaning.first.year
    if not _may_lack_hundreds(event):
        return False
    around = [*events[max(0, at - _NEIGHBOURS) : at], *events[at + 1 : at + 1 + _NEIGHBOURS]]
    years = [each.meaning.first.year for each in around if each.meaning.calendar is Calendar.HIJRI]
    late = [each for each in years if each >= _LATE]
    middle = median(late) if late else 0
    # A chronicle goes on from year to year; a book that tells often of its own time names one year again and again.
    chronicle = {each for each in late if abs(each - middle) <= _CHRONICLE}
    if len(chronicle) < _LEAST_YEARS or len(late) * 2 < len(years) or abs(middle - year) <= _CHRONICLE:
        return False
    missing = middle - year
    return year <= _UNITS or abs(missing - round(missing / _CENTURY) * _CENTURY) <= _NEAR


def _may_lack_hundreds(event: DatedEvent) -> bool:
    """Return whether the year is below a hundred, or took its hundreds from elsewhere."""
    year = event.meaning.first.year
    if event.meaning.calendar is not Calendar.HIJRI or year < 1 or year != event.meaning.last.year:
        return False
    return year < _CENTURY or event.source is not MentionSource.WRITTEN
