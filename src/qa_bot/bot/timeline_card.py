"""A timeline as Telegram messages: the caption of its picture, and the list under it, a page at a time."""

from dataclasses import dataclass

from qa_bot.answering.corrections import corrections_of
from qa_bot.bot.bidi import FSI, PDI, isolate, strip_controls
from qa_bot.bot.cut import MESSAGE_LIMIT_UTF16, one_line
from qa_bot.bot.event_lines import event_lines
from qa_bot.bot.markup import Block, Line, Page, page_length_utf16, to_plain
from qa_bot.bot.texts import BLANK, Texts, all_texts
from qa_bot.drawing.captions import Captions
from qa_bot.model.event import DatedEvent
from qa_bot.model.timeline import Timeline

_EVENTS_A_PAGE = 8
_SAID_LIMIT_UTF16 = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a timeline's list: `number` counts from 0, `first` is the number of its first event, from 1."""

    events: tuple[DatedEvent, ...]
    number: int
    pages: int
    first: int
    in_picture: bool


def sheet(timeline: Timeline, number: int) -> Sheet:
    """Return page `number` of the list or the nearest there is: what the picture shows first, then the rest."""
    pages = 1 + -(-len(timeline.others) // _EVENTS_A_PAGE)
    number = min(max(number, 0), pages - 1)
    if number == 0:
        return Sheet(timeline.chosen, 0, pages, 1, in_picture=True)
    start = (number - 1) * _EVENTS_A_PAGE
    events = timeline.others[start : start + _EVENTS_A_PAGE]
    return Sheet(events, number, pages, len(timeline.chosen) + start + 1, in_picture=False)


def timeline_list(timeline: Timeline, page: Sheet, texts: Texts) -> Page:
    """Return a page of the list as a message; what was asked stands in its first line."""
    counted = texts.text("timeline-count", count=len(timeline.events))
    where = [texts.text("page", page=page.number + 1, pages=page.pages)] if page.pages > 1 else []
    # Whole: when a page is turned, what was asked is read back from it.
    shown = texts.line_of(" · ".join([counted, *where]))
    head: list[Block] = [_title(timeline.asked, texts), *_read_as(timeline, texts), shown]
    if not page.in_picture:
        head.append(texts.line("timeline-beyond-picture"))
    ways = (BLANK, *texts.page("timeline-ways")) if page.in_picture and not timeline.asked else ()
    foot = (BLANK, texts.line("converted"), *ways)
    room = MESSAGE_LIMIT_UTF16 - page_length_utf16((*head, BLANK, *foot)) - 1
    return (*head, BLANK, *event_lines(page.events, page.first, texts, room), *foot)


def timeline_caption(timeline: Timeline, texts: Texts) -> Page:
    """Return what stands under the picture."""
    return (_title(_cut(timeline.asked), texts), texts.line("timeline-numbers"))


def picture_captions(timeline: Timeline, texts: Texts) -> Captions:
    """Return the words of the picture: what it is of, the years beside a topic, how many of all events it shows."""
    shown, found = len(timeline.chosen), len(timeline.events)
    years = timeline.years if timeline.topic else ""
    counted = texts.text("picture-counted", shown=shown, found=found) if found > shown else ""
    title = texts.text("picture-years", years=timeline.years) if timeline.years else texts.text("picture-everything")
    return Captions(
        title=_apart(title),
        subtitle=_apart(" · ".join(filter(None, (texts.text("picture-kind"), years and isolate(years), counted)))),
        foot=_apart(texts.text("picture-foot")),
        gap=lambda years: _apart(texts.text("picture-gap", years=years)),
        language=texts.language,
    )


def _apart(text: str) -> str:
    """Return `text` isolated, and what is isolated in it too: a picture's lines run right to left."""
    return f"{FSI}{text}{PDI}"


def no_timeline(timeline: Timeline, texts: Texts) -> Page:
    """Return that the texts date nothing of what was asked, and how to ask otherwise."""
    return (
        _title(_cut(timeline.asked), texts),
        *_read_as(timeline, texts),
        texts.line("timeline-none"),
        BLANK,
        *texts.page("timeline-ways"),
    )


def asked_in(card_text: str) -> str | None:
    r"""Return what the timeline above whose list this text stands was asked for; None for any other text.

    >>> asked_in("الخط الزمني: خالد بن الوليد 13-20هـ\nجمل مؤرخة: 5")
    'خالد بن الوليد 13-20هـ'
    """
    first = strip_controls((card_text.splitlines() or [""])[0]).strip()
    labels = (strip_controls(to_plain(texts.page("timeline-title", topic=""))) for texts in all_texts().values())
    return next((first.removeprefix(label).strip() for label in labels if first.startswith(label)), None)


def _title(asked: str, texts: Texts) -> Line:
    return texts.line("timeline-title", topic=asked or texts.text("timeline-everything"))


def _read_as(timeline: Timeline, texts: Texts) -> list[Line]:
    """Return what was read instead of what was typed; names in Latin letters show in the title already."""
    told = corrections_of(timeline.corrections)
    return [texts.line("timeline-read-as", said=_cut(told))] if told else []


def _cut(text: str) -> str:
    return one_line(text, _SAID_LIMIT_UTF16)
