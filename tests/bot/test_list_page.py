import pytest

from qa_bot.bot.list_page import ListPage, list_page


@pytest.mark.parametrize(
    ("number", "page"),
    [
        (0, ListPage((1, 2, 3), total=7, number=0, pages=3)),
        (2, ListPage((7,), total=7, number=2, pages=3)),
        (99, ListPage((7,), total=7, number=2, pages=3)),
        (-1, ListPage((1, 2, 3), total=7, number=0, pages=3)),
    ],
)
def test_a_page_that_is_none_is_the_nearest(number: int, page: ListPage[int]) -> None:
    assert list_page(range(1, 8), number, size=3) == page


def test_an_empty_list_has_one_page() -> None:
    assert list_page((), 0, size=3) == ListPage((), total=0, number=0, pages=1)
