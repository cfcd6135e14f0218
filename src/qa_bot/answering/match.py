"""How well the words of a text meet the words of a question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import mul
from sys import intern

from qa_bot.answering import lexicon
from qa_bot.answering.same_names import named_by
from qa_bot.answering.synonyms import kind_rows, member_rows, synonym_rows
from qa_bot.text.stem import light10

# How much a meeting counts, by how sure it is that both words mean the same.
SAME_WORD, SAME_STEM, SAME_NAME, SAME_RELATION, ONE_TYPO = 1.0, 0.95, 0.9, 0.7, 0.7
SAME_SENSES, SAME_SENSE = 0.75, 0.66
# An age and names; the mountain and "one of".
_ALIKE_BY_CHANCE = (frozenset({"عمره", "عمر", "عمرو"}), frozenset({"احد", "احدي", "واحد", "الاحد"}))
SURELY_MET = 0.65  # from here a word is met; below, letters may be alike by chance
_LEAST_DICE = 0.5  # below, two words share letters by chance
_DICE_COUNTS = 0.8
_SHORTEST_NAME = 3  # letters
_SHORTEST_TYPO = 4  # in shorter words one letter makes another word


@dataclass(frozen=True, slots=True)
class Weighted:
    """A question's content words, each with what it weighs: the rarer in the texts, the heavier.

    `shares` are what its words count in the search: 1, less for a word said before the question. `subjects` are those
    of its words that name what texts are about.
    """

    words: tuple[str, ...]
    weights: tuple[float, ...]
    shares: tuple[float, ...]
    subjects: frozenset[str] = frozenset()

    @property
    def spoken(self) -> "Weighted":
        """Return the question with the words said before it weighing nothing; itself where it says nothing else."""
        weights = tuple(weight if share == 1 else 0.0 for weight, share in zip(self.weights, self.shares, strict=True))
        return replace(self, weights=weights) if any(weights) else self

    @property
    def total(self) -> float:
        """Return the sum of the weights."""
        return sum(self.weights)


class Matcher:
    """Tells how well words of a text meet the words of one question; what it told of a word it knows from then on."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._met = _Met(words)

    def read(self, among: Iterable[str], least: float) -> tuple[list[float], list[list[int]]]:
        """Return what `best` and `places` return, from one look at each word."""
        best, places = [0.0] * len(self.words), [list[int]() for _ in self.words]
        for place, written in enumerate(among):
            for at, match in self._met[written]:
                best[at] = max(best[at], match)
                if match >= least:
                    places[at].append(place)
        return best, places

    def best(self, among: Iterable[str]) -> list[float]:
        """Return for each of the question's words how well the best of `among` meets it, from 0 to 1."""
        best = [0.0] * len(self.words)
        for written in among:
            for at, match in self._met[written]:
                best[at] = max(best[at], match)
        return best

    def places(self, among: Iterable[str], least: float) -> list[list[int]]:
        """Return for each of the question's words the places of those `among` that meet it at least so well."""
        places: list[list[int]] = [[] for _ in self.words]
        for place, written in enumerate(among):
            for at, match in self._met[written]:
                if match >= least:
                    places[at].append(place)
        return places

    def matches(self, among: Sequence[str]) -> list[list[float]]:
        """Return for each of the question's words how well each of `among` meets it, from 0 to 1."""
        rows = [[0.0] * len(among) for _ in self.words]
        for place, written in enumerate(among):
            for at, match in self._met[written]:
                rows[at][place] = match
        return rows

    def meets(self, written: str) -> float:
        """Return how well a word meets the one of the question's words that it meets best, from 0 to 1."""
        return max((match for _, match in self._met[written]), default=0.0)


# A few, for questions that are asked at the same time: one needs it for its sentences, its dates and its quotes.
@lru_cache(maxsize=8)
def matcher_of(words: tuple[str, ...]) -> Matcher:
    """Return the matcher of a question's words: the same one while the question is answered."""
    return Matcher(words)


