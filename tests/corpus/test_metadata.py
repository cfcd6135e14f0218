import pytest

from qa_bot.corpus.metadata import clean, from_mapping, made_title, title_or_made, whole_number
from qa_bot.model.corpus import Metadata, Source


def read(given: dict[str, object]) -> tuple[Metadata, list[str]]:
    complaints: list[str] = []
    return from_mapping(given, title="بدر", titled=True, complain=complaints.append), complaints


def test_every_field_is_read() -> None:
    given = {
        "author": "الواقدي",
        "death_year_ah": 207,
        "edition": "دار الأعلمي",
        "source": "https://example.org",
        "language": "ar",
        "licence": "CC-BY-4.0",
        "collection": "السيرة",
        "sources": [{"book": "المغازي", "author": "الواقدي", "facts": ["التاريخ", "العدد"]}, "السيرة"],
    }
    expected = Metadata(
        title="بدر",
        author="الواقدي",
        death_year_ah=207,
        edition="دار الأعلمي",
        source="https://example.org",
        licence="CC-BY-4.0",
        collection="السيرة",
        sources=(Source("المغازي", "الواقدي", "التاريخ؛ العدد"), Source("السيرة")),
    )
    assert read(given) == (expected, [])


def test_the_death_year_has_a_second_name() -> None:
    assert read({"author_death_ah": "0207"})[0].death_year_ah == 207


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (
            {"death_year_ah": "القرن الثالث"},
            "death_year_ah must be a year of the Hijra such as 310, not 'القرن الثالث'",
        ),
        ({"author": ["الواقدي"]}, "author must be a line of text"),
        ({"sources": "المغازي"}, "sources must be a list of {book, author, facts}"),
        ({"sources": [{"author": "الواقدي"}]}, "a source must name its book"),
    ],
)
def test_a_field_of_the_wrong_kind_is_told_and_left_unknown(given: dict[str, object], complaint: str) -> None:
    metadata, complaints = read(given)
    assert metadata == Metadata("بدر")
    assert complaints == [complaint]


def test_characters_that_turn_the_writing_direction_are_taken_out_of_titles() -> None:
    assert clean("غزوة \u202eبدر\u200f\ufeff") == "غزوة بدر"


def test_a_title_has_an_end() -> None:
    assert len(clean("ب" * 10_000_000)) == 300


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", ""),
        ("غزوة بدر.", "غزوة بدر"),
        (
            "في عام (610)م خلال الحرب البيزنطيّة الساسانية في (602-628)، أصبح هرقل إمبراطورا.",
            "في عام (610)م خلال الحرب البيزنطيّة الساسانية…",
        ),
    ],
)
def test_a_title_is_made_of_the_first_words(text: str, title: str) -> None:
    assert made_title(text) == title
    assert title_or_made("", text) == (title, False)


def test_a_given_title_is_taken() -> None:
    assert title_or_made("بدر", "وقعت") == ("بدر", True)


@pytest.mark.parametrize("text", ["0", "1601", "-5", "12a", "12345", ""])
def test_what_is_no_year_of_the_hijra_is_none(text: str) -> None:
    assert whole_number(text) is None
