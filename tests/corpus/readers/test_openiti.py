import pytest

from qa_bot.corpus.findings import Problem, SourceFile, Trouble
from qa_bot.corpus.origin import locate, locate_span
from qa_bot.corpus.readers.openiti import read
from qa_bot.corpus.readers.openiti_header import read_header
from qa_bot.model.corpus import Document, PageBreak
from read_files import only_document

FILE = SourceFile("0207Waqidi.Maghazi", "0207Waqidi.Maghazi.gz", "/texts/0207Waqidi.Maghazi.gz")
HEADER = """######OpenITI#


#META# 000.BookURI\t:: 0207Waqidi.Maghazi
#META# 010.AuthorAKA\t:: NODATA
#META# 010.AuthorNAME\t:: محمد بن عمر الواقدي (المتوفى: 207هـ)
#META# 011.AuthorDIED\t:: 207
#META# 019.AuthorDIED\t:: NODATA
#META# 020.BookTITLE\t:: المغازي
#META# 031.LibURL\t:: http://example.org/23680
#META# 040.EdEDITOR\t:: مارسدن جونس
#META# 041.EdNUMBER\t:: الثالثة - 1409/ 1989.
#META# 043.EdPUBLISHER\t:: دار الأعلمي - بيروت

#META#Header#End#

"""


def document(body: str) -> Document:
    return only_document(read(HEADER + body, FILE))


def paragraphs(body: str) -> list[tuple[tuple[str, ...], str]]:
    found = document(body)
    return [(paragraph.headings, paragraph.span.of(found.text)) for paragraph in found.paragraphs]


def test_the_header_becomes_metadata() -> None:
    metadata = document("# نص").metadata
    assert (metadata.title, metadata.author, metadata.death_year_ah) == ("المغازي", "محمد بن عمر الواقدي", 207)
    assert metadata.edition == "تحقيق مارسدن جونس، دار الأعلمي - بيروت، الثالثة - 1409/ 1989"
    assert metadata.source == "http://example.org/23680"


@pytest.mark.parametrize(
    ("lines", "title", "author", "died"),
    [
        ("#META# 020.BookTITLE :: NODATA\n#META# 029.BookTITLEalt :: مروج الذهب", "مروج الذهب", "", None),
        ("#META# Title: كتاب\n#META# Author: ابن سعد (ت 230 هـ)", "كتاب", "ابن سعد", 230),
        ("#META#\tالكتاب\tالأم\n#META#\tالمؤلف\tالشافعي", "الأم", "الشافعي", None),
        ("#META# 010.AuthorAKA :: المسعودي\n#META# 010.AuthorNAME :: أبو الحسن علي", "ملف", "المسعودي", None),
        ("", "ملف", "", None),
    ],
)
def test_the_header_is_read_in_every_spelling(lines: str, title: str, author: str, died: int | None) -> None:
    metadata, _ = read_header(f"######OpenITI#\n{lines}\n#META#Header#End#\n# نص", title="ملف")
    assert (metadata.title, metadata.author, metadata.death_year_ah) == (title, author, died)


def test_a_header_without_an_end_ends_before_the_first_other_line() -> None:
    text = "######OpenITI#\n\n#META# 020.BookTITLE :: بدر\n\n# نص"
    assert text[read_header(text, title="")[1] :] == "# نص"


def test_continued_lines_are_one_paragraph() -> None:
    assert paragraphs("# وقعت بدر\n~~في رمضان\n~~سنة اثنتين.\n# ثم أحد.") == [
        ((), "وقعت بدر في رمضان سنة اثنتين."),
        ((), "ثم أحد."),
    ]


def test_headings_of_every_depth_make_a_path() -> None:
    body = "### | الأول\n# نص.\n### || الثاني\n### ||| الثالث\n# عميق.\n### || \n# بلا عنوان.\n### |PARATEXT|\n# خاتمة."
    assert paragraphs(body) == [
        (("الأول",), "نص."),
        (("الأول", "الثاني", "الثالث"), "عميق."),
        (("الأول",), "بلا عنوان."),
        ((), "خاتمة."),
    ]


def test_malformed_headings_are_headings() -> None:
    assert paragraphs("# | الجزء الأول\n# || مقدمة\n# نص.\n# ## ||ابن الجصاص\n# آخر.") == [
        (("الجزء الأول", "مقدمة"), "نص."),
        (("الجزء الأول", "ابن الجصاص"), "آخر."),
    ]


def test_entries_stand_below_the_headings() -> None:
    body = "### | ذكر القضاة\n### $ قيس بن أبي العاص، \n# فمات.\n### $BIO_MAN$ كعب بن ضنة.\n# أبى القضاء."
    assert paragraphs(body) == [
        (("ذكر القضاة", "قيس بن أبي العاص"), "فمات."),
        (("ذكر القضاة", "كعب بن ضنة"), "أبى القضاء."),
    ]


