"""JSON Lines, JSON and CSV: one report a line, object or row."""

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO, TypedDict

import msgspec

from rashomon.errors import UnreadableInput, WrongCall
from rashomon.problem import Problem
from rashomon.read.dates import YEARS, publication
from rashomon.read.document import Item, Row, Source
from rashomon.read.feeds import read_json_feed
from rashomon.read.sources import LARGEST
from rashomon.read.texts import checked, decode
from rashomon.report import Block, Report, Translation


class _Words(TypedDict, total=False):
    """Fields that are text or null, under the names of the contract."""

    title: str
    outlet: str
    url: str
    archived_url: str
    author: str
    language: str
    updated: str
    retrieved: str


_WORDS = tuple(_Words.__annotations__)

#: What the field `version` of a JSON Feed begins with.
_JSON_FEED = "https://jsonfeed.org/version/"

#: Kinds of blocks, as they stand in our own output.
_BLOCKS = ("dateline", "heading", "paragraph", "caption", "quote", "list")

#: The column separators that spreadsheets write.
_SEPARATORS = ",;\t"


def read_lines(handle: BinaryIO, source: Source) -> Iterator[Row | Problem]:
    """The reports of a JSON Lines stream; a line that holds none is a problem, the rest is read."""
    for number, line in enumerate(_lines(handle), 1):
        if len(line) > LARGEST:
            yield source.problem("too_large", f"Line {number} is longer than {LARGEST:,} bytes.")
        elif line.strip():
            yield from _line(line, source, number)


def read_json(data: bytes, source: Source) -> Iterator[Item]:
    """The reports of a JSON file: one object, a list of objects, or a JSON Feed."""
    text, guess = decode(data)
    rows = _object(text)
    if guess:
        yield source.problem("encoding_guessed", guess)
    if isinstance(rows, dict) and str(rows.get("version")).startswith(_JSON_FEED):
        yield from read_json_feed(rows, data, source)
        return
    if not isinstance(rows, list):
        yield from row_report(rows, source, source.id, "", data, "application/json")
        return
    for number, row in enumerate(rows, 1):
        fallback = f"{source.id}-{number}"
        yield from row_report(row, source, fallback, f"Item {number}: ", data, "application/json")


