"""How sure it is that a written word means what an asked one does."""

from functools import lru_cache

from qa_bot.answering import lexicon
from qa_bot.answering.core import lemma
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
_SHORTEST_TYPO = 4  # in shorter words one letter makes another word


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
    if asked_stem == written_stem or lemma(asked) == lemma(written):
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
    pairs_a, pairs_b = set(letter_pairs(a)), set(letter_pairs(b))
    return 2 * len(pairs_a & pairs_b) / (len(pairs_a) + len(pairs_b))


def letter_pairs(word: str) -> list[str]:
    """Return the letters that stand side by side, borders included."""
    marked = f"_{word}_"
    return [marked[i : i + 2] for i in range(len(marked) - 1)]
