"""Datelines and bylines are told from the first words of a report."""

import pytest

from rashomon.read.datelines import dateline_length, is_byline, is_credit


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("PORT ELSA – Two ferries collided.", "PORT ELSA –"),
        ("PORT ELSA, Norland — Two ferries collided.", "PORT ELSA, Norland —"),
        ("PORT ELSA, Norland, May 3 (Reuters) - Two", "PORT ELSA, Norland, May 3 (Reuters) -"),
        ("PORT ELSA (AP) -- “We ran,” she said.", "PORT ELSA (AP) --"),
        ("Port Elsa, Norland (AFP) – Two ferries", "Port Elsa, Norland (AFP) –"),
        ("(Reuters) - Two ferries collided.", "(Reuters) -"),
        ("(CNN)Two ferries collided.", "(CNN)"),
        ("PORT-AU-MER—Two ferries collided.", "PORT-AU-MER—"),
        ("Two ferries – both full – collided.", ""),
        ("UNESCO – the body that lists old ports – said so.", ""),
        ("The harbour-master - a captain - left.", ""),
        ("Port Elsa (a small town) - The harbour", ""),
        ("No dash at all stands in this sentence.", ""),
    ],
)
def test_a_dateline_ends_before_the_first_words(paragraph: str, dateline: str) -> None:
    """Place, day, agency and dash are the dateline; an inserted clause is none."""
    assert paragraph[: dateline_length(paragraph)] == dateline


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ada Quill", True),
        ("By Ada Quill and Tom Inkwell, Harbour Correspondent", True),
        ("By noon the harbour was shut", False),
        ("By Monday it was over.", False),
        ("Bylaws", False),
    ],
)
def test_a_byline_holds_names(line: str, expected: bool) -> None:
    """A line that begins with the word but tells something is no byline."""
    assert is_byline(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("AP - AFP", True), ("LONDON (Reuters)", True), ("(AFP)", True), ("Reuters said no", False)],
)
def test_a_credit_only_names_agencies(line: str, expected: bool) -> None:
    """A line of agencies, or of place and agency, is a credit."""
    assert is_credit(line) is expected