def read_csv(data: bytes, source: Source) -> Iterator[Row | Problem]:
    """The reports of a CSV file with a header line that names the fields."""
    text, guess = decode(data)
    if guess:
        yield source.problem("encoding_guessed", guess)
    csv.field_size_limit(LARGEST)
    header = text.splitlines()[0]
    separator = max(_SEPARATORS, key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        wanted = {"text": "text"} | dict(source.columns)
        for field, column in wanted.items():
            if column not in (rows.fieldnames or ()):
                detail = f"Its first line names no column `{column}`."
                raise UnreadableInput("no_text" if field == "text" else "no_column", detail)
        for number, row in enumerate(rows, 1):
            where = f"Line {rows.line_num}: "
            if None in row or None in row.values():
                yield source.problem("broken_row", where + "It has not as many cells as titles.")
            else:
                fallback = f"{source.id}-{number}"
                yield from row_report(row, source, fallback, where, data, "text/csv")
    except csv.Error as error:
        yield source.problem("broken_row", f"Line {rows.line_num}: {error}; the rest is not read.")


def _lines(handle: BinaryIO) -> Iterator[bytes]:
    """Lines as bytes; one that is too long comes cut, and what follows of it is skipped."""
    first = True
    while line := handle.readline(LARGEST + 1):
        if first and line.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
            text, _ = decode(line + handle.read(LARGEST))
            yield from (piece.encode("utf-8", "surrogatepass") for piece in text.split("\n"))
            return
        first = False
        rest = line
        while len(line) > LARGEST and rest and not rest.endswith(b"\n"):
            rest = handle.readline(LARGEST)
        yield line.rstrip(b"\r\n") if len(line) <= LARGEST else line


def _line(line: bytes, source: Source, number: int) -> Iterator[Row | Problem]:
    fallback, where = f"{source.id}-{number}", f"Line {number}: "
    try:
        text, guess = decode(line)
        row = _object(text)
    except UnreadableInput as error:
        yield source.problem(error.kind, where + error.detail)
        return
    if guess:
        yield source.problem("encoding_guessed", where + guess)
    if source.keep:
        source.keep(line)
    yield from row_report(row, source, fallback, where, line, "application/json")


def _object(text: str) -> object:
    try:
        return msgspec.json.decode(text.encode("utf-8"))
    except RecursionError as error:
        raise UnreadableInput("broken_json", "It is nested too deeply.") from error
    except (msgspec.DecodeError, UnicodeError) as error:
        raise UnreadableInput("broken_json", f"It is not JSON: {error}.") from error


def row_report(
    row: object, source: Source, fallback: str, where: str, raw: bytes, media_type: str
) -> Iterator[Row | Problem]:
    """The report of one row, after a problem for each field that could not be used.

    `fallback` is the id of a row without one, `where` says which row it is.
    """
    try:
        fields, text = _fields(row, dict(source.columns))
    except UnreadableInput as error:
        yield source.problem(error.kind, where + error.detail)
        return
    name, wrong = _id(fields.get("id"), fallback)
    wrong += [field for field in _WORDS if not isinstance(fields.get(field), str | None)]
    for field in wrong:
        yield source.problem("wrong_type", f"{where}`{field}` is not text; left out.", name)
    printed = fields.get("published") or fields.get("date_publish")
    read = publication(printed) if isinstance(printed, str) else None
    if printed and read is None:
        none = f"{printed!r:.60} is no ISO 8601 date of the years {YEARS[0]} to {YEARS[-1]}."
        yield source.problem("bad_date", where + none, name)
    published, precision = read or (None, None)
    report = Report(
        id=name,
        path=source.shown,
        text=text,
        published=published,
        published_precision=precision,
        published_basis="given" if published else None,
        media_type=media_type,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        translation=_translation(fields.get("translation")),
        blocks=_blocks(fields.get("blocks"), text),
        **_words(fields),
    )
    yield Row(source.known.told_of(report), where)


def check_columns(columns: Sequence[tuple[str, str]]) -> None:
    """Raise WrongCall where a column is named for what is no field of a report."""
    known = ("id", "text", "published", "translation", *_WORDS)
    for field, _ in columns:
        if field not in known:
            raise WrongCall(f"No such field: {field!r}. Choose from: {', '.join(known)}.")


def _fields(row: object, columns: dict[str, str]) -> tuple[dict[str, object], str]:
    """The row's fields under our names, and its text. Raises UnreadableInput where it has none."""
    if not isinstance(row, dict):
        raise UnreadableInput("not_an_object", "It is no object with fields.")
    row = row | {field: row.get(column) for field, column in columns.items()}
    text = row.get("text")
    if not isinstance(text, str):
        kind = "no_text" if text is None else "wrong_type"
        named = columns.get("text", "text")
        raise UnreadableInput(kind, f"It has no field `{named}` that holds text.")
    return row, checked(text)


def _id(given: object, fallback: str) -> tuple[str, list[str]]:
    """The id, and the field's name where it was of a wrong type; whole numbers serve as ids."""
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given), []
    if isinstance(given, str) and given.strip():
        return given, []
    return fallback, [] if given is None or given == "" else ["id"]


def _words(fields: dict[str, object]) -> _Words:
    given = {field: fields.get(field) for field in _WORDS}
    return msgspec.convert(
        {field: words for field, words in given.items() if isinstance(words, str) and words}, _Words
    )


def _translation(given: object) -> Translation | None:
    if not isinstance(given, dict):
        return None
    words = {key: value for key, value in given.items() if isinstance(value, str)}
    return Translation(of=words.get("of"), language=words.get("language"), by=words.get("by"))


def _blocks(given: object, text: str) -> tuple[Block, ...]:
    """The layout that a row gives, as our own output has it; none where it does not fit the text.

    Without one the layout is read from the text.
    """
    try:
        blocks = msgspec.convert(given, tuple[Block, ...])
    except msgspec.ValidationError:
        return ()
    ends = [0, *(block.end for block in blocks)]
    fit = all(
        block.kind in _BLOCKS and before <= block.start < block.end <= len(text)
        for before, block in zip(ends, blocks, strict=False)
    )
    return blocks if fit else ()
