"""What speaks for a sentence as the answer."""

from dataclasses import replace

import pytest

from asked import found, ranked, weighed
from qa_bot.answering.features import Features
from qa_bot.answering.sentence import rank_sentences
from qa_bot.model.answer import QuestionKind


def features(question: str, text: str, begin: str = "", *, title: str = "", before: str = "") -> Features:
    """Return what speaks for the sentence of `text` that begins with `begin`."""
    candidates = ranked(question, found(text, title=title), before=before)
    return next(each for each in candidates if each.text.startswith(begin)).features


def test_a_sentence_covers_what_its_own_words_meet() -> None:
    assert features("قاد الجيش خالد", "قاد الجيش سعد.").own == pytest.approx(2 / 3)


def test_what_was_said_before_counts_in_titled_and_not_as_its_own() -> None:
    told = features("قاد الجيش", "قاد سعد الجيش.", before="تبوك")
    assert (told.own, told.titled) == (1.0, pytest.approx(2 / 2.5))


def test_the_sentence_before_gives_its_words_as_context() -> None:
    told = features("سنة معركة تبوك", "خرج النبي إلى معركة تبوك. وكان ذلك سنة تسع.", "وكان")
    assert (told.own, told.context) == (pytest.approx(1 / 3), 1.0)


def test_a_word_that_few_sentences_have_tells_more() -> None:
    text = "قاد خالد الجيش. وسار الجيش. وعاد الجيش سالما."
    assert features("خالد الجيش", text, "قاد").telling == 1.0
    assert features("خالد الجيش", text, "وسار").telling < features("خالد الجيش", text, "وسار").own


def test_title_and_passage_cover_what_the_sentence_leaves() -> None:
    told = features("عدد الجيش تبوك", "بلغ عدد الجيش ثلاثين ألفا.", title="غزوة تبوك")
    assert (told.own, told.rest, told.titled, told.near) == (pytest.approx(2 / 3), 1.0, 1.0, 1.0)
    assert told.title == pytest.approx(1 / 3)


def test_what_the_title_says_whole_leaves_nothing_to_cover() -> None:
    assert features("غزوة تبوك", "انهزم الجيش.", title="غزوة تبوك").rest == 0.5


def test_a_relation_is_met_or_not_and_without_one_nothing_is_missed() -> None:
    assert features("وفاة سعد", "مات سعد بالعقيق.").relation > 0
    assert features("وفاة سعد", "سعد من السابقين.").relation == 0.0
    assert features("سعد الزهري", "سعد من السابقين.").relation == 1.0


def test_words_side_by_side_and_near_each_other_count() -> None:
    assert features("حصن خيبر", "فتح حصن خيبر.").order == 1.0
    apart = features("حصن خيبر", "حصن من حصون خيبر.")
    assert apart.order == 0.0
    assert features("حصن خيبر", "فتح حصن خيبر.").together == 1.0
    assert features("حصن خيبر", "حصن قديم كبير في خيبر.").together == pytest.approx(2 / 5)
    assert features("حصن خيبر", "فتح الحصن.").together == 0.5


def test_a_question_of_one_word_has_no_neighbours() -> None:
    assert features("خيبر", "فتحت خيبر.").order == 0.0


@pytest.mark.parametrize(("text", "opening"), [("خيبر حصن.", 1.0), ("فتحت خيبر.", 0.5), ("انهزم الجيش.", 0.0)])
def test_a_word_that_opens_the_sentence_counts_more(text: str, opening: float) -> None:
    assert features("خيبر", text).opening == pytest.approx(opening)


def test_a_date_beside_the_words_asked_for_counts_more() -> None:
    near = features("متى فتحت خيبر؟", "فتحت خيبر سنة سبع للهجرة.")
    far = features("متى فتحت خيبر؟", "سنة سبع للهجرة خرج الجيش من المدينة، ثم سار أياما كثيرة إلى أن بلغ خيبر.")
    assert near.expected == far.expected == 1.0
    assert near.beside > far.beside > 0.0
    assert features("متى فتحت خيبر؟", "فتحت خيبر.").beside == 0.0


def test_who_or_what_a_subject_is_stands_beside_its_name() -> None:
    assert features("من هو مرحب؟", "وكان مرحب فارس خيبر.").defines == 1.0
    assert features("من هو مرحب؟", "خرج مرحب يرتجز.").defines == 0.0
    assert features("متى قتل مرحب؟", "وكان مرحب فارس خيبر.").defines == 0.0


def test_the_first_sentences_are_early() -> None:
    text = "انهزم الجيش. وعاد سعد. وبقي خالد."
    assert [features("الجيش", text, begin).early for begin in ("انهزم", "وعاد", "وبقي")] == [
        1.0,
        0.5,
        pytest.approx(1 / 3),
    ]


def test_a_longer_sentence_is_longer() -> None:
    assert features("الجيش", "انهزم الجيش.").length < features("الجيش", "انهزم الجيش عند النهر في ذلك اليوم.").length


def test_the_side_that_leads_is_told_from_the_side_that_is_led_against() -> None:
    question = "من قاد المسلمين في مؤتة؟"
    assert features(question, "وكان على قيادة المسلمين في مؤتة زيد.").side == 1.0
    assert features(question, "أما قادة الروم في مؤتة فلا يسمون.").side == 0.0
    assert features(question, "قاد الجيش زيد.").side == 0.5


def test_who_did_it_along_with_another_is_told_of() -> None:
    assert features("متى أسلم خالد؟", "أسلم عمرو سنة 8هـ مع خالد.").side == 1.0
    assert features("متى أسلم خالد؟", "أسلم عمرو سنة 8هـ قبل خالد.").side == 0.0


def test_men_of_the_other_side_are_hardly_the_number_asked_for() -> None:
    question = "كم قتل من المسلمين في مؤتة؟"
    assert features(question, "وقتل من المسلمين في مؤتة ثمانية رجال.").expected == 1.0
    assert features(question, "وقتل من الروم في مؤتة ألف رجل.").expected < 0.5


def test_another_man_s_death_is_told_from_the_one_asked_for() -> None:
    question = "متى توفي خالد؟"
    assert features(question, "عندما توفي محمد سنة 11هـ كان خالد بالمدينة.").side == 0.0
    assert features(question, "بعد وفاة خالد سنة 21هـ بويع محمد.").side == 1.0


def test_a_passage_names_the_subjects_of_the_question_or_does_not() -> None:
    asked = replace(weighed("تراجع المسلمين في حنين"), subjects=frozenset({"حنين"}))
    here, there = (
        rank_sentences(asked, QuestionKind.OTHER, found("تراجع المسلمون في أول المعركة.", title=title))[0].features
        for title in ("غزوة حنين", "معركة اليمامة")
    )
    assert (here.named, there.named) == (1.0, 0.0)
    assert features("حصن خيبر", "فتح الحصن.").named == 1.0


def test_what_looks_like_a_relation_at_the_end_of_a_name_is_who_is_asked_about() -> None:
    question = "متى قتل نظام الملك؟"
    assert features(question, "وفي سنة خمس وثمانين قتل نظام الملك.").side == 1.0
    assert features(question, "وفي سنة خمس وثمانين قتل الملك رضوان.").side == 0.0
