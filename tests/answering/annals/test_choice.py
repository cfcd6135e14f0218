from dated import KHALID, events_in
from qa_bot.answering.annals.choice import Chooser, is_close
from qa_bot.answering.annals.table import EventTable


def chosen(*texts: str, most: int, topic: str = "") -> list[str]:
    table = EventTable.of(events_in(*texts))
    found = dict.fromkeys(range(len(table.events)), 1.0)
    return [table.events[at].text for at in Chooser(table).choose(found, most, topic)]


def test_a_battle_is_chosen_before_a_date_of_the_book() -> None:
    battle = "كانت وقعة اليرموك بين المسلمين والروم سنة 15هـ."
    book = "وفتح الحصن إلى هذا الوقت وهو سنة 15هـ بأيديهم."
    assert chosen(book, battle, most=1) == [battle]


def test_what_lies_apart_is_chosen_before_the_same_told_again() -> None:
    again = "ووقعت اليرموك بين المسلمين والروم سنة 15هـ كذلك."
    first = "كانت وقعة اليرموك بين المسلمين والروم سنة 15هـ."
    other = "وفتحت الإسكندرية على يد عمرو بن العاص سنة 21هـ."
    assert chosen(first, again, other, most=2) == [first, other]


def test_what_several_texts_tell_is_chosen_first() -> None:
    table = EventTable.of(
        [
            *events_in("وفتحت قيسارية على يد معاوية سنة 19هـ.", document="a"),
            *events_in("كانت وقعة اليرموك العظيمة سنة 15هـ.", document="a"),
            *events_in("ووقعت اليرموك سنة 15هـ على الأشهر.", document="b"),
            *events_in("وأرخ اليرموك آخرون بسنة 15هـ.", document="c"),
        ]
    )
    (best,) = Chooser(table).choose(dict.fromkeys(range(4), 1.0), 1)
    assert table.events[best].text == "كانت وقعة اليرموك العظيمة سنة 15هـ."


def test_what_is_surely_about_the_topic_is_chosen_first() -> None:
    table = EventTable.of(events_in("توفي معاوية بدمشق سنة 60هـ.", "توفي عمرو بمصر سنة 43هـ."))
    assert Chooser(table).choose({0: 0.4, 1: 1.0}, 1) == [1]
    assert Chooser(table).choose({0: 1.0, 1: 0.4}, 1) == [0]


def test_all_that_is_found_is_chosen_in_the_order_of_time() -> None:
    assert chosen(*reversed(KHALID), most=9) == list(KHALID)


def test_a_reign_dates_nothing_closely_and_a_written_span_does() -> None:
    reign, war = events_in("فتحت مصر في خلافة عمر بن الخطاب.", "دامت الحرب بين الدولتين 602-628م.")
    assert not is_close(reign)
    assert is_close(war)
    assert chosen(reign.text, most=3) == []


def test_one_sentence_is_not_chosen_twice_before_another() -> None:
    twice = "ولد هرقل بقبادوقية سنة 575م، وتوفي هرقل بالقسطنطينية سنة 641م."
    other = "وفتح عمرو الإسكندرية سنة 642م."
    assert chosen(twice, other, most=2) == [twice, other]
