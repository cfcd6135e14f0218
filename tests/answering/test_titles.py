from qa_bot.answering.titles import titled
from qa_bot.model.corpus import DocumentCard, Metadata

LIBRARY = [
    DocumentCard(title, Metadata(title), passages=1, words=9)
    for title in ("معركة أجنادين", "تاريخ الرسل والملوك", "تاريخ اليعقوبي", "تاريخ")
]


def names(asked: str) -> list[str]:
    return [card.id for card in titled(asked, LIBRARY)]


def test_the_text_with_this_very_title_is_alone() -> None:
    assert names("تاريخ") == ["تاريخ"]


def test_part_of_a_title_names_all_that_hold_it_the_shortest_first() -> None:
    assert names("اجنادين") == ["معركة أجنادين"]
    assert names("التاريخ") == ["تاريخ"]
    assert names("تاريخ يعقوبي") == ["تاريخ اليعقوبي"]
    assert titled("تاريخ", LIBRARY[:3])[0].id == "تاريخ اليعقوبي"


def test_nothing_is_named_by_nothing_or_by_another_word() -> None:
    assert names("؟!") == []
    assert names("تاريخ دمشق") == []
