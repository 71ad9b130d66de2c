"""Truncated, mislabelled and hostile files, made here: each is told by name, the others are read.

The exit code is that of a call that reads the file beside a good one: 0 where a report came of it
and something is noted at most, 1 where it could not be used.
"""

import bz2
import gzip
import io
import json
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
import typst
from typer.testing import CliRunner

from rashomon.cli import app

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


def _case(
    about: str, name: str, data: bytes | str | Callable[[], bytes], kinds: str, exit: int
) -> Hostile:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    made = raw if callable(raw) else lambda: raw
    return Hostile(about, name, made, tuple(kinds.split()), exit)


def _pdf(body: str = f"= Port\n{TEXT}") -> bytes:
    return bytes(typst.compile(body.encode()))


def _pdf_of(*objects: bytes, trailer: bytes = b"") -> bytes:
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


def _stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), extra, data)


def _encrypted_pdf() -> bytes:
    locked = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32)
    trailer = b"/Encrypt 5 0 R /ID[<00><00>] "
    return _pdf_of(CATALOGUE, PAGES, SHEET, _stream(b"BT ET"), locked, trailer=trailer)


def _pdf_bomb() -> bytes:
    data = zlib.compress(b"0 0 m 1 1 l S " * 8_000_000, 9)
    return _pdf_of(CATALOGUE, PAGES, SHEET, _stream(data, b"/Filter/FlateDecode"))


def _docx(*changes: tuple[str, bytes]) -> bytes:
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


def _word_xml(doctype: str, text: str) -> bytes:
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


