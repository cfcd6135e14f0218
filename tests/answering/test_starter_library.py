"""What anyone will try first, asked of the starter library."""

import pytest

from asked import OpenLibrary
from qa_bot.model.answer import QuestionKind
from qa_bot.model.calendar import BothCalendars
from qa_bot.text.calendars import iso

AJNADAYN = "متى كانت معركة أجنادين؟"
YARMUK = "متى كانت معركة اليرموك؟"


def hijri(dates: tuple[BothCalendars, ...]) -> list[str]:
    return [iso(date.hijri) for date in dates if date.hijri]


async def test_a_battle_is_dated_as_its_article_dates_it(starter: OpenLibrary) -> None:
    answer = await starter.service.answer(AJNADAYN)
    assert (answer.quotes[0].document.id, hijri(answer.dates)) == ("syria/ajnadayn", ["0013-05"])


@pytest.mark.parametrize(("name", "date"), [("Ajnadayn", "0013-05"), ("Tabuk", "0009-07"), ("أجنادين", "0013-05")])
async def test_a_name_in_either_alphabet_is_dated(starter: OpenLibrary, name: str, date: str) -> None:
    assert hijri((await starter.service.when(name)).dates) == [date]


async def test_of_a_persons_name_the_death_is_told_and_the_birth_shown(starter: OpenLibrary) -> None:
    answer = await starter.service.when("Heraclius")
    assert (answer.understood.readings[0], answer.quotes[0].document.id) == ("هرقل", "byzantium/heraclius")
    assert [date.text for date in answer.dates] == ["11 فبراير 641م"]
    assert [quote.text.split()[0] for quote in answer.quotes[:2]] == ["توفي", "وُلد"]
    assert len(answer.quotes) == 3
    assert all(quote.date_spans for quote in answer.quotes)


async def test_who_led_it_follows_when_it_was(starter: OpenLibrary) -> None:
    first = await starter.service.answer(YARMUK)
    then = await starter.service.answer("ومن قادها؟", previous=first.understood)
    assert (then.understood.topic, then.understood.kind) == ("معركة اليرموك", QuestionKind.WHO)
    assert then.quotes[0].document.id == "syria/yarmuk"
    assert "أبو عبيدة" in then.quotes[0].text


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("كم بلغ عدد الروم في أجنادين؟", "ومن كان قائدهم؟", "قاد الروم في معركة أجنادين"),
        ("لماذا عُزل خالد بن الوليد؟", "ومن تولى مكانه؟", "وولّى أبا عبيدة بن الجراح"),
        ("بعد كم شهر انتقضت هدنة الحديبية؟", "ولماذا؟", "حين أعانت قريش بني بكر على خزاعة"),
        ("كم كان عمر زيد بن حارثة لما استشهد؟", "وجعفر؟", "وأن عمره كان ثلاثًا وثلاثين سنة"),
        ("مين قتل أبو جهل؟", "وكم واحد استشهد من المسلمين يومها؟", "أربعة عشر رجلًا"),
        (
            "أي القبائل العربية حاربت في صف هرقل باليرموك؟",
            "ومن كان على مقدمتهم؟",
            "وكان جبلة بن الأيهم الغساني على مقدمتهم",
        ),
        ("متى دخل المسلمون المدائن؟", "ومن قائدهم؟", "قاد المسلمين في فتح المدائن سعد بن أبي وقاص"),
        ("ما أول حصن سقط بيد المسلمين في خيبر؟", "وآخرها؟", "وكان الوطيح والسلالم آخر حصون خيبر فتحًا"),
        ("كم كان عدد المسلمين في خيبر؟", "ومن قتل مرحبا؟", "اختُلف في قاتل مرحب"),
        ("من كان أمير المسلمين الأول في مؤتة؟", "ومن بعده؟", "ثم جعفر بن أبي طالب"),
        ("من خرج للمبارزة من قريش في بدر؟", "ومن قتل الوليد؟", "قتل علي الوليد بن عتبة"),
    ],
)
async def test_a_follow_up_is_answered_by_what_it_leans_on(
    starter: OpenLibrary, first: str, then: str, told: str
) -> None:
    before = await starter.service.answer(first)
    assert told in (await starter.service.answer(then, previous=before.understood)).quotes[0].text


async def test_whom_the_answer_names_for_a_side_is_of_that_side(starter: OpenLibrary) -> None:
    first = await starter.service.answer("من قاد الفرس يوم الجسر؟")
    then = await starter.service.answer("وكم كان جيشه؟", previous=first.understood)
    assert (first.understood.told, then.understood.topic) == ("مردانشاه", "مردانشاه")
    assert "وبلغ عدد الفرس في معركة الجسر أربعة آلاف مقاتل" in then.quotes[0].text


async def test_the_age_of_one_who_was_not_named_is_not_told_by_anothers(starter: OpenLibrary) -> None:
    first = await starter.service.answer("كم كان عمر زيد بن حارثة لما استشهد؟")
    then = await starter.service.answer("وابن رواحة؟", previous=first.understood)
    assert (then.understood.question, then.found) == ("كم كان عمر ابن رواحة لما استشهد؟", False)


async def test_what_became_of_whom_the_answer_named_is_told(starter: OpenLibrary) -> None:
    first = await starter.service.answer("من قاد الفرس في معركة نينوى؟")
    then = await starter.service.answer("وما مصيره؟", previous=first.understood)
    assert "وقُتل راهزاد قائد الفرس في معركة نينوى" in then.quotes[0].text


