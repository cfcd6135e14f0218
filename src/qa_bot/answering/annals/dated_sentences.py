"""The sentences of a passage that date something, each with its dates and where these come from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa_bot.answering.annals.event_words import event_weight, happens_in_it
from qa_bot.answering.lexicon import function_words
from qa_bot.model.calendar import Calendar, DateMention, DateRange, HistoricalDate, MentionSource
from qa_bot.model.corpus import Passage, Span
from qa_bot.text.dates import find_dates, heading_year, passage_dates
from qa_bot.text.sentences import sentences
from qa_bot.text.tokenise import Token, tokenise
from qa_bot.text.twin_dates import is_said_twice

# A year named more code points before no longer dates «وفيها …».
_REACH = 1500
_LEAST_WORDS = 2  # beside the date: less tells nothing
_DIED = ("(ت", "(ت.", "[ت", "(المتوفى", "(المتوفى سنة", "(متوفى", "(توفي")
_SHORTEST_NOTE = 20
_IN_IT = "فيها"


@dataclass(frozen=True, slots=True)
class Dating:
    """A date of a sentence: its mentions, two where it is written in two calendars, spans in the sentence's own text.

    `meaning` is the date, `said` the words that tell it: those of a heading where the date stands there.
    """

    mentions: tuple[DateMention, ...]
    meaning: DateRange
    said: str
    source: MentionSource


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence of `passage` that dates something: `span` in the passage's text, and its dates in their order."""

    passage: Passage
    span: Span
    datings: tuple[Dating, ...]


def dated_sentences(passage: Passage, *, opens: bool) -> Iterator[DatedSentence]:
    """Yield the dated sentences of a passage, in order; `opens` tells that it is the first one under its headings.

    What a date leaves open is told by what stands before, also in other passages. A sentence that goes on with «وفيها
    توفي …» has the year named last. The first sentence under a heading with a date has that date, where it tells of an
    event and has none of its own.
    """
    text = passage.text
    mentions = [each for each in passage_dates(passage) if each.meaning and not _dates_a_name(text, each)]
    headed = _headed(passage.headings)
    if not (mentions or (opens and headed) or _IN_IT in text):
        return
    for number, span in enumerate(sentences(text)):
        own = [
            replace(mention, span=mention.span.moved(-span.start)) for mention in mentions if _holds(span, mention.span)
        ]
        year = _year_before(passage, mentions, span.start) or (_year_of(headed.meaning) if headed else None)
        datings = _datings(span.of(text), own, year, headed if opens and number == 0 else None)
        if datings:
            yield DatedSentence(passage, span, datings)


def _dates_a_name(text: str, mention: DateMention) -> bool:
    """Return whether a date only tells when somebody died who is named: «الطبري (ت 310هـ)»."""
    before = text[max(0, mention.span.start - _SHORTEST_NOTE) : mention.span.start].rstrip()
    return before.endswith(_DIED)


def _headed(headings: Sequence[str]) -> Dating | None:
    """Return the date that the headings give to what stands under them; one further out dates it to the year."""
    year = heading_year(headings)
    if year is None:
        return None
    innermost = year == heading_year(headings[-1:])
    said = next(
        (
            mention.span.of(heading)
            for heading in reversed(headings)
            for mention in find_dates(heading)
            if mention.meaning == year
        ),
        "",
    )
    return Dating((), year if innermost else _year_of(year), said, MentionSource.HEADING)


def _holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _year_before(passage: Passage, mentions: Sequence[DateMention], place: int) -> DateRange | None:
    """Return the year that was named last before a place of the passage, not too far off."""
    before = [mention for mention in mentions if mention.span.end <= place]
    meanings = (mention.meaning for mention in reversed(before))
    last = next((meaning for meaning in meanings if meaning and meaning.first.year == meaning.last.year), None)
    if last is not None:
        return _year_of(last)
    told = passage.reckoning
    if told.year is None or not told.year_hijri or told.distance + place > _REACH:
        return None
    year = HistoricalDate(Calendar.HIJRI, told.year)
    return DateRange(year, year)


def _year_of(meaning: DateRange) -> DateRange:
    year = HistoricalDate(meaning.calendar, meaning.first.year)
    return DateRange(year, year)


def _datings(
    sentence: str, mentions: Sequence[DateMention], year: DateRange | None, headed: Dating | None
) -> tuple[Dating, ...]:
    """Return the dates of a sentence: its own, else the `year` before where it goes on with it, else the heading's."""
    tokens = [token for token in tokenise(sentence) if not any(token.span.overlaps(m.span) for m in mentions)]
    if sum(token.term not in function_words() for token in tokens) < _LEAST_WORDS:
        return ()
    if mentions:
        return tuple(_by_mentions(sentence, mentions))
    if year is not None and (said := _in_it(tokens)):
        return (Dating((), year, said.span.of(sentence), MentionSource.CONTEXT),)
    return (headed,) if headed is not None and event_weight(token.term for token in tokens) == 1 else ()


def _by_mentions(sentence: str, mentions: Sequence[DateMention]) -> Iterator[Dating]:
    """Yield a dating for each mention; one that says the same in another calendar joins the one before it."""
    at = 0
    while at < len(mentions):
        twin = at + 1 < len(mentions) and is_said_twice(mentions[at], mentions[at + 1])
        chosen = tuple(mentions[at : at + 1 + twin])
        meaning = chosen[0].meaning
        if meaning is not None:
            yield Dating(chosen, meaning, chosen[0].span.of(sentence), chosen[0].source)
        at += 1 + twin


def _in_it(tokens: Sequence[Token]) -> Token | None:
    """Return the «وفيها» after which something happens."""
    return next((one for one, after in pairwise(tokens) if happens_in_it(one.term, after.term)), None)
