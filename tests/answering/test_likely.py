"""The likely answer inside a sentence."""

import pytest

from asked import found, ranked, weighed
from qa_bot.answering.likely import likely_answer, likely_answers
from qa_bot.answering.quantity import counted_noun
from qa_bot.answering.question import read_question
from qa_bot.text.tokenise import tokenise


def marked(question: str, text: str) -> str:
    """Return what is marked in the sentence `text`; empty for nothing."""
    candidate = ranked(question, found(text))[0]
    kind = read_question(question).kind
    span = likely_answer(weighed(question), kind, candidate, counted_noun(tokenise(question)))
    return span.of(text) if span else ""


@pytest.mark.parametrize(
    ("question", "text", "number"),
    [
        ("كم كان عدد المسلمين في مؤتة؟", "بلغ عدد المسلمين في غزوة مؤتة ثلاثة آلاف، على ما ذكر الواقدي.", "ثلاثة آلاف"),
        ("كم دام حصار المدينة؟", "دام حصار المدينة خمسة عشر يومًا عند الواقدي.", "خمسة عشر يومًا"),
        ("كم كان عدد المسلمين في بدر؟", "عدد المسلمين في بدر ثلاثمائة وبضعة عشر رجلًا.", "ثلاثمائة وبضعة عشر رجلًا"),
        ("كم كان طول البساط؟", "كان طول البساط ستين ذراعًا وعرضه مثل ذلك.", "ستين ذراعًا"),
        ("كم كان عدد الفرس؟", "كان عدد الفرس 30,000 رجل.", "30,000 رجل"),
        ("كم دامت خلافته؟", "دامت خلافته عشر سنين وستة أشهر.", "عشر سنين وستة أشهر"),
        ("كم قتل في أحد؟", "قتل في أحد اثنان وعشرون رجلًا.", "اثنان وعشرون رجلًا"),
        ("كم سيف انكسر؟", "انكسر في يده تسعة أسياف يومئذ.", "تسعة أسياف"),
        ("كم قتل منهم؟", "قتل منهم سبعون وأسر سبعون.", "سبعون"),
    ],
)
def test_the_whole_number_is_marked_with_its_unit(question: str, text: str, number: str) -> None:
    assert marked(question, text) == number


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("كم كان عدد المسلمين في مؤتة؟", "كان عدد المسلمين في مؤتة كبيرا."),
        ("كم كان عدد المسلمين؟", "كان ذلك عدد المسلمين سنة 13هـ."),
        ("كم كان عدد المسلمين؟", "دام قتال المسلمين ثلاثة أيام."),
        ("كم كان عدد الأمراء؟", "هم الأمراء الثلاثة."),
    ],
)
def test_a_date_a_known_number_and_what_counts_something_else_are_not_marked(question: str, text: str) -> None:
    assert marked(question, text) == ""


@pytest.mark.parametrize(
    ("question", "text", "person"),
    [
        ("من قاد المسلمين في اليرموك؟", "وقاد المسلمين في اليرموك خالد بن الوليد.", "خالد بن الوليد"),
        ("من قاد المسلمين في حمص؟", "قاد المسلمين في حمص أبو عبيدة بن الجراح.", "أبو عبيدة بن الجراح"),
        ("من قاد هوازن؟", "قاد هوازن مالك بن عوف النصري.", "مالك بن عوف النصري"),
        ("من قاد المسلمين؟", "قاد المسلمين عبد الله بن رواحة.", "عبد الله بن رواحة"),
        ("من قاد المسلمين؟", "قاد المسلمين النبي محمد ﷺ.", "النبي محمد"),
        ("من قاد المسلمين؟", "قاد المسلمين علي بن أبي طالب.", "علي بن أبي طالب"),
        ("من قاد الفرس؟", "قاد المسلمين سعد بن أبي وقاص، وقاد الفرس رستم.", "رستم"),
        ("من فتح خيبر؟", "وفتح خيبر وخالد معه.", "خالد"),
        ("من قاد المشركين في بدر؟", "قاد المسلمين في بدر النبي محمد، وقاد قريشا عمرو.", "عمرو"),
        ("من قتل في بدر؟", "قتل في بدر مهجع مولى عمر بن الخطاب، وقتل حارثة بن سراقة.", "حارثة بن سراقة"),
    ],
)
def test_the_full_name_of_the_new_person_next_to_the_words_asked_is_marked(
    question: str, text: str, person: str
) -> None:
    assert marked(question, text) == person


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("من هو مرحب؟", "قتل مرحبا محمد بن مسلمة."),
        ("من قتل أبا جهل؟", "قتل أبو جهل عمرو بن هشام يوم بدر."),
        ("من قاد المسلمين في بدر؟", "قاد المسلمين في غزوة بدر."),
        ("من قاد المسلمين؟", "قاد المسلمين أميرهم، كما ذكر الواقدي."),
        ("لماذا عزل خالد؟", "عزل عمر بن الخطاب خالدا."),
    ],
)
def test_names_asked_with_and_where_no_person_is_asked_for_are_not_marked(question: str, text: str) -> None:
    assert marked(question, text) == ""


@pytest.mark.parametrize(
    ("question", "text", "place"),
    [
        ("أين توفي خالد؟", "توفي خالد بن الوليد بحمص.", "بحمص"),
        ("أين تقع مؤتة؟", "وتقع مؤتة في أرض البلقاء.", "أرض البلقاء"),
        ("أين كان هرقل؟", "وكان هرقل في أنطاكية.", "أنطاكية"),
    ],
)
def test_a_place_is_marked_with_the_land_before_its_name(question: str, text: str, place: str) -> None:
    assert marked(question, text) == place


def test_what_was_said_otherwise_is_less_likely() -> None:
    text = "صالحوه على سبعين ألف درهم وقيل تسعين ألف درهم."
    question = "كم درهما صالحوه؟"
    candidate = ranked(question, found(text))[0]
    likely = likely_answers(weighed(question), read_question(question).kind, candidate)
    assert [each.span.of(text) for each in likely] == ["سبعين ألف درهم", "تسعين ألف درهم"]
    assert likely[0].surely > 2 * likely[1].surely


def test_a_name_far_from_the_words_asked_is_not_sure_enough() -> None:
    near = "قاد المسلمين خالد."
    far = "قاد المسلمين في ذلك اليوم أمير من أمرائهم كان قد شهد بدرا والخندق والحديبية، ثم جاء بعده إلى الشام خالد."
    assert marked("من قاد المسلمين؟", near) == "خالد"
    assert marked("من قاد المسلمين؟", far) == ""


@pytest.mark.parametrize(
    ("text", "marked_words"),
    [("وقتل منهم وثلاثون رجلا.", "ثلاثون رجلا"), ("قتل منهم وَثلاثون رجلا.", "ثلاثون رجلا")],
)
def test_a_conjunction_is_left_out_of_the_mark(text: str, marked_words: str) -> None:
    assert marked("كم قتل منهم؟", text) == marked_words
