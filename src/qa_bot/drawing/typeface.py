"""The bundled typeface: Arabic with Latin letters; matplotlib's own DejaVu Sans for signs that it lacks."""

from functools import cache
from importlib import resources
from pathlib import Path

from matplotlib import font_manager, ft2font, get_data_path

from qa_bot.text.letters import MARKS

FAMILY = ["IBM Plex Sans Arabic", "DejaVu Sans"]
_FILES = ("IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-Bold.ttf")
_FALLBACK = Path("fonts", "ttf", "DejaVuSans.ttf")
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
# No sign is drawn for them: they only join letters, or turn and isolate a run.
_UNSEEN = frozenset("\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")


@cache
def use_typeface() -> None:
    """Make the typeface known to matplotlib: once in a process."""
    for name in _FILES:
        with resources.as_file(resources.files(__package__).joinpath("fonts", name)) as file:
            font_manager.fontManager.addfont(file)


def drawable(text: str) -> str:
    r"""Return `text` on one line, with a replacement character for what neither font has a sign for.

    >>> drawable("وقعة\nبدر \U0001f5d3")
    'وقعة بدر \ufffd'
    """
    known = _signs() | _UNSEEN
    return " ".join("".join(sign if sign in known or sign.isspace() else _unknown(sign) for sign in text).split())


def _unknown(sign: str) -> str:
    return "" if sign in MARKS else _UNKNOWN


@cache
def _signs() -> frozenset[str]:
    with resources.as_file(resources.files(__package__).joinpath("fonts", _FILES[0])) as file:
        fonts = [ft2font.FT2Font(str(path)) for path in (file, Path(get_data_path()) / _FALLBACK)]
        return frozenset(chr(code) for font in fonts for code in font.get_charmap())
