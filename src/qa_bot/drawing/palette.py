"""The colours and styles of pictures."""

from qa_bot.drawing.sheet import Style

PAPER = "#FBF8F1"
INK = "#24302F"
QUIET = "#75716A"
FAINT = "#D9D2C3"
ACCENT = "#0E6E66"
GOLD = "#B07A2A"

TITLE = Style(54, INK, bold=True)
SUBTITLE = Style(29, QUIET)
DATE = Style(35, ACCENT, bold=True)
OTHER_DATE = Style(28, QUIET)
SAID = Style(33, INK)
SOURCE = Style(25, GOLD)
NUMBER = Style(27, PAPER, bold=True)
SMALL_NUMBER = Style(22, PAPER, bold=True)
TICK = Style(24, INK)
OTHER_TICK = Style(23, QUIET)
FOOT = Style(23, QUIET)
