from qa_bot.evaluation.near_copies import kinships, part_of
from qa_bot.evaluation.question_sets import JudgedText

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمن"
WORDS = [f"كت{one}{other}" for one in LETTERS for other in LETTERS][:40]
OTHERS = [f"قل{one}{other}" for one in LETTERS for other in LETTERS]


def text(text_id: str, title: str, words: list[str]) -> JudgedText:
    return JudgedText(text_id, title, " ".join(words))


def test_paragraphs_that_share_half_of_the_shorter_ones_8_grams_are_one() -> None:
    # The shorter one has 23 - 7 = 16 8-grams; it shares the first 15 - 7 = 8 of them.
    longer, shorter = text("s/2", "أ", WORDS), text("s/1", "أ", WORDS[:15] + OTHERS[:8])
    found = kinships([longer, shorter])
    assert found.same == {"s/2": "s/1", "s/1": "s/1"}


def test_paragraphs_that_share_less_are_two() -> None:
    longer, shorter = text("s/2", "أ", WORDS), text("s/1", "أ", WORDS[:14] + OTHERS[:9])
    assert kinships([longer, shorter]).same == {"s/2": "s/2", "s/1": "s/1"}


def test_spelling_does_not_make_two_of_one() -> None:
    one = JudgedText("s/1", "أ", "كانت المعركة في السنة الأولى من الهجرة في المدينة.")
    other = JudgedText("s/2", "ب", "كَانَتِ المعركه فى السنه الاولى من الهجره في المدينة")
    assert kinships([one, other]).same["s/2"] == "s/1"


def test_short_paragraphs_are_one_only_if_they_are_the_same() -> None:
    texts = [text("s/1", "أ", WORDS[:3]), text("s/2", "ب", WORDS[:3]), text("s/3", "ج", WORDS[:4])]
    assert kinships(texts).same == {"s/1": "s/1", "s/2": "s/1", "s/3": "s/3"}


def test_paragraphs_without_words_are_not_copies_of_each_other() -> None:
    assert kinships([JudgedText("s/1", "أ", "…"), JudgedText("s/2", "ب", "!")]).same == {"s/1": "s/1", "s/2": "s/2"}


def test_articles_of_one_title_or_with_copies_in_both_are_one_article() -> None:
    texts = [
        text("s/1", "مصر", WORDS),
        text("t/1", "تاريخ مصر", WORDS),
        text("t/2", "تاريخ مصر", OTHERS[:20]),
        text("t/3", "الشام", OTHERS[20:40]),
        text("t/4", "", OTHERS[40:60]),
    ]
    articles = {"s/1": "تاريخ مصر", "t/1": "تاريخ مصر", "t/2": "تاريخ مصر", "t/3": "الشام", "t/4": "t/4"}
    assert kinships(texts).article == articles


def test_about_half_of_the_articles_are_for_reporting() -> None:
    parts = [part_of(f"مقال {at}") for at in range(1000)]
    assert 450 < parts.count("report") < 550
    assert parts.count("fit") + parts.count("report") == 1000
