from hypothesis import given, settings
from hypothesis import strategies as st

from dated import events_in
from qa_bot.answering.annals.excerpt import excerpt

LONG = (
    "ثم إن القوم اجتمعوا عند الوادي وتشاوروا في أمرهم طويلا ولم يتفقوا على شيء حتى أقبل الليل، "
    "وكانت وقعة اليرموك في رجب سنة خمس عشرة بين المسلمين والروم، "
    "ثم عاد كل قوم إلى بلادهم وتفرقوا في النواحي ولم يجتمعوا بعدها أبدا"
)


def shown(text: str, most: int) -> str:
    (event,) = events_in(text)
    return excerpt(event, most).of(event.text)


def test_a_short_sentence_is_shown_whole() -> None:
    assert shown("وقعت معركة اليرموك سنة 15هـ.", 60) == "وقعت معركة اليرموك سنة 15هـ."


def test_of_a_long_sentence_the_clause_with_the_date_is_shown() -> None:
    assert shown(LONG, 70) == "وكانت وقعة اليرموك في رجب سنة خمس عشرة بين المسلمين والروم، ثم عاد كل"


def test_a_date_near_the_beginning_keeps_the_beginning() -> None:
    text = f"وفي سنة خمس عشرة كانت وقعة عظيمة. {LONG}".replace(".", "،")
    (first, _) = events_in(text)
    assert excerpt(first, 60).start == 0


@settings(deadline=None)
@given(st.integers(20, 400))
def test_no_word_is_cut_and_nothing_is_longer_than_allowed(most: int) -> None:
    part = shown(LONG, most)
    assert len(part) <= most
    assert set(part.split()) <= set(LONG.split())
