"""Words that tell something of a topic and are no part of it."""

import pytest

from qa_bot.answering.predicates import predicates
from qa_bot.answering.question import read_question
from qa_bot.answering.topic import topic_of


def told(text: str) -> list[str]:
    question = read_question(text)
    return [question.tokens[at].term for at in sorted(predicates(question))]


@pytest.mark.parametrize(
    ("text", "words", "topic"),
    [
        ("كيف اجتاز المسلمون نهر دجلة؟", ["اجتاز"], "نهر دجلة"),
        ("ماذا كان موقف الأنصار؟", ["موقف"], "الأنصار"),
        ("من الذي أجهز على أبي جهل؟", ["اجهز"], "أبي جهل"),
        ("بكم مقاتل دعم هرقل المدافعين عن حمص؟", ["مقاتل", "دعم"], "هرقل المدافعين عن حمص"),
        ("مين دليل خالد لما عبر الصحراء؟", ["دليل", "عبر"], "خالد الصحراء"),
        ("ليه سموا الفسطاط بالاسم ده؟", ["سموا"], "الفسطاط"),
        ("كيف استشهد جعفر بن أبي طالب؟", ["استشهد"], "جعفر بن أبي طالب"),
    ],
)
def test_what_is_asked_and_verbs_are_left_out_of_the_topic(text: str, words: list[str], topic: str) -> None:
    assert (told(text), topic_of(read_question(text))) == (words, topic)


@pytest.mark.parametrize("text", ["من هو خالد بن الوليد؟", "متى كانت معركة اليرموك؟", "فتح دمشق", "أين دمشق؟"])
def test_names_of_persons_places_and_events_are_never_left_out(text: str) -> None:
    assert told(text) == []


def test_a_question_of_nothing_else_keeps_what_it_asks_as_its_topic() -> None:
    assert topic_of(read_question("ما الكبسة؟")) == "الكبسة"
    assert topic_of(read_question("من نسج؟")) == "نسج"
