"""Draws pictures beside the event loop, one at a time: drawing takes a second, and its library knows no threads."""

import asyncio

from qa_bot.drawing.captions import Captions
from qa_bot.model.timeline import Timeline


class Painter:
    """Draws timelines."""

    def __init__(self) -> None:
        self._brush = asyncio.Lock()

    async def timeline(self, timeline: Timeline, captions: Captions) -> bytes:
        """Return the picture of a timeline as a PNG file."""
        async with self._brush:
            return await asyncio.to_thread(_drawn, timeline, captions)

    async def make_ready(self) -> None:
        """Bring in what draws, so that the first picture doesn't wait for it: seconds on a new machine."""
        async with self._brush:
            await asyncio.to_thread(_made_ready)


def _drawn(timeline: Timeline, captions: Captions) -> bytes:
    # Here, not above: every command would wait for a large library that few need.
    from qa_bot.drawing.timeline_picture import draw_timeline

    return draw_timeline(timeline, captions)


def _made_ready() -> None:
    from qa_bot.drawing.timeline_picture import make_ready

    make_ready()
