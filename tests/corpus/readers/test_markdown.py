import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.corpus.findings import Problem, Severity, SourceFile, Trouble
from qa_bot.corpus.origin import locate, locate_span
from qa_bot.corpus.readers.markdown import read
from qa_bot.model.corpus import Document, Source
from read_files import only_document

FILE = SourceFile("badr", "badr.md", "/texts/badr.md")


def document(text: str) -> Document:
    return only_document(read(text, FILE))


def paragraphs(text: str) -> list[tuple[tuple[str, ...], str]]:
    found = document(text)
    return [(paragraph.headings, paragraph.span.of(found.text)) for paragraph in found.paragraphs]


def words(text: str) -> list[str]:
    return [paragraph for _, paragraph in paragraphs(text)]


def test_front_matter_becomes_metadata() -> None:
    found = document(
        "---\ntitle: غزوة بدر\nauthor: مؤلف\ndeath_year_ah: 207\nlicence: CC0\nlanguage: ar\ncollection: السيرة\n"
        "sources:\n  - book: المغازي\n    author: الواقدي\n    facts: التاريخ\n---\n\nوقعت بدر في رمضان.\n"
    )
    assert (found.metadata.title, found.metadata.titled, found.metadata.author) == ("غزوة بدر", True, "مؤلف")
    assert (found.metadata.death_year_ah, found.metadata.licence, found.metadata.collection) == (207, "CC0", "السيرة")
    assert found.metadata.sources == (Source("المغازي", "الواقدي", "التاريخ"),)
    assert found.text == "وقعت بدر في رمضان."


def test_headings_make_a_path_and_belong_to_no_paragraph() -> None:
    text = "مقدمة.\n\n# الشام\n\n## دمشق ##\n\nفتحت صلحا.\n\n## حمص\nفتحت بعدها.\n\n# العراق\n\nفتح."
    assert paragraphs(text) == [
        ((), "مقدمة."),
        (("الشام", "دمشق"), "فتحت صلحا."),
        (("الشام", "حمص"), "فتحت بعدها."),
        (("العراق",), "فتح."),
    ]
    assert "## " not in document(text).text
    assert "دمشق" in document(text).text


def test_underlined_lines_are_headings() -> None:
    assert paragraphs("تمهيد.\n\nالشام\n===\n\nدمشق\n---\n\nفتحت.") == [((), "تمهيد."), (("الشام", "دمشق"), "فتحت.")]


def test_dashes_below_a_long_paragraph_are_a_rule() -> None:
    long = (
        "وقعت غزوة بدر الكبرى في السابع عشر من شهر رمضان من السنة الثانية للهجرة عند آبار بدر "
        + "بين مكة والمدينة وفيها نصر المسلمون."
    )
    assert paragraphs(f"{long}\n---\n\nثم أحد.") == [((), long), ((), "ثم أحد.")]


def test_a_heading_at_the_top_is_the_title_where_none_is_given() -> None:
    found = document("# غزوة بدر\n\n## المكان\n\nآبار بدر.")
    assert (found.metadata.title, found.metadata.titled) == ("غزوة بدر", True)
    assert found.paragraphs[0].headings == ("المكان",)


def test_a_heading_that_repeats_the_title_is_no_part_of_the_path() -> None:
    assert paragraphs("---\ntitle: غزوة **بدر**\n---\n# غزوة بدر\n\nوقعت.") == [(("غزوة بدر",), "وقعت.")]
    assert paragraphs("---\ntitle: غزوة بدر\n---\n# غزوة **بدر**\n\nوقعت.") == [((), "وقعت.")]


def test_a_title_is_made_where_there_is_none() -> None:
    found = document("وقعت **غزوة** بدر في السابع عشر من رمضان من السنة الثانية.")
    assert (found.metadata.title, found.metadata.titled) == ("وقعت غزوة بدر في السابع عشر من…", False)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("وقعت **بدر** في *رمضان* ~~أو~~ __شوال__", "وقعت بدر في رمضان أو شوال"),
        ("انظر [غزوة أحد](uhud.md) و[الخندق][k]", "انظر غزوة أحد والخندق"),
        ('انظر [أحد](uhud.md "عنوان") هنا', "انظر أحد هنا"),
        ("قبل ![خريطة](map.png) بعد", "قبل  بعد"),
        ("نص `رمز *خام*` نص", "نص رمز *خام* نص"),
        ("سطر أول <!-- ملحوظة --> وبعد", "سطر أول  وبعد"),
        ("كلمة[^1] أخرى<br>سطر", "كلمة أخرى\nسطر"),
        ("<span dir='rtl'>بدر</span>&nbsp;الكبرى", "بدر الكبرى"),
        ("<https://example.org/a_b>", "https://example.org/a_b"),
        (r"نجمة \* وشرطة \_", "نجمة * وشرطة _"),
        ("كلمة_في_وسط snake_case_name", "كلمة_في_وسط snake_case_name"),
        ("صدر البيت * وعجزه", "صدر البيت * وعجزه"),
        ("[سورة التوبة: 38] نص", "[سورة التوبة: 38] نص"),
        ("**لم يغلق", "**لم يغلق"),
        ("فيه `شرطة واحدة", "فيه `شرطة واحدة"),
        ("من 5 < 6 و7 > 3", "من 5 < 6 و7 > 3"),
    ],
)
def test_markup_inside_a_paragraph_is_left_out(written: str, shown: str) -> None:
    assert words(written) == [shown]


