"""Questions that lean on the one before."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answering.completed import Completed, Context, Link
from qa_bot.answering.follow_up import complete
from qa_bot.answering.question import MAX_CHARACTERS, read_question
from qa_bot.errors import QuestionError
from qa_bot.model.answer import QuestionKind, Understood

KNOWN = {
    "بعتيق": 1,
    "قايد": 3,
    "يزيد": 2,
    "القادسيه": 3,
    "موته": 2,
    "خيبر": 4,
    "وردان": 2,
    "الخندق": 2,
    "الروم": 9,
    "باهان": 1,
    "في": 90,
    "وفي": 3,
}
SUBJECTS = {"اليرموك", "القادسيه", "خيبر", "مصر", "هرقل", "خالد", "عمرو", "العاص", "حطين", "موته", "تبوك"}
YARMUK = "متى كانت معركة اليرموك؟"


def context(previous: Understood | None = None) -> Context:
    return Context(previous, KNOWN, SUBJECTS.__contains__)


def ask(*turns: str) -> Completed:
    """Return the last of questions that follow each other."""
    completed = complete(turns[0], context())
    for turn in turns[1:]:
        completed = complete(turn, context(completed.understood))
    return completed


@pytest.mark.parametrize(
    ("first", "then", "question"),
    [
        (YARMUK, "ومن قادها؟", "ومن قادها؟ (معركة اليرموك)"),
        (YARMUK, "وأين؟", "وأين؟ (معركة اليرموك)"),
        (YARMUK, "ثم ماذا؟", "ثم ماذا؟ (معركة اليرموك)"),
        (YARMUK, "كم دامت؟", "كم دامت؟ (معركة اليرموك)"),
        (YARMUK, "وين كانت هاي المعركة؟", "وين كانت هاي المعركة؟ (معركة اليرموك)"),
        ("من قاد المسلمين في معركة اليرموك؟", "ومتى كان ذلك؟", "ومتى كان ذلك؟ (معركة اليرموك)"),
        ("من قاد الروم في أجنادين؟", "وكم كان عددهم؟", "وكم كان عددهم؟ (الروم أجنادين)"),
        ("متى توفي خالد بن الوليد؟", "وأين دفن؟", "وأين دفن؟ (خالد بن الوليد)"),
        ("متى توفي خالد بن الوليد؟", "وكم كان عمره؟", "وكم كان عمره؟ (خالد بن الوليد)"),
        ("من هو خالد بن الوليد؟", "لماذا عزله عمر؟", "لماذا عزله عمر؟ (خالد بن الوليد)"),
        ("كم كان جيش الروم في أجنادين؟", "ومن قائدهم؟", "ومن قائدهم؟ (الروم أجنادين)"),
        ("كيف اجتاز المسلمون نهر دجلة؟", "وكم رجلا فقدوا؟", "وكم رجلا فقدوا؟ (نهر دجلة)"),
        ("كم دامت الحرب بين الروم والفرس؟", "ومن انتصر؟", "ومن انتصر؟ (الحرب بين الروم والفرس)"),
    ],
)
def test_a_follow_up_takes_its_topic_from_the_question_before(first: str, then: str, question: str) -> None:
    after = ask(first, then).understood
    assert (after.question, after.carried) == (question, True)


def after_answer(question: str, told: str, then: str) -> Understood:
    """Return how a question is understood after one whose answer named the person `told`."""
    before = complete(question, context()).understood
    return complete(then, context(replace(before, told=told))).understood


@pytest.mark.parametrize("then", ["وكم كان عمره؟", "ومتى توفي؟", "وأين دفن؟", "ومن خلفه؟"])
def test_what_is_asked_of_a_person_alone_is_asked_of_whom_the_answer_named(then: str) -> None:
    after = after_answer("من قاد المسلمين في معركة اليرموك؟", "خالد بن الوليد", then)
    assert (after.question, after.topic) == (f"{then} (خالد بن الوليد)", "خالد بن الوليد")


@pytest.mark.parametrize("then", ["ومتى كانت؟", "وكم قتل منهم؟", "وأين؟"])
def test_what_may_be_asked_of_the_battle_stays_with_the_battle(then: str) -> None:
    after = after_answer("من قاد المسلمين في معركة اليرموك؟", "خالد بن الوليد", then)
    assert after.topic == "معركة اليرموك"


@pytest.mark.parametrize("then", ["ومتى كانت؟", "ومن قادها؟", "وكم دامت؟"])
def test_after_such_a_person_what_is_feminine_goes_back_to_the_battle(then: str) -> None:
    of_him = after_answer("من قاد المسلمين في معركة اليرموك؟", "خالد بن الوليد", "ومتى توفي؟")
    assert complete(then, context(of_him)).understood.topic == "معركة اليرموك"
    assert complete("وأين دفن؟", context(of_him)).understood.topic == "خالد بن الوليد"


@pytest.mark.parametrize(("then", "person"), [("وهل عاقبها؟", "زينب بنت الحارث"), ("ومتى كانت؟", "غزوة خيبر")])
def test_her_is_a_woman_whom_the_answer_named_unless_only_the_battle_can_be_meant(then: str, person: str) -> None:
    assert after_answer("من سم النبي في غزوة خيبر؟", "زينب بنت الحارث", then).topic == person


@pytest.mark.parametrize(
    ("first", "then", "topic"),
    [
        ("على كم صالح خالد أهل الحيرة؟", "وأمه من هي؟", "خالد"),
        ("من قاد الفرس في معركة نينوى؟", "وما مصيره؟", "راهزاد"),
        ("من الذي أجهز على أبي جهل؟", "ومن قطع رجله؟", "أبي جهل"),
    ],
)
def test_what_is_his_is_asked_of_the_one_person_spoken_of(first: str, then: str, topic: str) -> None:
    assert after_answer(first, "راهزاد", then).topic == topic


def test_how_many_he_had_is_asked_of_his_side_in_the_battle() -> None:
    before = replace(ask("من قاد المسلمين في فتح مصر؟").understood, told="عمرو بن العاص")
    of_men, of_life = (complete(then, context(before)) for then in ("وكم كان معه؟", "ومتى توفي؟"))
    assert of_men.question.content == ("المسلمين",)
    assert (of_men.context, of_men.beside) == (("عمرو", "بن", "العاص"), ("فتح", "مصر"))
    assert (of_life.context, of_life.beside) == (("عمرو", "بن", "العاص"), ())


def test_what_he_did_is_asked_of_him_and_of_the_battle() -> None:
    before = replace(ask("من قاد الفرس في معركة نينوى؟").understood, told="راهزاد")
    after = complete("وأين هرب بعدها؟", context(before))
    assert (after.understood.topic, after.context, after.beside) == ("راهزاد", ("راهزاد",), ("معركه", "نينوي"))


def test_he_is_the_person_of_a_question_that_went_on_from_the_battle() -> None:
    after = ask("من استشهد في تبوك؟", "وعمر أين كان وقتها؟", "وبعدها أين ذهب؟")
    assert after.understood.topic == "عمر"


@pytest.mark.parametrize(
    ("then", "kind"),
    [
        ("والسبب؟", QuestionKind.WHY),
        ("وقائدهم؟", QuestionKind.WHO),
        ("وعددهم؟", QuestionKind.HOW_MANY),
        ("ومكانها؟", QuestionKind.WHERE),
        ("والنتيجة؟", QuestionKind.WHAT),
        ("وفاته؟", QuestionKind.WHEN),
    ],
)
def test_a_noun_alone_asks_what_it_names_or_else_what_was_asked_before(then: str, kind: QuestionKind) -> None:
    after = ask(YARMUK, then).understood
    assert (after.kind, after.topic, after.carried) == (kind, "معركة اليرموك", True)


@pytest.mark.parametrize("then", ["هل شارك في بدر؟", "متى خرج إلى مصر؟", "كيف دخل إلى خيبر؟"])
def test_a_deed_without_a_doer_is_asked_of_the_person_spoken_of(then: str) -> None:
    of_him = after_answer("من قاد المسلمين في معركة اليرموك؟", "خالد بن الوليد", then)
    assert (of_him.topic, of_him.question) == ("خالد بن الوليد", f"{then} (خالد بن الوليد)")
    assert ask("من هو خالد بن الوليد؟", then).understood.topic == "خالد بن الوليد"


def test_and_then_is_no_name() -> None:
    assert ask(YARMUK, "طيب وبعدين").understood.topic == "معركة اليرموك"


def test_who_came_after_him_alone_asks_for_what_he_was() -> None:
    before = replace(ask("من كان أمير الجيش في معركة مؤتة؟").understood, told="زيد بن حارثة")
    after = complete("ومن بعده؟", context(before))
    assert (after.understood.topic, after.beside) == ("زيد بن حارثة", ("امير", "الجيش", "معركه", "موته"))


def test_a_person_asked_about_stays_the_topic_whomever_the_answer_named() -> None:
    assert after_answer("من قتل خالد بن سعيد؟", "هرقل", "ومتى توفي؟").topic == "خالد بن سعيد"


@pytest.mark.parametrize(
    ("first", "then", "question", "topic"),
    [
        ("كم كان عدد المسلمين في غزوة بدر؟", "وفي فتح مكة؟", "كم كان عدد المسلمين في فتح مكة", "فتح مكة"),
        ("من قاد المسلمين في مؤتة؟", "في أحد؟", "من قاد المسلمين في أحد", "أحد"),
        ("من قاد المسلمين؟", "وفي خيبر؟", "من قاد المسلمين في خيبر", "خيبر"),
        ("من قاد المسلمين أيام خيبر؟", "وأيام تبوك؟", "من قاد المسلمين أيام تبوك", "تبوك"),
        (YARMUK, "وفتح دمشق؟", "متى كانت فتح دمشق؟", "فتح دمشق"),
        (YARMUK, "وغزوة خيبر؟", "متى كانت غزوة خيبر؟", "غزوة خيبر"),
    ],
)
def test_another_event_named_alone_is_asked_the_question_before(
    first: str, then: str, question: str, topic: str
) -> None:
    after = ask(first, then).understood
    assert (after.question, after.topic, after.carried) == (question, topic, True)


def test_a_relation_with_a_name_is_a_question_and_no_name() -> None:
    assert ask(YARMUK, "وفاة خالد؟").understood.question == "وفاة خالد؟"


def test_the_topic_lasts_over_several_follow_ups() -> None:
    assert ask(YARMUK, "ومن قادها؟", "وكم كان عددهم؟").understood.topic == "معركة اليرموك"


def test_a_follow_up_asks_what_it_asks_itself() -> None:
    kinds = [ask(YARMUK, then).understood.kind for then in ("ومن قادها؟", "وأين؟", "ولماذا؟", "هذه المعركة؟")]
    assert kinds == [QuestionKind.WHO, QuestionKind.WHERE, QuestionKind.WHY, QuestionKind.WHEN]


def test_what_was_said_before_weighs_less_and_is_not_said_twice() -> None:
    after = ask(YARMUK, "ومن قاد المسلمين فيها؟")
    assert after.question.content == ("قاد", "المسلمين")
    assert (after.context, after.context_weight) == (("معركه", "اليرموك"), Link.CLOSE.value)


def test_a_pronoun_is_looked_for_as_what_it_stands_for() -> None:
    after = ask("كم كان جيش الروم في أجنادين؟", "ومن قائدهم؟")
    assert (after.question.content, after.context) == (("قايد", "الروم"), ("اجنادين",))


def test_what_the_question_before_told_is_looked_for_too_and_weighs_little() -> None:
    assert ask("كيف اجتاز المسلمون نهر دجلة؟", "وكم رجلا فقدوا؟").beside == ("اجتاز",)


def test_why_alone_asks_of_all_that_was_said_and_when_alone_of_the_battle() -> None:
    assert ask("متى انتقضت هدنة الحديبية؟", "ولماذا؟").context == ("انتقضت", "هدنه", "الحديبيه")
    assert ask("متى انتقضت هدنة الحديبية؟", "وأين؟").context == ("هدنه", "الحديبيه")


def test_and_with_a_subject_of_its_own_goes_on_in_the_same_text() -> None:
    previous = replace(ask(YARMUK).understood, sources=("syria/yarmuk",))
    after = complete("ومتى مات هرقل؟", context(previous))
    assert (after.understood.question, after.understood.topic) == ("ومتى مات هرقل؟ (معركة اليرموك)", "هرقل")
    assert (after.context, after.beside, after.sources) == ((), ("معركه", "اليرموك"), ("syria/yarmuk",))


def test_a_question_on_something_within_the_topic_keeps_it_loosely() -> None:
    after = ask("متى كانت غزوة الأحزاب؟", "ومن حفر الخندق؟")
    assert (after.context, after.context_weight) == (("غزوه", "الاحزاب"), Link.LOOSE.value)


def test_a_side_that_is_asked_about_hangs_closely_on_the_battle() -> None:
    assert ask("كم خسر الروم في معركة اليرموك؟", "والمسلمون كم خسروا؟").context_weight == Link.CLOSE.value


def test_he_is_the_person_of_the_question_before_where_its_answer_named_nobody() -> None:
    after = ask("هل قاتل عبد الله بن عمر في غزوة أحد؟", "ومتى سمح له النبي بالقتال؟").understood
    assert after.topic == "عبد الله بن عمر"


def test_a_persons_name_alone_brings_the_question_before_along() -> None:
    assert ask("من قتل باهان؟", "ومتى؟").context == ("قتل", "باهان")


def test_a_follow_up_is_looked_up_where_the_answer_before_came_from() -> None:
    previous = Understood(YARMUK, QuestionKind.WHEN, "معركة اليرموك", sources=("syria/yarmuk",))
    assert complete("ومن قادها؟", context(previous)).sources == ("syria/yarmuk",)
    assert complete("من فتح مصر؟", context(previous)).sources == ()
    assert complete("والقادسية؟", context(previous)).sources == ()


@pytest.mark.parametrize(
    ("then", "question"),
    [
        ("والقادسية؟", "متى كانت القادسية؟"),
        ("القادسية؟", "متى كانت القادسية؟"),
        ("وَالقادسية؟", "متى كانت القادسية؟"),
        ("وـالقادسية؟", "متى كانت القادسية؟"),
        ("وماذا عن القادسية؟", "متى كانت القادسية؟"),
        ("ماذا عن القادسية", "متى كانت القادسية؟"),
        ("طيب وتبوك؟", "متى كانت تبوك؟"),
        ("what about خيبر", "متى كانت خيبر؟"),
        ("ووردان؟", "متى كانت وردان؟"),
        ("وعتيق؟", "متى كانت عتيق؟"),
        ("وردان؟", "متى كانت وردان؟"),
        ("والكبسة؟", "متى كانت الكبسة؟"),
        ("وحطين؟", "متى كانت حطين؟"),
    ],
)
def test_a_bare_name_is_asked_the_question_before(then: str, question: str) -> None:
    after = ask(YARMUK, then).understood
    assert (after.question, after.kind, after.carried) == (question, QuestionKind.WHEN, True)


def test_a_bare_name_is_the_topic_of_what_follows() -> None:
    assert ask(YARMUK, "والقادسية؟", "ومن قادها؟").understood.question == "ومن قادها؟ (القادسية)"


@pytest.mark.parametrize(
    ("first", "then", "question"),
    [
        ("من قاد المسلمين في أجنادين؟", "والروم؟", "من قاد الروم في أجنادين؟"),
        ("كم كان جيش المسلمين في أجنادين؟", "والروم؟", "كم كان جيش الروم في أجنادين؟"),
        (YARMUK, "وماذا عن الروم؟", "متى كانت معركة اليرموك؟ الروم"),
    ],
)
def test_another_side_is_asked_for_in_the_same_battle(first: str, then: str, question: str) -> None:
    after = ask(first, then).understood
    assert (after.question, after.topic) == (question, ask(first).understood.topic)


def test_a_bare_name_within_the_topic_is_looked_for_there_and_one_that_the_texts_never_name_is_not() -> None:
    assert ask(YARMUK, "وباهان؟").context == ("معركه", "اليرموك")
    assert ask(YARMUK, "وحطين؟").context == ()
    assert ask(YARMUK, "شكرا").context == ()


@pytest.mark.parametrize("then", ["و", "ثم؟", "المعركة؟ هذه؟"])
def test_a_word_without_content_is_no_name(then: str) -> None:
    assert ask(YARMUK, then).understood.topic == "معركة اليرموك"


@pytest.mark.parametrize(
    "fresh",
    [
        "من فتح مصر؟",
        "متى توفي عمرو بن العاص؟",
        "من هو هرقل؟",
        "ومن هو خالد بن الوليد؟",
        "ومتى كانت معركة القادسية؟",
        "من قاد المسلمين في مؤتة؟",
        "كيف أطبخ الكبسة؟",
        "وين دفن القعقاع؟",
    ],
)
def test_a_full_question_starts_afresh(fresh: str) -> None:
    after = ask(YARMUK, fresh)
    assert (after.understood.question, after.understood.carried, after.context) == (fresh, False, ())


@pytest.mark.parametrize("text", ["ومن قادها؟", "والقادسية؟", "وأين؟", "ثم ماذا؟"])
def test_a_follow_up_without_a_question_before_stands_alone(text: str) -> None:
    after = ask(text)
    assert (after.understood.question, after.understood.carried) == (text, False)
    assert (after.context, after.sources) == ((), ())


def test_a_question_before_that_was_about_nothing_is_not_leaned_on() -> None:
    assert ask("متى؟", "ومن قادها؟").understood.carried is False


def test_a_follow_up_that_would_grow_too_long_starts_afresh() -> None:
    long = "من قاد " + " ".join(["القادسية"] * 55) + "؟"
    after = ask(long, "ولماذا خرج منها جيش الروم ومن كان معهم من العرب في ذلك اليوم؟")
    assert after.understood.carried is False
    assert ask(long, "ومتى؟").understood.carried is True


@pytest.mark.parametrize("then", ["", "😀", "ا" * (MAX_CHARACTERS + 1)])
def test_a_follow_up_is_refused_like_any_question(then: str) -> None:
    with pytest.raises(QuestionError):
        ask(YARMUK, then)


SAID = "متى ومن أين وكم قادها عددهم فيها ذلك معركة اليرموك والقادسية خيبر الروم والروم و ثم طيب وماذا عن هرقل 634"
WORDS = st.sampled_from(SAID.split())
TURNS = st.lists(st.lists(WORDS, min_size=1, max_size=64).map(" ".join), min_size=2, max_size=5)


@given(TURNS)
def test_what_was_understood_can_always_be_asked_again(turns: list[str]) -> None:
    previous: Understood | None = None
    for turn in turns:
        try:
            completed = complete(turn, context(previous))
        except QuestionError:
            with pytest.raises(QuestionError):
                read_question(turn)
            continue
        previous = completed.understood
        assert read_question(previous.question).text == previous.question
        assert completed.question.content or completed.context


@given(TURNS)
def test_a_question_that_starts_afresh_brings_nothing_along(turns: list[str]) -> None:
    previous: Understood | None = None
    for turn in turns:
        try:
            completed = complete(turn, context(previous))
        except QuestionError:
            continue
        if not completed.understood.carried:
            assert completed == complete(turn, context())
        previous = completed.understood
