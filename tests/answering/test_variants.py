"""Names that the texts write otherwise than the asker."""

import pytest

from qa_bot.answering.variants import written_in_texts


@pytest.mark.parametrize(
    ("asked", "known", "written"),
    [
        (("فتح", "حمص"), {"emesa": 2, "فتح": 9}, ("فتح", "emesa")),
        (("حمص",), {"emesa": 2, "حمص": 1}, ("حمص",)),
        (("بحمص",), {"emesa": 2}, ("emesa",)),
        (("لبدر",), {"بدر": 9}, ("بدر",)),
        (("فكره",), {"كره": 2}, ("فكره",)),
        (("شكرا",), {"بدر": 1}, ("شكرا",)),
        ((), {"بدر": 1}, ()),
    ],
)
def test_a_word_that_the_texts_never_write_is_asked_for_as_they_write_it(
    asked: tuple[str, ...], known: dict[str, int], written: tuple[str, ...]
) -> None:
    assert written_in_texts(asked, known) == written


def test_of_several_names_the_most_frequent_is_taken() -> None:
    assert written_in_texts(("حمص",), {"emesa": 1, "homs": 5}) == ("homs",)
    assert written_in_texts(("حمص",), {"emesa": 5, "homs": 1}) == ("emesa",)
