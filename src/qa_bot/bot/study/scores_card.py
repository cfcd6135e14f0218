"""Who answered quizzes best, as a Telegram message."""

from collections.abc import Sequence

from qa_bot.bot.bidi import isolate, lead
from qa_bot.bot.cut import one_line
from qa_bot.bot.markup import Block, Page, bold, line
from qa_bot.bot.texts import BLANK, Texts
from qa_bot.store.quizzes import Answered
from qa_bot.study.scores import WEEK_S, Standing, since, standings

_SHOWN = 10
_NAME_LIMIT_UTF16 = 60


def scores_card(answers: Sequence[Answered], texts: Texts, *, now_s: float) -> Page:
    """Return the ten best of the last seven days and of all time; whoever has as many stands at the same rank."""
    if not answers:
        return texts.study.no_scores
    week, ever = standings(since(answers, now_s - WEEK_S)), standings(answers)
    return (
        line(bold(texts.study.scores_title)),
        BLANK,
        line(bold(texts.study.scores_week)),
        *(_lines(week, texts) or [texts.study.no_scores_week]),
        BLANK,
        line(bold(texts.study.scores_ever)),
        *_lines(ever, texts),
    )


def _lines(found: Sequence[Standing], texts: Texts) -> list[Block]:
    shown: list[Block] = [_line(each, texts) for each in found[:_SHOWN]]
    more = len(found) - _SHOWN
    return [*shown, _led(texts.study.more_scores.format(count=more), texts)] if more > 0 else shown


def _line(standing: Standing, texts: Texts) -> Block:
    name = isolate(one_line(standing.name, _NAME_LIMIT_UTF16))
    said = texts.study.score.format(rank=standing.rank, name=name, right=standing.right, answered=standing.answered)
    return _led(said, texts)


def _led(said: str, texts: Texts) -> Block:
    """Return a line that begins with a number or a sign, in the direction of its language."""
    return line(lead(said), said) if texts.language == "ar" else line(said)
