"""Which files of a folder are texts: known before any is read, so that progress can be shown."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from qa_bot.corpus.files import starts_with
from qa_bot.corpus.findings import Problem, Skipped, shown
from qa_bot.corpus.readers.openiti import MAGIC
from qa_bot.errors import SetupError

MARKDOWN_ENDINGS = (".md", ".markdown")
JSONL_ENDINGS = (".jsonl", ".ndjson")
HTML_ENDINGS = (".html", ".htm", ".xhtml")
DOCX_ENDINGS = (".docx",)
EPUB_ENDINGS = (".epub",)
PDF_ENDINGS = (".pdf",)
_PLAIN_ENDINGS = (".txt", ".text")
_OPENITI_ENDINGS = (".completed", ".inprogress")
_PACKED = ".gz"
_COMMAND = "qa-bot index --corpus PATH"
# What is taken off a file's name to make the id of its document; mARkdown is among them by its small letters.
_BINARY_ENDINGS = (*DOCX_ENDINGS, *EPUB_ENDINGS, *PDF_ENDINGS)
_KNOWN_ENDINGS = (
    *MARKDOWN_ENDINGS,
    *JSONL_ENDINGS,
    *HTML_ENDINGS,
    *_BINARY_ENDINGS,
    *_PLAIN_ENDINGS,
    *_OPENITI_ENDINGS,
    _PACKED,
)
# What chats may add: one text a file, not packed.
UPLOADED_ENDINGS = frozenset(
    (*MARKDOWN_ENDINGS, *HTML_ENDINGS, *_BINARY_ENDINGS, *_PLAIN_ENDINGS, *_OPENITI_ENDINGS, ".markdown")
)
_LEFT_OUT = {
    ending: why
    for why, endings in {
        "a table": ".csv .tsv .xls .xlsx .ods",
        "data, not a text": ".json .yaml .yml .toml .ini .xml .sqlite .db .parquet .pkl .npy .npz",
        "part of a web page, not a text": ".css .js",
        "a document of a format that is not read": ".doc .odt .rtf .mobi .djvu .pptx .tex",
        "an archive": ".zip .tar .tgz .7z .rar .xz .bz2 .zst",
        "a picture, a sound or a film": ".png .jpg .jpeg .gif .webp .svg .bmp .tiff .ico .mp3 .ogg .wav .mp4 .webm",
        "a program": ".py .sh .exe .bat .ps1 .so .dll",
    }.items()
    for ending in endings.split()
}


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a corpus, in the order of their paths, and what was left out without a look inside.

    `root` is the folder, or the folder of the single file; the other paths of `files` lie below it.
    """

    root: Path
    files: tuple[Path, ...]
    left_out: tuple[Skipped | Problem, ...] = ()


def list_corpus(path: Path) -> Listing:
    """Return the files of the corpus at `path`: a folder with all below it, or one file.

    READMEs, licences, tables, hidden files, other formats, folders that are links, and links that lead out of the
    folder are left out, and named.

    Raises:
        SetupError: there is nothing at `path`, or nothing that could be a text.
    """
    try:
        listing = _list(path)
    except OSError as error:
        raise SetupError(f"The corpus {path} can't be read: {error.strerror}.", command=_COMMAND) from error
    if listing is None:
        raise SetupError(f"There is no corpus at {path}.", command=_COMMAND)
    if not listing.files:
        raise SetupError(
            f"The corpus {path} holds no texts ({_left_out(listing)}).",
            command=f"{_COMMAND} (texts are .md, .txt, .docx, .epub, .pdf, .html, .jsonl and OpenITI files)",
        )
    return listing


def document_id(root: Path, file: Path) -> str:
    """Return the id of the document in `file`: its path below `root` without the endings of text formats.

    >>> document_id(Path("texts"), Path("texts/syria/yarmuk.txt.gz"))
    'syria/yarmuk'
    >>> document_id(Path("t"), Path("t/0207Waqidi.Maghazi.Shamela0023680-ara1.mARkdown.gz"))
    '0207Waqidi.Maghazi.Shamela0023680-ara1'
    """
    name = PurePosixPath(file.relative_to(root).as_posix())
    while name.suffix.lower() in _KNOWN_ENDINGS:
        name = name.with_suffix("")
    return str(name)


def ending(file: Path) -> str:
    """Return the ending that tells the format of `file`, in small letters, `.gz` aside.

    >>> ending(Path("بدر.TXT.gz"))
    '.txt'
    """
    packed = file.suffix.lower() == _PACKED
    return (Path(file.stem) if packed else file).suffix.lower()


def is_known(file: Path) -> bool:
    """Return whether the ending of `file` promises a text."""
    return ending(file) in ("", *_KNOWN_ENDINGS)


def _list(path: Path) -> Listing | None:
    if path.is_file():
        why = _unread(path)
        return Listing(path.parent, () if why else (path,), (Skipped(shown(path), why),) if why else ())
    if not path.is_dir():
        return None
    found = list(_walk(path, path.resolve()))
    files = tuple(entry for entry in found if isinstance(entry, Path))
    return Listing(path, files, tuple(entry for entry in found if not isinstance(entry, Path)))


def _walk(folder: Path, root: Path) -> Iterator[Path | Skipped | Problem]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(shown(folder), None, f"the folder can't be read: {error.strerror}")
        return
    for entry in entries:
        path = Path(entry.path)
        why = _why_not(entry, path, root)
        if why:
            yield Skipped(shown(path), why)
        elif entry.is_dir():
            yield from _walk(path, root)
        else:
            yield path


def _why_not(entry: os.DirEntry[str], path: Path, root: Path) -> str:
    """Return why the entry is left out, empty where it may be a text or a folder of texts."""
    if entry.name.startswith((".", "~$")) or entry.name.endswith("~"):
        return "hidden"
    if entry.is_symlink() and not (path.is_file() and path.resolve().is_relative_to(root)):
        return "a link to a folder, out of the corpus, or to nothing"
    if entry.is_dir():
        return ""
    if not entry.is_file():
        return "no regular file"
    if entry.name.upper().startswith(("README", "LICENSE", "LICENCE", "CHANGELOG")):
        return "about the folder, not a text of it"
    return _unread(path)


def _unread(path: Path) -> str:
    """Return why a file with this ending is not read, empty where it is; OpenITI files have any ending."""
    why = _LEFT_OUT.get(ending(path), "")
    return "" if why and starts_with(path, MAGIC.encode()) else why


def _left_out(listing: Listing) -> str:
    if len(listing.left_out) == 1:
        (only,) = listing.left_out
        return only.why if isinstance(only, Skipped) else only.reason
    return f"{len(listing.left_out)} files left out"
