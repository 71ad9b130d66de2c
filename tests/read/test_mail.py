"""Mails, mailboxes and saved pages, put together as mail programs and browsers do."""

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest
import typst

from rashomon.problem import Problem
from rashomon.read.document import Source
from rashomon.read.inputs import read_paths
from rashomon.read.kinds import documents
from rashomon.report import Report

TEXT = "Two ferries collided off the northern pier on Sunday, and the harbour office shut the port."
LONG = f"{TEXT} It said that nobody was hurt.\n\nDivers went down on Monday, and found nothing."


def mail(text: str = LONG, subject: str = "Ferries collide", page: str = "") -> EmailMessage:
    """A mail with a plain text, and a page beside it."""
    message = EmailMessage()
    message["From"] = "Ana Field <ana@press.example>"
    message["To"] = "desk@desk.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 04 Mar 2031 10:00:00 +0100"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    return message


def read(message: EmailMessage | bytes, name: str = "port.eml") -> tuple[list[Report], list[str]]:
    """The reports, and the kinds of the problems."""
    data = message if isinstance(message, bytes) else bytes(message)
    items = list(documents(data, Source(None, name, "port")))
    reports = [item.report for item in items if not isinstance(item, Problem)]
    return reports, [item.kind for item in items if isinstance(item, Problem)]


def test_a_mail_is_a_report() -> None:
    """Its sender is its author, its subject the title, its date that of publication."""
    (report,), problems = read(mail(subject="Re: Fwd: Fähren"))
    assert problems == []
    assert (report.author, report.title) == ("Ana Field", "Fähren")
    assert (report.published, report.published_basis) == ("2031-03-04T10:00:00+01:00", "metadata")
    assert report.text.startswith(TEXT)


def test_a_signature_is_no_text() -> None:
    """What stands below its mark is left out."""
    (report,), _ = read(mail(f"{LONG}\n\n-- \nAna Field\nPress Room"))
    assert "Press Room" not in report.text


def test_a_letter_to_a_list_names_its_outlet() -> None:
    """Who sends to many is an outlet."""
    message = mail()
    message["List-Unsubscribe"] = "<mailto:off@press.example>"
    (report,), _ = read(message)
    assert (report.outlet, report.author) == ("Ana Field", None)


def test_lines_that_flow_are_joined() -> None:
    """Text of the form `flowed` has no line ends but its own."""
    message = mail()
    message.set_content(
        "Two ferries \ncollided off the pier.\nIt is open.\n", params={"format": "flowed"}
    )
    (report,), _ = read(message)
    assert report.text.startswith("Two ferries collided off the pier.\nIt is open.")


@pytest.mark.parametrize(
    "head",
    [
        "---------- Forwarded message ---------\nFrom: Harbour Post <news@post.example>\n"
        "Date: Tue, Mar 4, 2031 at 10:00 AM\nSubject: Port shut\nTo: Ana <ana@press.example>\n\n",
        "-----Original Message-----\nFrom: Harbour Post\nSent: Tuesday, March 4, 2031 10:00 AM\n"
        "To: Ana\nSubject: Port shut\n\n",
        "Begin forwarded message:\n\n> From: Harbour Post <news@post.example>\n"
        "> Subject: Port shut\n> Date: 4 March 2031 at 10:00:00 AM\n> To: ana\n> \n> ",
        "________________________________\nFrom: Harbour Post <news@post.example>\n"
        "Sent: Tuesday, March 4, 2031 10:00 AM\nTo: Ana\nSubject: FW: Port shut\n\n",
    ],
)
def test_a_forwarded_article_is_the_report(head: str) -> None:
    """Its own text, title, outlet and day; the note above it is left out."""
    (report,), _ = read(mail(f"See below, please.\n\n{head}{TEXT}", subject="FW: Port shut"))
    assert report.text.strip() == TEXT
    assert (report.title, report.outlet) == ("Port shut", "Harbour Post")
    assert report.published is None or report.published.startswith("2031-03-04T10:00")


def test_a_mail_of_a_page_alone_is_read_as_a_page() -> None:
    """Scripts and styles are no text."""
    page = f"<html><style>p {{}}</style><script>evil()</script><p>{TEXT}</p><p>{TEXT}</p></html>"
    (report,), problems = read(mail("", page=page))
    assert problems == []
    assert TEXT in report.text
    assert "evil" not in report.text


def test_what_is_attached_is_read_by_its_kind() -> None:
    """A PDF, a mail and a text each are a report; a picture is passed over."""
    message = mail("See the papers.")
    pdf = typst.compile(f"= Port shut\n{TEXT}".encode())
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename="port.pdf")
    message.add_attachment(mail(subject="Inner"))
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"\x00\x01", maintype="application", subtype="x-y", filename="a.bin")
    reports, problems = read(message)
    assert [(report.id, report.title) for report in reports] == [
        ("port/port.pdf", "Port shut"),
        ("port/2", "Inner"),
    ]
    assert problems == ["cover_note", "kind_not_supported"]


def test_each_mail_of_a_mailbox_is_a_report(tmp_path: Path) -> None:
    """As Python's own library writes mailboxes; a line that begins with From is text."""
    box = mailbox.mbox(str(tmp_path / "desk.mbox"))
    box.add(mail(subject="One"))
    box.add(mail(f"From the pier it was seen.\n\n{LONG}", subject="Two"))
    box.close()
    reports, problems = read_paths([str(tmp_path / "desk.mbox")])
    assert problems == []
    assert [(report.id, report.title) for report in reports] == [
        ("desk-1", "One"),
        ("desk-2", "Two"),
    ]
    assert reports[1].text.startswith("From the pier")


def test_a_saved_page_is_its_main_page() -> None:
    """Frames beside it are none; its address and time are those that the browser wrote."""
    page = f"<!DOCTYPE html><title>Port</title><article><p>{TEXT} {TEXT}</p></article>"
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://a.example/port"
    message["Subject"] = "Port"
    message["Date"] = "Tue, 04 Mar 2031 10:00:00 +0000"
    message.set_content(page, subtype="html")
    message.make_related()
    message.add_related("<p>An advertisement for boats, boats and boats.</p>", subtype="html")
    (report,), problems = read(message, "port.mhtml")
    assert problems == []
    assert (report.url, report.retrieved) == ("https://a.example/port", "2031-03-04T10:00:00+00:00")
    assert (TEXT in report.text, "boats" in report.text) == (True, False)
