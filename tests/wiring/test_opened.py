from pathlib import Path

import pytest

from commands import SENTENCE, WHEN
from qa_bot.errors import SetupError
from qa_bot.wiring.building import build
from qa_bot.wiring.opened import open_service
from qa_bot.wiring.place import Place
from qa_bot.wiring.preparing import prepare


async def test_what_was_built_answers(place: Place) -> None:
    build(place, lambda _: None)
    service = open_service(place)
    answer = await service.answer(WHEN)
    await service.aclose()
    assert answer.quotes[0].text == SENTENCE


def test_a_missing_index_is_refused_where_it_was_to_be_used_as_it_is(tmp_path: Path) -> None:
    place = Place(None, tmp_path / "none", rebuild="qa-bot index --index none")
    assert prepare(place, lambda _: None) is None
    with pytest.raises(SetupError, match="There is no index in") as caught:
        open_service(place)
    assert caught.value.command == "qa-bot index --index none"
