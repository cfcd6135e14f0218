from dated import events_in, told


def test_a_sentence_with_a_date_is_dated_and_one_without_is_not() -> None:
    events = events_in("وقعت معركة اليرموك سنة 15هـ. وقاد المسلمين فيها أبو عبيدة.")
    assert told(events) == [("0015", "written")]
    assert events[0].text == "وقعت معركة اليرموك سنة 15هـ."
    assert [span.of(events[0].text) for span in events[0].date_spans] == ["سنة 15هـ"]


def test_each_date_of_a_sentence_is_an_event() -> None:
    events = events_in("ولد هرقل سنة 575م، وتوفي سنة 641م.")
    assert told(events) == [("0575", "written"), ("0641", "written")]
    assert events[0].text == events[1].text


def test_one_date_in_two_calendars_is_one_event_with_both_written() -> None:
    (event,) = events_in("وقعت معركة أجنادين سنة 13هـ الموافق 634م.")
    assert [date.text for date in event.dates] == ["سنة 13هـ", "634م"]
    assert len(event.date_spans) == 2


def test_a_month_takes_its_year_from_the_passage_before() -> None:
    events = events_in("دخلت سنة ثلاث عشرة والناس بالشام.", "ثم في رجب التقى الجيشان عند النهر.")
    assert told(events)[1] == ("0013-07", "context")


def test_a_month_takes_its_year_from_the_heading() -> None:
    (event,) = events_in("وخرج الجيش في رجب إلى الشام مع الأمراء.", headings=("ثم دخلت سنة ثلاث عشرة",))
    assert told([event]) == [("0013-07", "heading")]


def test_annals_go_on_with_in_it() -> None:
    events = events_in("وفي سنة خمس عشرة فتحت الأردن. وفيها كانت وقعة القادسية. وفيها مسجد كبير للناس.")
    assert told(events) == [("0015", "written"), ("0015", "context")]
    assert events[1].text == "وفيها كانت وقعة القادسية."
    assert events[1].dates[0].text == "وفيها"


def test_the_first_sentence_under_a_dated_heading_has_its_date() -> None:
    events = events_in(
        "خرج النبي إلى بدر وقاتل المشركين فانهزموا. وقسم الغنائم بين الناس.",
        "ثم رجع إلى المدينة وقاتل غيرهم.",
        headings=("غزوة بدر في رمضان سنة اثنتين",),
    )
    assert told(events) == [("0002-09", "heading")]
    assert events[0].dates[0].text == "رمضان سنة اثنتين"
    assert events[0].date_spans == ()


def test_under_a_further_heading_it_is_dated_to_the_year_alone() -> None:
    headings = ("غزوة بدر في رمضان سنة اثنتين", "مقتل أبي جهل")
    assert told(events_in("وقتل أبو جهل يوم بدر مع المشركين.", headings=headings)) == [("0002", "heading")]


def test_a_first_sentence_without_an_event_has_no_date_of_the_heading() -> None:
    assert events_in("هذا نسب بني تميم وأسماؤهم.", headings=("غزوة بدر سنة اثنتين",)) == []


def test_a_date_alone_dates_nothing() -> None:
    assert events_in("في سنة 107هـ.") == []


def test_when_a_named_author_died_dates_nothing() -> None:
    assert told(events_in("قال الطبري (ت 310هـ): وقعت أجنادين سنة 13هـ.")) == [("0013", "written")]
    assert events_in("وذكره الطبري (المتوفى سنة 310هـ) في تاريخه الكبير.") == []
