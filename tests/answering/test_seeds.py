"""Texts of the kind that users bring, where they are at hand: years as (634), no titles, other spellings."""

from pathlib import Path

import pytest

from asked import open_texts
from qa_bot.answering.service import AnsweringService
from qa_bot.text.calendars import iso

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"{SEEDS} is missing")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> AnsweringService:
    return open_texts(SEEDS, tmp_path_factory.mktemp("seeds"))


@pytest.mark.parametrize(
    ("question", "said", "julian"),
    [
        ("متى كانت معركة أجنادين؟", "أجنادين", "0634-07"),
        ("متى سقطت دمشق؟", "سقطت دمشق", "0634-09"),
        ("متى كانت الحرب البيزنطية الساسانية؟", "الساسانية", "0602/0628"),
        ("متى فتحت حمص؟", "Emesa", "0636"),
    ],
)
async def test_a_sentence_with_several_dates_names_the_one_asked_for(
    seeds: AnsweringService, question: str, said: str, julian: str
) -> None:
    answer = await seeds.answer(question)
    assert said in answer.quotes[0].text
    assert [iso(date.julian) for date in answer.dates if date.julian] == [julian]


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("متى أصبح هرقل إمبراطورا؟", ["عام (610)م", "602-628"]),
        ("متى كانت غزوة تبوك؟", ["شهر رجب من السنة التاسعة للهجرة"]),
    ],
)
async def test_where_it_is_not_sure_the_dated_sentence_is_shown_and_its_dates_are_marked(
    seeds: AnsweringService, question: str, marked: list[str]
) -> None:
    answer = await seeds.answer(question)
    assert answer.dates == ()
    first = answer.quotes[0]
    assert [span.of(first.text) for span in first.date_spans][: len(marked)] == marked


@pytest.mark.parametrize("question", ["كيف أطبخ الكبسة؟", "متى كانت معركة حطين؟", "ما عاصمة فرنسا؟"])
async def test_what_they_do_not_tell_is_not_answered(seeds: AnsweringService, question: str) -> None:
    assert not (await seeds.answer(question)).found
