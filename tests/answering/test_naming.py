"""How sure it is which date is meant."""

from pathlib import Path

from asked import open_texts
from bot_texts import WHEN, write_texts


async def test_no_date_is_told_of_a_battle_that_the_texts_asked_never_name(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    service = open_texts(write_texts(tmp_path / "corpus"), tmp_path / "index")
    of_tabuk = service.part(lambda card: card.id == "tabuk")
    try:
        assert (await service.answer(WHEN)).found
        assert (await of_tabuk.answer("متى كانت غزوة تبوك؟")).found
        assert not (await of_tabuk.answer(WHEN)).found
    finally:
        await service.aclose()
