"""Letters as they stand on paper, from left to right → the text as it is read and written: what PDF files need.

What is undone are the rules of the Unicode Bidirectional Algorithm (UAX #9): a line of Arabic runs from right to left,
Latin words and numbers in it from left to right, and brackets are mirrored, by most programs that write PDF.
"""

import re

from qa_bot.text.normalise import unify_presentation_forms

# Letters, marks and punctuation that run from right to left; digits don't.
_RTL = "\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_SIGN = re.compile(f"[{_RTL}]")
_RTL_WORD = re.compile(f"[{_RTL}]+")
_RTL_RUN = re.compile(rf"[{_RTL}](?:[^\n]*[{_RTL}])?")
_BETWEEN = re.compile(f"[^{_RTL}\n]+")
_LATIN = "A-Za-z\u00c0-\u024f"
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_DIGITS = "0-9٠-٩۰-۹"
_LTR_CORE = re.compile(rf"[{_LATIN}{_DIGITS}](?:.*[{_LATIN}{_DIGITS}])?")
# In Arabic a dash parts two numbers, of which the first stands right: «13-20» is seen as «20-13».
_NUMBER = re.compile(rf"[{_DIGITS}]+(?:[.,:/٫٬][{_DIGITS}]+)*")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPENING = "([{«‹"
_CLOSING = ")]}»›"
_ARTICLE = re.compile(f"(?<![{_RTL}])ال(?=[{_RTL}]{{2}})")
_TURNED_ARTICLE = re.compile(f"(?<=[{_RTL}]{{2}})لا(?![{_RTL}])")
# Shapes of letters; the ligatures of whole phrases (ﷺ) are signs of their own and stay.
_SHAPE = re.compile("[\ufb50-\ufdcf\ufdf2\ufe70-\ufefc]")


def logical(page: str) -> str:
    """Return the lines of `page`, given as they are seen from left to right, as they are read.

    Where the letters of words are in reading order already, as text recognition leaves them, only the order of words
    is turned.

    >>> logical("م636 ةنس كوﻣﺮﻴﻟا (ةكرﻌﻣ)")
    '(معركة) اليرموك سنة 636م'
    >>> logical("Walter Kaegi, 1992"), logical("هﺮﻛذ Kaegi, 1992 ﺮﻛذو")
    ('Walter Kaegi, 1992', 'وذكر Kaegi, 1992 ذكره')
    """
    if not _RTL_SIGN.search(page):
        return page
    shaped = _RTL_WORD.sub(_reversed, page) if _words_are_logical(page) else page
    turned = _turned(shaped, mirrored=True), _turned(shaped, mirrored=False)
    return plain_shapes(min(turned, key=_unmatched))


def plain_shapes(text: str) -> str:
    """Return `text` with the shapes of letters that old fonts and PDF files have as plain letters (Unicode's NFKC).

    >>> plain_shapes("ﻻ ﺧﻼﻑ ﷺ")
    'لا خلاف ﷺ'
    """
    return _SHAPE.sub(lambda shape: unify_presentation_forms(shape[0]), text)


def _words_are_logical(page: str) -> bool:
    plain = plain_shapes(page)
    return len(_ARTICLE.findall(plain)) > len(_TURNED_ARTICLE.findall(plain))


def _turned(page: str, *, mirrored: bool) -> str:
    if len(_LATIN_LETTER.findall(page)) > len(_RTL_SIGN.findall(page)):
        return _RTL_RUN.sub(lambda run: _line(run[0], mirrored=mirrored), page)
    return "\n".join(_line(line, mirrored=mirrored) for line in page.split("\n"))


def _line(seen: str, *, mirrored: bool) -> str:
    return _BETWEEN.sub(lambda between: _between(between[0], mirrored=mirrored), seen[::-1])


def _between(turned: str, *, mirrored: bool) -> str:
    """Return what stands between Arabic words, given backwards: Latin words and numbers forwards again."""
    core = _LTR_CORE.search(turned)
    if core is None:
        return turned.translate(_MIRRORED) if mirrored else turned
    sides = turned[: core.start()], turned[core.end() :]
    before, after = (side.translate(_MIRRORED) if mirrored else side for side in sides)
    if _LATIN_LETTER.search(core[0]):
        return before + core[0][::-1] + after
    numbers = _NUMBER.sub(_reversed, core[0])
    return before + (numbers.translate(_MIRRORED) if mirrored else numbers) + after


def _reversed(found: re.Match[str]) -> str:
    return found[0][::-1]


def _unmatched(text: str) -> int:
    """Return how many brackets of `text` have no partner in their right place."""
    faults = 0
    open_ones: list[str] = []
    for sign in text:
        if sign in _OPENING:
            open_ones.append(sign)
        elif sign in _CLOSING:
            if open_ones and _OPENING.index(open_ones[-1]) == _CLOSING.index(sign):
                open_ones.pop()
            else:
                faults += 1
    return faults + len(open_ones)
