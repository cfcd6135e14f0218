"""An answer as lines of plain Arabic text, for people at a terminal."""

from collections.abc import Sequence

from qa_bot.answering.corrections import corrections_line, told_reading
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.language import texts_for
from qa_bot.bot.reckoned import reckoned_phrase
from qa_bot.model.answer import Answer, DateAccount, LifeDate, LifeEvent, Quote
from qa_bot.model.calendar import BothCalendars, DateRange
from qa_bot.model.reckoning import Reckoning
from qa_bot.text.date_style import date_phrase
from qa_bot.text.shown_dates import ShownDate, is_to_the_day, shown_dates

NOT_FOUND = "لا تذكر النصوص جوابًا عن هذا السؤال."
LIFE_UNTOLD = "لا تذكر النصوص متى كان المولد ولا الوفاة، وهذه تواريخ أخرى فيها:"
_LIFE = {LifeEvent.DEATH: "الوفاة", LifeEvent.BIRTH: "المولد"}
_UNDERLINE, _NO_UNDERLINE = "\x1b[4m", "\x1b[24m"
NOTHING_ADMITTED = "لا مقطع في النصوص يوافق ما اشترطته:"


def answer_as_text(answer: Answer, *, underlining: bool = False) -> str:
    """Return the answer's lines: what was understood, the sentence, its date, its citation; or that there is none.

    With `underlining` the date or the likely answer in a sentence is underlined, as terminals do it (ECMA-48).
    """
    lines = _understood(answer)
    if answer.life:
        lines += _life(answer, answer.life, underlining=underlining)
    elif answer.found:
        lines += [LIFE_UNTOLD] * (answer.life is not None)
        lines += _quote_lines(answer.quotes[0], underlining=underlining)
        lines += account_lines(answer.accounts) or date_lines(answer.dates)
        lines += _others(answer.quotes[1:], underlining=underlining, beside=answer.reckoned is not None)
        lines += [f"الحساب: {_reckoned(answer.reckoned)}"] if answer.reckoned else []
    else:
        lines += [_why_not(answer), *_nearest(answer)]
    return "\n".join(lines)


def _life(answer: Answer, life: Sequence[LifeDate], *, underlining: bool) -> list[str]:
    """Return the sentences that tell of a death and a birth, each with its date, then those with other dates."""
    lines: list[str] = []
    for told in life:
        lines += [*([""] if lines else []), *_quote_lines(told.quote, underlining=underlining)]
        label = _LIFE[told.event]
        lines += account_lines(told.accounts, f"تختلف الروايات في {label}:") or date_lines(told.dates[:1], label)
    return lines + _others(answer.quotes[len(life) :], underlining=underlining, beside=False)


def _reckoned(reckoned: Reckoning) -> str:
    # Terminals show the signs of direction as boxes.
    return strip_controls(reckoned_phrase(reckoned, texts_for("ar")))


def date_lines(dates: tuple[BothCalendars, ...], label: str = "التاريخ") -> list[str]:
    """Return a line for each date: as written, then in the other calendar, marked as computed."""
    return [f"{label}: {' = '.join(_phrases(date))}" for date in shown_dates(dates)]


def account_lines(accounts: Sequence[DateAccount], differing: str = "تختلف الروايات في تاريخه:") -> list[str]:
    """Return that texts differ, then a line for each date with the names of those that give it; nothing for none."""
    one_source = len({account.sources for account in accounts}) == 1
    lines = [
        f"- {' = '.join(_phrases(shown_dates(each.dates)[0]))}{'' if one_source else _given_by(each)}"
        for each in accounts
    ]
    return [differing, *lines] if lines else []


def _given_by(account: DateAccount) -> str:
    return f": عند {'، '.join(account.sources)}"


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


def _quote_lines(quote: Quote, *, underlining: bool) -> list[str]:
    return [f"«{_underlined(quote) if underlining else quote.text}»", f"— {quote.citation}"]


def _underlined(quote: Quote) -> str:
    text = quote.text
    for span in reversed(quote.marks):
        text = f"{text[: span.start]}{_UNDERLINE}{span.of(text)}{_NO_UNDERLINE}{text[span.end :]}"
    return text


def _others(quotes: tuple[Quote, ...], *, underlining: bool, beside: bool) -> list[str]:
    """Return the lines of further quotes; `beside` tells that they belong to the first as much as it does."""
    lines = [line for quote in quotes for line in _quote_lines(quote, underlining=underlining)]
    return ["", "وفي النصوص أيضًا:", *lines] if lines and not beside else lines


def _nearest(answer: Answer) -> list[str]:
    titles = dict.fromkeys(hit.document.metadata.title for hit in answer.hits[:3])
    return ["أقرب ما فيها: " + "، ".join(f"«{title}»" for title in titles)] if titles else []
