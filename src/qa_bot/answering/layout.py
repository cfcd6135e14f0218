"""Arabic typed while the keyboard was set to Latin letters: `ljn` for «متى»."""

import re
from collections.abc import Callable
from functools import partial

from qa_bot.text.gazetteer import find_in_gazetteer
from qa_bot.text.keyboards import latin_layouts
from qa_bot.text.latin_names import ordinary_words
from qa_bot.text.tokenise import terms_in

_LATIN = re.compile("[A-Za-z]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_SHORTEST_ALONE = 3  # letters; two keys make some word in any layout
_MOST_KNOWN = 0.6  # of the words must be known in Arabic
_FEW_KNOWN = 0.25  # of the words, at most, may be known in Latin letters


def retyped(text: str, is_word: Callable[[str], bool]) -> str:
    """Return `text` as the same keys write it on an Arabic keyboard, where that makes Arabic and Latin makes none.

    `is_word` tells of a normalised word whether it is known, in the texts' Latin words too. Of the Latin layouts the
    one that makes more known words is taken; text without Latin letters, or in Latin words, stays.

    >>> retyped("ljn ;hkj hgdvl,;", {"متي", "كانت", "اليرموك"}.__contains__)
    'متى كانت اليرموك'
    >>> retyped("Khalid", {"متي"}.__contains__)
    'Khalid'
    """
    chunks = [chunk for chunk in text.split() if not _ARABIC.search(chunk)]
    typed = [chunk for chunk in chunks if _LATIN.search(chunk)]
    is_arabic = partial(_is_arabic, is_word=is_word)
    if not typed or _share(typed, partial(_is_latin, is_word=is_word)) > _FEW_KNOWN:
        return text
    layout = max(latin_layouts(), key=lambda layout: _share(_pressed(typed, layout), is_arabic))
    arabic = _pressed(typed, layout)
    if _share(arabic, is_arabic) < _MOST_KNOWN or max(map(len, arabic)) < _SHORTEST_ALONE:
        return text
    parts = re.split(r"(\s+)", text)
    return "".join(part if _ARABIC.search(part) or part.isdigit() else part.translate(layout) for part in parts)


def _pressed(chunks: list[str], layout: dict[int, str]) -> list[str]:
    return [chunk.translate(layout) for chunk in chunks]


def _share(chunks: list[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, chunks)) / len(chunks)


def _is_latin(chunk: str, is_word: Callable[[str], bool]) -> bool:
    words = terms_in(chunk)
    return any(word in ordinary_words() or is_word(word) for word in words) or bool(find_in_gazetteer(chunk))


def _is_arabic(chunk: str, is_word: Callable[[str], bool]) -> bool:
    words = terms_in(chunk)
    return bool(words) and all(is_word(word) for word in words)
