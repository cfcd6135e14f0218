"""An answer as lines of plain Arabic text, for people at a terminal."""

from qa_bot.answering.corrections import corrections_line, told_reading
from qa_bot.model.answer import Answer, Quote
from qa_bot.model.calendar import BothCalendars, DateRange
from qa_bot.text.date_style import date_phrase
from qa_bot.text.shown_dates import ShownDate, is_to_the_day, shown_dates

NOT_FOUND = "لا تذكر النصوص جوابًا عن هذا السؤال."
NOTHING_ADMITTED = "لا مقطع في النصوص يوافق ما اشترطته:"


def answer_as_text(answer: Answer) -> str:
    """Return the answer's lines: what was understood, the sentence, its date, its citation; or that there is none."""
    lines = _understood(answer)
    if answer.found:
        lines += _quote_lines(answer.quotes[0])
        lines += date_lines(answer.dates)
        lines += _others(answer.quotes[1:])
    else:
        lines += [_why_not(answer), *_nearest(answer)]
    return "\n".join(lines)


def date_lines(dates: tuple[BothCalendars, ...]) -> list[str]:
    """Return a line for each date: as written, then in the other calendar, marked as computed."""
    return [f"التاريخ: {' = '.join(_phrases(date))}" for date in shown_dates(dates)]


def _phrases(date: ShownDate) -> list[str]:
    computed = [f"{date_phrase(known)} ({_how_sure(known)})" for known in date.computed]
    return [*(date_phrase(known) for known in date.written), *computed]


def _how_sure(converted: DateRange) -> str:
    return "حسابيًّا، وقد يختلف يومًا أو يومين" if is_to_the_day(converted) else "حسابيًّا"


def _understood(answer: Answer) -> list[str]:
    understood = answer.understood
    notes = [f"عن {understood.topic}"] if understood.carried and understood.topic else []
    if name := told_reading(understood):
        notes.append(f"قرأت الاسم: {name}")
    if understood.corrections:
        notes.append(f"لعلك تقصد: {corrections_line(understood)}")
    return [f"({'؛ '.join(notes)})"] if notes else []


def _why_not(answer: Answer) -> str:
    conditions = answer.understood.conditions
    return NOT_FOUND if answer.hits or not conditions else f"{NOTHING_ADMITTED} {' '.join(conditions)}"


def _quote_lines(quote: Quote) -> list[str]:
    return [f"«{quote.text}»", f"— {quote.citation}"]


def _others(quotes: tuple[Quote, ...]) -> list[str]:
    if not quotes:
        return []
    return ["", "وفي النصوص أيضًا:", *(line for quote in quotes for line in _quote_lines(quote))]


def _nearest(answer: Answer) -> list[str]:
    titles = dict.fromkeys(hit.document.metadata.title for hit in answer.hits[:3])
    return ["أقرب ما فيها: " + "، ".join(f"«{title}»" for title in titles)] if titles else []
