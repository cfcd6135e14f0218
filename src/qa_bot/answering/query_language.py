"""Signs by which an asker narrows what is searched: «"عبارة"», `-كلمة`, `عنوان:كلمة`, `كتاب:كلمة`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa_bot.model.search import Hit
from qa_bot.text.tokenise import terms_in

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
        return self._admits_place(hit) and self._admits_text(hit.passage.text)

    def _admits_place(self, hit: Hit) -> bool:
        title = _normalised_name(hit.document.metadata.title)
        headed = [title, *map(_normalised_name, hit.passage.headings)]
        named = all(any(_says(each, phrase) for each in headed) for phrase in self.titles)
        return named and all(_says(title, phrase) for phrase in self.books)

    def _admits_text(self, text: str) -> bool:
        if not self.phrases and not self.without:
            return True
        said = terms_in(text)
        phrased = all(_says(said, phrase) for phrase in self.phrases)
        return phrased and not any(_says(said, phrase) for phrase in self.without)

    def admitted(self, hits: Iterable[Hit]) -> list[Hit]:
        """Return those of `hits` that are admitted, in their order."""
        return [hit for hit in hits if self.admits(hit)] if self.signs else list(hits)

    @property
    def required(self) -> tuple[frozenset[str], ...]:
        """Return for each word that must stand in the text its forms, of which any will do."""
        return _forms_of(self.phrases)

    @property
    def named(self) -> tuple[frozenset[str], ...]:
        """Return the same for each word that must stand in a title or heading."""
        return _forms_of((*self.titles, *self.books))


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
        phrase = terms_in(value)
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


@lru_cache(maxsize=4_000)
def _normalised_name(name: str) -> tuple[str, ...]:
    """Return what `_normalised` does: titles and headings come back with passage after passage."""
    return terms_in(name)


def _says(text: Sequence[str], phrase: tuple[str, ...]) -> bool:
    """Return whether the words of `phrase` stand side by side in `text`; the first may have a letter joined to it.

    >>> _says(("في", "ومعركه", "اليرموك"), ("معركه", "اليرموك")), _says(("للروم",), ("الروم",))
    (True, True)
    """
    first, rest = _forms(phrase[0]), phrase[1:]
    return any(word in first and tuple(text[at : at + len(rest)]) == rest for at, word in enumerate(text, 1))


def _forms_of(phrases: Iterable[tuple[str, ...]]) -> tuple[frozenset[str], ...]:
    return tuple(_forms(word) if at == 0 else frozenset({word}) for phrase in phrases for at, word in enumerate(phrase))


@lru_cache(maxsize=1_000)
def _forms(word: str) -> frozenset[str]:
    """Return `word` as it is written by itself and with a letter joined to it."""
    forms = {word, *(letter + word for letter in _JOINED)}
    return frozenset(forms | {f"لل{word[2:]}", f"ولل{word[2:]}"} if word.startswith("ال") else forms)
