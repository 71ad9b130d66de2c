"""PDF and Word documents that are damaged, locked or traps."""

from tests.read.hostile.making import (
    CATALOGUE,
    LAUGHS,
    OUTSIDE,
    PAGES,
    SHEET,
    case,
    encrypted_pdf,
    locked_zip,
    pdf_bomb,
    pdf_of,
    stream,
    word_document,
    word_xml,
)

CASES = (
    case("the head of a PDF", "a.pdf", b"%PDF-1.7\n", "damaged", 1),
    case("a PDF that is locked", "a.pdf", encrypted_pdf, "encrypted", 1),
    case(
        "a PDF of a picture",
        "a.pdf",
        lambda: pdf_of(CATALOGUE, PAGES, SHEET, stream(b"")),
        "no_text_layer",
        1,
    ),
    case(
        "pages that hold themselves",
        "a.pdf",
        pdf_of(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 9>>"),
        "no_text_layer",
        1,
    ),
    case(
        "a million pages that are not",
        "a.pdf",
        pdf_of(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>", SHEET, stream(b"")),
        "no_text_layer",
        1,
    ),
    case("a PDF bomb", "a.pdf", pdf_bomb, "unpacks_too_large", 1),
    case(
        "noise after the head of a PDF",
        "a.pdf",
        b"%PDF-1.7\n" + bytes(range(256)) * 99,
        "damaged",
        1,
    ),
    # Word.
    case("half a Word document", "a.docx", lambda: word_document()[:9_000], "damaged", 1),
    case("a Word document that is locked", "a.docx", locked_zip, "encrypted", 1),
    case(
        "billion laughs",
        "a.docx",
        lambda: word_document(("word/document.xml", word_xml(LAUGHS, "&l11;"))),
        "damaged",
        1,
    ),
    case(
        "an outside entity",
        "a.docx",
        lambda: word_document(("word/document.xml", word_xml(OUTSIDE, "&out;"))),
        "",
        0,
    ),
    case(
        "a Word bomb",
        "a.docx",
        lambda: word_document(("word/document.xml", b" " * 60_000_000)),
        "unpacks_too_large",
        1,
    ),
    case(
        "a Word document of another root",
        "a.docx",
        lambda: word_document(("word/document.xml", b"<a/>")),
        "damaged",
        1,
    ),
)
