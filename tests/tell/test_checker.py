"""What a sentence says that its citations do not carry."""

import pytest

from rashomon.account import Sentence
from rashomon.report import Report
from rashomon.tell.checker import faults

REPORT = Report(id="r", text="Vera Molnar said “the ferry sank” and 1,200 people were on board.")
CITED = (REPORT.span(0, len(REPORT.text)),)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Vera Molnar counted 1,200 people.", None),
        ("Vera Molnar counted 1,300 people.", "number 1,300"),
        ("Vera Molnar said “the boat sank”.", "quotation the boat sank"),
        ("Vera Mohlin said “the ferry sank”.", "name Mohlin"),
        ("Vera Molnar counted 200 people.", "number 200"),
        ("Vera Molnar counted seventy people.", "number seventy"),
        ("Vera Mol counted them.", "name Mol"),
        ("Reports differ: Jonas counted them.", "name Jonas"),
        ("Vera Molnar counted twelve hundred people.", None),
    ],
)
def test_what_is_not_cited_is_a_fault(text: str, fault: str | None) -> None:
    """A number, quotation or name outside the cited spans is named."""
    found = faults(Sentence(text=text, citations=CITED))
    assert found == ([fault] if fault else [])


def test_a_sentence_without_a_citation_is_a_fault() -> None:
    """No sentence stands without a citation."""
    assert faults(Sentence(text="People died.", citations=())) == ["no citation"]


def test_the_name_of_a_source_needs_no_citation() -> None:
    """Outlets and origins are named as the account names them."""
    assert (
        faults(Sentence(text="Harbour Daily: it sank.", citations=CITED), ["Harbour Daily"]) == []
    )
