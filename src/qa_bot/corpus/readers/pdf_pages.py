"""A PDF file → the text of its pages, as it is read. Sole user of pypdf.

pypdf's layout tells where letters stand on the page; Arabic is put into reading order from there, whatever order the
file has it in.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, PdfObject, StreamObject

from qa_bot.corpus.findings import Fault, Trouble
from qa_bot.text.visual_order import logical

MOST_PAGES = 3_000
_MOST_LETTERS = 20_000_000
_MAGIC = b"%PDF-"
_MAGIC_WITHIN = 1024
_BLANKS = re.compile(r"[^\S\n]+")
_WORD = re.compile(r"[^\W_]")
_TO_UNICODE = NameObject("/ToUnicode")
# What a glyph stands for, in UTF-16: two letters or more of a script that runs from right to left.
_RTL_LIGATURE = re.compile(rb"<((?:0[5-8][0-9A-F]{2}|F[BCDE][0-9A-F]{2}){2,8})>", re.IGNORECASE)
_UNIT = 4


def read_pages(raw: bytes) -> list[str] | Fault:
    """Return the text of each page, empty for a page without words, or why there is none.

    >>> read_pages(b"GIF89a").reason
    'is no PDF'
    """
    if _MAGIC not in raw[:_MAGIC_WITHIN]:
        return Fault("is no PDF")
    try:
        with _silence():
            return _read(raw)
    except PyPdfError as error:
        return Fault(f"is torn: {error}")
    except MemoryError:
        return Fault("takes more memory than there is", trouble=Trouble.TOO_MUCH)
    except Exception as error:  # noqa: BLE001 - a broken file makes pypdf trip in any way there is
        return Fault(f"is torn: {type(error).__name__}")


def _read(raw: bytes) -> list[str] | Fault:
    reader = PdfReader(BytesIO(raw))
    if not _is_open(reader):
        return Fault("is locked with a password", trouble=Trouble.LOCKED)
    count = reader.get_num_pages()
    if count > MOST_PAGES:
        return Fault(f"has more than {MOST_PAGES} pages", trouble=Trouble.TOO_MUCH)
    return _texts(reader)


def _texts(reader: PdfReader) -> list[str] | Fault:
    mended: set[int] = set()
    texts: list[str] = []
    letters = pictures = 0
    for page in reader.pages:
        _mend_fonts(page, mended)
        # Text inside reusable forms has no layout that pypdf knows: there its own order is taken.
        text = logical(_tidy(page.extract_text(extraction_mode="layout"))) or _tidy(page.extract_text())
        letters += len(text)
        if letters > _MOST_LETTERS:
            return Fault("holds more text than any book", trouble=Trouble.TOO_MUCH)
        pictures += not _WORD.search(text) and _has_pictures(page)
        texts.append(text)
    if any(_WORD.search(text) for text in texts):
        return texts
    if pictures:
        return Fault("is scanned: pictures of pages, without their words", trouble=Trouble.SCANNED)
    return Fault("holds no text", trouble=Trouble.EMPTY)


def _is_open(reader: PdfReader) -> bool:
    """Return whether the file can be read without a password: many are only kept from being changed by one."""
    if not reader.is_encrypted:
        return True
    try:
        return bool(reader.decrypt(""))
    except (PyPdfError, NotImplementedError):
        # A cipher that pypdf alone doesn't have.
        return False


def _mend_fonts(page: PageObject, mended: set[int]) -> None:
    """Turn the ligatures of the page's fonts around, each font once.

    A glyph of several letters («لا») has them in reading order, all else on the line stands as it is seen: turned
    around, the whole line can be put into reading order at once.
    """
    for font in _within(_within(page, "/Resources"), "/Font").values():
        known = _resolved(font)
        table = _within(known, "/ToUnicode")
        if not isinstance(known, DictionaryObject) or not isinstance(table, StreamObject) or id(known) in mended:
            continue
        mended.add(id(known))
        turned = DecodedStreamObject()
        turned.set_data(_RTL_LIGATURE.sub(_turned_ligature, table.get_data()))
        known[_TO_UNICODE] = turned


def _turned_ligature(found: re.Match[bytes]) -> bytes:
    units = [found[1][start : start + _UNIT] for start in range(0, len(found[1]), _UNIT)]
    return b"<" + b"".join(reversed(units)) + b">"


def _has_pictures(page: PageObject) -> bool:
    forms = _within(_within(page, "/Resources"), "/XObject")
    shown = (_resolved(form) for form in forms.values())
    return any(isinstance(form, DictionaryObject) and form.get("/Subtype") == "/Image" for form in shown)


def _within(holder: object, name: str) -> DictionaryObject:
    """Return what a dictionary holds under `name`; an empty one where it holds nothing."""
    known = _resolved(holder)
    found = _resolved(known.get(name)) if isinstance(known, DictionaryObject) else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _resolved(value: object) -> object:
    return value.get_object() if isinstance(value, PdfObject) else value


def _tidy(text: str) -> str:
    lines = (_BLANKS.sub(" ", line).strip() for line in text.replace("\f", "\n").splitlines())
    return "\n".join(lines).strip("\n")


@contextmanager
def _silence() -> Iterator[None]:
    """Keep pypdf from telling of every oddity in the log: what was lost is told once, by its reader."""
    log = logging.getLogger("pypdf")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before
