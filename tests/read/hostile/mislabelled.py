"""Files that are called what they are not."""

import bz2
import gzip
import lzma

from tests.read.hostile.making import PAGE, TEXT, case, pdf, word_document, zipped

CASES = (
    case("a page called a text", "a.txt", PAGE, "mislabelled", 0),
    case("a PDF called a page", "a.html", pdf, "mislabelled", 0),
    case("a page called a PDF", "a.pdf", PAGE, "mislabelled", 0),
    case("a text called a PDF", "a.pdf", TEXT, "mislabelled", 0),
    case("a text called a Word document", "a.docx", TEXT, "mislabelled", 0),
    case("a Word document called a PDF", "a.pdf", word_document, "mislabelled", 0),
    case(
        "a packed page called a page",
        "a.html",
        lambda: gzip.compress(PAGE.encode()),
        "mislabelled",
        0,
    ),
    case(
        "a picture called a page",
        "a.html",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
        "kind_not_supported",
        1,
    ),
    case("a program called a text", "a.txt", b"\x7fELF" + b"\0" * 500, "kind_not_supported", 1),
    case(
        "a database called JSON",
        "a.json",
        b"SQLite format 3\0" + b"\0" * 99,
        "kind_not_supported",
        1,
    ),
    case(
        "an old Office file",
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "kind_not_supported",
        1,
    ),
    case("a zip of other things", "a.docx", zipped(("a.txt", b"a")), "kind_not_supported", 1),
    case("xz", "a.gz", lzma.compress(TEXT.encode()), "kind_not_supported", 1),
    case("bzip2", "a.gz", bz2.compress(TEXT.encode()), "kind_not_supported", 1),
    case("noise called a page", "a.html", b"\x80\x81\x82\x83" * 200, "not_text", 1),
)
