import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text

from qa_bot.errors import SetupError
from qa_bot.store.backup import Restored, backup, restore
from qa_bot.store.database import Database
from qa_bot.store.torn import check_whole, is_torn, moved_away
from stores import FILE, new_sqlite

HEADER_BYTES = 100


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def quietly(_rows: int) -> None:
    """Show no progress."""


async def torn_in_the_middle(folder: Path) -> Database:
    """Return a store whose first page is whole, and the others not."""
    await new_sqlite(folder).aclose()
    file = folder / FILE
    content = file.read_bytes()
    page = int.from_bytes(content[16:18], "big")
    file.write_bytes(content[:page] + b"x" * (len(content) - page))
    return Database(new_sqlite(folder / "other")._engine.url.set(database=str(file)))


async def test_a_new_store_is_whole_and_one_torn_in_the_middle_is_not(tmp_path: Path) -> None:
    whole, torn = new_sqlite(tmp_path / "whole"), await torn_in_the_middle(tmp_path / "torn")
    assert (await is_torn(whole), await is_torn(torn)) == (False, True)
    with pytest.raises(SetupError, match="is torn: "):
        await check_whole(torn)
    await asyncio.gather(whole.aclose(), torn.aclose())


async def test_a_copy_takes_the_place_of_a_torn_store_which_is_kept(tmp_path: Path) -> None:
    whole = new_sqlite(tmp_path / "whole")
    await backup(whole, tmp_path / "copy", quietly)
    torn = await torn_in_the_middle(tmp_path / "torn")
    content = (tmp_path / "torn" / FILE).read_bytes()
    done = await restore(torn, tmp_path / "copy", quietly, replace=True)
    assert done.torn
    assert (done, done.torn.read_bytes()) == (Restored(0, done.torn), content)
    await check_whole(torn)
    await asyncio.gather(whole.aclose(), torn.aclose())


async def test_a_torn_store_is_put_back_where_what_takes_its_place_can_not_be_made(tmp_path: Path) -> None:
    torn = await torn_in_the_middle(tmp_path)
    content = (tmp_path / FILE).read_bytes()

    async def fail() -> None:
        async with moved_away(torn) as away, torn.write() as connection:
            assert away is not None
            await connection.execute(text("CREATE TABLE some (x INTEGER)"))
            raise RuntimeError("no room")

    with pytest.raises(RuntimeError, match="no room"):
        await fail()
    assert (tmp_path / FILE).read_bytes() == content
    assert files_in(tmp_path) == [FILE]
    await torn.aclose()


async def test_a_whole_store_stays_where_it_is(tmp_path: Path) -> None:
    whole = new_sqlite(tmp_path)
    async with moved_away(whole) as away:
        assert away is None
    await whole.aclose()
