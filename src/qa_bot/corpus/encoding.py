"""Bytes → text: byte order marks, NUL bytes, strict UTF-8, then the reading that looks most like Arabic.

General detectors take short Arabic text in cp1256 for Hebrew; the letters and the article «ال» tell better.
"""

import codecs
import re
from dataclasses import dataclass

from qa_bot.corpus.findings import Fault

# Longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be")
_NARROW = ("cp1256", "iso8859-6")
_SAMPLE_BYTES = 64 * 1024

# Tab, line feed, carriage return, form feed and next line are layout; every other control is no text.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ARABIC = re.compile("[\u0621-\u064a]")
_FOREIGN = re.compile("[^\x00-\x7f\u0600-\u06ff\u2000-\u206f«»\xa0]")
_ARTICLE = re.compile(r"\bال")
# The six commonest letters of Arabic prose: they part short words of ISO 8859-6 from cp1256.
_COMMON = re.compile("[اليمون]")
_LEAST_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without byte order mark, and the encoding it was in, as Python names it."""

    text: str
    encoding: str


def decode(raw: bytes) -> Decoded | Fault:
    r"""Return the text of `raw` and its encoding, or why it is no text.

    >>> decode("غزوة بدر الكبرى".encode("cp1256"))
    Decoded(text='غزوة بدر الكبرى', encoding='cp1256')
    >>> decode(b"GIF89a\x00\x01").reason
    'holds NUL bytes and is no UTF-16: not a text'
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding)
    if b"\0" in raw:
        return _likeliest(raw, _WIDE) or Fault("holds NUL bytes and is no UTF-16: not a text")
    plain = _strict(raw, "utf-8")
    if isinstance(plain, Decoded):
        return plain
    # A torn UTF-8 file reads as cp1256 too, in mojibake: the better reading is the one to complain about.
    return _likeliest(raw, (*_NARROW, *_WIDE)) or plain


def _strict(raw: bytes, encoding: str) -> Decoded | Fault:
    try:
        text = raw.decode("utf-8" if encoding == "utf-8-sig" else encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Fault(f"byte {error.start} can't be {encoding}, and no other Arabic encoding fits", line)
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        return Fault(f"holds the control character U+{ord(control.group()):04X}", line)
    return Decoded(text, encoding)


def _likeliest(raw: bytes, encodings: tuple[str, ...]) -> Decoded | None:
    """Return `raw` read as what looks most like Arabic; None where nothing does, or a torn UTF-8 does more.

    Ties go to the encoding named first: cp1256 is by far the commonest.
    """
    sample = raw[:_SAMPLE_BYTES]
    least = max(_LEAST_SCORE, _score(sample.decode("utf-8", "ignore")))
    scores = {encoding: _score(sample.decode(encoding, "replace")) for encoding in encodings}
    for encoding in sorted(encodings, key=scores.__getitem__, reverse=True):
        decoded = _strict(raw, encoding)
        if scores[encoding] > least and isinstance(decoded, Decoded):
            return decoded
    return None


def _score(text: str) -> float:
    """Return how much of what is not ASCII looks Arabic: letters, common letters and articles, 0 for none."""
    letters = len(_ARABIC.findall(text))
    if not letters:
        return 0.0
    articles, common = len(_ARTICLE.findall(text)), len(_COMMON.findall(text))
    wrong = len(_FOREIGN.findall(text)) + 2 * len(_CONTROL.findall(text))
    return (letters + 4 * articles + common / 2 - wrong) / (letters + wrong)
