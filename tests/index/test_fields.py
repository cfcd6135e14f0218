from dataclasses import replace

import pytest

from qa_bot.index import fields
from qa_bot.index.fields import FIELDS, WORDS, Unit, analysis_fingerprint
from qa_bot.text.terms import ANALYSERS, ANALYSIS_VERSION


def test_every_field_has_a_name_of_its_own_and_a_known_analyser() -> None:
    assert len({field.name for field in FIELDS}) == len(FIELDS)
    assert {field.analyser for field in FIELDS} <= set(ANALYSERS)
    assert all(field.with_text or field.with_title for field in FIELDS)


def test_the_word_field_holds_whole_words_of_passages() -> None:
    """The vocabulary of the engines is read from it."""
    (word,) = [field for field in FIELDS if field.name == WORDS]
    assert (word.analyser, word.unit) == ("word", Unit.PASSAGE)


@pytest.mark.parametrize(
    "change",
    [{"analyser": "word"}, {"with_title": False}, {"unit": Unit.ARTICLE}, {"k1": 1.2}, {"b": 0.75}, {"name": "text"}],
)
def test_another_way_of_making_a_field_changes_the_fingerprint(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, object]
) -> None:
    before = analysis_fingerprint()
    monkeypatch.setattr(fields, "FIELDS", (replace(FIELDS[0], **change), *FIELDS[1:]))  # type: ignore[arg-type]  # fields of Field
    assert analysis_fingerprint() != before


def test_another_analysis_version_changes_the_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    before = analysis_fingerprint()
    monkeypatch.setattr(fields, "ANALYSIS_VERSION", ANALYSIS_VERSION + 1)
    assert analysis_fingerprint() != before
