"""Bytes to text: nothing is changed, nothing is guessed without saying so."""

import codecs
import hashlib
import re
from collections.abc import Iterator

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from rashomon.errors import UnreadableInput
from rashomon.problem import Problem
from rashomon.read.document import Source
from rashomon.report import Report

#: Byte-order marks, the longer ones first: UTF-32's begins as UTF-16's does.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Single-byte codes of Latin letters that differ in a few letters only. In English text the
#: odd bytes are quotation marks and dashes, and those are Windows' Western code (WHATWG's
#: default for the web); a detector cannot tell them apart in so few bytes.
_LATIN = ("windows-125", "cp125", "iso-8859-", "iso8859-", "latin")
_NOT_LATIN = ("1251", "1253", "1255", "1256", "8859-5", "8859-6", "8859-7", "8859-8")

#: Signs that no text has many of: those of lost bytes, and control characters other than tabs, line
#: ends, form feeds, backspaces and escapes.
_ODD = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")

#: The share of such signs above which a file is not text.
_MOST_CONTROLS = 0.05


#: A line of a list of addresses, as `@links.txt` takes it.
_ADDRESS = re.compile(r"\s*+https?://\S++(?:\s++#.*)?\s*+")


def read_text(data: bytes, source: Source) -> Iterator[Report | Problem]:
    """A plain text file as a report. Raises UnreadableInput where it is none, or a list."""
    text, guess = decode(data, source.known.charset)
    if guess:
        yield source.problem("encoding_guessed", guess, source.id)
    if _is_list(text):
        path = source.given or source.shown
        detail = f"It holds nothing but addresses; name it as @{path} to have them read."
        raise UnreadableInput("only_addresses", detail)
    yield Report(
        id=source.id,
        path=source.shown,
        text=text,
        media_type="text/plain",
        raw_sha256=hashlib.sha256(data).hexdigest(),
    )


def _is_list(text: str) -> bool:
    """Whether a text is a list of addresses, with comments perhaps, and nothing else."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return bool(lines) and all(map(_ADDRESS.fullmatch, lines))


def decode(data: bytes, charset: str | None = None) -> tuple[str, str | None]:
    """The text in `data`, and how it was guessed where no mark, `charset` or UTF-8 told.

    A charset counts if it is one of the web's (WHATWG Encoding) and fits.

    A byte-order mark is no part of the text; line ends stay as they are. Raises UnreadableInput
    where `data` is empty, damaged or not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return checked(_strict(data[len(mark) :], encoding)), None
    if b"\0" in data:
        raise UnreadableInput("not_text", "It holds zero bytes and no byte-order mark: not text.")
    told = map_encoding_to_html5(charset, fallback_utf8=False) if charset else None
    for named in filter(None, (told, "utf-8")):
        try:
            return checked(data.decode(named)), None
        except UnicodeDecodeError:
            continue
    return _guessed(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as broken:
        raise UnreadableInput(
            "not_text", f"Its byte-order mark says {encoding}, but its bytes are not: {broken}."
        ) from broken


def _guessed(data: bytes) -> tuple[str, str]:
    encoding = (detect_encoding(data) or "windows-1252").lower()
    if encoding.startswith(_LATIN) and not encoding.endswith(_NOT_LATIN):
        encoding = "windows-1252"
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        encoding = "windows-1252"
        text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    guess = f"It is not UTF-8; read as {encoding}, by detection."
    if lost:
        guess += f" {lost} bytes have no meaning in it and stand as U+FFFD."
    return checked(text), guess


def checked(text: str) -> str:
    """`text` itself. Raises UnreadableInput where it is blank or not text but control codes."""
    if not text.strip():
        raise UnreadableInput("empty", "It holds no text.")
    sample = text[:20_000]
    odd = len(_ODD.findall(sample))
    if "\0" in text or odd > _MOST_CONTROLS * len(sample):
        raise UnreadableInput("not_text", "It holds control characters as no text does.")
    return text
