"""How often a marked answer is the judged one."""

from dataclasses import replace

import pytest

from builders import build_passage
from qa_bot.evaluation.dialogue_report import marks_line
from qa_bot.evaluation.dialogues import Dialogue, JudgedTurn, Turn
from qa_bot.evaluation.marked_answers import MarkTally, mark_tallies, meets
from qa_bot.model.answer import Answer, QuestionKind, Quote, Understood
from qa_bot.model.corpus import DocumentCard, Metadata, Span

TEXT = "حمل اللواء مصعب بن عمير ثم علي."
CARD = DocumentCard("d", Metadata("بدر"), passages=1, words=7)


def turn(mark: str, *judged: str, split: str = "fit") -> JudgedTurn:
    """Return a turn whose answer shows `TEXT` with `mark` marked, judged by one answer of these strings."""
    quote = Quote(build_passage(TEXT), CARD, Span(0, len(TEXT)), "بدر")
    if mark:
        start = TEXT.index(mark)
        quote = replace(quote, answer_span=Span(start, start + len(mark)))
    answer = Answer(Understood("من حمل اللواء؟", QuestionKind.WHO), 0.9, (quote,))
    return JudgedTurn(Dialogue("x", split, (Turn("من حمل اللواء؟", (), (judged,)),)), 1, answer)


def test_marks_are_tallied_by_split() -> None:
    turns = [
        turn("مصعب بن عمير", "حمل اللواء مصعب"),
        turn("علي", "حمل اللواء مصعب"),
        turn("علي", "أبو عبيدة"),
        turn("", "حمل اللواء"),
        turn("علي", "ثم علي", split="report"),
    ]
    told = mark_tallies(turns)
    assert told == [MarkTally("fit", 3, 2, 1), MarkTally("report", 1, 1, 1)]
    assert marks_line(told) == (
        "Likely answers marked: fit 3, 66.7 % in a right sentence, 33.3 % in its judged words; "
        "report 1, 100.0 % in a right sentence, 100.0 % in its judged words"
    )


def test_without_turns_there_is_nothing_to_tally() -> None:
    assert mark_tallies([]) == []


@pytest.mark.parametrize(
    ("mark", "judged", "met"),
    [
        ("ثلاثة آلاف", "عددهم ثلاثة آلاف رجل", True),
        ("ثلاثة آلاف رجل", "ثلاثة آلاف", True),
        ("سعد بن معاذ", "قتله سعد", True),
        ("ثلاثة آلاف", "أربعة آلاف", False),
        ("سعد بن معاذ", "معاذ بن جبل", False),
    ],
)
def test_a_mark_meets_judged_words_that_hold_it_that_it_holds_or_that_break_off_in_it(
    mark: str, judged: str, met: bool
) -> None:
    assert meets(mark, judged) is met
