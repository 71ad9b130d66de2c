"""How hostile files are made, and what each must give."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import docx
import typst

TEXT = "Two ferries collided off the northern pier on Sunday, and the harbour office shut the port."
PAGE = f"<!DOCTYPE html><html><body><article><p>{TEXT} {TEXT}</p></article></body></html>"
MIME = "From: a@a.example\nTo: b@b.example\nSubject: Port\nMIME-Version: 1.0\n"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file: what it is called, how its bytes are made, the problems told, the exit code."""

    about: str
    name: str
    data: Callable[[], bytes]
    kinds: tuple[str, ...]
    exit: int


def case(
    about: str, name: str, data: bytes | str | Callable[[], bytes], kinds: str, exit: int
) -> Hostile:
    """A hostile file; `kinds` are the problems told of it, with blanks between."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    made = raw if callable(raw) else lambda: raw
    return Hostile(about, name, made, tuple(kinds.split()), exit)


def pdf(body: str = f"= Port\n{TEXT}") -> bytes:
    """A sound PDF."""
    return bytes(typst.compile(body.encode()))


def pdf_of(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A small PDF of these objects, numbered from 1; the first is its catalogue."""
    out = b"%PDF-1.4\n"
    offsets = []
    for number, each in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer\n<</Size %d /Root 1 0 R %s>>\n" % (len(objects) + 1, trailer)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


CATALOGUE, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
SHEET = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>"


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream of a PDF."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), extra, data)


def encrypted_pdf() -> bytes:
    """A PDF that a password opens."""
    locked = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32)
    trailer = b"/Encrypt 5 0 R /ID[<00><00>] "
    return pdf_of(CATALOGUE, PAGES, SHEET, stream(b"BT ET"), locked, trailer=trailer)


def pdf_bomb() -> bytes:
    """A page that draws for ever."""
    data = zlib.compress(b"0 0 m 1 1 l S " * 8_000_000, 9)
    return pdf_of(CATALOGUE, PAGES, SHEET, stream(data, b"/Filter/FlateDecode"))


def word_document(*changes: tuple[str, bytes]) -> bytes:
    """A Word document in which these members hold other bytes."""
    document = docx.Document()
    document.add_paragraph(TEXT)
    plain, changed = io.BytesIO(), io.BytesIO()
    document.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, dict(changes).get(name, old.read(name)))
    return changed.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_xml(doctype: str, text: str) -> bytes:
    """The body of a Word document."""
    return (
        f'<?xml version="1.0"?>{doctype}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r>'
        f"<w:t>{TEXT} {text}</w:t></w:r></w:p></w:body></w:document>"
    ).encode()


LAUGHS = (
    "<!DOCTYPE a [<!ENTITY l0 'lol'>"
    + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    + "]>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY out SYSTEM "file:///etc/passwd">]>'


def zipped(*members: tuple[str, bytes]) -> bytes:
    """An archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def locked_zip() -> bytes:
    """A Word document whose members say that a password opens them."""
    data = bytearray(word_document())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(sign)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(sign, start + 4)
    return bytes(data)


def warc(*bodies: tuple[str, bytes]) -> bytes:
    """Records of heads and bodies as they are, whatever they say."""
    out = b""
    for heads, body in bodies:
        out += b"WARC/1.0\r\n" + heads.encode() + b"\r\n\r\n" + body + b"\r\n\r\n"
    return out


def answer(body: bytes, length: int | None = None) -> tuple[str, bytes]:
    """The heads and the body of a page that a server gave."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    heads = (
        "WARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
        "WARC-Date: 2031-03-04T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) if length is None else length}"
    )
    return heads, http


def nested_mail(depth: int, words: str = "Too deep to matter.\n") -> str:
    """Parts in parts, each with a boundary of its own."""
    inner = f"Content-Type: text/plain\n\n{words}"
    for number in range(depth):
        heads = f"Content-Type: multipart/mixed; boundary=b{number}"
        inner = f"{heads}\n\n--b{number}\n{inner}\n--b{number}--\n"
    return MIME + inner


def mails_in_mails(depth: int) -> str:
    """Mails within mails, so many deep."""
    inner = f"{MIME}\n{TEXT}\n"
    for _ in range(depth):
        inner = f"{MIME}Content-Type: message/rfc822\n\n{inner}"
    return inner


def feed(*items: str, doctype: str = "") -> str:
    """A feed of these items."""
    entries = "".join(items)
    head = f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>P</title>'
    return f"{head}{entries}</channel></rss>"


def item(text: str) -> str:
    """An item of a feed."""
    return f"<item><title>Port</title><description>{text}</description></item>"


def packed_often() -> bytes:
    """A text packed with gzip six times."""
    data = TEXT.encode()
    for _ in range(6):
        data = gzip.compress(data)
    return data


LONG = " ".join([TEXT] * 20)
