from dataclasses import replace

import pytest

from builders import build_document, build_passage
from qa_bot.evaluation.marked_dates import told
from qa_bot.model.corpus import Passage, Reckoning, Span
from qa_bot.text.dates import passage_dates
from qa_bot.text.reckonings import reckonings


def passages(*texts: str, headings: tuple[str, ...] = ()) -> list[Passage]:
    return build_document("d", *texts, headings=headings)[1]


def told_in(*texts: str) -> list[list[str | None]]:
    """Return what the dates of each text mean after the texts before it."""
    found = passages(*texts)
    return [
        [told(mention) for mention in passage_dates(build_passage(each.text, reckoning=told_before))]
        for each, told_before in zip(found, reckonings(found), strict=True)
    ]


def told_after(first: Passage, second: Passage) -> list[str | None]:
    """Return what the dates of the second passage mean after the first."""
    second = replace(second, reckoning=reckonings([first, second])[1])
    return [told(mention) for mention in passage_dates(second)]


def test_the_year_that_a_text_has_come_to_goes_on_in_the_next_passage() -> None:
    first, second = passages("وفي سنة 193هـ مات.", "وفي رجب خرج.")
    assert reckonings([first, second]) == [
        Reckoning(hijri=True),
        Reckoning(hijri=True, year=193, distance=second.span.start - len("وفي سنة 193هـ")),
    ]
    assert told_in("وفي سنة 193هـ مات.", "وفي رجب خرج.", "وفي هذه السنة غزا.") == [
        ["hijri 0193"],
        ["hijri 0193-07"],
        ["hijri 0193"],
    ]


def test_digits_without_an_era_are_of_the_calendar_that_the_document_counts_by() -> None:
    assert told_in("مات سنة ثلاثمائة.", "وولي سنة 345 صاحبه.")[1] == ["hijri 0345"]
    assert told_in("ولد سنة 1920م.", "وبنيت المدينة سنة 345 هناك.")[1] == ["julian 0345"]


def test_where_years_are_of_the_hijra_a_historians_christian_one_is_no_year_that_the_text_has_come_to() -> None:
    assert told_in("كانت سنة 9هـ.", "وكانت سنة 8هـ.", "ويضعها بعضهم سنة 630م.", "وخرج في شوال من العام التالي.")[3] == [
        "hijri 0009-10"
    ]


def test_a_later_reign_ends_the_year_that_a_text_has_come_to() -> None:
    assert told_in("وفي سنة 75هـ غزا.", "ثم خربت في خلافة المنصور.", "وغزا في تلك السنة.")[2] == [None]
    assert told_in("وفي سنة 75هـ غزا.", "وبقي إلى خلافة المنصور.", "وغزا في تلك السنة.")[2] == ["hijri 0075"]


def test_a_year_far_off_is_no_year_that_a_text_has_come_to_before_a_second_lies_near_it() -> None:
    assert told_in("وفي سنة 54هـ غزا.", "وكتب سنة 341هـ كتابه.", "وفي رجب مات.")[2] == [None]
    assert told_in("سنة 54هـ.", "سنة 341هـ.", "سنة 343هـ.", "وفي رجب مات.")[3] == ["hijri 0343-07"]


@pytest.mark.parametrize(
    "aside",
    [
        "إلى وقتنا هذا، وهو سنة 345هـ.",
        "من سنة 54هـ إلى سنة 60هـ.",
        "ولد عام الفيل.",
        "قراءة عليه سنة 64هـ.",
        "أخبرنا أبو القاسم ببغداد سنة 64هـ، قال: حدثنا فلان.",
        "وولد في رجب سنة 64هـ.",
    ],
)
def test_an_authors_own_year_a_birth_an_end_and_a_name_are_no_years_that_a_text_has_come_to(aside: str) -> None:
    assert told_in("وفي سنة 54هـ غزا.", aside, "وفي هذه السنة مات.")[2] == ["hijri 0054"]


def test_a_heading_names_the_year_for_all_that_comes_after_it() -> None:
    annals = passages("خرج الجيش.", headings=("سنة ثلاث عشرة",))
    ((start, year),) = [(each.distance, each.year) for each in reckonings(annals)]
    assert (start, year) == (0, 13)


def test_a_heading_takes_off_three_quarters_of_the_reach_of_the_year_before_it() -> None:
    (first,), (second,) = passages("وفي سنة 193هـ مات."), passages("وفي رجب خرج.", headings=("ذكر أخباره",))
    near, far = (
        build_passage(second.text, headings=second.headings, span=Span(start, start + len(second.text)))
        for start in (900, 1100)
    )
    assert [reckonings([first, each])[1].distance for each in (near, far)] == [900 + 2987, 1100 + 2987]
    assert told_after(first, near) == ["hijri 0193-07"]
    assert told_after(first, far) == [None]


def test_a_year_outside_the_reign_that_a_heading_names_does_not_go_on_in_its_chapter() -> None:
    (first,) = passages("وفي سنة 166هـ مات.")
    own, next_ = (
        passages("وبويع لسبع بقين من المحرم.", headings=(each,))[0] for each in ("خلافة المهدي", "خلافة الهادي")
    )
    assert [told_after(first, each) for each in (own, next_)] == [["hijri 0166-01-23"], [None]]
