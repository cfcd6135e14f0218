import pytest

from qa_bot.answering.corrections import corrections_line, told_reading
from qa_bot.model.answer import QuestionKind, Understood

CHAT = (("mata badr", "متى بدر"),)


def test_each_correction_shows_what_was_typed() -> None:
    understood = Understood("متى بدر", QuestionKind.WHEN, corrections=(("متتى", "متى"), ("بذر", "بدر")))
    assert corrections_line(understood) == "متى (بدل: متتى)، بدر (بدل: بذر)"
    assert corrections_line(Understood("متى بدر", QuestionKind.WHEN)) == ""


@pytest.mark.parametrize(
    ("understood", "told"),
    [
        (Understood("q", QuestionKind.WHEN), ""),
        (Understood("q", QuestionKind.WHEN, readings=("بدر", "البدر")), "بدر"),
        (Understood("q", QuestionKind.WHEN, readings=("بدر",), corrections=CHAT), ""),
        (Understood("q", QuestionKind.WHEN, readings=("أحد",), corrections=CHAT), "أحد"),
        (Understood("q", QuestionKind.WHEN, "بدر", ("بدر",), carried=True), ""),
    ],
)
def test_a_name_is_told_once(understood: Understood, told: str) -> None:
    assert told_reading(understood) == told