def test_items_are_paragraphs_and_keep_their_numbers() -> None:
    assert words("الغزوات:\n- بدر\n- [x] أحد\n* الخندق\n\n1. خيبر\n2. مؤتة") == [
        "الغزوات:",
        "بدر",
        "أحد",
        "الخندق",
        "1. خيبر",
        "2. مؤتة",
    ]


def test_a_wrapped_line_that_begins_with_a_year_is_no_item() -> None:
    assert words("وقعت اليرموك سنة\n636. وقيل غير ذلك") == ["وقعت اليرموك سنة 636. وقيل غير ذلك"]


def test_wrapped_lines_are_joined_and_hard_breaks_kept() -> None:
    assert words("وقعت بدر\nفي رمضان  \nسنة اثنتين\\\nللهجرة") == ["وقعت بدر في رمضان\nسنة اثنتين\nللهجرة"]


def test_quotes_lose_their_sign() -> None:
    assert words("> قال عمر:\n> نعم.\n\nثم سكت.") == ["قال عمر: نعم.", "ثم سكت."]


def test_rows_of_a_table_are_paragraphs_and_its_ruler_is_none() -> None:
    assert words("| الغزوة | السنة |\n|:--|--:|\n| بدر | 2 |") == ["الغزوة | السنة", "بدر | 2"]


def test_code_keeps_its_lines_and_loses_its_fence() -> None:
    assert words("قبل\n```text\n# ليس عنوانا\n**خام**\n```\nبعد") == ["قبل", "# ليس عنوانا\n**خام**", "بعد"]


def test_comments_over_several_lines_are_left_out() -> None:
    assert words("قبل\n\n<!-- أول\n\n# عنوان\n- بند -->\nبعد\n\nآخر") == ["قبل", "بعد", "آخر"]
    assert words("قبل <!-- أول\n\n# عنوان --> بعد\n\nآخر") == ["قبل  بعد", "آخر"]


def test_link_definitions_and_rules_are_left_out() -> None:
    assert words("نص\n\n[k]: https://example.org\n\n* * *\n\n[^1]: حاشية") == ["نص", "حاشية"]


def test_broken_front_matter_is_a_problem_with_its_line() -> None:
    (found,) = read("---\ntitle: a: b\n---\nنص", FILE)
    assert found == Problem("/texts/badr.md", 2, "the front matter is no YAML: mapping values are not allowed here")


def test_a_wrong_field_is_a_warning_and_the_text_is_read() -> None:
    warning, found = read("---\ntitle: بدر\ndeath_year_ah: قديم\n---\nنص", FILE)
    assert isinstance(warning, Problem)
    assert warning.severity is Severity.WARNING
    assert isinstance(found, Document)


def test_a_file_without_text_is_a_warning() -> None:
    assert list(read("---\ntitle: بدر\n---\n", FILE)) == [
        Problem("/texts/badr.md", None, "holds no text", Severity.WARNING, Trouble.EMPTY)
    ]


def test_the_origin_of_a_word_is_its_place_in_the_file() -> None:
    text = "---\ntitle: بدر\n---\n\n## المكان\n\nوقعت **بدر** عند [الآبار](x.md)."
    found = document(text)
    span = found.paragraphs[0].span
    assert span.of(found.text) == "وقعت بدر عند الآبار."
    assert locate_span(found.origin, span).of(text) == "وقعت **بدر** عند [الآبار](x.md)."


PIECES = "بدر أحد * ** _ ` [ ]( ) ![ <br> <b> <!-- --> # ## - 1. > | ``` ~~~ \\ \n \n\n --- === &nbsp; [^1] : الخندق."
TEXTS = st.lists(st.sampled_from([*PIECES.split(" "), " "]), max_size=60).map(" ".join)


@settings(deadline=None)
@given(st.one_of(TEXTS, TEXTS.map(lambda text: text.replace(" ", ""))))
def test_every_letter_stands_where_its_origin_says(text: str) -> None:
    for found in read(text, FILE):
        if isinstance(found, Document):
            for offset, letter in enumerate(found.text):
                assert letter.isspace() or text[locate(found.origin, offset)] == letter


@pytest.mark.parametrize(
    "hostile",
    ["[a](", "](a ", "**a ", "`", "<!--", "<a ", "\\", "| ", "> ", "- ", "[^1]", "*a", "[", "# a\n", "&nbsp;"],
)
def test_no_markup_costs_more_than_its_length(hostile: str) -> None:
    assert list(read("بدر " + hostile * 30_000, FILE))
