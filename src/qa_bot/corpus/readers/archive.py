"""A ZIP archive in memory, as docx and epub are: looked through before anything is unpacked, never on the disk."""

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from qa_bot.corpus.findings import Fault, Trouble

_MEGABYTE = 1024 * 1024
_MOST_ENTRIES = 5_000
_MOST_BYTES = 200 * _MEGABYTE
_MOST_ENTRY_BYTES = 50 * _MEGABYTE
# XML of repeated markup packs 30:1; a bomb a thousandfold.
_MOST_RATIO = 100
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ZIP_MAGIC = b"PK\x03\x04"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x1
# What libxml2 says where elements nest, or entities grow, beyond its limits, and where memory lacks.
_BOMB = re.compile("Excessive depth|entity ampli|out of memory|Memory allocation|unknown error")
_TORN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, ValueError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive whose entries claim no more than fits; names in it are only ever looked up."""

    opened: zipfile.ZipFile
    names: frozenset[str]

    def read(self, name: str) -> bytes | Fault:
        """Return the bytes of an entry, or why they can't be had."""
        if name not in self.names:
            return Fault(f"holds no {_shown(name)}")
        try:
            with self.opened.open(name) as entry:
                # Whatever it claims: no more than this is ever unpacked.
                raw = entry.read(_MOST_ENTRY_BYTES + 1)
        except (*_TORN, RuntimeError) as error:
            return Fault(f"{_shown(name)} in it is torn: {error}")
        return raw if len(raw) <= _MOST_ENTRY_BYTES else _bomb(f"{_shown(name)} in it unpacks to too much")

    def xml(self, name: str) -> etree._Element | Fault:
        """Return the root of an entry that is XML; its entities are left alone, whatever they name."""
        raw = self.read(name)
        if isinstance(raw, Fault):
            return raw
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
        )
        try:
            return etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            bomb = _BOMB.search(str(error))
            trouble = Trouble.TOO_MUCH if bomb else Trouble.BROKEN
            return Fault(f"{_shown(name)} in it is no XML that can be read: {error}", trouble=trouble)


def open_archive(raw: bytes, kind: str) -> Archive | Fault:
    """Return the archive in `raw`, or why it isn't read: it is torn, locked, or would unpack to too much.

    `kind` is what it should be («docx»), for the words of a fault.
    """
    if raw.startswith(_OLE_MAGIC):
        return Fault(f"is no {kind}: an old Word file, or one behind a password", trouble=Trouble.LOCKED)
    if not raw.startswith(_ZIP_MAGIC):
        return Fault(f"is no {kind}: not a ZIP archive")
    try:
        opened = zipfile.ZipFile(BytesIO(raw))
    except _TORN as error:
        return Fault(f"the archive is torn: {error}")
    entries = opened.infolist()
    fault = _too_much(entries, len(raw))
    if fault:
        return fault
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return Fault("is behind a password", trouble=Trouble.LOCKED)
    return Archive(opened, frozenset(entry.filename for entry in entries))


def _too_much(entries: list[zipfile.ZipInfo], size: int) -> Fault | None:
    if len(entries) > _MOST_ENTRIES:
        return _bomb(f"holds more than {_MOST_ENTRIES} files")
    if any(entry.compress_type not in _METHODS for entry in entries):
        return _bomb("is packed in a way that is not read")
    if any(entry.file_size > _MOST_ENTRY_BYTES for entry in entries):
        return _bomb(f"holds a file of more than {_MOST_ENTRY_BYTES // _MEGABYTE} MB")
    unpacked = sum(entry.file_size for entry in entries)
    # Small files may pack well by chance: the ratio counts from a mebibyte on.
    if unpacked > min(_MOST_BYTES, max(_MEGABYTE, _MOST_RATIO * size)):
        return _bomb("unpacks to too much, as a bomb does")
    return None


def _bomb(reason: str) -> Fault:
    return Fault(reason, trouble=Trouble.TOO_MUCH)


def _shown(name: str) -> str:
    return ascii(name[:80])
