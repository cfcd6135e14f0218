import json
from pathlib import Path

import pytest

from qa_bot.errors import SetupError
from qa_bot.evaluation.marked_dates import Kind, MarkedDate, Stretch, digest_of, read_stretches, told
from qa_bot.model.corpus import Span
from qa_bot.text.dates import find_dates

DATE = {"span": [5, 13], "words": "سنة 13هـ", "kind": "written", "means": ["hijri 0013"]}
STRETCH = {
    "id": "d-001",
    "source": "texts",
    "document": "d",
    "span": [0, 14],
    "digest": digest_of("وقعت سنة 13هـ."),
    "dates": [DATE],
}


def write(folder: Path, *records: object, split: str = "fit") -> Path:
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (folder / f"dates_{split}.jsonl").write_text(lines, "utf-8")
    return folder


def test_stretches_are_read_with_their_dates(tmp_path: Path) -> None:
    (stretch,) = read_stretches(write(tmp_path, STRETCH))
    date = MarkedDate(Span(5, 13), "سنة 13هـ", Kind.WRITTEN, ("hijri 0013",))
    assert stretch == Stretch("d-001", "fit", "texts", "d", Span(0, 14), STRETCH["digest"], (date,))


def test_a_half_is_read_by_itself(tmp_path: Path) -> None:
    write(write(tmp_path, STRETCH), STRETCH | {"id": "d-002"}, split="report")
    assert [each.id for each in read_stretches(tmp_path, ["report"])] == ["d-002"]
    assert [each.split for each in read_stretches(tmp_path)] == ["fit", "report"]


@pytest.mark.parametrize(
    "broken",
    [
        "[]",
        STRETCH | {"span": [0]},
        STRETCH | {"dates": [DATE | {"kind": "guessed"}]},
        STRETCH | {"dates": [DATE | {"means": []}]},
        STRETCH | {"dates": [DATE | {"words": "سنة"}]},
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, broken: object) -> None:
    with pytest.raises(SetupError, match=r"dates_fit\.jsonl:2: no stretch"):
        read_stretches(write(tmp_path, STRETCH, broken))


def test_missing_marks_are_told(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"no marked dates in .*dates_report\.jsonl"):
        read_stretches(tmp_path, ["report"])


def test_a_stretch_is_known_again_by_its_own_words(tmp_path: Path) -> None:
    (stretch,) = read_stretches(write(tmp_path, STRETCH))
    assert stretch.is_in("وقعت سنة 13هـ. ثم")
    assert not stretch.is_in("وقعت سنة 14هـ. ثم")


def test_a_meaning_is_told_in_its_own_calendar() -> None:
    assert [told(each) for each in find_dates("حكم بين 602 و628م، وخرج في رجب.")] == ["julian 0602/0628", None]


def test_a_date_accepts_each_of_its_meanings() -> None:
    (mention,) = find_dates("خرج سنة 9هـ.")
    date = MarkedDate(Span(4, 11), "سنة 9هـ", Kind.WRITTEN, ("hijri 0010", "hijri 0009"))
    assert date.is_meant_by(mention)
