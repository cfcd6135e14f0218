import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.text.sentences import sentences, soft_breaks


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقعت بدر في رمضان. وكانت أحد بعدها.", ["وقعت بدر في رمضان.", "وكانت أحد بعدها."]),
        ("متى كانت بدر؟ كانت سنة اثنتين!", ["متى كانت بدر؟", "كانت سنة اثنتين!"]),
        ("انهزم الروم .\nبيد أن هرقل عاد .", ["انهزم الروم .", "بيد أن هرقل عاد ."]),
        ("وفتحوا بلاد الشام.فى شهر رجب كانت تبوك.", ["وفتحوا بلاد الشام.", "فى شهر رجب كانت تبوك."]),
        (
            "دخلوا قيصرية (الآن قيصري، تركيا).\nفي عام 612 عاد هرقل.",
            ["دخلوا قيصرية (الآن قيصري، تركيا).", "في عام 612 عاد هرقل."],
        ),
        ("حتى رأيت السماء من دونه؟! قالوا نعم", ["حتى رأيت السماء من دونه؟!", "قالوا نعم"]),
    ],
)
def test_marks_end_a_sentence_with_or_without_a_space_after_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ولد سنة 571 م. في مكة",
        "توفي (ت. 207 هـ.) في بغداد",
        "كتاب د. حسين مؤنس عن الفتوح",
        "انظر ص. 15 من ج. 2 في الكتاب",
        "كان ذلك سنة 52 ق.م. في روما",
        "طوله 3.5 أمتار ووزنه 1.200 كيلو",
        "قال... ثم سكت طويلا",
        "فتح العراق وفارس إلخ. في عشر سنين",
        "1. غزوة بدر الكبرى",
        "يا أمير المؤمنين! لو كنت أرسلتني إليهم",
        "قال: «لا تحزن. إن الله معنا» وهما في الغار",
        "نزلوا حمص (وهي إيميسا. وقيل غير ذلك) في الشتاء",
        'قال تعالى: "انفروا. خفافا وثقالا" في سورة التوبة',
    ],
)
def test_what_only_looks_like_an_end_keeps_the_sentence_whole(text: str) -> None:
    assert split(text) == [text]


def test_an_era_ends_a_sentence_where_the_next_word_begins_one() -> None:
    assert split("توفي سنة 13 هـ. وخلفه عمر") == ["توفي سنة 13 هـ.", "وخلفه عمر"]


def test_an_ellipsis_ends_a_sentence_where_the_next_word_begins_one() -> None:
    assert split("بكى الناس يومئذ... ثم دفنوه ليلا") == ["بكى الناس يومئذ...", "ثم دفنوه ليلا"]


def test_a_footnote_number_stays_with_the_sentence_that_it_closes() -> None:
    assert split("ثم قرأ عليهم الكتاب. [5] وقال القوم نعم. (2) فسار") == [
        "ثم قرأ عليهم الكتاب. [5]",
        "وقال القوم نعم. (2)",
        "فسار",
    ]


def test_a_long_speech_in_quotation_marks_is_parted() -> None:
    speech = "«" + "أوصيكم بتقوى الله في السر والعلن ولا تغدروا. " * 10 + "»"
    assert len(sentences(speech)) == 10


def test_a_bracket_that_never_closes_protects_nothing() -> None:
    assert split("نزل (في الدار. ثم خرج منها.") == ["نزل (في الدار.", "ثم خرج منها."]


def test_a_blank_line_ends_a_sentence_without_punctuation() -> None:
    assert split("غزوة بدر\n\nوقعت في رمضان") == ["غزوة بدر", "وقعت في رمضان"]


def test_the_end_of_a_long_line_ends_a_sentence_without_punctuation() -> None:
    first = "وكان من الذين قدموا أموالهم أبو بكر الذي قدم ماله كله وعمر الذي قدم نصف ماله وعثمان الذي قدم كثيرا وغيرهم"
    assert split(f"{first}\nوقد سمي هذا الجيش جيش العسرة") == [first, "وقد سمي هذا الجيش جيش العسرة"]


def test_the_end_of_a_wrapped_line_ends_nothing() -> None:
    wrapped = (
        "وقعت غزوة بدر الكبرى في السابع عشر من شهر رمضان من السنة الثانية\n"
        "للهجرة عند آبار بدر بين مكة والمدينة وانتصر فيها المسلمون وقتل من\n"
        "قريش سبعون رجلا."
    )
    assert split(wrapped) == [wrapped]


def test_a_piece_of_wrapped_text_may_begin_inside_a_line() -> None:
    wrapped = (
        "من شهر رمضان\n"
        "للهجرة عند آبار بدر بين مكة والمدينة وانتصر فيها المسلمون وقتل من\n"
        "المشركين سبعون رجلا وأسر سبعون منهم العباس بن عبد المطلب وعقيل\n"
        "ابن أبي طالب."
    )
    assert split(wrapped) == [wrapped]


def test_marks_without_words_belong_to_the_sentence_before() -> None:
    assert split("وانصرفوا إلى المدينة.\n\n***\n\nثم كانت أحد") == ["وانصرفوا إلى المدينة.\n\n***", "ثم كانت أحد"]


def test_an_empty_text_has_no_sentences() -> None:
    assert sentences("") == []
    assert sentences(" \n\t") == []


def test_lines_of_a_list_do_not_wrap() -> None:
    assert soft_breaks(["غزوة بدر", "غزوة أحد", "غزوة الخندق"]) == [False, False]


def test_lines_as_long_as_paragraphs_do_not_wrap() -> None:
    assert soft_breaks(["كلمة " * 40 + "أخيرة", "كلمة " * 40 + "أخيرة"]) == [False]


MIXED = 'قال ثم وكان هـ. م. 3.5 (634) « » ( ) " بدر، أحد. الشام؛ … ؟ ! فتح دمشق * سَنَةَ [1] \n \n\n الشام.فى E'
WORDS = st.sampled_from(MIXED.split(" "))
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=250).map(" ".join))


@settings(deadline=None)
@given(TEXTS)
def test_sentences_ascend_and_cover_all_but_white_space(text: str) -> None:
    spans = sentences(text)
    after = 0
    for span in spans:
        assert after <= span.start < span.end
        assert not text[after : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        after = span.end
    assert not text[after:].strip()


@pytest.mark.parametrize("hostile", ["(", ". ", '" ', "كلمة.", "\n ", "م. ", "يا كلمة! ", "[1]."])
def test_no_text_costs_more_than_its_length(hostile: str) -> None:
    # Quadratic work on a text this long takes minutes; the test run has a limit of its own.
    text = hostile * 50_000
    assert "".join(part for span in sentences(text) for part in span.of(text).split()) == "".join(text.split())
