"""Verse amid prose: a poet bends his dates to the metre, and leaves out what everybody knew."""

_LINE_END = "\n"
# As the texts part the halves of a line.
_HALVES = ("   ", " ... ", " * ")
_LONGEST_LINE = 120


def is_in_verse(text: str, place: int) -> bool:
    r"""Return whether the code point `place` of `text` stands in a line of verse.

    >>> text = "قال:\nومات في عام إحدى   وقام من بعده ابن"
    >>> is_in_verse(text, text.index("عام")), is_in_verse(text, 0)
    (True, False)
    """
    start = text.rfind(_LINE_END, 0, place) + 1
    end = text.find(_LINE_END, place)
    line = text[start : end if end >= 0 else len(text)].strip()
    return any(halves in line for halves in _HALVES) and len(line) <= _LONGEST_LINE
