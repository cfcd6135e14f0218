from qa_bot.text.caliphs import NAMESAKES, caliphs, caliphs_of_cairo
from qa_bot.text.phrases import read_phrase


def test_a_caliph_is_known_in_every_case_and_with_either_son() -> None:
    for name in ("أبو بكر", "أبي بكر", "أبا بكر"):
        assert read_phrase(caliphs(), [*name.replace("أ", "ا").split(), ""], 0) == ((11, 13), 2)
    assert read_phrase(caliphs(), ["عمر", "ابن", "الخطاب", ""], 0) == ((13, 23), 3)


def test_reigns_follow_one_another() -> None:
    first_names = [rows for table in (caliphs(),) for rows in table.values()]
    reigns = {reign for rows in first_names for _, reign in rows}
    assert all(first <= last for first, last in reigns)
    assert (11, 13) in reigns
    assert (640, 656) in reigns


def test_namesakes_are_other_reigns_of_the_same_first_name() -> None:
    assert NAMESAKES["عمر"] == (99, 101)
    assert read_phrase(caliphs(), ["عمر", ""], 0) == ((13, 23), 1)


def test_caliphs_of_cairo_are_told_apart_by_their_fathers() -> None:
    assert caliphs_of_cairo()["المتوكل"] == [("المعتضد", (763, 808)), ("يعقوب", (884, 903))]
