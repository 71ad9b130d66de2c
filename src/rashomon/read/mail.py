"""Mails, mailboxes and pages saved as MHTML: their parts, each read by its kind."""

import hashlib
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from typing import BinaryIO

from rashomon.errors import UnreadableInput
from rashomon.read.document import Document, Item, Known, Source
from rashomon.read.fragments import pieces_of
from rashomon.read.heads import Heads, heads_of, parameter
from rashomon.read.letters import body_of, letter_of
from rashomon.read.pages import laid_out, read_page
from rashomon.read.sources import LARGEST
from rashomon.read.texts import checked, decode
from rashomon.report import Block, Report

#: No more parts of one mail are read, and none that stand deeper in one another.
_MOST_PARTS, _DEEPEST = 500, 20

#: The parser holds each line to the boundaries of all parts around it: so many such trials at most,
#: which take some three seconds. A mail of 50 MB in lines of 76 characters may have nine of them.
_MOST_TRIALS = 6_000_000
_BOUNDARY = re.compile(rb"boundary[*0-9]{0,9}[ \t]{0,9}=", re.IGNORECASE)

#: Parts that are no documents: what stands beside a text, not for itself.
_BESIDE = (
    "image",
    "audio",
    "video",
    "font",
    "text/css",
    "text/calendar",
    "text/vcard",
    "text/x-vcard",
    "application/ics",
    "application/pgp-signature",
    "application/pkcs7-signature",
    "message/delivery-status",
)

#: A plain text shorter than this, in characters, is no text of its own: the page beside it is
#: read, or what is attached.
_SHORT = 200

_PAGES = ("text/html", "application/xhtml+xml")

_FROM = re.compile(rb"From [^\n]{1,998}")


def read_mail(data: bytes, source: Source) -> Iterator[Item]:
    """The text of a mail, or of the article it forwards, and what is attached, each by its kind.

    A page saved as MHTML is its main page; the frames and pictures beside it are none. Raises
    UnreadableInput where there is nothing to read.
    """
    _check_nesting(data)
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        parts = list(_parts(message))
    except (RecursionError, ValueError, LookupError, TypeError) as error:
        raise UnreadableInput("damaged", "It is damaged: it is no mail.") from error
    heads = heads_of(message)
    if _is_saved_page(message, heads):
        yield _saved_page(message, parts, heads, source)
        return
    parts = [part for part in parts if not _is_beside(part)]
    attached = [part for part in parts if _is_attached(part)]
    body = [part for part in parts if not _is_attached(part)]
    if attached and (words := _note(body)) is not None:
        if words:
            detail = "It only accompanies what is attached; its own few words are not read."
            yield source.problem("cover_note", detail, source.id)
    elif body:
        yield from _own_text(body, heads, data, source)
    elif not attached:
        raise UnreadableInput("empty", "It holds no text.")
    for number, part in enumerate(attached, 1):
        yield _attachment(part, number, source)


def _check_nesting(data: bytes) -> None:
    """Raise UnreadableInput where parts may stand in parts so often that parsing takes minutes."""
    boundaries = sum(1 for _ in _BOUNDARY.finditer(data))
    lines = data.count(b"\n") + data.count(b"\r")
    if boundaries * lines > _MOST_TRIALS:
        raise UnreadableInput("nested_too_deeply", "Parts stand in its parts too many times.")


def read_mailbox(handle: BinaryIO, source: Source) -> Iterator[Item]:
    """The mails of a mailbox (RFC 4155), one after the other."""
    number, size, blank = 0, 0, True
    mail = bytearray()
    while line := handle.readline(LARGEST):
        if blank and _FROM.match(line):
            yield from _mail(bytes(mail), size, number, source)
            number, size, mail = number + 1, 0, bytearray()
        else:
            size += len(line)
            if size <= LARGEST:
                # A line that begins as the next mail would is written with a mark before it.
                mail += line[1:] if re.match(rb">+From ", line) else line
        blank = not line.strip()
    yield from _mail(bytes(mail), size, number, source)


def _mail(data: bytes, size: int, number: int, source: Source) -> Iterator[Item]:
    where = f"Message {number}: "
    if size > LARGEST:
        yield source.problem("too_large", f"{where}It is larger than {LARGEST:,} bytes.")
    elif data:
        inside = source.holding(f"-{number}", Known())
        yield Document(data=data, source=inside, media_type="message/rfc822", where=where)