class _Met(dict[str, tuple[tuple[int, float], ...]]):
    """The places of the words that a written word meets, each with how well; worked out when it is first met."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        # By sign, the places of the words that have it, each a bit.
        self._places: dict[str | int, int] = {}
        for place, word in enumerate(words):
            for sign in (*_signs(word), *asked_meanings(word)):
                self._places[sign] = self._places.get(sign, 0) | 1 << place

    def __missing__(self, written: str) -> tuple[tuple[int, float], ...]:
        alike = [(at, likeness(self._words[at], written)) for at in self._may_meet(written)]
        self[written] = met = tuple([each for each in alike if each[1]]) if alike else ()
        return met

    def _may_meet(self, written: str) -> list[int]:
        """Return the places of the words that share two signs with `written`: no other is like it."""
        once = twice = 0
        for places in filter(None, map(self._places.get, _signs(written))):
            twice |= once & places
            once |= places
        return [at for at in range(len(self._words)) if twice >> at & 1] if twice else []


def make_signs(words: Iterable[str]) -> None:
    """Make the signs by which these normalised words are compared, before a question waits for them."""
    for word in words:
        _signs(word)


@lru_cache(maxsize=50_000)
def _signs(word: str) -> tuple[str | int, ...]:
    """Return what two normalised words that are alike at all have in common, at least two of it.

    What is enough by itself stands twice. Of the pairs of letters a typing fault in four leaves two, and half of
    them are at least two.
    """
    enough = [_lemma(word), *named_by(word), *meanings(word)]
    pairs = () if word.isdigit() else map(intern, _pairs(light10(word)))
    return (*enough, *enough, *pairs)


def best_of(*matches: Sequence[float]) -> list[float]:
    """Return for each word the best of several rows of matches.

    >>> best_of([0.0, 1.0], [0.5, 0.7])
    [0.5, 1.0]
    """
    return [max(column) for column in zip(*matches, strict=True)]


@lru_cache(maxsize=50_000)
def likeness(asked: str, written: str) -> float:
    """Return how well a written word meets an asked one, both normalised: 0 not at all, 1 the same.

    >>> likeness("المسلمون", "والمسلمين"), likeness("قاد", "قايد"), likeness("اجنادين", "اجندين")
    (0.95, 0.7, 0.7)
    >>> likeness("تبوك", "اليرموك")
    0.0
    """
    if asked == written:
        return SAME_WORD
    if _alike_by_chance(asked, written):
        return 0.0
    asked_stem, written_stem = light10(asked), light10(written)
    if asked_stem == written_stem or _lemma(asked) == _lemma(written):
        return SAME_STEM
    if named_by(asked) & named_by(written):
        return SAME_NAME
    if not asked_meanings(asked).isdisjoint(meanings(written)):
        return _by_meaning(asked_meanings(asked), frozenset(meanings(written)))
    if asked.isdigit() or written.isdigit():
        return 0.0
    return _by_letters(asked_stem, written_stem)


def _by_meaning(asked: frozenset[int], written: frozenset[int]) -> float:
    """Return how well words of these rows, some of them the same, meet: by one of several senses less surely."""
    both = asked & written
    if max(both) >= 0:
        return SAME_RELATION
    return SAME_SENSES if both in (asked, written) else SAME_SENSE


def _alike_by_chance(asked: str, written: str) -> bool:
    """Return whether two words differ but for joined letters, and their likeness says nothing.

    >>> _alike_by_chance("عمر", "وعمره"), _alike_by_chance("عمر", "لعمر")
    (True, False)
    """
    one = {asked, asked.lstrip(_JOINED)}
    if one.isdisjoint(_ANY_BY_CHANCE):
        return False
    other = {written, written.lstrip(_JOINED)}
    return any(one & alike and other & alike and not one & other & alike for alike in _ALIKE_BY_CHANCE)


_JOINED = "وفبلك"
_ANY_BY_CHANCE = frozenset().union(*_ALIKE_BY_CHANCE)


@lru_cache(maxsize=100_000)
def meanings(word: str) -> tuple[int, ...]:
    """Return the rows of like meaning of a normalised word: relations by their number, synonyms below 0."""
    relation = lexicon.relation_row(word)
    others = _below_zero(synonym_rows(word) | member_rows(word))
    return (*(() if relation is None else (relation,)), *sorted(others, reverse=True))


@lru_cache(maxsize=10_000)
def asked_meanings(word: str) -> frozenset[int]:
    """Return the rows that a word of a question may be met by.

    A death is told by a killing too, and a season by winter, not the other way; two seasons are not the same.

    >>> meanings("قتل")[0] in asked_meanings("توفي"), meanings("توفي")[0] in asked_meanings("قتل")
    (True, False)
    >>> [asked_meanings(word).isdisjoint(meanings("الشتا")) for word in ("فصل", "الصيف")]
    [False, True]
    """
    own = frozenset(meanings(word)) - _below_zero(member_rows(word) - synonym_rows(word))
    return own | lexicon.meaning_the_same(word) | _below_zero(kind_rows(word))


def _below_zero(rows: frozenset[int]) -> frozenset[int]:
    return frozenset(-1 - row for row in rows)


@lru_cache(maxsize=100_000)
def core(word: str) -> str:
    """Return `word` without what is joined to its front, a pronoun, and a verb's plural; three letters stay.

    >>> core("دفنوه"), core("حاصروها"), core("لبدر"), core("والمسلمون"), core("بدر")
    ('دفن', 'حاصر', 'بدر', 'مسلم', 'بدر')
    """
    bare = without_proclitic(word)
    for endings in (lexicon.SUFFIXED_PRONOUNS, _PLURALS):
        ending = next((each for each in endings if bare.endswith(each)), "")
        if ending and len(bare) - len(ending) >= _SHORTEST_NAME:
            bare = bare.removesuffix(ending)
    return bare


def _lemma(word: str) -> str:
    """Return the core of `word`, one for all cases of a noun that writes them in a letter: «أبو», «أبي», «أبا»."""
    bare = core(word)
    return _CASES.get(bare, bare)


_CASES = {form: forms[0] for forms in (("ابو", "ابي", "ابا"), ("اخو", "اخي", "اخا"), ("بنو", "بني")) for form in forms}
_PLURALS = ("وا", "ون", "ين", "ات", "ان", "و", "ت")


def without_proclitic(word: str) -> str:
    """Return `word` without «و», «ف», «ب», «ل», «ك» and the article in front, at least three letters left.

    >>> without_proclitic("لبدر"), without_proclitic("وبالشام"), without_proclitic("بدر")
    ('بدر', 'شام', 'بدر')
    """
    rest = word[1:] if word[:1] in "وف" and len(word) > _SHORTEST_NAME else word
    if rest.startswith(("ال", "لل")) and len(rest) > _SHORTEST_NAME + 1:
        return rest[2:]
    bare = rest[1:] if rest[:1] in "بلك" and len(rest) > _SHORTEST_NAME else rest
    return bare[2:] if bare.startswith("ال") and len(bare) > _SHORTEST_NAME + 1 else bare


def _by_letters(a: str, b: str) -> float:
    if min(len(a), len(b)) >= _SHORTEST_TYPO and one_edit_apart(a, b):
        return ONE_TYPO
    shared = _dice(a, b)
    return _DICE_COUNTS * shared if shared >= _LEAST_DICE else 0.0


def one_edit_apart(a: str, b: str) -> bool:
    """Return whether one letter added, left out, changed, or swapped with its neighbour makes `b` of `a`.

    >>> one_edit_apart("يرموك", "يروموك"), one_edit_apart("بدر", "بدر"), one_edit_apart("تبوك", "بتوك")
    (True, False, True)
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    swapped = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    return swapped or rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]


def _dice(a: str, b: str) -> float:
    """Return Dice's coefficient of the two words' pairs of letters."""
    pairs_a, pairs_b = set(_pairs(a)), set(_pairs(b))
    return 2 * len(pairs_a & pairs_b) / (len(pairs_a) + len(pairs_b))


def _pairs(word: str) -> list[str]:
    """Return the letters that stand side by side, borders included."""
    marked = f"_{word}_"
    return [marked[i : i + 2] for i in range(len(marked) - 1)]


def coverage(question: Weighted, matches: Sequence[float]) -> float:
    """Return the share of the question's weight that `matches` cover, from 0 to 1."""
    total = question.total
    return sum(map(mul, question.weights, matches)) / total if total else 0.0
