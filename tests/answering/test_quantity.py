"""How many of what: what a question wants counted, and what a sentence counts."""

import pytest

from qa_bot.answering.quantity import Quantity, amounts_in, asked_quantity, counted_noun
from qa_bot.text.tokenise import tokenise


def amounts(text: str) -> list[tuple[str, Quantity | None]]:
    return [(amount.span.of(text), amount.quantity) for amount in amounts_in(tokenise(text))]


@pytest.mark.parametrize(
    ("question", "quantity"),
    [
        ("كم كان عمره", Quantity.AGE),
        ("كم كان عمره في الجيش", Quantity.AGE),
        ("كم دامت الحرب", Quantity.TIME),
        ("كم يوما حاصروا الحصن", Quantity.TIME),
        ("كم عدد المسلمين", Quantity.HEADS),
        ("كم كان الشهداء", Quantity.HEADS),
        ("كم قتل منهم", Quantity.HEADS),
        ("كم سنة بعد قتل عثمان", Quantity.TIME),
        ("كم دفعوا من الجزية", Quantity.MONEY),
        ("كم تبعد مؤتة عن المدينة", Quantity.DISTANCE),
        ("كم كان طول الخشبة", Quantity.SIZE),
        ("حصار الطائف كم طول", Quantity.TIME),
        ("كم زوجة", None),
    ],
)
def test_the_words_of_a_question_tell_what_it_wants_counted(question: str, quantity: Quantity | None) -> None:
    assert asked_quantity([token.term for token in tokenise(question)]) is quantity


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("كم عدد زوجات خالد؟", "زوجات"),
        ("وكم بابا للحصن؟", "بابا"),
        ("كم كان في الحصن؟", "الحصن"),
        ("كم رجلا قتل؟", ""),
        ("وكم كان معه؟", ""),
        ("والمسلمين كم كانوا", ""),
        ("وكم واحد استشهد يومها؟", ""),
        ("كم دام الحصار؟", ""),
        ("متى كانت بدر؟", ""),
        ("كم؟", ""),
    ],
)
def test_the_noun_to_be_counted_is_named_where_it_is_no_unit(question: str, noun: str) -> None:
    assert counted_noun(tokenise(question)) == noun


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل سبعون رجلا بعد يومين", [("سبعون", Quantity.HEADS), ("يومين", Quantity.TIME)]),
        ("كانوا ثلاثة آلاف مقاتل", [("ثلاثة", Quantity.HEADS), ("آلاف", Quantity.HEADS)]),
        ("صالحوه على مئة ألف دينار", [("مئة", Quantity.MONEY), ("ألف", Quantity.MONEY)]),
        ("بينهما 12 ميلا", [("12", Quantity.DISTANCE)]),
        ("لبثوا بضع سنين", [("بضع", Quantity.TIME)]),
        ("وكان عمره ستين سنة", [("ستين", Quantity.AGE)]),
        ("مات وهو ابن ستين سنة", [("ستين", Quantity.AGE)]),
        ("وكان عمر سعد بن أبي وقاص يوم مات بضعا وسبعين سنة", [("بضعا", Quantity.AGE), ("وسبعين", Quantity.AGE)]),
        ("أقام عمر بن الخطاب عشرة أيام", [("عشرة", Quantity.TIME)]),
        ("بلغ عمر هرقل ستين سنة", [("ستين", Quantity.AGE)]),
        ("جيش يبلغ ثلاثة أمثالهم", []),
        ("وهو أحد العشرة", []),
        ("قتل أحد عشر رجلا", [("أحد", Quantity.HEADS), ("عشر", Quantity.HEADS)]),
        ("وأسر سبعين", [("سبعين", Quantity.HEADS)]),
        ("صالحوه على سبعين", [("سبعين", None)]),
        ("لست أدري من قاد الجيش", []),
    ],
)
def test_a_number_counts_what_stands_beside_it(text: str, found: list[tuple[str, Quantity | None]]) -> None:
    assert amounts(text) == found
