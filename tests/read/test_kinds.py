"""One door reads a document's bytes, whatever they were called."""

import pytest

from rashomon.problem import Problem
from rashomon.read.document import Known, Source
from rashomon.read.kinds import documents
from rashomon.report import Report

TEXT = "Two ferries collided off the northern pier on Sunday, and the harbour office shut the port."
PAGE = f"<!DOCTYPE html><html><body><article><p>{TEXT} {TEXT}</p></article></body></html>"


def read(
    data: bytes, name: str = "port.txt", media_type: str | None = None, known: Known | None = None
) -> tuple[list[Report], list[Problem]]:
    """The reports and the problems of a document called `name`."""
    items = list(documents(data, Source(None, name, "port", known=known or Known()), media_type))
    reports = [item.report for item in items if not isinstance(item, Problem)]
    return reports, [item for item in items if isinstance(item, Problem)]


@pytest.mark.parametrize(
    ("data", "name", "media_type", "kind", "mislabelled"),
    [
        (TEXT, "port.txt", None, "text/plain", False),
        (TEXT, "port", "text/plain", "text/plain", False),
        (TEXT, "port.pdf", None, "text/plain", True),
        (TEXT, "port.html", None, "text/plain", True),
        (PAGE, "port.html", None, "text/html", False),
        (PAGE, "port", None, "text/html", False),
        (PAGE, "port.txt", None, "text/html", True),
        (PAGE, "port.pdf", "application/pdf", "text/html", True),
        (PAGE, "port.html", "application/octet-stream", "text/html", False),
        (f"\ufeff <!-- a --> {PAGE}", "port.txt", None, "text/html", True),
        (f'{{"text": "{TEXT}"}}', "port.json", None, "application/json", False),
        (f'{{"text": "{TEXT}"}}\n{{"text": "B."}}', "port.json", None, "application/json", True),
        (f'[\n{{"text": "{TEXT}"}}]', "port.csv", "application/json", "application/json", False),
    ],
)
def test_a_document_is_read_as_what_it_is(
    data: str, name: str, media_type: str | None, kind: str, mislabelled: bool
) -> None:
    """What it is called is told where it was wrong, and costs nothing."""
    reports, problems = read(data.encode(), name, media_type)
    assert {report.media_type for report in reports} == {kind}
    assert [problem.kind for problem in problems] == ["mislabelled"] * mislabelled


def test_what_is_known_of_a_document_is_told_of_its_report() -> None:
    """An address and the time of fetching come from outside; the text does not."""
    known = Known(url="https://a.example/port", retrieved="2031-03-04T10:00:00+00:00")
    (report,), _ = read(PAGE.encode(), "https://a.example/port?x=1.pdf", "text/html", known)
    assert (report.url, report.retrieved) == (known.url, known.retrieved)


def test_an_encoding_that_the_server_names_is_no_guess() -> None:
    """The charset of the media type goes before detection."""
    data = "Die Fähre sank vor dem Hafen, sagte der Sprecher.".encode("iso-8859-1")
    (report,), problems = read(data, "port.txt", "text/plain; charset=iso-8859-1")
    assert ("Fähre" in report.text, problems) == (True, [])
