"""Web archives (WARC, ISO 28500; WACZ 1.1): the pages in them, streamed, one record in memory."""

import io
import zlib
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, BinaryIO

from rashomon.errors import UnreadableInput
from rashomon.read.bodies import body_of
from rashomon.read.document import Document, Item, Known, Source
from rashomon.read.sources import LARGEST
from rashomon.read.zips import DAMAGES, opened_zip

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

#: What is read of an archive; styles, scripts and pictures are no reports.
_READ = (
    "text/html",
    "application/xhtml+xml",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)

#: Archives hold text, which packs to a tenth; one that unpacks to so much more is a trap.
_MOST_PACKED, _HARMLESS = 500, 200_000_000


class _Counted:
    """A file that is read once, from its start to its end, and counts the bytes given."""

    def __init__(self, handle: IO[bytes]) -> None:
        self._handle = handle
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """At most `size` of the next bytes."""
        data = self._handle.read(size)
        self.count += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were given."""
        return self.count

    def close(self) -> None:
        """Left to whoever opened it."""

    def seek(self, offset: int, whence: int = 0) -> int:
        """Where reading is; the library asks by seeking nowhere. Raises OSError otherwise."""
        if (offset, whence) not in ((0, 1), (self.count, 0)):
            raise OSError("an archive is read in one go")
        return self.count


class _Bound:
    """How much was unpacked, held to how many bytes `packed` says there were of it."""

    def __init__(self, packed: Callable[[], int]) -> None:
        self._packed = packed
        self._unpacked = 0

    def add(self, size: int) -> None:
        """Count what is unpacked next. Raises UnreadableInput where it is far too much."""
        self._unpacked += size
        if self._unpacked > max(_HARMLESS, _MOST_PACKED * self._packed()):
            detail = "It unpacks to far more than it could hold; the rest is not read."
            raise UnreadableInput("unpacks_too_large", detail)


def read_warc(handle: IO[bytes], source: Source, bound: _Bound | None = None) -> Iterator[Item]:
    """Each page and document that an archive holds, in its order; the rest of it is passed over.

    What it unpacks to counts towards `bound`, that of an archive around it. Raises
    UnreadableInput where it is damaged, after all that stands before the damage, or a trap.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    counted, number, given = _Counted(handle), 0, 0
    bound = bound or _Bound(counted.tell)
    wanted = (WarcRecordType.response, WarcRecordType.resource)
    try:
        for record in ArchiveIterator(counted, parse_http=False, fsspec_args=False):
            bound.add(record.content_length)
            if record.record_type not in wanted:
                continue
            number += 1
            if record.is_http:
                record.parse_http()
            if not record.content_length and record.record_type == WarcRecordType.response:
                raise UnreadableInput("truncated", "Its end is missing; what is there is read.")
            for item in _page(record, number, source):
                given += 1
                yield item
    except (OSError, ValueError, EOFError) as error:
        raise UnreadableInput(
            "damaged", f"It is damaged after {given} pages; the rest is not read: {error}."
        ) from error
    if not given:
        raise UnreadableInput("empty", "The archive holds no page that can be read.")


def _page(record: "WarcRecord", number: int, source: Source) -> Iterator[Item]:
    """The document in a record, if it holds one that was delivered whole."""
    heads = record.http_headers if record.is_http else record.headers
    if record.is_http and record.http_headers.status_code != 200:
        return
    media_type = heads.get("Content-Type") or ""
    if media_type.split(";")[0].strip().lower() not in _READ:
        return
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    where = f"Record {number} ({(url or 'without address')[:200]}): "
    known = Known(url=url, retrieved=record.headers.get("WARC-Date"))
    inside = source.holding(f"-{number}", known, "")
    try:
        body = bytes(record.reader.read(LARGEST + 1))
        data = body_of(body, heads) if record.is_http else body
    except UnreadableInput as error:
        yield source.problem(error.kind, where + error.detail)
        return
    if len(body) < record.content_length:
        yield inside.problem("truncated", f"{where}Its end is missing.", inside.id)
    yield Document(data=data, source=inside, media_type=media_type, where=where)


def read_gzip(handle: IO[bytes], source: Source) -> Iterator[Item]:
    """What a file packed with gzip holds: an archive of the web as a stream, else one document."""
    start = zlib.decompressobj(31)
    try:
        first = start.decompress(handle.read(4096), 16)
    except zlib.error as error:
        raise UnreadableInput("damaged", f"It is damaged: {error}.") from error
    handle.seek(0)
    if first.startswith(b"WARC/"):
        yield from read_warc(handle, source)
        return
    plain, reader = bytearray(), zlib.decompressobj(31)
    try:
        while piece := reader.unconsumed_tail or reader.unused_data or handle.read(1 << 16):
            if reader.eof:
                # A file may have several members (RFC 1952, 2.2), and blanks behind them.
                if not piece.startswith(b"\x1f"):
                    break
                reader = zlib.decompressobj(31)
            plain += reader.decompress(piece, LARGEST + 1 - len(plain))
            if len(plain) > LARGEST:
                detail = f"It unpacks to more than {LARGEST:,} bytes."
                raise UnreadableInput("unpacks_too_large", detail)
    except zlib.error as error:
        raise UnreadableInput("damaged", f"It is damaged: {error}.") from error
    if not reader.eof:
        yield source.problem("truncated", "Its end is missing; what is there is read.", source.id)
    name = (source.name or source.shown).removesuffix(source.ending)
    yield Document(data=bytes(plain), source=source.holding("", source.known, name))


def read_wacz(handle: BinaryIO, source: Source) -> Iterator[Item]:
    """The pages of all archives in a WACZ, in the order of their names."""
    size = handle.seek(0, io.SEEK_END)
    bound = _Bound(lambda: size)
    with opened_zip(handle) as archive:
        names = sorted(name for name in archive.namelist() if _is_warc(name))
        for name in names:
            mark = "" if len(names) == 1 else f"/{name.removeprefix('archive/')}"
            try:
                with archive.open(name) as inside:
                    yield from read_warc(inside, source.holding(mark, source.known), bound)
            except DAMAGES as error:
                detail = f"{name}: It is damaged; the rest of it is not read: {error}."
                yield source.problem("damaged", detail)
            except UnreadableInput as error:
                yield source.problem(error.kind, f"{name}: {error.detail}")
                if error.kind == "unpacks_too_large":
                    return


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))
