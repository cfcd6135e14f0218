"""Draws pictures beside the event loop, one at a time: drawing takes a second, and its library knows no threads."""

import asyncio

from qa_bot.model.timeline import Timeline


class Painter:
    """Draws timelines."""

    def __init__(self) -> None:
        self._brush = asyncio.Lock()

    async def timeline(self, timeline: Timeline) -> bytes:
        """Return the picture of a timeline as a PNG file."""
        async with self._brush:
            return await asyncio.to_thread(_drawn, timeline)


def _drawn(timeline: Timeline) -> bytes:
    # Here, not above: the first picture brings in a large library, and a bot may never be asked for one.
    from qa_bot.drawing.timeline_picture import draw_timeline

    return draw_timeline(timeline)
