import pytest

from dated import events_in
from qa_bot.answering.annals.table import EventTable
from qa_bot.answering.annals.topic_match import (
    BY_AUTHOR,
    IN_CLAUSE,
    IN_HEADING,
    IN_SENTENCE,
    IN_TITLE,
    NEARBY,
    SCATTERED,
    events_about,
)


def about(topic: str, *texts: str, **known: object) -> list[float]:
    """Return how surely each event of the texts is about a topic, in their order; 0 for not at all."""
    table = EventTable.of(events_in(*texts, **known))  # type: ignore[arg-type]
    found = events_about(table, topic)
    return [found.get(at, 0.0) for at in range(len(table.events))]


@pytest.mark.parametrize(
    ("topic", "sentence", "sure"),
    [
        ("خالد بن الوليد", "وعزل خالد بن الوليد سنة 17هـ.", IN_CLAUSE),
        ("خالد بن الوليد", "وعزل خالد ابن الوليد سنة 17هـ.", IN_CLAUSE),
        ("أبو بكر", "ومرض أبي بكر كان سنة 13هـ في داره.", IN_CLAUSE),
        ("أبو عبيدة بن الجراح", "ومات أبو عبيدة عامر بن الجراح سنة 18هـ.", IN_CLAUSE),
        ("دمشق", "خرج الناس من دمشق يومئذ، وفتحت حمص سنة 15هـ.", IN_SENTENCE),
        ("خالد بن الوليد", "غزا عبد الرحمن بن خالد بن الوليد سنة 44هـ.", 0.0),
        ("خالد بن الوليد", "ومات يزيد أبو خالد بن الوليد سنة 126هـ.", 0.0),
        ("عمر", "وتوفي عمرو بن العاص سنة 43هـ.", 0.0),
        ("أبو بكر", "وكان بنو بكر حلفاء قريش سنة 8هـ.", 0.0),
        ("معركة اليرموك", "كانت وقعة اليرموك سنة 15هـ.", IN_CLAUSE),
        ("فتح دمشق", "وصالح أهل دمشق خالدا على فتح الأبواب سنة 14هـ.", SCATTERED),
        ("بيت المقدس", "فتحت القدس صلحا سنة 16هـ.", 0.0),
        ("القدس", "وفتح المقدس صلحا سنة 16هـ.", IN_CLAUSE),
    ],
)
def test_a_sentence_is_about_whom_it_names(topic: str, sentence: str, sure: float) -> None:
    assert about(topic, sentence) == [sure]


def test_a_first_name_is_enough_where_the_passage_has_the_full_one() -> None:
    assert about("خالد بن الوليد", "كان خالد بن الوليد أميرا. وعزل خالد سنة 17هـ.") == [NEARBY]


def test_a_text_about_it_tells_most() -> None:
    assert about("خالد", "وعزل خالد سنة 17هـ.", title="خالد بن الوليد") == [1.0]
    assert about("خالد", "وعزل خالد سنة 17هـ.", title="تاريخ الخلفاء") == [IN_CLAUSE]


def test_a_heading_a_title_and_an_author_tell_less() -> None:
    sentence = "وعزل عن قنسرين سنة 17هـ."
    assert about("خالد", sentence, headings=("أخبار خالد",)) == [IN_HEADING]
    assert about("خالد", sentence, title="خالد بن الوليد") == [IN_TITLE]
    assert about("خالد", sentence, title="خالد بن الوليد", titled=False) == [0.0]
    assert about("الواقدي", sentence, author="محمد بن عمر الواقدي") == [BY_AUTHOR]
    assert about("عمر", sentence, author="محمد بن عمر الواقدي") == [0.0]


def test_what_only_stands_under_the_name_is_left_out_where_it_lies_a_lifetime_from_all_that_say_it() -> None:
    under = ("وفتحت مدينة سنة 40هـ.", "وفتحت مدينة سنة 126هـ.")
    assert about("خالد", "وعزل خالد سنة 17هـ.", *under, headings=("أخبار خالد",)) == [IN_CLAUSE, IN_HEADING, 0.0]
    assert about("خالد", *under, headings=("أخبار خالد",)) == [IN_HEADING, IN_HEADING]


def test_words_that_no_text_has_so_are_looked_for_by_their_stems() -> None:
    assert about("المسلمين", "وانتصر المسلمون سنة 15هـ.") == [IN_CLAUSE]


def test_a_topic_without_content_finds_nothing() -> None:
    assert about("في من", "وانتصر المسلمون سنة 15هـ.") == [0.0]


def test_words_for_what_is_told_alone_may_be_missing() -> None:
    assert about("حياة خالد", "وعزل خالد سنة 17هـ.") == [IN_CLAUSE]
