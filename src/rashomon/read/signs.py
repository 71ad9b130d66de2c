"""What kind a document is: by what is said of it, and by the signs in its first bytes.

The signs are those of the formats' own documents and of the WHATWG's standard MIME Sniffing; a
sign that is sure goes before a name or a media type, which a server or a person may get wrong.
"""

import codecs
import re

#: So many bytes from the start are searched for signs.
HEAD = 4096

#: Kinds by the endings of names.
_ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "csv",
    ".tsv": "csv",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".mbox": "mbox",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".warc": "warc",
    ".wacz": "wacz",
    ".gz": "gzip",
}

#: Kinds by IANA's names of media types; the types that say nothing are not here.
_MEDIA_TYPES = {
    "text/plain": "text",
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/json": "json",
    "application/feed+json": "json",
    "application/x-ndjson": "lines",
    "application/jsonl": "lines",
    "text/csv": "csv",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "mail",
    "multipart/related": "mail",
    "application/mbox": "mbox",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/warc": "warc",
    "application/wacz": "wacz",
    "application/gzip": "gzip",
    "application/x-gzip": "gzip",
}

#: First bytes that are sure. What no reader is for is told by its name.
_FIRST_BYTES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"WARC/", "warc"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or an encrypted Office file"),
    (b"{\\rtf", "an RTF text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x28\xb5\x2f\xfd", "an archive of the kind zstd"),
    (b"BZh", "an archive of the kind bzip2"),
    (b"\xfd7zXZ\0", "an archive of the kind xz"),
    (b"7z\xbc\xaf\x27\x1c", "an archive of the kind 7z"),
    (b"Rar!", "an archive of the kind rar"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"RIFF", "a sound or a picture"),
)

_BEFORE_ROOT = r"\s*+(?:<\?[^>]*+>\s*+|<!--(?>.*?-->)\s*+)*+"
_PAGE = re.compile(rf"{_BEFORE_ROOT}<(?:!doctype\s++html|html|head|body)\b".encode(), re.I | re.S)
_ROOT = re.compile(
    rf"{_BEFORE_ROOT}(?:<!doctype[^>\[]*+(?:\[(?>.*?\]))?[^>]*+>\s*+)?+(?:<!--(?>.*?-->)\s*+)*+"
    r"<(?:\w++:)?+(rss|feed|rdf)\b".encode(),
    re.I | re.S,
)
_HEADER = re.compile(rb"[!-9;-~]{1,60}:(?:[ \t]|\r?\n[ \t])")
_OF_MAIL = re.compile(
    rb"^(?:from|mime-version|received|return-path|delivered-to|message-id):", re.I | re.M
)
_TWO_OBJECTS = re.compile(rb"\s*+\{[^\n]*\}[ \t\r]*+\n\s*+\{")

#: A text of these kinds shows what it is in its first bytes, or it is another.
_BINARY = ("pdf", "docx", "wacz", "gzip", "warc")
#: What a name may rightly say of a sign: a Word document is a zip, an archive may be packed.
_FITTING = {"zip": ("docx", "wacz"), "gzip": ("warc", "wacz"), "mail": ("mail", "mbox")}
#: A text file or a table is taken at its word unless it begins as nothing but these can.
_SURE_IN_TEXT = ("page", "feed", "warc")


def charset_of(media_type: str | None) -> str | None:
    """The encoding that a media type names."""
    found = re.search(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,40})", media_type or "", re.I)
    return found[1] if found else None


def said_kind(media_type: str | None, ending: str) -> str | None:
    """The kind that a media type or else the ending of a name says."""
    named = (media_type or "").split(";")[0].strip().lower()
    kind = _MEDIA_TYPES.get(named)
    # "text/plain" and "text/xml" are also said of what a server does not know.
    if kind is None or named in ("text/plain", "text/xml", "application/xml"):
        return _ENDINGS.get(ending, kind)
    return kind


def kind_of(head: bytes, said: str | None) -> tuple[str | None, bool]:
    """The kind of a document and whether it was called something else.

    `head` is its first bytes, `said` what its media type or name says it is. The kind is None
    where nothing tells it.
    """
    head = _narrow(head)
    sign = _sign(head)
    if sign is None:
        return _without_sign(head, said)
    if said is None or sign == said or said in _FITTING.get(sign, ()):
        return said if sign in _FITTING and said else sign, False
    if said in ("text", "csv") and _is_text(sign) and sign not in _SURE_IN_TEXT:
        return said, False
    if {said, sign} == {"json", "lines"} and sign == "json":
        return said, False
    return sign, True


def _without_sign(head: bytes, said: str | None) -> tuple[str | None, bool]:
    if said in _BINARY and head.strip() and _reads_as_text(head):
        return "text", True
    if said == "page" and head.strip() and b"<" not in head and _reads_as_text(head):
        return "text", True
    return said, False


def _sign(head: bytes) -> str | None:
    """The kind that the first bytes show."""
    for first, kind in _FIRST_BYTES:
        if head.startswith(first):
            return kind
    if b"%PDF-" in head[:1024] and head.lstrip()[:1] != b"<":
        return "pdf"
    if _PAGE.match(head):
        return "page"
    if _ROOT.match(head):
        return "feed"
    if head.startswith(b"From ") and _HEADER.match(head.partition(b"\n")[2]):
        return "mbox"
    if _HEADER.match(head) and len(_OF_MAIL.findall(head)) >= 2:
        return "mail"
    if _TWO_OBJECTS.match(head):
        return "lines"
    return "json" if head.lstrip()[:2] in (b"[{", b"[\n", b"[\r", b"[ ") else None


def _is_text(sign: str) -> bool:
    return sign in ("page", "feed", "warc", "mail", "mbox", "json", "lines")


def _reads_as_text(head: bytes) -> bool:
    """Whether these bytes are UTF-8 without control characters, save for a cut at their end."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return all(sign.isprintable() or sign in "\t\r\n\f" for sign in text)


def _narrow(head: bytes) -> bytes:
    """The first bytes without a byte-order mark, one byte a character."""
    if head.startswith(codecs.BOM_UTF8):
        return head[3:]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", "ignore").encode("utf-8", "ignore")
    return head