def _zip(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def _locked_zip() -> bytes:
    """A Word document whose members say that a password opens them."""
    data = bytearray(_docx())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(sign)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(sign, start + 4)
    return bytes(data)


def _warc(*bodies: tuple[str, bytes]) -> bytes:
    """Records of heads and bodies as they are, whatever they say."""
    out = b""
    for heads, body in bodies:
        out += b"WARC/1.0\r\n" + heads.encode() + b"\r\n\r\n" + body + b"\r\n\r\n"
    return out


def _answer(body: bytes, length: int | None = None) -> tuple[str, bytes]:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    heads = (
        "WARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
        "WARC-Date: 2031-03-04T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) if length is None else length}"
    )
    return heads, http


def _nested_mail(depth: int, words: str = "Too deep to matter.\n") -> str:
    """Parts in parts, each with a boundary of its own."""
    inner = f"Content-Type: text/plain\n\n{words}"
    for number in range(depth):
        heads = f"Content-Type: multipart/mixed; boundary=b{number}"
        inner = f"{heads}\n\n--b{number}\n{inner}\n--b{number}--\n"
    return MIME + inner


def _mails_in_mails(depth: int) -> str:
    inner = f"{MIME}\n{TEXT}\n"
    for _ in range(depth):
        inner = f"{MIME}Content-Type: message/rfc822\n\n{inner}"
    return inner


def _feed(*items: str, doctype: str = "") -> str:
    entries = "".join(items)
    head = f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>P</title>'
    return f"{head}{entries}</channel></rss>"


def _item(text: str) -> str:
    return f"<item><title>Port</title><description>{text}</description></item>"


def _packed_often() -> bytes:
    data = TEXT.encode()
    for _ in range(6):
        data = gzip.compress(data)
    return data


LONG = " ".join([TEXT] * 20)

CASES = (
    # Texts.
    _case("nothing", "a.txt", b"", "empty", 1),
    _case("blanks", "a.txt", b" \n\t\r\n" * 1000, "empty", 1),
    _case("a byte-order mark alone", "a.txt", b"\xef\xbb\xbf", "empty", 1),
    _case("zero bytes", "a.txt", TEXT.encode() + b"\0" * 10, "not_text", 1),
    _case("noise", "a.txt", bytes(range(256)) * 40, "not_text", 1),
    _case(
        "bytes that are not UTF-8", "a.txt", TEXT.encode() + b" caf\xe9 \xff", "encoding_guessed", 0
    ),
    _case("half a UTF-16 sign", "a.txt", TEXT.encode("utf-16") + b"\x00", "not_text", 1),
    _case("a mark that is wrong", "a.txt", b"\xef\xbb\xbf caf\xe9" + TEXT.encode(), "not_text", 1),
    _case("control characters", "a.txt", ("\x01\x02\x03" * 500) + TEXT, "not_text", 1),
    _case("turned direction", "a.txt", f"\u202e{TEXT}\u202c \u2066{TEXT}", "", 0),
    _case("control sequences", "a.txt", f"\x1b[2J\x1b]0;owned\x07{TEXT} \x1b[31m", "", 0),
    _case("a lone surrogate", "a.txt", b"\xed\xa0\x80 " + TEXT.encode(), "encoding_guessed", 0),
    _case("a line of 20 MB", "a.txt", lambda: (TEXT + " ").encode() * 220_000, "", 0),
    _case("only line ends", "a.txt", lambda: b"\n" * 5_000_000 + TEXT.encode(), "", 0),
    _case("more than is read", "a.txt", lambda: b"a " * 26_000_000, "too_large", 1),
    # Called what they are not.
    _case("a page called a text", "a.txt", PAGE, "mislabelled", 0),
    _case("a PDF called a page", "a.html", _pdf, "mislabelled", 0),
    _case("a page called a PDF", "a.pdf", PAGE, "mislabelled", 0),
    _case("a text called a PDF", "a.pdf", TEXT, "mislabelled", 0),
    _case("a text called a Word document", "a.docx", TEXT, "mislabelled", 0),
    _case("a Word document called a PDF", "a.pdf", _docx, "mislabelled", 0),
    _case(
        "a packed page called a page",
        "a.html",
        lambda: gzip.compress(PAGE.encode()),
        "mislabelled",
        0,
    ),
    _case(
        "a picture called a page",
        "a.html",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
        "kind_not_supported",
        1,
    ),
    _case("a program called a text", "a.txt", b"\x7fELF" + b"\0" * 500, "kind_not_supported", 1),
    _case(
        "a database called JSON",
        "a.json",
        b"SQLite format 3\0" + b"\0" * 99,
        "kind_not_supported",
        1,
    ),
    _case(
        "an old Office file",
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "kind_not_supported",
        1,
    ),
    _case("a zip of other things", "a.docx", _zip(("a.txt", b"a")), "kind_not_supported", 1),
    _case("xz", "a.gz", lzma.compress(TEXT.encode()), "kind_not_supported", 1),
    _case("bzip2", "a.gz", bz2.compress(TEXT.encode()), "kind_not_supported", 1),
    _case("noise called a page", "a.html", b"\x80\x81\x82\x83" * 200, "not_text", 1),
    # Pages.
    _case("a page cut off", "a.html", PAGE[: len(PAGE) - 60], "", 0),
    _case("a page of scripts", "a.html", "<html><script>evil()</script></html>", "no_article", 1),
    _case(
        "a page of tags in tags",
        "a.html",
        lambda: (b"<div>" * 200_000) + TEXT.encode(),
        "no_article",
        1,
    ),
    _case(
        "a page of attributes",
        "a.html",
        lambda: b"<html><p " + b"a=1 " * 1_000_000 + b">",
        "no_article",
        1,
    ),
    _case("a page of entities", "a.html", f"<!DOCTYPE html {LAUGHS[11:]}<p>&l9;{LONG}</p>", "", 0),
    _case(
        "a page with an outside entity",
        "a.html",
        f"{OUTSIDE}<html><p>&out; {LONG}</p></html>",
        "no_article",
        1,
    ),
    _case("a page beyond the limit", "a.html", lambda: PAGE.encode() * 80_000, "too_large", 1),
    _case("a page with zero bytes", "a.html", PAGE.replace("off", "o\0ff"), "not_text", 1),
    # Rows.
    _case("half an object", "a.json", '{"text": "Ferr', "broken_json", 1),
    _case("JSON nested deep", "a.json", "[" * 100_000 + "]" * 100_000, "broken_json", 1),
    _case("no number", "a.jsonl", '{"text": NaN}\n', "broken_json", 1),
    _case("numbers without end", "a.jsonl", '{"text": "A.", "id": 1e999}', "broken_json", 1),
    _case(
        "wrong types",
        "a.json",
        json.dumps({"text": TEXT, "title": [], "url": {}}),
        "wrong_type wrong_type",
        0,
    ),
    _case("text that is no text", "a.json", '{"text": {"text": "A."}}', "wrong_type", 1),
    _case("no object", "a.json", "5", "not_an_object", 1),
    _case(
        "a date that is none",
        "a.json",
        json.dumps({"text": TEXT, "published": "9999-99-99"}),
        "bad_date",
        0,
    ),
    _case(
        "one id twice",
        "a.jsonl",
        f'{{"id": "x", "text": "{TEXT}"}}\n{{"id": "x", "text": "B."}}',
        "duplicate_id",
        1,
    ),
    _case("lone surrogates", "a.json", '{"text": "\\ud800 Ferries collided."}', "broken_json", 1),
    _case("a zero byte in a text", "a.json", '{"text": "a\\u0000b"}', "not_text", 1),
    _case(
        "a line beyond the limit",
        "a.jsonl",
        lambda: b'{"text": "' + b"a" * 50_000_001 + b'"}',
        "too_large",
        1,
    ),
    _case("a table without text", "a.csv", "a,b\n1,2\n", "no_text", 1),
    _case("a table with an open quote", "a.csv", 'text\n"Ferries', "broken_row", 1),
    _case("a row too long", "a.csv", f"text\n{TEXT.replace(',', '')},b,c\n", "broken_row", 1),
    # PDF.
    _case("the head of a PDF", "a.pdf", b"%PDF-1.7\n", "damaged", 1),
    _case("a PDF that is locked", "a.pdf", _encrypted_pdf, "encrypted", 1),
    _case(
        "a PDF of a picture",
        "a.pdf",
        lambda: _pdf_of(CATALOGUE, PAGES, SHEET, _stream(b"")),
        "no_text_layer",
        1,
    ),
    _case(
        "pages that hold themselves",
        "a.pdf",
        _pdf_of(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 9>>"),
        "no_text_layer",
        1,
    ),
    _case(
        "a million pages that are not",
        "a.pdf",
        _pdf_of(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>", SHEET, _stream(b"")),
        "no_text_layer",
        1,
    ),
    _case("a PDF bomb", "a.pdf", _pdf_bomb, "unpacks_too_large", 1),
    _case(
        "noise after the head of a PDF",
        "a.pdf",
        b"%PDF-1.7\n" + bytes(range(256)) * 99,
        "damaged",
        1,
    ),
    # Word.
    _case("half a Word document", "a.docx", lambda: _docx()[:9_000], "damaged", 1),
    _case("a Word document that is locked", "a.docx", _locked_zip, "encrypted", 1),
    _case(
        "billion laughs",
        "a.docx",
        lambda: _docx(("word/document.xml", _word_xml(LAUGHS, "&l11;"))),
        "damaged",
        1,
    ),
    _case(
        "an outside entity",
        "a.docx",
        lambda: _docx(("word/document.xml", _word_xml(OUTSIDE, "&out;"))),
        "",
        0,
    ),
    _case(
        "a Word bomb",
        "a.docx",
        lambda: _docx(("word/document.xml", b" " * 60_000_000)),
        "unpacks_too_large",
        1,
    ),
    _case(
        "a Word document of another root",
        "a.docx",
        lambda: _docx(("word/document.xml", b"<a/>")),
        "damaged",
        1,
    ),
    # Mails.
    _case("heads alone", "a.eml", MIME, "empty", 1),
    _case("no heads", "a.eml", TEXT, "", 0),
    _case("parts in parts", "a.eml", lambda: _nested_mail(300).encode(), "empty", 1),
    _case(
        "long parts in parts",
        "a.eml",
        lambda: _nested_mail(200, "x\n" * 200_000).encode(),
        "nested_too_deeply",
        1,
    ),
    _case(
        "short lines in parts in parts",
        "a.eml",
        lambda: _nested_mail(19, "\r" * 1_000_000).encode(),
        "nested_too_deeply",
        1,
    ),
    _case("mails in mails", "a.eml", lambda: _mails_in_mails(40).encode(), "nested_too_deeply", 1),
    _case(
        "a coding that is none",
        "a.eml",
        f"{MIME}Content-Transfer-Encoding: x\nContent-Type: text/plain; charset=none\n\n{TEXT}",
        "",
        0,
    ),
    _case(
        "base64 that is none",
        "a.eml",
        f"{MIME}Content-Transfer-Encoding: base64\n\n!!!{TEXT}",
        "empty",
        1,
    ),
    _case(
        "a head of 5 MB",
        "a.eml",
        lambda: (MIME + f"X: {'=?utf-8?q?a?= ' * 400_000}\n\n{TEXT}").encode(),
        "",
        0,
    ),
    _case(
        "an open boundary",
        "a.eml",
        f"{MIME}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{LONG}",
        "",
        0,
    ),
    _case("a mailbox of nothing", "a.mbox", "From a Mon Mar  4 10:00:00 2031\n" * 100, "", 0),
    # Feeds.
    _case("laughs in a feed", "a.xml", _feed(_item(f"&l11; {LONG}"), doctype=LAUGHS), "damaged", 0),
    _case(
        "an outside entity in a feed",
        "a.xml",
        _feed(_item(f"&out; {LONG}"), doctype=OUTSIDE),
        "",
        0,
    ),
    _case("half a feed", "a.rss", _feed(_item(LONG))[:1200], "damaged summary_only", 1),
    _case("a feed of no entries", "a.rss", _feed(), "empty", 1),
    _case(
        "other XML",
        "a.xml",
        "<?xml version='1.0'?><urlset><url>a</url></urlset>",
        "kind_not_supported",
        1,
    ),
    _case(
        "a feed of scripts",
        "a.rss",
        _feed(_item("&lt;script&gt;evil()&lt;/script&gt;")),
        "summary_only",
        1,
    ),
    # Archives.
    _case(
        "half a packed file",
        "a.html.gz",
        lambda: gzip.compress(PAGE.encode())[:-20],
        "truncated",
        0,
    ),
    _case(
        "a gzip bomb", "a.txt.gz", lambda: gzip.compress(b" " * 60_000_000), "unpacks_too_large", 1
    ),
    _case("packed again and again", "a.gz", _packed_often, "nested_too_deeply", 1),
    _case(
        "an archive that stops",
        "a.warc",
        _warc(_answer(PAGE.encode()), _answer(PAGE.encode(), 9_999_999)),
        "truncated",
        0,
    ),
    _case(
        "an archive of less than nothing",
        "a.warc",
        _warc(_answer(PAGE.encode(), -5)),
        "truncated",
        1,
    ),
    _case(
        "an archive of too much", "a.warc", _warc(_answer(PAGE.encode(), 10**30)), "truncated", 1
    ),
    _case("an archive of heads", "a.warc", b"WARC/1.0\r\n", "empty", 1),
    _case("an archive of noise", "a.warc", b"WARC/1.0\r\n" + bytes(range(256)) * 50, "empty", 1),
    _case(
        "a WACZ bomb",
        "a.wacz",
        lambda: _zip(("archive/a.warc.gz", gzip.compress(b"WARC/1.0\r\n" + b" " * 60_000_000))),
        "damaged",
        1,
    ),
    _case(
        "a WACZ of paths that climb",
        "a.wacz",
        _zip(("archive/../../a.warc", _warc(_answer(PAGE.encode())))),
        "",
        0,
    ),
    _case("half a WACZ", "a.wacz", _zip(("archive/a.warc", b"a" * 9000))[:200], "damaged", 1),
    _case(
        "a table of contents that lies",
        "a.wacz",
        _zip(("archive/a.warc", b"a")).replace(struct.pack("<I", 1), struct.pack("<I", 2**31)),
        "unpacks_too_large",
        1,
    ),
)


GOOD = "Two boats collided off the pier on Sunday, and the harbour office shut the port at noon."


def listed(folder: Path) -> tuple[int, list[str], list[str]]:
    """Exit code, ids of the reports and kinds of the problems of a folder with a good file."""
    (folder / "good.txt").write_text(GOOD)
    done = CliRunner().invoke(app, ["account", str(folder), "--dry-run", "--format", "json"])
    told = json.loads(done.stdout)
    assert "Traceback" not in done.stderr
    return (
        done.exit_code,
        [report["id"] for report in told["reports"]],
        [problem["kind"] for problem in told["problems"]],
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about.replace(" ", "-"))
def test_a_bad_file_is_named_and_the_good_one_read(case: Hostile, tmp_path: Path) -> None:
    """Each has its problem and its exit code, whatever it tries."""
    (tmp_path / case.name).write_bytes(case.data())
    code, reports, problems = listed(tmp_path)
    assert (problems, code) == (list(case.kinds), case.exit)
    assert "good" in reports


def test_nothing_is_executed_and_nothing_outside_read(tmp_path: Path) -> None:
    """No script, no entity and no file of the system gets into a text."""
    for number, case in enumerate(CASES):
        if "script" in case.about or "entity" in case.about or "laughs" in case.about:
            (tmp_path / f"{number}{case.name}").write_bytes(case.data())
    done = CliRunner().invoke(app, ["find", str(tmp_path), "--format", "json", "--only", "times"])
    told = "".join(each["report"]["text"] for each in json.loads(done.stdout))
    assert told
    for trap in ("evil", "root:", "lollollol"):
        assert trap not in told


@pytest.mark.parametrize(
    "name",
    ["line\nbreak.txt", "a..txt", "-rf.txt", "a b\t.txt", "\u202etxt.exe.txt", "%2e%2e.txt"],
)
def test_a_strange_name_is_only_a_name(name: str, tmp_path: Path) -> None:
    """It stands in the id, and its signs command no terminal."""
    (tmp_path / name).write_text(f"{GOOD} It is open.")
    code, reports, problems = listed(tmp_path)
    assert (code, len(reports), problems) == (0, 2, [])


def test_a_name_that_is_not_utf8_is_read(tmp_path: Path) -> None:
    """Its bytes stand as U+FFFD."""
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(f"{GOOD} It is open.")
    assert "caf\ufffd" in listed(tmp_path)[1]


def test_loops_pipes_and_folders_named_like_files_end(tmp_path: Path) -> None:
    """A link to nowhere and a pipe are named; folders are read, whatever they are called."""
    (tmp_path / "a.pdf").mkdir()
    (tmp_path / "a.pdf" / "b.txt").write_text(f"{GOOD} It is open.")
    (tmp_path / "a.pdf" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe.eml")
    code, reports, problems = listed(tmp_path)
    assert (code, sorted(reports)) == (1, ["b", "good"])
    assert sorted(problems) == ["not_a_file", "not_found", "unreadable"]


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is the system's own; the good one is read."""
    (tmp_path / "shut.pdf").write_bytes(b"%PDF-1.7")
    opened = Path.open

    def refuse(self: Path, *args: str, **named: str) -> object:
        if self.name == "shut.pdf":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **named)

    monkeypatch.setattr(Path, "open", refuse)
    code, reports, problems = listed(tmp_path)
    assert (code, reports, problems) == (1, ["good"], ["unreadable"])


def test_nothing_usable_ends_with_3(tmp_path: Path) -> None:
    """Where every file is bad, each is named, and no result is printed."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    done = CliRunner().invoke(app, ["account", str(tmp_path), "--dry-run"])
    assert (done.exit_code, done.stdout) == (3, "")
    assert "a.pdf" in done.stderr
