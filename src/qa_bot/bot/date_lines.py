"""Dates under an answer: as the text has them, then in the other calendar."""

from collections.abc import Iterator, Sequence

from qa_bot.bot.bidi import isolate
from qa_bot.bot.cut import one_line
from qa_bot.bot.markup import Line, Run, bold
from qa_bot.bot.reckoned import reckoned_phrase
from qa_bot.bot.texts import Texts
from qa_bot.model.answer import DateAccount, LifeDate, LifeEvent
from qa_bot.model.calendar import BothCalendars, DateRange, MentionSource
from qa_bot.model.reckoning import Reckoning
from qa_bot.text.date_style import date_phrase
from qa_bot.text.shown_dates import ShownDate, is_to_the_day, shown_dates

_MOST_DATES = 3
_MOST_ACCOUNTS, _MOST_NAMES = 4, 4
_NAME_LIMIT_UTF16 = 60
_ABOUT_EQUAL = " ≈ "


def date_lines(dates: tuple[BothCalendars, ...], texts: Texts) -> tuple[Line, ...]:
    """Return a line for each of the first dates: what is written first, what was converted marked so."""
    return tuple(texts.line_of("🗓 ", *_runs(date, texts)) for date in shown_dates(dates)[:_MOST_DATES])


def life_lines(told: LifeDate, texts: Texts) -> tuple[Line, ...]:
    """Return when somebody died or was born, said as such; where texts differ, that they do and each date."""
    died = told.event is LifeEvent.DEATH
    if told.accounts:
        return account_lines(
            told.accounts, texts, differing=texts.line("death-differing" if died else "birth-differing")
        )
    label = isolate(texts.text("death" if died else "birth"))
    return tuple(texts.line_of(f"🗓 {label}: ", *_runs(date, texts)) for date in shown_dates(told.dates)[:1])


def account_lines(accounts: Sequence[DateAccount], texts: Texts, *, differing: Line | None = None) -> tuple[Line, ...]:
    """Return that texts differ, then a line for each date with the names of those that give it; nothing for none.

    `differing` says on what they differ, where it isn't the date of what was asked about.
    """
    if not accounts:
        return ()
    # A source that gives them all needn't be named again: its citation stands below.
    by_source = len({account.sources for account in accounts}) > 1
    lines = (_account_line(account, texts, by_source=by_source) for account in accounts[:_MOST_ACCOUNTS])
    return (differing or texts.line("differing"), *lines)


def _account_line(account: DateAccount, texts: Texts, *, by_source: bool) -> Line:
    names = account.sources if by_source else ()
    named = "، ".join(isolate(one_line(name, _NAME_LIMIT_UTF16)) for name in names[:_MOST_NAMES])
    more = f" {texts.text('and-others', count=len(names) - _MOST_NAMES)}" if len(names) > _MOST_NAMES else ""
    given_by = [f" · {texts.text('given-by')} {named}{more}"] if named else []
    return texts.line_of("🗓 ", *date_runs(account.dates, texts), *given_by)


def reckoned_line(reckoned: Reckoning, texts: Texts) -> Line:
    """Return what the dates of two sentences make, and that it was reckoned."""
    return texts.line_of("🧮 ", reckoned_phrase(reckoned, texts))


def date_runs(dates: tuple[BothCalendars, ...], texts: Texts) -> tuple[Run, ...]:
    """Return the first of `dates` as a part of a line; what was converted stands behind «≈» without a further word."""
    runs: list[Run] = []
    for date in shown_dates(dates)[:1]:
        runs += _written(date, texts)
        runs += (Run(f"{_ABOUT_EQUAL}{_phrase(shown, texts)}") for shown in date.computed)
    return tuple(runs)


def _runs(date: ShownDate, texts: Texts) -> Iterator[Run]:
    yield from _written(date, texts)
    for number, shown in enumerate(date.computed):
        yield from [Run(_ABOUT_EQUAL)] * bool(date.written or number)
        yield Run(f"{_phrase(shown, texts)} ({texts.text('computed-day' if is_to_the_day(shown) else 'computed')})")


def _written(date: ShownDate, texts: Texts) -> Iterator[Run]:
    for number, shown in enumerate(date.written):
        yield from [Run(f" {texts.text('agreeing')} ")] * bool(number)
        yield bold(_phrase(shown, texts))


def _phrase(known: DateRange, texts: Texts) -> str:
    return isolate(date_phrase(known, texts.language))


def told_outside(source: MentionSource, texts: Texts) -> str:
    """Return where a date stands that isn't in the sentence itself; empty for one that is."""
    match source:
        case MentionSource.HEADING:
            return texts.text("by-heading")
        case MentionSource.CONTEXT:
            return texts.text("by-context")
        case _:
            return ""
