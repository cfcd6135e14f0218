"""How often a romanised name is read as the right Arabic one: recall against 20,000 terms and names alone.

Reads lists of name pairs, and classical texts for the words that readings compete with; half of the pairs, by
Arabic form, is for fitting (`fit_names`) and half for the report.
"""

import csv
import gzip
import hashlib
import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from qa_bot.evaluation.name_styles import POPULAR_STYLES, Style, restyle
from qa_bot.evaluation.plan import Watch
from qa_bot.text.latin_letters import plain_letters
from qa_bot.text.names import NameReader
from qa_bot.text.normalise import normalise
from qa_bot.text.tokenise import words

Half = Literal["fit", "report"]
VocabularyKind = Literal["terms", "names"]
TERMS = 20_000
_AUTHORS, _PLACES, _NEWSPAPERS, _TEXTS = "openiti_names", "althurayya_gazetteer", "transliteration", "classical_texts"
# The folders that hold the lists and the texts.
SOURCES = (_AUTHORS, _PLACES, _NEWSPAPERS, _TEXTS)
_VOCABULARIES: tuple[tuple[VocabularyKind, int], ...] = (("terms", TERMS), ("names", 0))
_AT = 5
_ARABIC_NAME = re.compile("[\u0621-\u064a ]+")
_LATIN_NAME = re.compile(r"[^\W\d_]+(?:[-'.ʿʾ\u0300-\u036f ]+[^\W\d_]*)*")
_LETTERS = re.compile(r"[^\s\-.]+")
_COMMA = re.compile("[،,]")
_BLANKS = re.compile(r"[\s¶]+")


@dataclass(frozen=True, slots=True)
class NamePair:
    """A name in Arabic and in one Latin spelling; `source` says which list and which kind of spelling."""

    arabic: str
    latin: str
    source: str

    @property
    def half(self) -> Half:
        """Return the half that the pair belongs to: pairs of one normalised Arabic form share it."""
        digest = hashlib.sha256(phrase(self.arabic).encode()).digest()
        return "report" if digest[0] % 2 else "fit"


@dataclass(frozen=True, slots=True)
class NameRecall:
    """The share of `names` whose Arabic form is the first reading, and among the first five."""

    source: str
    vocabulary: VocabularyKind
    names: int
    at_1: float
    at_5: float


def read_pairs(data: Path) -> list[NamePair]:
    """Return the pairs of the three lists in the folder `data`, each once, in file order."""
    rows = [
        *_openiti(_table(data / _AUTHORS / "names.tsv")),
        *_althurayya(_table(data / _PLACES / "places.tsv")),
        *(NamePair(row["arabic"], row["latin"], "newspapers") for row in _table(data / _NEWSPAPERS / "pairs.tsv")),
    ]
    cleaned = (NamePair(_one_line(row.arabic), _one_line(row.latin.replace("\u0323", "")), row.source) for row in rows)
    return list(dict.fromkeys(pair for pair in cleaned if _is_clean(pair)))


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _openiti(rows: Iterable[dict[str, str]]) -> Iterable[NamePair]:
    """Return the names of authors; a cell may hold several, parted by commas in both columns."""
    for row in rows:
        arabic, latin = _COMMA.split(row["arabic"]), _COMMA.split(row["latin_scholarly"])
        if len(arabic) == len(latin):
            yield from (NamePair(one, other, "authors") for one, other in zip(arabic, latin, strict=True))


def _althurayya(rows: Iterable[dict[str, str]]) -> Iterable[NamePair]:
    for row in rows:
        yield NamePair(row["arabic"], row["latin_plain"], "places")
        yield NamePair(row["arabic"], row["latin_scholarly"], "places, scholarly")


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _is_clean(pair: NamePair) -> bool:
    return bool(_ARABIC_NAME.fullmatch(pair.arabic) and _LATIN_NAME.fullmatch(pair.latin.replace("\u02bf", "ʿ")))


def phrase(arabic: str) -> str:
    """Return the words of `arabic` normalised, one blank between.

    >>> phrase("أبو  حنيفة")
    'ابو حنيفه'
    """
    return " ".join(filter(None, map(normalise, arabic.split())))


def common_words(data: Path) -> Counter[str]:
    """Return the words of the classical texts in the folder `data`, with the number of paragraphs that hold them."""
    counts: Counter[str] = Counter()
    for path in sorted((data / _TEXTS).glob("*.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for paragraph in file.read().split("\n#"):
                counts.update({normalise(word) for word in words(paragraph) if word >= "\u0600"})
    del counts[""]
    return counts


def vocabulary_of(pairs: Iterable[NamePair], common: Mapping[str, int], size: int) -> dict[str, int]:
    """Return the words of the names and the most frequent words of `common`, `size` in all or the names alone."""
    names = dict.fromkeys(word for pair in pairs for word in phrase(pair.arabic).split())
    chosen = {word: common.get(word, 1) for word in names}
    for word, count in sorted(common.items(), key=lambda item: (-item[1], item[0])):
        if len(chosen) >= size:
            break
        chosen.setdefault(word, count)
    return chosen


def recall(reader: NameReader, pairs: Sequence[NamePair], source: str, vocabulary: VocabularyKind) -> NameRecall:
    """Return how many of `pairs` the reader reads right; spelling variants and blanks don't count as wrong."""
    first = among = 0
    for pair in pairs:
        wanted = _bare(pair.arabic)
        found = [_bare(reading.arabic) for reading in reader.read(pair.latin, limit=_AT)]
        first += found[:1] == [wanted]
        among += wanted in found
    count = max(1, len(pairs))
    return NameRecall(source, vocabulary, len(pairs), first / count, among / count)


def _bare(arabic: str) -> str:
    return phrase(arabic).replace(" ", "")


def measure_names(
    data: Path, *, half: Half = "report", most: int = 2_000, costs: str | None = None, watch: Watch | None = None
) -> list[NameRecall]:
    """Return the recall on the first `most` names of each list, against 20,000 terms and against names alone.

    The authors are asked for in their scholarly spelling, without its marks, and as newspapers spell. `costs`
    is the text of a cost table to measure instead of the package's own.
    """
    lists = _lists(data, half)
    common = common_words(data)
    if watch:
        watch.stage("Reading names", len(lists) * len(_VOCABULARIES))
    measured = []
    for source, pairs in lists.items():
        asked = pairs[:most]
        for kind, size in _VOCABULARIES:
            reader = NameReader(vocabulary_of(asked, common, size), costs=costs)
            measured.append(recall(reader, asked, source, kind))
            if watch:
                watch.step()
    return measured


def _lists(data: Path, half: Half) -> dict[str, list[NamePair]]:
    """Return the pairs of a half by their list, the authors once more in each popular style."""
    lists: dict[str, list[NamePair]] = {}
    for pair in read_pairs(data):
        if pair.half == half:
            lists.setdefault(pair.source, []).append(pair)
    for style in POPULAR_STYLES:
        lists[f"authors, {style.name}"] = [_in_style(pair, style) for pair in lists.get("authors", [])]
    return lists


def _in_style(pair: NamePair, style: Style) -> NamePair:
    rng = random.Random(pair.latin)  # noqa: S311  # spellings to ask for, no secrets
    written = _LETTERS.sub(lambda word: restyle(word.group(), style, rng), plain_letters(pair.latin))
    return NamePair(pair.arabic, written, style.name)
