"""Mails within mails, and mails that are cut."""

from tests.read.hostile.making import LONG, MIME, TEXT, case, mails_in_mails, nested_mail

CASES = (
    case("heads alone", "a.eml", MIME, "empty", 1),
    case("no heads", "a.eml", TEXT, "", 0),
    case("parts in parts", "a.eml", lambda: nested_mail(300).encode(), "empty", 1),
    case(
        "long parts in parts",
        "a.eml",
        lambda: nested_mail(200, "x\n" * 200_000).encode(),
        "nested_too_deeply",
        1,
    ),
    case(
        "short lines in parts in parts",
        "a.eml",
        lambda: nested_mail(19, "\r" * 1_000_000).encode(),
        "nested_too_deeply",
        1,
    ),
    case("mails in mails", "a.eml", lambda: mails_in_mails(40).encode(), "nested_too_deeply", 1),
    case(
        "a coding that is none",
        "a.eml",
        f"{MIME}Content-Transfer-Encoding: x\nContent-Type: text/plain; charset=none\n\n{TEXT}",
        "",
        0,
    ),
    case(
        "base64 that is none",
        "a.eml",
        f"{MIME}Content-Transfer-Encoding: base64\n\n!!!{TEXT}",
        "empty",
        1,
    ),
    case(
        "a head of 5 MB",
        "a.eml",
        lambda: (MIME + f"X: {'=?utf-8?q?a?= ' * 400_000}\n\n{TEXT}").encode(),
        "",
        0,
    ),
    case(
        "an open boundary",
        "a.eml",
        f"{MIME}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{LONG}",
        "",
        0,
    ),
    case("a mailbox of nothing", "a.mbox", "From a Mon Mar  4 10:00:00 2031\n" * 100, "", 0),
)
