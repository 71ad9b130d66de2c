"""Word and PDF: what is printed on paper, read back by other hands."""

import io
import sys
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from hostile import WORDS, hostile_account
from lxml import etree
from sample import sample_account

from rashomon.errors import MissingPart
from rashomon.tell.citations import Citations
from rashomon.tell.document import account_docx
from rashomon.tell.manuscript import manuscript
from rashomon.tell.paper import account_pdf

ACCOUNT = sample_account()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = "Łódź Ünal Čapek Ελλάδα Москва ’"


def _xml(docx: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def _words(docx: bytes) -> str:
    return " ".join("".join(p.itertext(f"{W}t")) for p in _xml(docx).iter(f"{W}p"))


def _pdf_words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def test_a_document_tells_brief_disputes_and_citations():
    """Title, sentences, positions and the cited words stand in the document."""
    words = _words(account_docx(ACCOUNT))
    assert words.startswith("Water over the Orrin dam")
    assert "Marta Velde gives at least 40 flooded homes, Jon Askew about 70." in words
    assert "Is the Orrin dam intact? — contradict" in words
    for citation in Citations(ACCOUNT):
        assert " ".join(citation.span.exact.split()) in words


def test_every_raised_number_leads_to_its_words():
    """Each link of the document has its bookmark, and each bookmark stands once."""
    root = _xml(account_docx(ACCOUNT))
    links = {each.get(f"{W}anchor") for each in root.iter(f"{W}hyperlink")}
    marks = [each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")]
    assert links
    assert links <= set(marks)
    assert len(marks) == len(set(marks)) == len(list(Citations(ACCOUNT)))


def test_a_document_has_headings_and_tables():
    """Sections are headings and positions a table whose head is repeated on each page."""
    root = _xml(account_docx(ACCOUNT))
    styles = {each.get(f"{W}val") for each in root.iter(f"{W}pStyle")}
    tables = list(root.iter(f"{W}tbl"))
    assert {"Title", "Heading1", "Heading2", "ListBullet"} <= styles
    assert len(tables) == len(list(root.iter(f"{W}tblHeader"))) >= 4


@pytest.mark.parametrize("written", [account_docx, account_pdf])
def test_the_same_account_gives_the_same_bytes(written):
    """Neither format tells a clock."""
    assert written(ACCOUNT) == written(ACCOUNT)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("written", [account_docx, account_pdf])
def test_hostile_words_are_only_shown(written, words):
    """Nothing in a report is markup, a field or a template, and nothing breaks the document."""
    printed = written(hostile_account(words))
    if written is account_docx:
        root = _xml(printed)
        assert not list(root.iter(f"{W}instrText", f"{W}fldSimple", f"{W}object"))
    else:
        assert len(pypdfium2.PdfDocument(printed)) >= 1


def test_typst_markup_of_a_report_is_printed_as_it_stands():
    """A report's words are data beside the template."""
    title = '#eval("1+1") *bold* $x^2$ @ref'
    story = replace(ACCOUNT.story, title=title)
    assert title in _pdf_words(account_pdf(replace(ACCOUNT, story=story)))


def test_names_beyond_latin_1_are_printed():
    """Central European, Greek and Cyrillic letters stand on the paper."""
    story = replace(ACCOUNT.story, title=NAMES)
    assert NAMES in _pdf_words(account_pdf(replace(ACCOUNT, story=story)))
    assert NAMES in _words(account_docx(replace(ACCOUNT, story=story)))


def test_a_pdf_tells_brief_and_positions_and_no_date():
    """Another reader finds the words, the title, and no time of making."""
    pdf = account_pdf(ACCOUNT)
    words = _pdf_words(pdf)
    assert "Marta Velde gives at least 40 flooded homes" in words
    assert "Citations" in words
    told = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert (told["Title"], told["CreationDate"]) == (ACCOUNT.story.title, "")


def test_without_typst_the_message_names_the_command(monkeypatch):
    """A missing extra is a sentence that says how to install it."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingPart, match=r'pip install "rashomon\[pdf\]"'):
        account_pdf(ACCOUNT)


def test_a_manuscript_says_a_disputed_figure_once():
    """What is set out under Disputed is not repeated under Figures."""
    (section,) = (each for each in manuscript(ACCOUNT).sections if each.title == "Figures")
    asked = [row[0].text for block in section.blocks for row in block.rows]
    assert asked == ["How many litres a second does the reservoir take in?"]


def test_a_long_title_does_not_break_a_document():
    """A property of a document ends where Word ends it; the heading has all of it."""
    story = replace(ACCOUNT.story, title="flood " * 100)
    assert "flood " * 99 in _words(account_docx(replace(ACCOUNT, story=story)))
