"""The sentences of a brief as a person edited it."""

import io

import pytest
from docx import Document
from sample import sample_account

from rashomon.errors import WrongCall
from rashomon.tell.document import account_docx
from rashomon.tell.edited import edited_docx, edited_markdown
from rashomon.tell.markdown import account_markdown

ACCOUNT = sample_account()
TOLD = [sentence.text for sentence in ACCOUNT.brief]


def test_the_markdown_of_an_account_gives_its_brief() -> None:
    """Every sentence comes back with its citations, and nothing of the other sections."""
    found = edited_markdown(account_markdown(ACCOUNT))
    assert [each.text for each in found] == TOLD
    assert all(each.notes for each in found)


def test_the_document_of_an_account_gives_its_brief() -> None:
    """The raised numbers of a document are its citations."""
    found = edited_docx(account_docx(ACCOUNT))
    assert [each.text for each in found] == TOLD
    assert all(each.notes for each in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained.[^1] It stopped.[^2][^3]", [("It rained.", (1,)), ("It stopped.", (2, 3))]),
        ("It rained. It stopped.[^2]", [("It rained.", ()), ("It stopped.", (2,))]),
        ("It rained. [1-3][5]", [("It rained.", (1, 2, 3, 5))]),
        ("- It *rained* 3\\. time.[^1]", [("It rained 3. time.", (1,))]),
        ("It rained[^1] and stopped.", [("It rained", (1,)), ("and stopped.", ())]),
    ],
)
def test_citations_belong_to_the_sentence_before_them(text: str, found: list) -> None:
    """A sentence without a mark of its own has no citation."""
    assert [(each.text, each.notes) for each in edited_markdown(text)] == found


def test_a_sentence_knows_its_line() -> None:
    """Lines count from 1, headings and empty lines too."""
    (each,) = edited_markdown("# Title\n\n## Brief\n\nIt rained.[^1]\n\n## Disputed\n\nNothing.\n")
    assert (each.line, each.text) == (5, "It rained.")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"words"])
def test_what_is_no_document_is_a_wrong_call(data: bytes) -> None:
    """A broken document is one sentence, not a traceback."""
    with pytest.raises(WrongCall):
        edited_docx(data)


def test_a_document_without_our_headings_is_read_whole() -> None:
    """A brief pasted into a new document keeps its plain numbers."""
    document = Document()
    document.add_paragraph("It rained. [1]")
    written = io.BytesIO()
    document.save(written)
    (each,) = edited_docx(written.getvalue())
    assert (each.text, each.notes) == ("It rained.", (1,))
