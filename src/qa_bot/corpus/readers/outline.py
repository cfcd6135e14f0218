"""Where a reader stands among the headings of a document."""

Outline = tuple[tuple[int, str], ...]


def descend(outline: Outline, level: int, title: str) -> Outline:
    """Return the outline below a heading of `level`, 1 the outermost; one without title only ends others.

    >>> descend(((1, "الشام"), (2, "دمشق")), 2, "حمص")
    ((1, 'الشام'), (2, 'حمص'))
    """
    above = tuple(heading for heading in outline if heading[0] < level)
    return (*above, (level, title)) if title else above


def titles(outline: Outline) -> tuple[str, ...]:
    """Return the headings of `outline`, the outermost first.

    >>> titles(((1, "الشام"), (2, "حمص")))
    ('الشام', 'حمص')
    """
    return tuple(title for _, title in outline)
