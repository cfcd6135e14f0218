"""Who answered quizzes best, as a Telegram message."""

from collections.abc import Sequence

from qa_bot.bot.cut import one_line
from qa_bot.bot.markup import Block, Page
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.store.quizzes import Answered
from qa_bot.study.scores import WEEK_S, Standing, since, standings

_SHOWN = 10
_NAME_LIMIT_UTF16 = 60


def scores_card(answers: Sequence[Answered], texts: Texts, *, now_s: float) -> Page:
    """Return the ten best of the last seven days and of all time; whoever has as many stands at the same rank."""
    if not answers:
        return texts.page("scores-none")
    week, ever = standings(since(answers, now_s - WEEK_S)), standings(answers)
    return (
        texts.line("scores-title"),
        BLANK,
        texts.line("scores-week"),
        *(_lines(week, texts) or [texts.line("scores-none-this-week")]),
        BLANK,
        texts.line("scores-ever"),
        *_lines(ever, texts),
    )


def _lines(found: Sequence[Standing], texts: Texts) -> list[Block]:
    shown: list[Block] = [_line(each, texts) for each in found[:_SHOWN]]
    more = len(found) - _SHOWN
    return [*shown, texts.line("scores-more", count=more)] if more > 0 else shown


def _line(standing: Standing, texts: Texts) -> Block:
    name = one_line(standing.name, _NAME_LIMIT_UTF16)
    return texts.line("scores-one", rank=standing.rank, name=name, right=standing.right, answered=standing.answered)
