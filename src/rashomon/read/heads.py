"""The heads of a mail: who sent it, when and about what (RFC 5322, RFC 2047)."""

import re
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import collapse_rfc2231_value, parseaddr, parsedate_to_datetime

from rashomon.read.dates import publication
from rashomon.read.document import Known

#: A head beyond this many characters is cut: no subject is so long.
_LONGEST = 1_000

#: What mail programs put before a subject, in the languages whose programs do.
_REPLY = re.compile(r"(?:\s*(?:re|aw|sv|antw|r)\s*(?:\[\d+\])?:)+\s*", re.I)
_FORWARD = re.compile(r"\s*(?:(?:re|aw|sv)\s*:\s*)*(?:fwd?|wg|tr|rv|enc|doorst)\s*:\s*", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """What the heads of a mail tell; a date is ISO 8601.

    `listed` says that it went to the readers of a list, `saved_from` the address of a page that
    a browser saved as a mail, `forwards` that its subject says so.
    """

    subject: str | None = None
    sender: str | None = None
    date: str | None = None
    to: str | None = None
    received: bool = False
    listed: bool = False
    forwards: bool = False
    saved_from: str | None = None

    def known(self, charset: str | None = None) -> Known:
        """What they tell of the report in the mail."""
        return Known(
            title=self.subject,
            author=None if self.listed else self.sender,
            outlet=self.sender if self.listed else None,
            published=publication(self.date) if self.date else None,
            charset=charset,
        )


def heads_of(message: Message) -> Heads:
    """The heads of a mail or of a part of one; what cannot be read of them is left unknown."""
    subject = _decoded(message, "subject")
    address = _decoded(message, "snapshot-content-location") or _decoded(
        message, "content-location"
    )
    return Heads(
        subject=bare_subject(subject),
        sender=sender_of(_decoded(message, "from")),
        date=moment(_decoded(message, "date")),
        to=_decoded(message, "to"),
        received="received" in message,
        listed="list-id" in message or "list-unsubscribe" in message,
        forwards=_FORWARD.match(subject or "") is not None,
        saved_from=address if address and address.startswith(("http://", "https://")) else None,
    )


def parameter(part: Message, name: str, head: str = "content-type") -> str | None:
    """A parameter of a head ("charset"); None where it is not given or cannot be read."""
    try:
        given = collapse_rfc2231_value(part.get_param(name, "", head) or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    return given.strip() or None


def bare_subject(subject: str | None) -> str | None:
    """A subject without the marks of replies and forwards."""
    while mark := _FORWARD.match(subject or "") or _REPLY.match(subject or ""):
        subject = mark.string[mark.end() :]
    return (subject or "").strip() or None


def sender_of(printed: str | None) -> str | None:
    """The name of a sender; where none is given, the part of the address before the sign."""
    printed = (printed or "")[:_LONGEST]
    name, address = parseaddr(printed) if "@" in printed else (printed, "")
    return " ".join((name or address.partition("@")[0]).split()) or None


def moment(printed: str | None) -> str | None:
    """A date as mails print it ("Tue, 4 Mar 2031 10:00:00 +0000") as ISO 8601."""
    try:
        found = parsedate_to_datetime((printed or "")[:100]).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if publication(found) else None


def _decoded(message: Message, head: str) -> str | None:
    """A head as text, its lines joined; None where the mail has none."""
    given = message.get(head)
    if given is None:
        return None
    printed = str(given)[:_LONGEST]
    try:
        words = str(make_header(decode_header(printed)))
    except (MessageError, LookupError, ValueError):
        words = printed
    # Bytes that are of no encoding stand as lone surrogates in what the library gives.
    clean = words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(clean.split()) or None
