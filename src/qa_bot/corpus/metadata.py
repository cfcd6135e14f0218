"""What a file says of itself → `Metadata`: front matter and JSON keys, and a title where nobody gave one."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from qa_bot.model.corpus import Metadata, Source
from qa_bot.text.sentences import sentences

Complain = Callable[[str], None]

# Invisible characters that can make a title read as something else (Trojan Source), and halves of pairs
# that no file can hold.
_HIDDEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]")
_LONGEST_FACTS = 2000
_TITLE_WORDS = 7
_TITLE_SCAN = 2000
_PLAIN_FIELDS = ("author", "edition", "source", "licence", "collection")


def clean(value: object, *, longest: int = 300) -> str:
    r"""Return `value` as one line without invisible characters; empty for what is no text or number.

    What is longer than `longest` is cut off.

    >>> clean("  غزوة\n بدر\u202e"), clean(13), clean(["بدر"])
    ('غزوة بدر', '13', '')
    """
    if value is None or isinstance(value, Mapping | list | tuple | set):
        return ""
    return " ".join(_HIDDEN.sub("", str(value)[: 4 * longest]).split())[:longest]


def made_title(text: str) -> str:
    """Return a title made of the first words of the first sentence of `text`, empty for empty text.

    >>> made_title("وقعت غزوة بدر في رمضان من السنة الثانية للهجرة. وكانت الأولى.")
    'وقعت غزوة بدر في رمضان من السنة…'
    """
    beginning = text[:_TITLE_SCAN]
    first = next(iter(sentences(beginning)), None)
    words = first.of(beginning).split() if first else []
    if len(words) <= _TITLE_WORDS:
        return clean(" ".join(words).rstrip(".،؛:!؟"))
    return clean(" ".join(words[:_TITLE_WORDS]).rstrip(".،؛:")) + "…"


def title_or_made(title: str, text: str) -> tuple[str, bool]:
    """Return a title for `text` and whether somebody gave it: `title`, unless that is empty."""
    return (title, True) if title else (made_title(text), False)


def from_mapping(given: Mapping[str, Any], *, title: str, titled: bool, complain: Complain) -> Metadata:
    """Return the metadata of front matter or a JSON record, under `title`; unknown keys are let be.

    A field of the wrong kind is left unknown, and `complain` is told.
    """
    for key in _PLAIN_FIELDS:
        if given.get(key) is not None and not clean(given[key]):
            complain(f"{key} must be a line of text")
    plain = {key: clean(given.get(key)) for key in _PLAIN_FIELDS}
    return Metadata(
        title=title,
        titled=titled,
        death_year_ah=_death_year(given, complain),
        language=clean(given.get("language")) or "ar",
        sources=_sources(given.get("sources"), complain),
        **plain,
    )


def whole_number(text: str) -> int | None:
    """Return the year in `text`, with or without leading zeros, None where it isn't one of 1 to 1600.

    >>> whole_number("0207"), whole_number("NODATA"), whole_number("٢٠٧")
    (207, None, 207)
    """
    text = text.strip()
    if not text.isdecimal() or len(text) > 4:
        return None
    return int(text) if 1 <= int(text) <= 1600 else None


def _death_year(given: Mapping[str, Any], complain: Complain) -> int | None:
    for key in ("death_year_ah", "author_death_ah"):
        value = given.get(key)
        if value is None:
            continue
        year = whole_number(clean(value))
        if year is None:
            complain(f"{key} must be a year of the Hijra such as 310, not {clean(value) or 'that'!r}")
        return year
    return None


def _sources(given: object, complain: Complain) -> tuple[Source, ...]:
    if given is None:
        return ()
    if not isinstance(given, list):
        complain("sources must be a list of {book, author, facts}")
        return ()
    return tuple(source for entry in given if (source := _one_source(entry, complain)))


def _one_source(entry: object, complain: Complain) -> Source | None:
    fields = entry if isinstance(entry, Mapping) else {"book": entry}
    facts = fields.get("facts")
    if isinstance(facts, list):
        facts = "؛ ".join(clean(fact, longest=_LONGEST_FACTS) for fact in facts)
    book = clean(fields.get("book"))
    if not book:
        complain("a source must name its book")
        return None
    return Source(book, clean(fields.get("author")), clean(facts, longest=_LONGEST_FACTS))
