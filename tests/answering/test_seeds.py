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
        ("متى أصبح هرقل إمبراطورا؟", "أصبح هرقل", "0610"),
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


async def test_a_hijri_date_of_the_text_is_named(seeds: AnsweringService) -> None:
    answer = await seeds.answer("متى كانت غزوة تبوك؟")
    assert [iso(date.hijri) for date in answer.dates if date.hijri] == ["0009-07"]


@pytest.mark.parametrize("question", ["كيف أطبخ الكبسة؟", "متى كانت معركة حطين؟", "ما عاصمة فرنسا؟"])
async def test_what_they_do_not_tell_is_not_answered(seeds: AnsweringService, question: str) -> None:
    assert not (await seeds.answer(question)).found
