import asyncio

from qa_bot.bot.bustle import Bustle

LONG_S = 30.0


async def test_where_nothing_is_done_it_is_calm_at_once() -> None:
    await asyncio.wait_for(Bustle().calm(LONG_S), LONG_S / 2)


async def test_it_is_calm_when_all_that_is_under_way_has_ended_however_it_ended() -> None:
    bustle, events, end = Bustle(), list[str](), asyncio.Event()

    async def work(name: str) -> None:
        with bustle.at_work():
            await end.wait()
            events.append(name)
            raise ValueError(name)

    working = [asyncio.create_task(work(name)) for name in ("first", "second")]

    async def wait() -> None:
        await bustle.calm(LONG_S)
        events.append("calm")

    # Work that was only handed out begins first.
    waiting = asyncio.create_task(wait())
    await asyncio.sleep(0.02)
    assert events == []
    end.set()
    await asyncio.wait_for(waiting, LONG_S / 2)
    assert events == ["first", "second", "calm"]
    assert [str(fault) for fault in await asyncio.gather(*working, return_exceptions=True)] == ["first", "second"]


async def test_what_never_ends_is_waited_for_no_longer_than_is_said() -> None:
    bustle = Bustle()
    with bustle.at_work():
        await asyncio.wait_for(bustle.calm(0.01), LONG_S)
