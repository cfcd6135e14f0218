import asyncio
import subprocess
import sys

from dated import KHALID, timeline_of
from qa_bot.bot.painter import Painter
from qa_bot.bot.timeline_card import picture_captions
from spoken import ARABIC


async def test_timelines_are_drawn_one_at_a_time_beside_the_loop() -> None:
    painter = Painter()
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            beats += 1
            await asyncio.sleep(0)

    told = [(timeline, picture_captions(timeline, ARABIC)) for timeline in map(timeline_of, KHALID[:2])]
    heart = asyncio.create_task(beat())
    pictures = await asyncio.gather(*(painter.timeline(*each) for each in told))
    heart.cancel()
    assert [picture[:4] for picture in pictures] == [b"\x89PNG"] * 2
    assert beats > 2


def test_what_draws_is_brought_in_before_it_is_needed() -> None:
    program = (
        "import asyncio, sys; from qa_bot.bot.painter import Painter; "
        "asyncio.run(Painter().make_ready()); sys.exit('matplotlib.backends.backend_agg' not in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
