from asked import weighed
from qa_bot.answering.asked_event import asked_event
from qa_bot.answering.lexicon import relation_row


def test_what_is_asked_is_told_apart_from_whose() -> None:
    asked = asked_event(weighed("متى فتحت مدينة دمشق؟"))
    assert asked.relations == ("فتحت",)
    assert asked.topic == (("مدينه", 0.25), ("دمشق", 1.0))


def test_a_death_may_be_a_killing() -> None:
    assert asked_event(weighed("متى توفي عثمان؟")).rows == {relation_row("مات"), relation_row("قتل")}
    assert asked_event(weighed("متى قتل عثمان؟")).rows == {relation_row("قتل")}


def test_an_events_noun_is_not_its_name() -> None:
    asked = asked_event(weighed("متى كانت غزوة تبوك؟"))
    assert asked.topic == (("تبوك", 1.0),)
    assert asked.has_noun


def test_a_person_alone_asks_for_birth_or_death() -> None:
    assert asked_event(weighed("متى عمرو بن العاص")).is_person
    assert asked_event(weighed("متى سعد بن أبي وقاص")).is_person
    assert asked_event(weighed("متى عمر بن الخطاب")).is_person
    assert not asked_event(weighed("متى فتح عمرو بن العاص مصر")).is_person
    assert not asked_event(weighed("متى أجنادين")).is_person


def test_what_was_said_before_belongs_to_the_question() -> None:
    asked = asked_event(weighed("متى ماتت؟", before="الشيماء"))
    assert [word for word, _ in asked.topic] == ["الشيماء"]


def test_what_looks_like_a_relation_in_a_name_belongs_to_the_name() -> None:
    asked = asked_event(weighed("متى ولد جعفر بن أبي طالب؟"))
    assert asked.relations == ("ولد",)
    assert [word for word, _ in asked.topic] == ["جعفر", "بن", "ابي", "طالب"]
