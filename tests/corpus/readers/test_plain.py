import pytest

from qa_bot.corpus.findings import Problem, Severity, SourceFile, Trouble
from qa_bot.corpus.readers.plain import paragraphs, read
from qa_bot.model.corpus import Document
from read_files import only_document

FILE = SourceFile("badr", "badr.txt", "/texts/badr.txt")
LONG = "وكان من الذين قدموا أموالهم أبو بكر الذي قدم ماله كله وعمر الذي قدم نصف ماله وعثمان الذي قدم 950 جملا وخيلا"
WRAPPED = (
    "وقعت غزوة بدر الكبرى في السابع عشر من شهر رمضان من السنة الثانية\n"
    "للهجرة عند آبار بدر بين مكة والمدينة وانتصر فيها المسلمون وقتل من\n"
    "قريش سبعون رجلا."
)


def document(text: str) -> Document:
    return only_document(read(text, FILE))


def test_a_long_line_is_a_paragraph_and_the_text_stays_as_written() -> None:
    text = f"{LONG}.\n{LONG}؟\n"
    found = document(text)
    assert found.text == text
    assert [paragraph.span.of(text) for paragraph in found.paragraphs] == [f"{LONG}.", f"{LONG}؟"]
    assert found.origin == ((0, 0),)


def test_wrapped_lines_are_one_paragraph() -> None:
    assert [span.of(WRAPPED) for span in paragraphs(WRAPPED)] == [WRAPPED]


def test_blank_lines_part_wrapped_paragraphs() -> None:
    text = f"{WRAPPED}\n\n{WRAPPED}"
    assert [span.of(text) for span in paragraphs(text)] == [WRAPPED, WRAPPED]


def test_a_short_first_line_is_the_title_and_no_paragraph() -> None:
    found = document(f"غزوة تبوك\n\n{LONG}.")
    assert (found.metadata.title, found.metadata.titled) == ("غزوة تبوك", True)
    assert [paragraph.span.of(found.text) for paragraph in found.paragraphs] == [f"{LONG}."]


@pytest.mark.parametrize("line", ["غزوة تبوك سنة تسع", "معركة اليرموك 636م", "خرج النبي إلى تبوك في رجب من المدينة"])
def test_a_title_that_may_be_a_sentence_can_be_quoted_too(line: str) -> None:
    found = document(f"{line}\n{LONG}.")
    assert found.metadata.title == line
    assert found.paragraphs[0].span.of(found.text) == line


def test_boilerplate_is_neither_title_nor_paragraph() -> None:
    found = document(f"اقرأ في هذا المقال\n{LONG}.")
    assert (found.metadata.title, found.metadata.titled) == ("وكان من الذين قدموا أموالهم أبو بكر…", False)
    assert [paragraph.span.of(found.text) for paragraph in found.paragraphs] == [f"{LONG}."]
    assert found.text.startswith("اقرأ في هذا المقال")


def test_a_title_may_stand_below_boilerplate() -> None:
    assert document(f"جدول المحتويات:\nغزوة تبوك\n{LONG}.").metadata.title == "غزوة تبوك"


@pytest.mark.parametrize(
    "text",
    [
        f"وقعت غزوة تبوك سنة تسع.\n{LONG}.",
        f"{LONG}.\n{LONG}.",
        "غزوة بدر",
        WRAPPED,
        f"وقعت غزوة تبوك في شهر رجب من السنة التاسعة للهجرة قرب أرض الشام\n{LONG}.",
        f"قال ابن إسحاق:\n{LONG}.",
    ],
)
def test_what_is_a_sentence_or_stands_alone_is_no_title(text: str) -> None:
    found = document(text)
    assert not found.metadata.titled
    assert found.paragraphs[0].span.start == 0


def test_lines_without_words_are_no_paragraphs() -> None:
    text = f"{LONG}.\n* * *\n{LONG}."
    assert [span.of(text) for span in paragraphs(text)] == [f"{LONG}.", f"{LONG}."]


@pytest.mark.parametrize("text", ["", "\n \n", "***", "المحتويات\n"])
def test_a_file_without_text_is_named(text: str) -> None:
    assert list(read(text, FILE)) == [
        Problem("/texts/badr.txt", None, "holds no text", Severity.WARNING, Trouble.EMPTY)
    ]
