from dataclasses import replace
from pathlib import Path

from builders import build_library, build_small_index
from dated import KHALID, events_in
from qa_bot.answering.annals.events import read_events
from qa_bot.index.event_records import events_from_line, events_to_line, read_event_lines
from qa_bot.index.generation import current_name, folder_of
from qa_bot.model.event import DatedEvent


def again(events: list[DatedEvent]) -> list[DatedEvent]:
    """Return the events after they were written and read."""
    passages = {event.passage.ordinal: event.passage for event in events}
    return events_from_line(events_to_line(events), events[0].document, passages.__getitem__)


def test_events_come_back_as_they_were_written() -> None:
    texts = (*KHALID, "فتحت دمشق الكبرى في خلافة عمر.", "وقعت حرب الفجار بين 33 ق.هـ و30 ق.هـ في الحجاز.")
    events = events_in(*texts, headings=("سنة ثلاث عشرة",))
    assert len(events) > len(KHALID)
    assert again(events) == events


def test_what_no_utf_8_can_write_comes_back_too() -> None:
    event = events_in("مات سنة 13هـ في بلده.")[0]
    torn = replace(event, citation="مكتبة \ud800\u2028")
    assert again([torn]) == [torn]


def test_a_document_without_events_has_a_line_too(tmp_path: Path) -> None:
    build_small_index(
        tmp_path, build_library({"بدر": ["وقعت بدر سنة 2هـ بين الفريقين."], "نص": ["لا تاريخ هنا."]}), read_events
    )
    lines = read_event_lines(folder_of(tmp_path, current_name(tmp_path) or ""))
    assert lines is not None
    assert [line == b"[]" for line in lines] == [False, True]


def test_an_index_without_events_keeps_none(tmp_path: Path) -> None:
    build_small_index(tmp_path)
    assert read_event_lines(folder_of(tmp_path, current_name(tmp_path) or "")) is None
