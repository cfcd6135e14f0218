from pathlib import Path

import pytest

from builders import build_passage
from fakes import yarmuk
from qa_bot.errors import SetupError
from qa_bot.evaluation.near_copies import kinships
from qa_bot.evaluation.question_sets import JudgedQuestion, JudgedText, QuestionSet
from qa_bot.evaluation.when_questions import (
    EVENTS,
    EVENTS_LATIN,
    JudgedEvent,
    WhenQuestion,
    WordsGold,
    YearsGold,
    questions_of_events,
    questions_of_set,
    read_events,
)
from qa_bot.model.answer import Quote, QuotedDate
from qa_bot.model.calendar import BothCalendars
from qa_bot.model.corpus import DocumentCard, Span
from qa_bot.text.calendars import in_both_calendars
from qa_bot.text.dates import find_dates

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "classical_texts"


def date(text: str) -> BothCalendars:
    (mention,) = find_dates(text)
    assert mention.meaning is not None
    return in_both_calendars(mention.span.of(text), mention.meaning)


def quote(text: str, *dates: BothCalendars) -> Quote:
    document, _ = yarmuk()
    card = DocumentCard(document.id, document.metadata, 1, 1)
    given = tuple(QuotedDate(each) for each in dates)
    return Quote(build_passage(text), card, Span(0, len(text)), "", dates=given)


def test_the_judged_events_are_two_halves_of_the_same_size() -> None:
    events = read_events()
    assert len({event.id for event in events}) == len(events)
    assert [sum(event.split == split for event in events) for split in ("fit", "report")] == [109, 109]


@pytest.mark.parametrize("split", ["fit", "report"])
def test_every_event_stands_in_the_file_of_its_half_and_names_a_text(split: str) -> None:
    events = read_events(splits=[split])
    assert {event.split for event in events} == {split}
    assert [event.id for event in events if not event.texts] == []


@pytest.mark.skipif(not TEXTS.is_dir(), reason=f"the classical texts are not at {TEXTS}")
def test_every_text_that_an_event_names_is_there() -> None:
    there = {".".join(file.name.split(".")[:2]) for file in TEXTS.glob("*.gz")}
    named = {text for event in read_events() for text in event.texts}
    assert named <= there


def test_a_line_that_is_no_event_is_named(tmp_path: Path) -> None:
    (tmp_path / "when_fit.jsonl").write_text('{"id": "badr"}\n', "utf-8")
    with pytest.raises(SetupError, match=r"when_fit\.jsonl:1"):
        read_events(tmp_path, ["fit"])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"when_report\.jsonl can't be read"):
        read_events(tmp_path, ["report"])


def test_names_in_latin_letters_are_a_source_of_their_own() -> None:
    event = JudgedEvent("badr", "fit", "battle", ("متى كانت بدر؟",), (2,), (), ("Badr",))
    gold = YearsGold((2,))
    assert questions_of_events([event]) == [
        WhenQuestion("badr", EVENTS, "fit", "متى كانت بدر؟", gold),
        WhenQuestion("badr", EVENTS_LATIN, "fit", "Badr", gold, by_name=True),
    ]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("سنة 13هـ", True),
        ("سنة 14هـ", True),
        ("سنة 16هـ", False),
        ("رجب سنة 15هـ", False),
        ("سنة 634م", True),
        ("القرن الأول الهجري", False),
    ],
)
def test_a_year_more_or_less_than_the_annals_give_is_right(written: str, right: bool) -> None:
    gold = YearsGold((13,))
    assert gold.is_named_by(date(written)) is right
    assert gold.is_held_by(quote("وقعت أجنادين", date("سنة 90هـ"), date(written))) is right


@pytest.mark.parametrize(
    ("answer", "written", "right"),
    [
        ("في 20 أغسطس 1858", "سنة 1858م", True),
        ("20 أغسطس 1858", "20 أغسطس 1859", False),
        ("سنة 13هـ", "رجب سنة 13هـ", True),
        ("(1157 هـ / 1744)", "سنة 1744م", True),
        ("في 7 رجب", "7 رجب سنة 13هـ", True),
        ("في 7 رجب", "سنة 13هـ", False),
    ],
)
def test_a_date_is_right_if_it_has_the_year_of_an_answer(answer: str, written: str, right: bool) -> None:
    assert WordsGold((answer,)).is_named_by(date(written)) is right


def test_a_sentence_holds_the_words_of_an_answer() -> None:
    gold = WordsGold(("سنة 1858",))
    assert gold.is_held_by(quote("ولد سنة 1858 في برقة"))
    assert not gold.is_held_by(quote("ولد سنة 1859 في برقة"))


def test_only_questions_for_a_time_that_a_date_answers_are_asked() -> None:
    text = JudgedText("s/p", "عمر المختار", "ولد عمر المختار سنة 1858، وتزوج في صباه.")
    questions = [
        JudgedQuestion("s/q0", "متى ولد عمر المختار؟", ("سنة 1858",), ("s/p",)),
        JudgedQuestion("s/q1", "متى تزوج عمر المختار؟", ("في صباه",), ("s/p",)),
        JudgedQuestion("s/q2", "من ولد سنة 1858؟", ("عمر المختار",), ("s/p",)),
        JudgedQuestion("s/q3", "- في أي عام ولد؟", ("1858",), ("s/p",)),
    ]
    found = questions_of_set(QuestionSet("s", (text,), tuple(questions)), kinships([text]))
    assert [(each.id, each.source, each.gold) for each in found] == [
        ("s/q0", "s", WordsGold(("سنة 1858",), frozenset({"s/p"}))),
        ("s/q3", "s", WordsGold(("1858",), frozenset({"s/p"}))),
    ]
