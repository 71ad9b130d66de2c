"""A journal: rows of JSON Lines that are only ever added, and survive a kill at any moment."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from rashomon.errors import WrongCall


class Journal:
    """A file of rows. One process writes at a time: who opens it holds the folder's lock."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def rows(self) -> Iterator[dict[str, object]]:
        """All rows, oldest first, after the end is mended; a damaged line is passed over.

        Raises WrongCall where the file cannot be read.
        """
        if not self._path.exists():
            return
        try:
            self._mend()
            handle = self._path.open("rb")
        except OSError as refused:
            raise WrongCall(f"Cannot read {self._path}: {refused.strerror}.") from refused
        with handle:
            for line in handle:
                try:
                    row = msgspec.json.decode(line)
                except (msgspec.DecodeError, RecursionError, UnicodeError):
                    continue
                if isinstance(row, dict):
                    yield row

    def add(self, row: Mapping[str, object]) -> None:
        """Add a row, on the disk when this returns. Raises WrongCall where it cannot be written."""
        try:
            with self._path.open("ab") as handle:
                handle.write(msgspec.json.encode(row) + b"\n")
                handle.flush()
                os.fsync(handle.fileno())
        except OSError as refused:
            raise WrongCall(f"Cannot write {self._path}: {refused.strerror}.") from refused

    def replace(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Put these rows in the place of all there are, at once."""
        part = self._path.with_name(f".{self._path.name}.part")
        try:
            part.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
            part.replace(self._path)
        except OSError as refused:
            raise WrongCall(f"Cannot write {self._path}: {refused.strerror}.") from refused

    def _mend(self) -> None:
        """Cut off a last line that was not written to its end."""
        with self._path.open("r+b") as handle:
            size = handle.seek(0, os.SEEK_END)
            end, step = size, 65_536
            while end > 0:
                begin = max(0, end - step)
                handle.seek(begin)
                newline = handle.read(end - begin).rfind(b"\n")
                if newline >= 0:
                    end = begin + newline + 1
                    break
                end = begin
            if end < size:
                handle.truncate(end)
