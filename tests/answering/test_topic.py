"""What a question is about, and what it refers back to."""

import pytest

from qa_bot.answering.question import read_question
from qa_bot.answering.topic import (
    is_event_noun,
    is_party,
    is_relation,
    pointing_tokens,
    sides_first,
    topic_of,
    topic_tokens,
    without_pronoun,
)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("من قاد المسلمين في معركة اليرموك؟", "معركة اليرموك"),
        ("متى وقعت معركة القادسية ومن قاد الفرس فيها؟", "معركة القادسية"),
        ("متى كانت غزوة مؤتة؟", "غزوة مؤتة"),
        ("ما سبب فتح مصر؟", "فتح مصر"),
        ("متى توفي خالد بن الوليد؟", "خالد بن الوليد"),
        ("من هو أبو عبيدة بن الجراح؟", "أبو عبيدة بن الجراح"),
        ("  متى كانت معركة اليرموك؟", "معركة اليرموك"),
        ("مَتَى كَانَتْ مَعْرَكَةُ اليَرْمُوكِ؟", "مَعْرَكَةُ اليَرْمُوكِ"),
        ("معركة نهر اليرموك الكبرى العظمى الشهيرة", "معركة نهر اليرموك الكبرى العظمى"),
        ("من قتل عمر بن الخطاب؟", "عمر بن الخطاب"),
        ("أين مات سعد بن أبي وقاص؟", "سعد بن أبي وقاص"),
        ("كم كان عمر زيد بن حارثة يوم استشهد؟", "زيد بن حارثة"),
        ("كم دامت الحرب بين الروم والفرس؟", "الحرب بين الروم والفرس"),
        ("من هزم الروم؟", "الروم"),
        ("متى كانت المعركة؟", "المعركة"),
        ("ومن قادها؟", ""),
        ("متى؟", ""),
    ],
)
def test_the_topic_is_what_a_follow_up_inherits(text: str, topic: str) -> None:
    assert topic_of(read_question(text)) == topic


@pytest.mark.parametrize("text", ["ومن قادها؟", "متى كانت المعركة؟", "كم كان عدد الروم؟", "وأين؟"])
def test_a_question_of_relations_sides_and_particles_has_no_words_of_its_own(text: str) -> None:
    assert topic_tokens(read_question(text)) == []


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("ومتى كان ذلك؟", ["ذلك"]),
        ("من قادها؟", ["قادها"]),
        ("كم كان عمره؟", ["عمره"]),
        ("لماذا حاصروهم؟", ["حاصروهم"]),
        ("وفيها من قتل؟", ["وفيها"]),
        ("من فَتَحَهُ؟", ["فتحه"]),
        ("ما قصة المدينة؟", []),
        ("متى توفي عمر؟", []),
        ("متى كانت المسيرة إلى مكة؟", []),
    ],
)
def test_a_word_with_a_pronoun_refers_to_what_was_said_before(text: str, pointing: list[str]) -> None:
    assert [token.term for token in pointing_tokens(read_question(text))] == pointing


def test_sides_relations_and_events_are_told_from_names() -> None:
    assert [is_party(word) for word in ("الروم", "وقريش", "اليرموك")] == [True, True, False]
    assert [is_relation(word) for word in ("قادها", "عددهم", "تبوك")] == [True, True, False]
    assert [is_event_noun(word) for word in ("غزوه", "المعركه", "بدر")] == [True, True, False]


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("قايدهم", "قايد"),
        ("حصارها", "حصار"),
        ("مفتاحها", "مفتاح"),
        ("مكانه", "مكانه"),
        ("قتله", "قتله"),
        ("شانها", "شانها"),
    ],
)
def test_a_pronoun_is_taken_off_where_the_texts_have_the_word_without(word: str, bare: str) -> None:
    known = {"قايد": 4, "حصار": 9, "مفتاح": 1, "مكان": 5, "قتل": 30}
    assert without_pronoun(word, known) == bare


def test_of_an_armys_name_the_side_is_meant() -> None:
    assert [token.term for token in sides_first(read_question("كم كان جيش قريش").tokens[2:])] == ["قريش", "جيش"]
