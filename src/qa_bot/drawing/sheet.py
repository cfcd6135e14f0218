"""A sheet to draw on, in pixels from its top left corner; text runs right to left.

matplotlib shapes and orders Arabic by itself: nothing is shaped or turned before.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from qa_bot.drawing.typeface import FAMILY, drawable, use_typeface

__all__ = ["Axes", "Figure", "PictureFormat", "Ruler", "Sheet", "Style"]

PictureFormat = Literal["png", "svg"]

_DPI = 100
_POINTS_A_PIXEL = 72 / _DPI
_RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: its size in pixels, its colour, and whether it is bold."""

    size: float
    colour: str
    bold: bool = False

    @property
    def font(self) -> FontProperties:
        """Return the font that matplotlib draws it with."""
        use_typeface()
        return FontProperties(family=FAMILY, size=self.size * _POINTS_A_PIXEL, weight="bold" if self.bold else "normal")


class Ruler:
    """Measures text before there is a sheet to draw it on."""

    def __init__(self) -> None:
        canvas = FigureCanvasAgg(Figure(figsize=(1, 1), dpi=_DPI))
        self._renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]  # matplotlib leaves it untyped

    def width(self, text: str, style: Style) -> float:
        """Return how many pixels wide `text` is."""
        width, _, _ = self._renderer.get_text_width_height_descent(_line(text), style.font, ismath=False)
        return float(width)

    def wrap(self, text: str, style: Style, width: float, most: int) -> list[str]:
        """Return `text` in at most `most` lines no wider than `width`; where words are left over, an ellipsis says so.

        A word wider than a line stands alone and is cut.
        """
        lines: list[str] = []
        left = text.split()
        while left and len(lines) < most:
            taken = self._fitting(left, style, width, last=len(lines) == most - 1)
            lines.append(" ".join(left[:taken]))
            left = left[taken:]
        if left:
            lines[-1] += " …"
        return [self._cut(line, style, width) for line in lines]

    def _fitting(self, words: Sequence[str], style: Style, width: float, *, last: bool) -> int:
        """Return how many of the words fit into one line, one at least."""
        ending = " …" if last else ""
        taken = 1
        while taken < len(words):
            rest = "" if taken + 1 == len(words) else ending
            if self.width(" ".join(words[: taken + 1]) + rest, style) > width:
                break
            taken += 1
        return taken

    def _cut(self, line: str, style: Style, width: float) -> str:
        while len(line) > 1 and self.width(line, style) > width:
            line = line[:-2].rstrip(" …") + "…"
        return line


class Sheet:
    """A sheet of `width` by `height` pixels."""

    def __init__(self, width: int, height: int, colour: str) -> None:
        self._figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI, facecolor=colour)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.axis("off")

    def text(
        self, x: float, y: float, text: str, style: Style, anchor: Literal["right", "center", "left"] = "right"
    ) -> None:
        """Write one line; its `anchor` lies at `x`, the middle of its height at `y`."""
        self._axes.text(
            x,
            y,
            _line(text),
            color=style.colour,
            fontproperties=style.font,
            ha=anchor,
            va="center_baseline",
            parse_math=False,
        )

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 2) -> None:
        """Draw a straight line."""
        self._axes.plot(
            [start[0], end[0]],
            [start[1], end[1]],
            color=colour,
            linewidth=width * _POINTS_A_PIXEL,
            solid_capstyle="round",
        )

    def dot(self, x: float, y: float, radius: float, colour: str, edge: str) -> None:
        """Draw a disc with a rim."""
        self._axes.plot(
            [x],
            [y],
            marker="o",
            markersize=2 * radius * _POINTS_A_PIXEL,
            markerfacecolor=colour,
            markeredgecolor=edge,
            markeredgewidth=2 * _POINTS_A_PIXEL,
        )

    def bar(self, x: float, bottom: float, width: float, height: float, colour: str) -> None:
        """Draw a bar that stands on `bottom`, its left edge at `x`."""
        self._axes.bar([x], [-height], width=width, bottom=bottom, align="edge", color=colour)

    def saved(self, picture_format: PictureFormat) -> bytes:
        """Return the sheet as a file."""
        file = io.BytesIO()
        metadata = {"Date": None} if picture_format == "svg" else {"Software": None}
        self._figure.savefig(file, format=picture_format, facecolor=self._figure.get_facecolor(), metadata=metadata)
        return file.getvalue()


def _line(text: str) -> str:
    """Return `text` as one line that runs right to left whatever it begins with."""
    return _RIGHT_TO_LEFT + drawable(text)
