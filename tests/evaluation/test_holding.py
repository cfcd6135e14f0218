import pytest

from qa_bot.evaluation.holding import holds, holds_all

SENTENCE = "وَلَمَّا كانت سنةُ ثلاثَ عشرةَ (634م) سار خالد بن الوليد بالمسلمين إلى أجنادين، وعددهم 32000."


@pytest.mark.parametrize(
    "answer",
    ["خالد بن الوليد", "المسلمين", "أجنادين،", "اجنادين", "سنة ثلاث عشرة", "٦٣٤", "634م", "32000", "عدد"],
)
def test_an_answer_is_held_whatever_its_spelling(answer: str) -> None:
    assert holds(SENTENCE, answer)


@pytest.mark.parametrize("answer", ["لم", "3200", "34", "63", "ولي", "من", "-", "", "سنة أربع عشرة"])
def test_an_answer_is_not_held_by_a_part_of_a_word_or_number(answer: str) -> None:
    assert not holds(SENTENCE, answer)


def test_a_span_of_several_words_may_be_cut_inside_words() -> None:
    assert holds(SENTENCE, "الد بن الوليد بالمسلمي")


def test_a_span_of_several_words_is_not_cut_inside_numbers() -> None:
    assert not holds(SENTENCE, "34م سار خالد")
    assert not holds(SENTENCE, "وعددهم 320")


def test_all_strings_must_be_held() -> None:
    assert holds_all(SENTENCE, ["خالد", "أجنادين"])
    assert not holds_all(SENTENCE, ["خالد", "اليرموك"])
