from qa_bot.answering.alike import Alike, group_alike


def test_spelling_and_marks_make_no_difference() -> None:
    asked = ["متى كانت وقعةُ الجسر؟", "متى كانت وقعه الجسر", "متي كانت وقعة الجسر؟"]
    assert group_alike(asked) == [Alike("متى كانت وقعةُ الجسر؟", 3)]


def test_what_is_asked_most_comes_first_and_else_the_first() -> None:
    asked = ["من بنى القيروان؟", "متى بنيت الكوفة؟", "أين تقع نهاوند؟", "متى بنيت الكوفه"]
    assert [(group.question, group.times) for group in group_alike(asked)] == [
        ("متى بنيت الكوفة؟", 2),
        ("من بنى القيروان؟", 1),
        ("أين تقع نهاوند؟", 1),
    ]


def test_questions_that_share_one_word_stay_apart() -> None:
    assert len(group_alike(["متى بنيت الكوفة؟", "من فتح الكوفة أول مرة؟"])) == 2


def test_without_questions_there_are_no_groups_and_what_has_no_word_is_alike() -> None:
    assert group_alike([]) == []
    assert group_alike(["؟", "!"]) == [Alike("؟", 2)]
