"""Files of word processors and e-books, made by the tests themselves: docx, epub and pdf, in the fewest bytes."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import pypdf

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STYLES = f"""<w:styles xmlns:w="{_WORD}">
<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Custom"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
</w:styles>"""
_CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>"""


def zipped(entries: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive of `entries`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Return a Word file with this WordprocessingML in its body; `parts` are further parts, as `footnotes`."""
    entries = {
        f"word/{name}.xml": f'<w:{name} xmlns:w="{_WORD}">{content}</w:{name}>' for name, content in parts.items()
    }
    document = f'<?xml version="1.0"?><w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document, "word/styles.xml": _STYLES, **entries})


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph of WordprocessingML."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def epub(chapters: Mapping[str, str], *, title: str = "المغازي", author: str = "الواقدي", **more: str) -> bytes:
    """Return an e-book whose spine names these chapters in their order; `more` are further files."""
    manifest = "".join(
        f'<item id="c{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator></metadata>"
        f"<manifest>{manifest}</manifest><spine>{spine}</spine></package>"
    )
    files = {f"OEBPS/{name}": text for name, text in chapters.items()}
    return zipped({"META-INF/container.xml": _CONTAINER, "OEBPS/content.opf": package, **files, **more})


def pdf(pages: Sequence[Sequence[str]], *, ligature: str = "", picture: bool = False) -> bytes:
    """Return a PDF file whose pages show these lines, each sign where it is seen, the leftmost first.

    `ligature` is what a glyph of several letters stands for, in reading order; «§» in a line is that glyph. With
    `picture` each page shows one.
    """
    writer = pypdf.PdfWriter()
    signs = sorted({sign for page in pages for line in page for sign in line})
    codes = {sign: number for number, sign in enumerate(signs, 1)}
    font = writer._add_object(_font(codes, ligature))
    for lines in pages:
        page = writer.add_blank_page(400, 800)
        shown = "".join(
            f"BT /F1 10 Tf 1 0 0 1 50 {760 - 14 * number} Tm <{''.join(f'{codes[sign]:04X}' for sign in line)}> Tj ET\n"
            for number, line in enumerate(lines)
        )
        content = pypdf.generic.DecodedStreamObject()
        content.set_data(shown.encode())
        page[_name("/Contents")] = writer._add_object(content)
        resources = pypdf.generic.DictionaryObject()
        resources[_name("/Font")] = pypdf.generic.DictionaryObject({_name("/F1"): font})
        if picture:
            resources[_name("/XObject")] = pypdf.generic.DictionaryObject(
                {_name("/I1"): writer._add_object(_picture())}
            )
        page[_name("/Resources")] = resources
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def locked(raw: bytes, password: str) -> bytes:
    """Return the PDF file with a password; an empty one lets anyone read it."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(raw)))
    writer.encrypt(password, owner_password="the owner's", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _font(codes: Mapping[str, int], ligature: str) -> pypdf.generic.DictionaryObject:
    lines = "".join(f"<{code:04X}> <{_utf16(ligature if sign == '§' else sign)}>\n" for sign, code in codes.items())
    table = pypdf.generic.DecodedStreamObject()
    table.set_data(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + f"{len(codes)} beginbfchar\n{lines}endbfchar\nendcmap end end".encode()
    )
    below = _dictionary(Type="/Font", Subtype="/CIDFontType2", BaseFont="/Made")
    below[_name("/DW")] = pypdf.generic.NumberObject(500)
    font = _dictionary(Type="/Font", Subtype="/Type0", BaseFont="/Made", Encoding="/Identity-H")
    font[_name("/DescendantFonts")] = pypdf.generic.ArrayObject([below])
    font[_name("/ToUnicode")] = table
    return font


def _picture() -> pypdf.generic.DecodedStreamObject:
    shown = pypdf.generic.DecodedStreamObject()
    shown.set_data(b"\x00")
    for key, value in {"Width": 1, "Height": 1, "BitsPerComponent": 8}.items():
        shown[_name(f"/{key}")] = pypdf.generic.NumberObject(value)
    shown.update(_dictionary(Type="/XObject", Subtype="/Image", ColorSpace="/DeviceGray"))
    return shown


def _dictionary(**names: str) -> pypdf.generic.DictionaryObject:
    return pypdf.generic.DictionaryObject({_name(f"/{key}"): _name(value) for key, value in names.items()})


def _name(text: str) -> pypdf.generic.NameObject:
    return pypdf.generic.NameObject(text)


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
