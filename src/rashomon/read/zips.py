"""Zip archives: opened with care, and told apart by what they hold."""

import zipfile
import zlib
from typing import BinaryIO

from rashomon.errors import UnreadableInput

#: A member, or all of them, that is packed this much and unpacks to more than so many bytes is a
#: trap, no text.
_MOST_PACKED, _HARMLESS = 200, 20_000_000

#: No archive of reports has more members.
_MOST_MEMBERS = 100_000

#: Kinds of documents that are archives, and have no reader, by a member that each has.
_NOT_READ = {
    "META-INF/manifest.xml": "an OpenDocument file (save it as .docx or PDF)",
    "META-INF/container.xml": "an electronic book",
    "xl/workbook.xml": "an Excel workbook (save the sheet as CSV)",
    "ppt/presentation.xml": "a PowerPoint file",
}

#: What a damaged archive or member makes the standard library raise.
DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def opened_zip(handle: BinaryIO) -> zipfile.ZipFile:
    """The archive. Raises UnreadableInput where it is damaged, encrypted or a trap."""
    try:
        archive = zipfile.ZipFile(handle)
    except DAMAGES as error:
        raise UnreadableInput("damaged", "It is damaged: its list of contents is lost.") from error
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        raise UnreadableInput("too_large", f"It holds more than {_MOST_MEMBERS:,} files.")
    for member in members:
        if member.flag_bits & 1:
            raise UnreadableInput("encrypted", "It is encrypted: a password opens it.")
    packed = [(member.file_size, member.compress_size) for member in members]
    for size, held in [*packed, (sum(size for size, _ in packed), sum(held for _, held in packed))]:
        if size > max(_HARMLESS, _MOST_PACKED * held):
            raise UnreadableInput("unpacks_too_large", "It unpacks to far more than it could hold.")
    return archive


def kind_of_zip(handle: BinaryIO) -> str | None:
    """`docx`, `wacz` or the name of a kind that is not read, by what the archive holds; or None."""
    try:
        with opened_zip(handle) as archive:
            names = archive.namelist()
    finally:
        handle.seek(0)
    if "word/document.xml" in names:
        return "docx"
    if any(name.startswith("archive/") and ".warc" in name for name in names):
        return "wacz"
    return next((kind for name, kind in _NOT_READ.items() if name in names), None)
