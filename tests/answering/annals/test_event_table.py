from dated import KHALID, events_in, told
from qa_bot.answering.annals.request import read_request
from qa_bot.answering.annals.table import EventTable


def test_events_stand_in_the_order_of_time_whatever_their_calendar() -> None:
    table = EventTable.of(events_in("توفي أبو بكر سنة 13هـ.", "قتل فوقاس سنة 610م.", "فتحت دمشق في رجب سنة 14هـ."))
    assert told(table.events) == [("0610", "written"), ("0013", "written"), ("0014-07", "written")]


def test_words_lead_to_the_events_that_say_them() -> None:
    table = EventTable.of(events_in(*KHALID))
    assert [table.events[at].text for at in table.postings["بحمص"]] == [KHALID[4]]


def test_beside_a_date_stand_the_other_words_of_its_clause() -> None:
    table = EventTable.of(events_in("ولد هرقل سنة 575م، وتوفي بالقسطنطينية سنة 641م."))
    assert table.said == [("ولد", "هرقل"), ("وتوفي", "بالقسطنطينيه")]


def test_years_hold_the_events_whose_middle_lies_in_them() -> None:
    table = EventTable.of(events_in(*KHALID))
    (years,) = read_request("8-13هـ").years
    assert table.within(years) == [0, 1, 2]
    (since,) = read_request("منذ 17هـ").years
    assert table.within(since) == [3, 4]
