"""The header of an OpenITI file: lines such as `#META# 020.BookTITLE :: …`, in the spellings of its libraries."""

import re

from qa_bot.corpus.metadata import clean, whole_number
from qa_bot.model.corpus import Metadata

HEADER_END = "#META#Header#End#"
_SIGN = "#META#"
_UNKNOWN = frozenset({"", "NODATA", "NOTGIVEN", "NOCODE", "NONE", "NULL", "UNKNOWN"})
_NUMBER = re.compile(r"\d{3}\.")
# The keys of each field in small letters, the best first: libraries name them differently.
_TITLE = ("booktitle", "title", "booktitlealt", "الكتاب", "اسم الكتاب")
_AUTHOR = ("authoraka", "authorname", "author", "المؤلف", "اسم المؤلف")
_DIED = ("authordied", "died", "authordeath", "death")
_EDITOR = ("ededitor", "editor", "المحقق", "تحقيق")
_PRINTED = (
    ("edpublisher", "publisher", "الناشر", "دار النشر"),
    ("edplace", "place", "بلد النشر"),
    ("ednumber", "edition", "الطبعة"),
    ("edyear", "year", "سنة النشر"),
)
_LINK = ("liburl", "libreadonline", "url", "liburi", "bookuri")
_DEATH_NOTE = re.compile(r"\((?:المتوفى|المتوفي|المتوفاة|ت)[ :.]{0,3}(\d{1,4})?[^()]{0,40}\)")


def read_header(text: str, *, title: str) -> tuple[Metadata, int]:
    """Return the metadata of the OpenITI file `text`, and where its body begins.

    `title` is taken where the header has none. The author is the name he is known by, else the full one.
    """
    body = _body(text)
    fields = _fields(text[:body])
    name = _first(fields, _AUTHOR)
    note = _DEATH_NOTE.search(name)
    died = whole_number(_first(fields, _DIED)) or whole_number((note and note[1]) or "")
    metadata = Metadata(
        title=_first(fields, _TITLE) or title,
        author=clean(_DEATH_NOTE.sub("", name)),
        death_year_ah=died,
        edition=_edition(fields),
        source=_first(fields, _LINK),
    )
    return metadata, body


def _body(text: str) -> int:
    end = text.find(HEADER_END)
    if end >= 0:
        return end + len(HEADER_END)
    offset = 0
    for line in text.splitlines(keepends=True):
        if line.strip() and not line.startswith((_SIGN, "#####")):
            break
        offset += len(line)
    return offset


def _fields(header: str) -> dict[str, str]:
    """Return the fields that are known, by key in small letters; the first of equal keys counts."""
    fields: dict[str, str] = {}
    for line in header.splitlines():
        if not line.startswith(_SIGN):
            continue
        content = line.removeprefix(_SIGN).strip()
        separator = next((sign for sign in ("::", "\t", ":") if sign in content), None)
        key, _, value = content.partition(separator) if separator else ("", "", "")
        if clean(value).upper() not in _UNKNOWN:
            fields.setdefault(_NUMBER.sub("", key.strip(), count=1).strip().lower(), clean(value))
    return fields


def _first(fields: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((fields[key] for key in keys if key in fields), "")


def _edition(fields: dict[str, str]) -> str:
    """Return editor, publisher, place, number and year of the edition on one line, as far as known."""
    if "edall" in fields:
        return fields["edall"]
    editor = _first(fields, _EDITOR)
    if editor and "تحقيق" not in editor:
        editor = f"تحقيق {editor}"
    return "، ".join(part.rstrip(".") for part in (editor, *(_first(fields, keys) for keys in _PRINTED)) if part)
