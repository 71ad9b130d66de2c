"""The keep: raw bytes by their SHA-256, and for each address fetched what came of it and when.

    DIR/.rashomon-keep             marks the folder: a walk over a folder around it passes it by
    DIR/raw/ab/ab12…               the bytes whose SHA-256 is ab12…
    DIR/addresses/cd/cd34….json    a Record; cd34… is the SHA-256 of its address
    DIR/failed/cd/cd34….json       a Failure, until the address gives something

Every file is written beside its place and renamed, so that a reader finds it whole or not at all,
however many processes write and whenever one of them is killed.
"""

import hashlib
import os
import re
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from rashomon.errors import UnreadableInput, WrongCall

#: The file that marks a keep.
MARK = ".rashomon-keep"

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What was fetched from an address: `url` as asked, `final_url` where redirects led.

    `retrieved` is the instant in UTC, ISO 8601; `etag` and `last_modified` are the server's words,
    by which it is asked whether anything changed (RFC 9110, section 13).
    """

    url: str
    final_url: str
    status: int
    media_type: str | None
    retrieved: str
    sha256: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """That an address gave nothing, and why; `until` (seconds since 1970) it is not asked again."""

    url: str
    kind: str
    detail: str
    until: float


class Keep:
    """Raw bytes by hash, and records by address, in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / MARK).touch()
        except OSError as refused:
            raise WrongCall(f"Cannot keep anything in {folder}: {refused.strerror}.") from refused

    def put(self, data: bytes) -> str:
        """Keep `data`; its SHA-256. Raises WrongCall where the folder cannot be written to."""
        digest = hashlib.sha256(data).hexdigest()
        if self.raw(digest) is None:
            self._write(self._raw_path(digest), data)
        return digest

    def raw(self, sha256: str) -> bytes | None:
        """The bytes of that hash; None where they are not kept or are damaged."""
        if not _SHA256.fullmatch(sha256):
            return None
        try:
            data = self._raw_path(sha256).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def note(self, record: Record) -> None:
        """Keep `record` as the latest of its address. Raises WrongCall as `put` does."""
        self._write(self._path("addresses", record.url), _line(record))
        with suppress(OSError):  # what cannot be forgotten ends by itself
            self._path("failed", record.url).unlink()

    def fail(self, failure: Failure) -> None:
        """Keep a failure as the latest of its address. Raises WrongCall as `put` does."""
        self._write(self._path("failed", failure.url), _line(failure))

    def failure(self, url: str) -> Failure | None:
        """The latest failure of an address that gave nothing since; None where there is none."""
        try:
            failure = msgspec.json.decode(self._path("failed", url).read_bytes(), type=Failure)
        except (OSError, msgspec.DecodeError, UnicodeError):
            return None
        return failure if failure.url == url else None

    def record(self, url: str) -> Record | None:
        """The latest record of an address; None where it was never fetched.

        Raises UnreadableInput where the record is damaged, is another address's, or its bytes are
        gone or changed: who asks may fetch again.
        """
        path = self._path("addresses", url)
        try:
            record = msgspec.json.decode(path.read_bytes(), type=Record)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.DecodeError, UnicodeError) as broken:
            raise UnreadableInput("kept_damaged", f"Its record {path.name} is damaged.") from broken
        if record.url != url or self.raw(record.sha256) is None:
            raise UnreadableInput("kept_damaged", f"What {path.name} names is gone or changed.")
        return record

    def _raw_path(self, digest: str) -> Path:
        return self._folder / "raw" / digest[:2] / digest

    def _path(self, kind: str, url: str) -> Path:
        digest = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / kind / digest[:2] / f"{digest}.json"

    def _write(self, path: Path, data: bytes) -> None:
        part = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                part.write_bytes(data)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
        except OSError as refused:
            raise WrongCall(f"Cannot keep in {self._folder}: {refused.strerror}.") from refused


def _line(kept: Record | Failure) -> bytes:
    return msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n"