def test_footnote_numbers_are_left_out_of_headings() -> None:
    assert paragraphs("### | سرية قطن [ (4) ] إلى بني أسد (1)\n# نص.") == [(("سرية قطن إلى بني أسد",), "نص.")]


def test_a_heading_that_swallowed_its_text_becomes_a_paragraph_too() -> None:
    swallowed = "ذكر كتاب خالد إلى أبي بكر بخبر أجنادين بسم الله الرحمن الرحيم " + "كلمة " * 30
    assert paragraphs(f"### | {swallowed.strip()}\n# نص.") == [
        (("ذكر كتاب خالد إلى أبي بكر بخبر أجنادين",), swallowed.strip()),
        (("ذكر كتاب خالد إلى أبي بكر بخبر أجنادين",), "نص."),
    ]


def test_a_page_mark_ends_its_page() -> None:
    found = document("# وقعت بدر. PageV01P048\n# ثم أحد PageV01P049\n~~وبعدها الخندق.\n# ثم خيبر. PageV02P001")
    assert [(paragraph.volume, paragraph.page) for paragraph in found.paragraphs] == [(1, 48), (1, 49), (2, 1)]
    assert found.text == "وقعت بدر.\n\nثم أحد وبعدها الخندق.\n\nثم خيبر."
    assert found.page_breaks == (PageBreak(9, 1, 48), PageBreak(17, 1, 49), PageBreak(42, 2, 1))


@pytest.mark.parametrize(
    "between", ["\n# PageV01P219\n# ", " PageV01P219\n# ", "\n~~PageV01P219\n# ", "\nPageV01P219\n# "]
)
def test_a_paragraph_broken_by_a_page_is_whole_again(between: str) -> None:
    assert paragraphs(f"# وجهاد عدونا{between}دعوتنا وجمع ألفتنا.") == [((), "وجهاد عدونا دعوتنا وجمع ألفتنا.")]


@pytest.mark.parametrize(
    "body",
    [
        "# انتهى الباب. PageV01P219\n# باب آخر.",
        "# صدر %~% وعجز PageV01P219\n# ثم قال.",
        "# ثم أنشد PageV01P219\n# صدر %~% وعجز",
        "# صدر %~% وعجز\n# PageV01P219\n# ثم قال.",
        "# انتهى الباب PageV01P219\n### | باب\n# نص آخر.",
    ],
)
def test_a_page_between_paragraphs_parts_them(body: str) -> None:
    assert len(document(body).paragraphs) == 2


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("من ms0123 حمير", "من حمير"),
        ("مفرط، ms110 فما", "مفرط، فما"),
        ("كذا ms018، وكذا", "كذا، وكذا"),
        ("أعلم.PageV01P002وقال", "أعلم. وقال"),
        ("فثبتواPageV01P002 في", "فثبتوا في"),
        ("سطر\n~~ms012 آخر", "سطر آخر"),
        ("أننا %~% عزم", "أننا   عزم"),
        ("( وخانت % فمعذرة )", "( وخانت   فمعذرة )"),
        ("بلغ 20 % منه", "بلغ 20 % منه"),
        ("قال @QB@ اقرأ باسم ربك @QE@ فقرأ", "قال اقرأ باسم ربك فقرأ"),
        ("$RWY$ حدثنا @MATN@ قال", "حدثنا قال"),
        ("سنة $ \n~~$ ", "سنة"),
        ("والصلاة عليه) :</span>", "والصلاة عليه) :"),
        ("نص PageV01P271 PageV02P001 | 2 | PageV02P001", "نص"),
        ("كتب إلى a@example.org وغيره", "كتب إلى a@example.org وغيره"),
    ],
)
def test_no_tag_stays_in_the_text(written: str, shown: str) -> None:
    assert document(f"# {written}").text == shown


def test_lines_of_dots_are_no_paragraphs() -> None:
    assert paragraphs("### | باب\n# ...\n#\n# نص.") == [(("باب",), "نص.")]


def test_a_file_without_a_body_is_named() -> None:
    assert list(read(HEADER, FILE)) == [
        Problem(FILE.shown, None, "holds no text below its header", trouble=Trouble.EMPTY)
    ]


def test_the_origin_of_a_word_is_its_place_in_the_file() -> None:
    body = "# وقعت ms01 بدر\n~~في PageV01P001\n~~رمضان %~% سنة اثنتين"
    found = document(body)
    for offset, letter in enumerate(found.text):
        assert letter.isspace() or (HEADER + body)[locate(found.origin, offset)] == letter
    assert locate_span(found.origin, found.paragraphs[0].span).of(HEADER + body) == body[2:]


@pytest.mark.parametrize("hostile", [" ", " \t", "\n ", "\n", "%", "@", "<a", "| ", "#", "Page", "ms1 "])
def test_no_markup_costs_more_than_its_length(hostile: str) -> None:
    assert list(read(f"{HEADER}# بدر {hostile * 20_000} أحد", FILE))
