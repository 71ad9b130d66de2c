"""Unpacking: the files of a pack, read within bounds whatever an archive says of itself."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from rashomon.errors import DamagedAccount
from rashomon.tell.pack import ACCOUNT, BRIEF, MANIFEST, METHOD, PAGE
from rashomon.tell.verdict import Fallen

#: No pack of ours is larger: its files, one file and all of them unpacked (bytes).
_MOST_FILES, _MOST_ONE, _MOST_ALL = 20_000, 512 * 2**20, 2 * 2**30

#: The names that a pack can hold: no folder above, no archive within, nothing else.
_NAME = re.compile(
    rf"{re.escape(METHOD)}|{re.escape(BRIEF)}|{re.escape(PAGE)}|{re.escape(ACCOUNT)}"
    rf"|{re.escape(MANIFEST)}|texts/[0-9a-f]{{64}}\.txt|raw/[0-9a-f]{{64}}"
)
_PIECE = 2**20


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files of a pack by name, and what about the archive itself does not stand."""

    files: dict[str, bytes]
    fallen: tuple[Fallen, ...]


def unpacked(data: bytes) -> Unpacked:
    """The files of a pack. Raises DamagedAccount where `data` are no archive or one too large."""
    files: dict[str, bytes] = {}
    fallen: list[Fallen] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_FILES:
                raise DamagedAccount(f"The archive holds {len(entries)} files: it is no pack.")
            for entry in entries:
                name = entry.filename
                if not _NAME.fullmatch(name):
                    fallen.append(fallen_file(name, "no pack holds a file of this name"))
                elif name in files:
                    fallen.append(fallen_file(name, "it is there more than once"))
                else:
                    room = _MOST_ALL - sum(map(len, files.values()))
                    _unpack(archive, entry, min(_MOST_ONE, room), files, fallen)
    except zipfile.BadZipFile as broken:
        raise DamagedAccount(f"The file is no archive that can be read: {broken}.") from broken
    return Unpacked(files, tuple(fallen))


def fallen_file(name: str, reason: str) -> Fallen:
    """A file of the pack that does not stand."""
    return Fallen(where="pack", kind="file", words=name, reason=reason)


def _unpack(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    room: int,
    files: dict[str, bytes],
    fallen: list[Fallen],
) -> None:
    """Reads one file, as far as there is room: what it says of its length counts for nothing."""
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(entry) as opened:
            while piece := opened.read(_PIECE):
                size += len(piece)
                if size > room:
                    raise DamagedAccount(f"{entry.filename} is too large: this is no pack.")
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as broken:
        fallen.append(fallen_file(entry.filename, f"it cannot be unpacked: {broken}"))
        return
    files[entry.filename] = b"".join(pieces)
