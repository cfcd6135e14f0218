"""Fitting the costs of spellings."""

import math
from pathlib import Path

import pytest

from qa_bot.evaluation.fit_names import WordPair, align, fit_names, fit_table, training_pairs, word_pairs
from qa_bot.evaluation.name_start import by_hand, start
from qa_bot.evaluation.names import NamePair
from qa_bot.text.channel import LETTERS, LOOSE_STYLE, PRECISE_STYLE, channel_of, word_rows


@pytest.mark.parametrize(
    ("arabic", "latin", "pairs"),
    [
        ("خالد بن الوليد", "Khālid b. al-Walīd", [("خالد", "khālid"), ("وليد", "walīd")]),
        ("أبو بكر", "Abū Bakr", [("بكر", "bakr")]),
        ("الوليد", "Walid", []),
        ("خالد", "Khalid ibn al-Walid", []),
    ],
)
def test_names_are_learned_from_word_by_word(arabic: str, latin: str, pairs: list[tuple[str, str]]) -> None:
    assert [(pair.arabic, pair.latin) for pair in word_pairs(NamePair(arabic, latin, "x"))] == pairs


def test_newspapers_count_less() -> None:
    (pair,) = word_pairs(NamePair("بدر", "badr", "newspapers"))
    assert pair == WordPair("بدر", "badr", 0.3)


def test_letters_are_aligned_with_what_they_write() -> None:
    choices = align(channel_of(start(), LOOSE_STYLE), "شمس", "shams")
    assert [(part, letter, chunk) for part, letter, _context, chunk in choices] == [
        ("vowel", "س", ""),
        ("letter", "س", "s"),
        ("vowel", "م", ""),
        ("letter", "م", "m"),
        ("vowel", "ش", "a"),
        ("letter", "ش", "sh"),
    ]


def test_words_that_are_no_pair_are_not_aligned() -> None:
    assert align(channel_of(start(), LOOSE_STYLE), "دمشق", "jerusalem") == []


def test_costs_set_by_hand_are_probabilities_of_every_letter() -> None:
    for letter in LETTERS:
        assert math.isclose(sum(by_hand(letter).values()), 1.0)


def empty_folder(tmp_path: Path) -> Path:
    """Return a folder like the one beside the project, without a pair or a text."""
    for name, header in (
        ("openiti_names/names.tsv", "arabic\tlatin_scholarly"),
        ("althurayya_gazetteer/places.tsv", "arabic\tlatin_plain\tlatin_scholarly"),
        ("transliteration/pairs.tsv", "arabic\tlatin"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(f"{header}\n", encoding="utf-8")
    return tmp_path


def test_every_style_learns_from_our_own_names_alone(tmp_path: Path) -> None:
    pairs = training_pairs(empty_folder(tmp_path))
    assert WordPair("حسن", "ḥasan") in pairs[PRECISE_STYLE]
    assert WordPair("حسن", "7asan") in pairs[LOOSE_STYLE]
    assert not any(set(pair.latin) & set("āīūḥṭḍṣẓ") for pair in pairs[LOOSE_STYLE])


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[WordPair]]:
    """Return some of the pairs made from our own names."""
    made = training_pairs(empty_folder(tmp_path_factory.mktemp("data")))
    return {style: words[::20] for style, words in made.items()}


def test_the_file_tells_where_it_comes_from(
    pairs: dict[str, list[WordPair]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa_bot.evaluation.fit_names.training_pairs", lambda _data: pairs)
    out = tmp_path / "name_costs.tsv"
    fit_names(empty_folder(tmp_path), out)
    head = [line for line in out.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert "qa-bot fit --names-alone --data DIR" in head[1]
    assert "seed 7, 4 rounds" in head[2]


def test_the_fitted_table_reads_names(pairs: dict[str, list[WordPair]]) -> None:
    table = fit_table(pairs, rounds=2)
    words = word_rows(["شمس", "سمس", "شمش", "قمس"])
    for style in (LOOSE_STYLE, PRECISE_STYLE):
        assert int(channel_of(table, style).costs("shams", words).argmin()) == 0


def test_fitting_makes_cheap_what_is_written_often() -> None:
    kafs = {LOOSE_STYLE: [WordPair("قدس", "kuds")] * 50}
    before, after = (channel_of(table, LOOSE_STYLE) for table in (start(), fit_table(kafs, rounds=1)))
    row = word_rows(["قدس"])
    assert float(before.costs("kuds", row)[0] - before.costs("quds", row)[0]) > 0
    assert float(after.costs("kuds", row)[0] - after.costs("quds", row)[0]) < 0
