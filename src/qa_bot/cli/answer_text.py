"""An answer as lines of plain Arabic text, for people at a terminal."""

from qa_bot.model.answer import Answer, Quote
from qa_bot.model.calendar import BothCalendars, DateRange
from qa_bot.text.calendars import era_calendar
from qa_bot.text.date_style import date_phrase

NOT_FOUND = "لا تذكر النصوص جوابًا عن هذا السؤال."


def answer_as_text(answer: Answer) -> str:
    """Return the answer's lines: what was understood, the sentence, its date, its citation; or that there is none."""
    lines = _understood(answer)
    if answer.found:
        lines += _quote_lines(answer.quotes[0])
        lines += [date_line(date) for date in answer.dates]
        lines += _others(answer.quotes[1:])
    else:
        lines += [NOT_FOUND, *_nearest(answer)]
    return "\n".join(lines)


def date_line(date: BothCalendars) -> str:
    """Return a date as written, then in the other calendar, marked as computed; its words alone where unknown."""
    shown = [known for known in (date.hijri, _christian(date)) if known is not None]
    written = [date_phrase(known) for known in shown if known.calendar not in date.computed]
    computed = [f"{date_phrase(known)} (حسابيًّا)" for known in shown if known.calendar in date.computed]
    return "التاريخ: " + (" = ".join([*written, *computed]) or date.text)


def _christian(date: BothCalendars) -> DateRange | None:
    """Return the date of the Christian era: the one written, else the one in the calendar that was then in use."""
    both = [known for known in (date.julian, date.gregorian) if known is not None]
    written = [known for known in both if known.calendar not in date.computed]
    return next(iter([*written, *(known for known in both if _is_in_use(known))]), None)


def _is_in_use(known: DateRange) -> bool:
    return known.calendar is era_calendar(known.last.year, known.last.month, known.last.day)


def _understood(answer: Answer) -> list[str]:
    understood = answer.understood
    notes = [f"عن {understood.topic}"] if understood.carried and understood.topic else []
    if understood.readings:
        notes.append(f"قرأت الاسم: {understood.readings[0]}")
    return [f"({'؛ '.join(notes)})"] if notes else []


def _quote_lines(quote: Quote) -> list[str]:
    return [f"«{quote.text}»", f"— {quote.citation}"]


def _others(quotes: tuple[Quote, ...]) -> list[str]:
    if not quotes:
        return []
    return ["", "وفي النصوص أيضًا:", *(line for quote in quotes for line in _quote_lines(quote))]


def _nearest(answer: Answer) -> list[str]:
    titles = dict.fromkeys(hit.document.metadata.title for hit in answer.hits[:3])
    return ["أقرب ما فيها: " + "، ".join(f"«{title}»" for title in titles)] if titles else []
