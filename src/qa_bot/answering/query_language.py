"""Signs by which an asker narrows what is searched: «"عبارة"», `-كلمة`, `عنوان:كلمة`, `كتاب:كلمة`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa_bot.model.search import Hit
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import words

_QUOTED = r'"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»'
_BEFORE = r"(?:(?<=\s)|^)(?:(?P<field>عنوان|العنوان|title|كتاب|الكتاب|book):|(?P<minus>[-\u2212\u2013]))"
_SIGN = re.compile(rf"{_BEFORE}(?:{_QUOTED}|([^\s\"«»“”„؟?،؛.!]+))|{_QUOTED}")
_TITLE = frozenset({"عنوان", "العنوان", "title"})
_JOINED = ("و", "ف", "ب", "ل", "ك")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a passage must say, and where; each phrase is given by its normalised words.

    `phrases` must stand in its text, `titles` in the title of its document or its headings, `books` in the title;
    none of `without` may stand in its text. `signs` are all of these as they were written, in order.
    """

    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    titles: tuple[tuple[str, ...], ...] = ()
    books: tuple[tuple[str, ...], ...] = ()
    signs: tuple[str, ...] = ()

    def admits(self, hit: Hit) -> bool:
        """Return whether a passage says all that it must and nothing that it may not."""
        text = _normalised(hit.passage.text)
        title = _normalised(hit.document.metadata.title)
        headed = [title, *map(_normalised, hit.passage.headings)]
        return (
            all(_says(text, phrase) for phrase in self.phrases)
            and not any(_says(text, phrase) for phrase in self.without)
            and all(any(_says(each, phrase) for each in headed) for phrase in self.titles)
            and all(_says(title, phrase) for phrase in self.books)
        )

    def admitted(self, hits: Iterable[Hit]) -> list[Hit]:
        """Return those of `hits` that are admitted, in their order."""
        return [hit for hit in hits if self.admits(hit)]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A question without its signs, and what they ask for; words that must stand somewhere are searched for too."""

    text: str
    narrowing: Narrowing


def read_signs(text: str) -> Narrowed:
    """Return a question read apart; one without signs stays as it is, white space and all.

    >>> narrowed = read_signs('متى كانت "معركة اليرموك" -الروم كتاب:الطبري')
    >>> narrowed.text
    'متى كانت معركة اليرموك  الطبري'
    >>> narrowed.narrowing.phrases, narrowed.narrowing.without, narrowed.narrowing.books
    ((('معركه', 'اليرموك'),), (('الروم',),), (('الطبري',),))
    """
    found: dict[str, list[tuple[str, ...]]] = {"phrases": [], "without": [], "titles": [], "books": []}
    signs: list[str] = []
    pieces: list[str] = []
    at = 0
    for match in _SIGN.finditer(text):
        kind, value = _kind(match), next(group for group in reversed(match.groups()) if group)
        phrase = _normalised(value)
        if phrase:
            found[kind].append(phrase)
            signs.append(match.group())
            pieces += [text[at : match.start()], "" if kind == "without" else value]
            at = match.end()
    narrowing = Narrowing(**{kind: tuple(phrases) for kind, phrases in found.items()}, signs=tuple(signs))
    return Narrowed("".join([*pieces, text[at:]]), narrowing)


def _kind(match: re.Match[str]) -> str:
    if match["minus"]:
        return "without"
    return "phrases" if not match["field"] else "titles" if match["field"] in _TITLE else "books"


def _normalised(text: str) -> tuple[str, ...]:
    return tuple(term for term in map(normalise, words(text)) if term)


def _says(text: Sequence[str], phrase: tuple[str, ...]) -> bool:
    """Return whether the words of `phrase` stand side by side in `text`; the first may have a letter joined to it.

    >>> _says(("في", "ومعركه", "اليرموك"), ("معركه", "اليرموك")), _says(("للروم",), ("الروم",))
    (True, True)
    """
    length = len(phrase)
    return any(
        _is(text[at], phrase[0]) and tuple(text[at + 1 : at + length]) == phrase[1:]
        for at in range(len(text) - length + 1)
    )


def _is(written: str, word: str) -> bool:
    if written == word or (written[1:] == word and written.startswith(_JOINED)):
        return True
    return word.startswith("ال") and written in (f"لل{word[2:]}", f"ولل{word[2:]}")
