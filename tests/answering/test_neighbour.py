"""The sentence before the one that answers, where it is needed."""

from pathlib import Path

import pytest

from asked import found, open_passages, ranked, weighed
from qa_bot.answering.neighbour import shown_span


def shown(question: str, text: str, begin: str) -> str:
    """Return what is shown of `text` where the sentence that begins with `begin` answers."""
    candidate = next(each for each in ranked(question, found(text)) if each.text.startswith(begin))
    return shown_span(weighed(question), candidate).of(text)


@pytest.mark.parametrize(
    ("question", "text", "begin"),
    [
        ("متى كانت غزوة تبوك؟", "خرج النبي إلى غزوة تبوك. وكان ذلك سنة تسع.", "وكان"),
        ("متى كانت غزوة تبوك؟", "خرج النبي إلى غزوة تبوك. وذلك في رجب سنة تسع.", "وذلك"),
        ("كم كان عمر جعفر لما قتل؟", "قتل جعفر في مؤتة. وقد كان عمره ثلاثا وثلاثين سنة.", "وقد"),
        ("ما سبب تمرد درسيم؟", "وقع تمرد درسيم سنة 1937م. وكان سببها قانون التوطين.", "وكان"),
        ("من هو هرقل؟", "ثم جاء هرقل. وهو إمبراطور الروم.", "وهو"),
        ("ماذا قال خالد للجيش؟", "وقف خالد أمام الجيش. فقال: هذا يوم من أيام الله.", "فقال"),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_shown_with_it(question: str, text: str, begin: str) -> None:
    assert shown(question, text, begin) == text


@pytest.mark.parametrize(
    ("question", "text", "begin"),
    [
        ("متى كانت غزوة تبوك؟", "خرج النبي إلى غزوة تبوك. وكانت غزوة تبوك تلك سنة تسع.", "وكانت"),
        ("متى كانت غزوة تبوك؟", "خرج النبي إلى غزوة تبوك. وفي رجب اشتد الحر.", "وفي"),
        ("متى كانت غزوة تبوك؟", "عاد الجيش إلى مكانه. وكان ذلك سنة تسع.", "وكان"),
        ("متى كانت غزوة تبوك؟", "وكان ذلك سنة تسع. ثم خرج إلى تبوك.", "وكان"),
        ("متى كانت غزوة تبوك؟", "خرج النبي إلى غزوة تبوك.\n\nوكان ذلك سنة تسع.", "وكان"),
        ("من ساهم في بناء المسجد؟", "بني المسجد في أيام عمر. ساهم العلماء في ذلك كله.", "ساهم"),
        ("ماذا قال خالد للجيش؟", "وقف خالد أمام الجيش. فقال أبو عبيدة: هذا يوم من أيام الله.", "فقال"),
    ],
)
def test_a_sentence_that_stands_by_itself_is_shown_alone(question: str, text: str, begin: str) -> None:
    assert shown(question, text, begin) != text
    assert shown(question, text, begin).startswith(begin)


def test_what_a_follow_up_is_about_need_not_stand_in_the_sentence() -> None:
    text = "كانت وقعة اليرموك شديدة. وقاد المسلمين فيها خالد بن الوليد."
    candidate = next(
        each for each in ranked("من قاد المسلمين؟", found(text), before="اليرموك") if each.text.startswith("وقاد")
    )
    assert shown_span(weighed("من قاد المسلمين؟", before="اليرموك"), candidate) == candidate.span


def test_a_page_of_a_sentence_is_not_put_in_front() -> None:
    text = f"خرج النبي إلى غزوة تبوك {'مع أصحابه ' * 90}. وكان ذلك سنة تسع."
    candidate = next(each for each in ranked("متى كانت تبوك؟", found(text)) if each.text.startswith("وكان"))
    assert shown_span(weighed("متى كانت تبوك؟"), candidate) == candidate.span


async def test_both_sentences_are_one_quote_with_its_date_and_words_where_they_stand(tmp_path: Path) -> None:
    text = "خرج النبي إلى غزوة تبوك. وكان ذلك سنة تسع للهجرة."
    service = open_passages(tmp_path, {"غزوة تبوك": [f"{text} ثم عاد الجيش إلى المدينة.", "وكان الحر شديدا."]})
    answer = await service.answer("متى كانت غزوة تبوك؟")
    best = answer.quotes[0]
    assert best.text == text
    assert [span.of(best.text) for span in best.date_spans] == ["سنة تسع للهجرة"]
    assert [date.span.of(best.text) for date in best.dates if date.span] == ["سنة تسع للهجرة"]
    assert [span.of(best.text) for span in best.matches] == ["غزوة", "تبوك"]
    assert [quote.text for quote in answer.quotes if quote.text in text] == [text]
