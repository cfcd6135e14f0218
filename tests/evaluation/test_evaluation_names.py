"""Recall of romanised names, measured on pairs beside the project."""

import gzip
from pathlib import Path

import pytest

from qa_bot.evaluation.names import (
    TERMS,
    NamePair,
    NameRecall,
    common_words,
    measure_names,
    read_pairs,
    recall,
    vocabulary_of,
)
from qa_bot.text.names import NameReader
from qa_bot.text.tokenise import tokenise

DATA = Path(__file__).parents[3] / "shared" / "data"
AUTHORS = "arabic\tlatin_scholarly\telement\n"
PLACES = "uri\tarabic\tlatin_plain\tlatin_scholarly\n"
NEWSPAPERS = "arabic\tlatin\tclass\tsource\n"


def folder(tmp_path: Path, *, authors: str = "", places: str = "", newspapers: str = "", text: str = "# نص") -> Path:
    """Return a folder like the one beside the project, with these rows and this classical text."""
    for name, content in (
        ("openiti_names/names.tsv", AUTHORS + authors),
        ("althurayya_gazetteer/places.tsv", PLACES + places),
        ("transliteration/pairs.tsv", NEWSPAPERS + newspapers),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    texts = tmp_path / "classical_texts"
    texts.mkdir()
    (texts / "text.gz").write_bytes(gzip.compress(text.encode()))
    return tmp_path


def test_pairs_come_from_all_three_lists(tmp_path: Path) -> None:
    data = folder(
        tmp_path,
        authors="البصري\tal-Baṣrī\tnisba\n",
        places="X\tوشقة\tWashqa\tWašqaŧ\n",
        newspapers="بدر\tbadr\tNAME\tgoogle\n",
    )
    assert read_pairs(data) == [
        NamePair("البصري", "al-Baṣrī", "authors"),
        NamePair("وشقة", "Washqa", "places"),
        NamePair("وشقة", "Wašqaŧ", "places, scholarly"),
        NamePair("بدر", "badr", "newspapers"),
    ]


def test_several_names_in_a_cell_are_pairs_of_their_own(tmp_path: Path) -> None:
    data = folder(tmp_path, authors="الكوفي، الثوري\tal-Kūfī, al-Ṯawrī\tnisba\nالمكي، المدني\tal-Makkī\tnisba\n")
    assert [pair.latin for pair in read_pairs(data)] == ["al-Kūfī", "al-Ṯawrī"]


def test_rows_without_arabic_or_latin_letters_are_left_out(tmp_path: Path) -> None:
    data = folder(tmp_path, places="X\tRoutPoint1\tRoutPoint1\tRoutPoint1\n", newspapers="بدر\t1\tNAME\tx\n")
    assert read_pairs(data) == []


def test_spellings_of_one_arabic_form_share_a_half() -> None:
    halves = {NamePair(arabic, latin, "x").half for arabic in ("أحمد", "احمد") for latin in ("Ahmad", "Aḥmad")}
    assert len(halves) == 1


def test_about_half_of_the_forms_are_for_the_report() -> None:
    letters = "بتثجحخدذرزسشصضطظعغفقكلمن"
    report = sum(NamePair(one + other, "x", "x").half == "report" for one in letters for other in letters)
    assert 0.4 < report / len(letters) ** 2 < 0.6


def test_words_count_by_the_paragraphs_that_hold_them(tmp_path: Path) -> None:
    data = folder(tmp_path, text="# بدر بدر\n# بدرٌ وأحد 634\n# Badr")
    assert common_words(data) == {"بدر": 2, "واحد": 1}


def test_a_vocabulary_holds_the_names_and_the_most_frequent_words() -> None:
    pairs = [NamePair("أبو حنيفة", "Abū Ḥanīfa", "x")]
    common = {"في": 90, "من": 80, "بدر": 3, "حنيفه": 2}
    assert vocabulary_of(pairs, common, 4) == {"ابو": 1, "حنيفه": 2, "في": 90, "من": 80}
    assert vocabulary_of(pairs, common, 0) == {"ابو": 1, "حنيفه": 2}


def test_recall_counts_the_first_and_the_first_five() -> None:
    reader = NameReader({"فدر": 9, "فدير": 9, "خيبر": 1})
    pairs = [NamePair("فدر", "fadr", "x"), NamePair("فدير", "fadr", "x"), NamePair("أحد", "khaybar", "x")]
    assert recall(reader, pairs, "mine", "names") == NameRecall("mine", "names", 3, 1 / 3, 2 / 3)


def test_no_pairs_have_no_recall() -> None:
    assert recall(NameReader({}), [], "mine", "terms") == NameRecall("mine", "terms", 0, 0.0, 0.0)


def test_every_list_is_measured_against_terms_and_names(tmp_path: Path) -> None:
    names = ["البصري\tal-Baṣrī", "المكي\tal-Makkī", "الرازي\tal-Rāzī", "الحلبي\tal-Ḥalabī", "محمد\tMuḥammad"]
    data = folder(tmp_path, authors="".join(f"{name}\tx\n" for name in names))
    measured = [result for half in ("fit", "report") for result in measure_names(data, half=half)]  # type: ignore[arg-type]
    assert {(result.source, result.vocabulary) for result in measured} == {
        (source, vocabulary)
        for source in ("authors", "authors, plain", "authors, english")
        for vocabulary in ("terms", "names")
    }
    assert all(result.at_1 == 1.0 for result in measured)


@pytest.mark.skipif(not (DATA / "openiti_names").exists(), reason="../shared/data/openiti_names is missing")
@pytest.mark.parametrize("source", ["authors", "places", "places, scholarly"])
def test_names_that_nobody_fitted_are_read(source: str) -> None:
    asked = [pair for pair in read_pairs(DATA) if pair.half == "report" and pair.source == source][:300]
    with gzip.open(DATA / "classical_texts" / IBN_HISHAM, "rt", encoding="utf-8") as file:
        text = dict.fromkeys((token.term for token in tokenise(file.read())), 5)
    terms = recall(NameReader(vocabulary_of(asked, text, TERMS)), asked, source, "terms")
    alone = recall(NameReader(vocabulary_of(asked, {}, 0)), asked, source, "names")
    assert (terms.at_1 >= 0.75, terms.at_5 >= 0.93) == (True, True), terms
    assert (alone.at_1 >= 0.90, alone.at_5 >= 0.98) == (True, True), alone


IBN_HISHAM = "0213IbnHisham.SiraNabawiyya.Shamela0023833-ara1.completed.gz"