def _parts(message: Message) -> list[Message]:
    """The parts that hold something, in order; a mail inside is one part."""
    waiting, parts = [(message, 0)], list[Message]()
    while waiting and len(parts) < _MOST_PARTS:
        part, depth = waiting.pop()
        held = part.get_payload()
        if isinstance(held, list) and part.get_content_maintype() == "multipart":
            inner = [each for each in reversed(held) if isinstance(each, Message)]
            waiting += [(each, depth + 1) for each in inner if depth < _DEEPEST]
        else:
            parts.append(part)
    return parts


def _is_saved_page(message: Message, heads: Heads) -> bool:
    if message.get_content_type() != "multipart/related":
        return False
    return heads.saved_from is not None or not (heads.received or heads.to)


def _saved_page(message: Message, parts: list[Message], heads: Heads, source: Source) -> Document:
    """The page that the message holds first; a browser writes its address and the time."""
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    if not pages:
        raise UnreadableInput("no_article", "It holds no page.")
    url = heads.saved_from or heads_of(pages[0]).saved_from
    known = Known(url=url, retrieved=heads.date, charset=parameter(pages[0], "charset"))
    inside = source.holding("", known, "page.html")
    return Document(data=_content(pages[0]), source=inside, media_type="text/html")


def _is_attached(part: Message) -> bool:
    disposition = str(part.get("content-disposition", "")).strip().lower()
    readable = part.get_content_type() in ("text/plain", "text/html")
    return disposition.startswith("attachment") or not readable


def _is_beside(part: Message) -> bool:
    return part.get_content_maintype() in _BESIDE or part.get_content_type() in _BESIDE


def _attachment(part: Message, number: int, source: Source) -> Document:
    name = parameter(part, "filename", "content-disposition") or parameter(part, "name") or ""
    shown = name or f"{number}"
    known = Known(charset=parameter(part, "charset"))
    return Document(
        data=_content(part),
        source=source.holding(f"/{shown}", known, name or "attached"),
        media_type=part.get_content_type(),
        where=f"Attachment {shown}: ",
    )


def _content(part: Message) -> bytes:
    """The bytes of a part, whatever they were written in for the way; of a mail, all of it."""
    held = part.get_payload()
    try:
        if isinstance(held, list):
            return held[0].as_bytes() if held and isinstance(held[0], Message) else b""
        decoded = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError):
        decoded = None
    if isinstance(decoded, bytes):
        return decoded
    return str(held).encode("utf-8", "replace")


def _note(body: list[Message]) -> str | None:
    """The words of a body that says next to nothing; None where it says more."""
    if not all(map(_is_plain, body)):
        return None
    words = "".join(_plain_text(part).strip() for part in body)
    return words if len(words) < _SHORT else None


def _own_text(body: list[Message], heads: Heads, raw: bytes, source: Source) -> Iterator[Item]:
    """The text of a mail: plain if there is enough of it, else that of its page."""
    text = "\n\n".join(_plain_text(part) for part in body if _is_plain(part))
    pages = [part for part in body if not _is_plain(part)]
    if not pages or len(text.strip()) >= _SHORT:
        letter = letter_of(text, forwards=heads.forwards)
        yield _report(letter.text, (), letter.heads or heads, raw, source)
        return
    data, charset = _content(pages[0]), parameter(pages[0], "charset")
    html, _ = decode(data, charset)
    letter = letter_of("\n".join(words for _, words in pieces_of(html)), forwards=heads.forwards)
    if letter.heads is not None:
        yield _report(letter.text, (), letter.heads, raw, source)
        return
    known = heads.known(charset)
    try:
        items = list(read_page(data, source.holding("", known, "mail.html")))
    except UnreadableInput:
        # A page of one short text is too little for what finds articles among menus.
        yield _report(*laid_out(pieces_of(html)), heads, raw, source)
        return
    yield from (known.told_of(item) if isinstance(item, Report) else item for item in items)


def _report(
    text: str, blocks: tuple[Block, ...], heads: Heads, raw: bytes, source: Source
) -> Report:
    report = Report(
        id=source.id,
        path=source.shown,
        text=checked(text),
        blocks=blocks,
        media_type="message/rfc822",
        raw_sha256=hashlib.sha256(raw).hexdigest(),
    )
    return heads.known().told_of(report)


def _is_plain(part: Message) -> bool:
    return part.get_content_type() == "text/plain"


def _plain_text(part: Message) -> str:
    """The text of a part; blank where it is none."""
    if not _is_plain(part):
        return ""
    try:
        text, _ = decode(_content(part), parameter(part, "charset"))
    except UnreadableInput:
        return ""
    flowed = (parameter(part, "format") or "").lower() == "flowed"
    return body_of(text, flowed=flowed, spaced=(parameter(part, "delsp") or "").lower() == "yes")
