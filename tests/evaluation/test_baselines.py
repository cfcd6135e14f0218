from qa_bot.evaluation.baselines import LUCENE, OKAPI, baselines
from qa_bot.evaluation.question_sets import JudgedText

TEXTS = (
    JudgedText("s/1", "معركة اليرموك", "كانت الوقعة على نهر قرب الجولان."),
    JudgedText("s/2", "معركة أجنادين", "كانت الوقعة في فلسطين، وقادها خالد."),
    JudgedText("s/3", "بدر", "خرج المسلمون إلى الماء."),
)


def first(titles: bool, question: str) -> dict[str, tuple[str, ...]]:
    steps: list[None] = []
    found = baselines(TEXTS, titles=titles)
    answers = {each.name: each.ask_all([question], lambda: steps.append(None))[0].documents for each in found}
    assert len(steps) == 2
    return answers


def test_both_baselines_find_what_shares_a_term() -> None:
    assert first(False, "من قادها في فلسطين؟") == {OKAPI: ("s/2",), LUCENE: ("s/2",)}


def test_stems_meet_where_words_do_not() -> None:
    assert first(False, "أين المسلمين؟") == {OKAPI: (), LUCENE: ("s/3",)}


def test_titles_are_searched_only_where_they_are_asked_for() -> None:
    assert first(False, "اليرموك") == {OKAPI: (), LUCENE: ()}
    assert first(True, "اليرموك") == {OKAPI: ("s/1",), LUCENE: ("s/1",)}
