"""What a sentence lacks that an answer must have."""

import pytest

from asked import found, ranked, weighed
from qa_bot.answering.misses import misses
from qa_bot.answering.needs import Needs
from qa_bot.answering.question import read_question


def missed(question: str, text: str, needs: Needs | None = None) -> bool:
    return misses(weighed(question), ranked(question, found(text)), needs or _needs(question))


def _needs(question: str) -> Needs:
    read = read_question(question)
    return Needs(kind=read.kind, names_ali="علي" in read.content)


@pytest.mark.parametrize(
    ("question", "lacking", "telling"),
    [
        ("متى ولد خالد؟", "توفي خالد سنة 21هـ.", "ولد خالد نحو سنة 592م."),
        ("ما كنية خالد؟", "لقب خالد سيف الله.", "وكنية خالد أبو سليمان."),
        ("ماذا غنم المسلمون في مؤتة؟", "كانت مؤتة بين المسلمين والروم.", "أصاب المسلمون في مؤتة غنائم."),
        ("من انتصر في مؤتة؟", "قاد المسلمين في مؤتة زيد.", "انتهت مؤتة بهزيمة المسلمين."),
        ("ما لون راية المسلمين؟", "حمل راية المسلمين مصعب.", "وكانت راية المسلمين سوداء."),
        ("متى توفي معاوية؟", "توفي عمرو سنة 43هـ وهو وال لمعاوية.", "توفي معاوية سنة 60هـ."),
        ("متى توفي معاوية؟", "وبقي عمرو واليا لمعاوية إلى موته.", "توفي معاوية بعد الفتح."),
        ("متى توفي علي؟", "توفي عمرو سنة 43هـ على القول الأثبت.", "توفي علي سنة 40هـ."),
        ("من قتل عثمان؟", "اعتزل سعد القتال بعد مقتل عثمان.", "وقاتل عثمان هو سودان بن حمران."),
        ("ما اسم فرس خالد؟", "وأصيب فرس خالد برمح.", "وكان فرس خالد يسمى الأشقر."),
        ("ما اسم ناقة خالد؟", "وثبت خالد على ناقته ثم عاد.", "وثبت خالد على ناقته الشيحاء ثم عاد."),
        ("ماذا قال هرقل في الشام؟", "وودع هرقل الشام ورحل.", "وودع هرقل الشام فقال سلام عليك."),
        ("ماذا قال هرقل في الشام؟", "وودع هرقل الشام ورحل.", "وودع هرقل الشام: «سلام عليك»."),
        ("كم كان عمر زيد يوم مات؟", "وكان عمر جعفر يوم مات ثلاثًا وثلاثين سنة.", "مات زيد وعمره خمس وخمسون سنة."),
        ("لماذا لم يخرج أبو لهب إلى بدر؟", "ولم يخرج أبو لهب إلى بدر.", "ولم يخرج أبو لهب إلى بدر لأنه كان مريضا."),
        ("من بنى بغداد؟", "تقع المدائن جنوبي بغداد.", "بنى المنصور بغداد."),
    ],
)
def test_what_is_told_with_its_own_word_is_not_told_without(question: str, lacking: str, telling: str) -> None:
    assert missed(question, lacking)
    assert not missed(question, telling)


def test_a_reason_that_is_only_likely_is_no_other_event() -> None:
    assert not missed("ما سبب اندلاع حروب الردة؟", "تمردت القبائل فأراد أبو بكر قتالها في حروب الردة.")


def test_what_only_says_when_need_not_be_told() -> None:
    assert not missed("من تولى القيادة بعد عزل خالد؟", "ثم تولى القيادة أبو عبيدة بعد خالد.")


def test_his_age_may_be_told_of_whoever_was_spoken_of() -> None:
    assert not missed("كم كان عمره يوم مات؟", "وكان عمر جعفر يوم مات ثلاثًا وثلاثين سنة.")


def test_an_article_that_answered_before_is_about_it_under_another_name_too() -> None:
    hits = found("بلغ عدد المسلمين في غزوة الخندق ثلاثة آلاف.", document="khandaq")
    question = weighed("كم عدد المسلمين؟", before="بساط")
    elsewhere, there = (ranked("كم عدد المسلمين؟", hits, sources=ids, before="بساط") for ids in ([], ["khandaq"]))
    assert misses(question, elsewhere, Needs(counted=""))
    assert not misses(question, there, Needs(counted=""))


def test_a_number_of_something_else_is_none() -> None:
    question, text = "كم عدد أولاد خالد؟", "بلغ عدد من سار مع خالد ثمانمائة رجل."
    assert missed(question, text, Needs(counted="اولاد"))
    assert not missed(question, text, Needs(counted=""))


def test_a_question_about_what_no_text_has_or_about_nothing_is_missed() -> None:
    question, text = "متى كانت غزوة تبوك؟", "كانت غزوة تبوك في رجب سنة 9هـ."
    assert not missed(question, text, Needs())
    assert missed(question, text, Needs(stranger=True))
    assert missed(question, text, Needs(dangling=True))