async def test_how_many_he_had_is_told_of_the_battle_that_he_led(starter: OpenLibrary) -> None:
    first = await starter.service.answer("من قاد المسلمين في فتح مصر؟")
    then = await starter.service.answer("وكم كان معه؟", previous=first.understood)
    assert then.understood.topic == "عمرو بن العاص"
    assert "ثلاثة آلاف وخمسمائة رجل مع عمرو بن العاص" in then.quotes[0].text


async def test_another_battle_is_asked_the_same(starter: OpenLibrary) -> None:
    first = await starter.service.answer(YARMUK)
    then = await starter.service.answer("والقادسية؟", previous=first.understood)
    assert (then.understood.question, then.understood.kind) == ("متى كانت القادسية؟", QuestionKind.WHEN)
    assert then.quotes[0].document.id == "iraq/qadisiyya"
    # The texts differ on its year.
    assert "المحرم سنة 14هـ" in " ".join(quote.text for quote in then.quotes)
    assert len(then.accounts) == 3


@pytest.mark.parametrize(
    "spelling",
    [
        "متى كانت معركة اجنادين؟",
        "متي كانت معركه اجنادين",
        "متى كانت معركة أجندين؟",
        "مَتَى كَانَتْ مَعْرَكَةُ أَجْنَادِينَ؟",
        "متـى كانت معـــركة أجنــادين؟",
        "  متى كانت معركة أجنادين  ",
        "متى كانت معركة Ajnadayn؟",
    ],
)
async def test_however_it_is_spelt_the_same_sentence_answers(starter: OpenLibrary, spelling: str) -> None:
    expected = (await starter.service.answer(AJNADAYN)).quotes[0].text
    assert (await starter.service.answer(spelling)).quotes[0].text == expected


@pytest.mark.parametrize("question", ["كيف أطبخ الكبسة؟", "متى كانت معركة حطين؟", "ما عاصمة فرنسا؟"])
async def test_what_the_texts_do_not_tell_is_not_answered(starter: OpenLibrary, question: str) -> None:
    answer = await starter.service.answer(question)
    assert (answer.found, answer.dates) == (False, ())


@pytest.mark.parametrize("then", ["وحطين؟", "كيف أطبخ الكبسة؟", "ما عاصمة فرنسا؟"])
async def test_what_the_texts_do_not_tell_is_not_taken_from_what_was_before(starter: OpenLibrary, then: str) -> None:
    first = await starter.service.answer(YARMUK)
    assert not (await starter.service.answer(then, previous=first.understood)).found


@pytest.mark.parametrize(
    "question", ["متى ولد خالد بن الوليد؟", "متى أسلم أبو عبيدة بن الجراح؟", "متى ولد سعد بن أبي وقاص؟"]
)
async def test_no_event_of_a_life_is_dated_by_a_sentence_about_another(starter: OpenLibrary, question: str) -> None:
    assert not (await starter.service.answer(question)).found


async def test_an_event_of_a_life_that_the_texts_tell_is_answered(starter: OpenLibrary) -> None:
    assert "575م" in (await starter.service.answer("متى ولد هرقل؟")).quotes[0].text


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("من هو هرقل؟", "هرقل إمبراطور الروم"),
        ("من هو ابو عبيدة بن الجراح", "أبو عبيدة عامر بن عبد الله"),
        ("ما هي غزوة بدر؟", "غزوة بدر أول معركة"),
    ],
)
async def test_who_or_what_something_is_stands_at_the_head_of_its_article(
    starter: OpenLibrary, question: str, beginning: str
) -> None:
    assert (await starter.service.answer(question)).quotes[0].text.startswith(beginning)


@pytest.mark.parametrize(
    ("question", "how_long"),
    [
        ("كم دام حصار دمشق؟", "ستة أشهر"),
        ("كم دامت معركة القادسية؟", "ثلاثة أيام وليلة"),
        ("كم دام حصار حصن بابليون؟", "سبعة أشهر"),
        ("كم دامت خلافة عمر بن الخطاب؟", "عشر سنين وستة أشهر"),
        ("كم دامت الحرب البيزنطية الساسانية؟", "ستًا وعشرين سنة"),
        ("كم استمر حصار القسطنطينية؟", "أربعين يومًا"),
    ],
)
async def test_how_long_it_lasted_is_told_by_a_sentence_that_says_so(
    starter: OpenLibrary, question: str, how_long: str
) -> None:
    assert how_long in (await starter.service.answer(question)).quotes[0].text


@pytest.mark.parametrize("name", ["خيبر", "مؤتة", "بدر", "اليرموك", "Khaybar"])
async def test_a_bare_name_is_answered_as_the_full_question_is(starter: OpenLibrary, name: str) -> None:
    full = {"خيبر": "غزوة خيبر", "مؤتة": "غزوة مؤتة", "بدر": "غزوة بدر", "اليرموك": "معركة اليرموك"}
    asked = await starter.service.answer(f"متى كانت {full.get(name, 'غزوة خيبر')}؟")
    bare = await starter.service.when(name)
    assert (bare.quotes, bare.dates, bare.accounts) == (asked.quotes, asked.dates, asked.accounts)
    assert (await starter.service.answer(f"when {name}")).quotes == asked.quotes
