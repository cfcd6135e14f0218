import pytest

from asked import weighed
from qa_bot.answering.anchors import Anchor, ReadSentence
from qa_bot.answering.asked_event import asked_event
from qa_bot.answering.match import Matcher
from qa_bot.text.tokenise import tokenise


def anchors(question: str, sentence: str) -> list[Anchor]:
    asked = asked_event(weighed(question))
    return ReadSentence(asked, tokenise(sentence), Matcher([word for word, _ in asked.words])).anchors


def strength(question: str, sentence: str) -> float:
    """Return how much of the event asked for the best place of a sentence tells."""
    return max((round(each.strength, 2) for each in anchors(question, sentence)), default=0.0)


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("متى فتحت برقة؟", "فتحت برقة صلحا", 1.0),
        ("متى فتحت برقة؟", "فتحت الإسكندرية ونهاوند وبلاد كثيرة معها برقة", 0.45),
        ("متى فتحت برقة؟", "ولي برقة رجل من لخم", 0.1),
        ("متى كانت غزوة تبوك؟", "خرج إلى غزوة تبوك", 1.0),
        ("متى كانت غزوة تبوك؟", "بلغ تبوك", 0.6),
        ("متى تبوك؟", "بلغ تبوك", 0.8),
        ("متى تبوك؟", "بلغ خيبر", 0.0),
    ],
)
def test_a_place_tells_more_the_nearer_it_says_what_is_asked(question: str, sentence: str, told: float) -> None:
    assert strength(question, sentence) == told


def test_half_of_a_name_tells_less_than_half_of_it() -> None:
    whole = strength("متى مات عمرو العاص", "مات عمرو العاص")
    assert strength("متى مات عمرو العاص", "مات عمرو السهمي") < whole / 2


def test_the_son_of_who_is_asked_for_is_another() -> None:
    father = strength("متى مات عبد الرحمن بن عوف؟", "مات عبد الرحمن بن عوف")
    assert strength("متى مات عبد الرحمن بن عوف؟", "مات حميد بن عبد الرحمن بن عوف") == pytest.approx(
        0.35 * father, abs=0.01
    )


def test_of_a_person_alone_the_death_or_birth_is_meant() -> None:
    assert strength("متى خالد بن الوليد", "مات خالد بن الوليد") == 1.0
    assert strength("متى خالد بن الوليد", "سار خالد بن الوليد") == 0.4


def test_what_carries_on_tells_of_who_was_named_before() -> None:
    found = anchors("متى توفي هرقل؟", "ولد هرقل في قرطاج وتوفي بالقسطنطينية")
    assert [(each.first, round(each.strength, 2)) for each in found] == [(1, 0.18), (4, 0.8)]


@pytest.mark.parametrize(
    ("question", "own", "other"),
    [
        ("متى قتل ابن المعتز؟", "قتل ابن المعتز", "قتل المعتز"),
        ("متى مات هشام؟", "مات هشام", "مات في أيام هشام"),
        ("متى غزا معاوية قبرس؟", "غزا معاوية قبرس", "غزا معاوية الثانية قبرس"),
    ],
)
def test_another_of_a_like_name_is_not_meant(question: str, own: str, other: str) -> None:
    assert strength(question, other) < strength(question, own) / 2


def test_what_the_question_says_itself_is_meant() -> None:
    assert strength("متى خلافة هشام؟", "كانت خلافة هشام") == 1.0
    assert strength("متى غزوة قبرس الثانية؟", "كانت غزوة قبرس الثانية") == 1.0


@pytest.mark.parametrize(
    "children", ["ومن ولد جعفر بن أبي طالب محمد", "وجعفر بن أبي طالب أمه أم ولد", "جعفر بن أبي طالب وولده"]
)
def test_children_are_no_birth(children: str) -> None:
    assert strength("متى ولد جعفر بن أبي طالب؟", "ولد جعفر بن أبي طالب") == 1.0
    assert strength("متى ولد جعفر بن أبي طالب؟", children) == 0.1


@pytest.mark.parametrize(
    ("question", "own", "other"),
    [
        ("متى قتل زيد بن علي؟", "قتل زيد بن علي", "قتل زيد بن حارثة"),
        ("متى مات عبد الله بن مسعود؟", "مات عبد الله بن مسعود", "مات السلطان مسعود"),
        ("متى مات عبد الله بن مسعود؟", "مات عبد الله بن مسعود", "مات عبد الله بن عمر"),
    ],
)
def test_a_name_with_another_father_and_a_father_alone_are_not_meant(question: str, own: str, other: str) -> None:
    assert strength(question, own) == 1.0
    assert strength(question, other) < 0.2


def test_of_ibn_masud_nothing_else_need_be_said() -> None:
    question = "متى مات عبد الله بن مسعود؟"
    assert strength(question, "مات ابن مسعود") > strength(question, "مات مسعود")


def test_somebody_elses_death_is_not_the_one_asked_for() -> None:
    assert strength("متى مات سليمان؟", "بويع سليمان بعد موته") == pytest.approx(0.8)
    assert strength("متى مات سليمان؟", "بويع سليمان بعد موت الوليد") < 0.2


def test_what_carries_on_from_another_mans_name_tells_less() -> None:
    assert strength("متى مات عبد الله بن الزبير؟", "وهب مولى عبد الله بن الزبير العوام الأسدي مات") < 0.5
