"""Words that say the same in another register: what askers say today, and what the texts say."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources

from qa_bot.answering.lexicon import bare_forms
from qa_bot.text.gazetteer import one_word_names
from qa_bot.text.normalise import normalise

# «يشارك», «تستعيد»: texts and askers tell in the present tense, too.
_PRESENT = ("ي", "ت")
_VERB_LENGTHS = range(3, 6)
_REFLEXIVE_LENGTHS = range(4, 6)
_AUGMENTED = "ا"
# «سيشارك», «بيشارك» before a present tense; plurals, the dual and the feminine behind any word.
_BEFORE_PRESENT = ("س", "وس", "فس", "ب", "م", "هي", "هت")
_ENDINGS = ("ون", "ين", "ات", "تان", "تين", "ان", "وا", "ت", "ن", "نا", "ه")
_SHORTEST = 3  # letters left


class _Part(StrEnum):
    """What a word of a line of `thesaurus.txt` is there."""

    SAME = "one of those that say the same"
    ASKED = "a kind of thing that is asked for"
    TELLING = "one of that kind"


@cache
def _rows(part: _Part) -> dict[str, frozenset[int]]:
    """Return the numbers of the lines of `thesaurus.txt` by the normalised words that are such a part of them.

    A line is one meaning. Unlike the relations of `lexicon`, such words may be what a question is about.
    """
    rows: dict[str, set[int]] = {}
    lines = resources.files(__package__).joinpath("thesaurus.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(line for line in lines if line and not line.startswith("#")):
        for word in map(normalise, _parts(line).get(part, "").split()):
            rows.setdefault(word, set()).add(number)
    # «تغلب», «تدمر»: no verbs, but names.
    names = one_word_names()
    for word, numbers in list(rows.items()):
        for form in _in_present(word):
            if form not in names:
                rows.setdefault(form, numbers)
    return {word: frozenset(numbers) for word, numbers in rows.items()}


def _parts(line: str) -> dict[_Part, str]:
    kind, colon, members = line.partition(":")
    return {_Part.ASKED: kind, _Part.TELLING: members} if colon else {_Part.SAME: line}


def _in_present(word: str) -> list[str]:
    """Return what a normalised word is in the present tense, were it a verb in the past.

    >>> _in_present("سال"), _in_present("استعاد"), _in_present("تحارب")
    (['يسال', 'تسال'], ['يستعاد', 'تستعاد'], ['يتحارب', 'تتحارب'])
    """
    if word.startswith("ت") and len(word) in _REFLEXIVE_LENGTHS:
        return [letter + word for letter in _PRESENT]
    stem = word.removeprefix(_AUGMENTED)
    if len(stem) not in _VERB_LENGTHS or word.startswith(_PRESENT):
        return []
    return [letter + stem for letter in _PRESENT]


@lru_cache(maxsize=100_000)
def synonym_rows(word: str) -> frozenset[int]:
    """Return the numbers of the rows that a normalised word belongs to, in whatever form it is written.

    >>> synonym_rows("شارك") & synonym_rows("وسيشاركون") != frozenset(), synonym_rows("تبوك")
    (True, frozenset())
    """
    return _rows_of(word, _Part.SAME)


@lru_cache(maxsize=10_000)
def kind_rows(word: str) -> frozenset[int]:
    """Return the numbers of the rows of which a normalised word names the kind: «فصل» of the seasons.

    >>> kind_rows("فصل") & member_rows("شتويا") != frozenset(), kind_rows("شتويا")
    (True, frozenset())
    """
    return _rows_of(word, _Part.ASKED)


@lru_cache(maxsize=100_000)
def member_rows(word: str) -> frozenset[int]:
    """Return the numbers of the rows of whose kind a normalised word is one: «شتاء» of the seasons."""
    return _rows_of(word, _Part.TELLING)


def _rows_of(word: str, part: _Part) -> frozenset[int]:
    known = _rows(part)
    return next((known[form] for form in _known_forms(word) if form in known), _NONE)


# One for all words: tens of thousands have no synonym, and each collection of garbage would visit their sets.
_NONE: frozenset[int] = frozenset()


# A few: whoever asks for one part asks for the others right after it.
@lru_cache(maxsize=1_000)
def _known_forms(word: str) -> tuple[str, ...]:
    """Return the forms of a word that stand in the thesaurus, the likeliest first."""
    known = _known()
    return tuple([form for form in _forms(word) if form in known])


@cache
def _known() -> frozenset[str]:
    return frozenset(word for part in _Part for word in _rows(part))


def _forms(word: str) -> Iterator[str]:
    """Yield what a normalised word may be a form of, the likeliest first."""
    forms = bare_forms(word)
    yield from forms
    fronted = [form for form in forms if form.startswith(_BEFORE_PRESENT)]
    told = [form.removeprefix(front) for form in fronted for front in _BEFORE_PRESENT if _is_present(form, front)]
    yield from told
    for form in [form for form in (*forms, *told) if form.endswith(_ENDINGS)]:
        for ending in _ENDINGS:
            bare = form.removesuffix(ending)
            if bare != form and len(bare) >= _SHORTEST:
                yield bare
                yield bare + "ه"


def _is_present(form: str, front: str) -> bool:
    return form.startswith(front) and form.removeprefix(front).startswith((*_PRESENT, "ن"))
