"""From the PATHs of a call to the files to read, each with the id its name gives."""

import os
import re
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.errors import UnreadableInput
from rashomon.problem import Problem

#: No file and no line beyond this many bytes is read: a report is a few thousand.
LARGEST = 50_000_000

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read; `shown` is its path relative to the PATH named, `id` that of its report.

    `file` is None for standard input. `given` is the PATH itself where that is the file.
    """

    file: Path | None
    shown: str
    id: str
    given: str | None = None

    @property
    def ending(self) -> str:
        """The ending of its name in lower case, with the dot."""
        return os.path.splitext(self.shown)[1].lower()

    def problem(self, kind: str, detail: str, report: str | None = None) -> Problem:
        """A problem with this source, under the path by which whoever named it finds it."""
        return Problem(kind=kind, detail=detail, path=self.given or self.shown, report=report)


def sources_of(paths: Sequence[str]) -> list[Source | Problem]:
    """All that `paths` name, in their order; folders in the order of their files' names."""
    found = [item for path in paths for item in _named(path, _shown(path))]
    return list(_with_unique_ids(found))


def read_bytes(file: Path) -> bytes:
    """All bytes of `file`. Raises UnreadableInput where it cannot be read or is too large."""
    try:
        check(file)
        with file.open("rb") as handle:
            data = handle.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise UnreadableInput("not_found", "There is no such file or folder.") from error
    except OSError as error:
        raise UnreadableInput("unreadable", f"It cannot be read: {error.strerror}.") from error
    if len(data) > LARGEST:
        raise UnreadableInput("too_large", f"It is larger than {LARGEST:,} bytes.")
    return data


def check(file: Path) -> None:
    """Raise UnreadableInput where `file` is a pipe or a device: opening one may never return."""
    if not stat.S_ISREG(file.stat().st_mode):
        raise UnreadableInput("not_a_file", "It is neither a file nor a folder.")


def _named(path: str, given: str) -> Iterator[Source | Problem]:
    """What `path` names; problems call it as it was `given`, in the call or in a list."""
    if path == "-":
        yield Source(None, "-", "stdin")
    elif _URL.match(path):
        yield Problem(
            kind="url_not_supported",
            detail="Addresses cannot be fetched yet: save the page and name the file.",
            path=given,
        )
    elif path.startswith("@"):
        yield from _listed(Path(path[1:]), given)
    else:
        yield from _found(Path(path), given)


def _listed(links: Path, given: str) -> Iterator[Source | Problem]:
    """What a list names: a PATH a line, as if it stood in the call, or else beside the list."""
    try:
        lines = read_bytes(links).decode("utf-8-sig").splitlines()
    except UnreadableInput as error:
        yield Problem(kind=error.kind, detail=error.detail, path=given)
        return
    except UnicodeDecodeError:
        yield Problem(kind="not_text", detail="A list is UTF-8 text.", path=given)
        return
    for line in filter(None, map(str.strip, lines)):
        if line == "-" or line.startswith("@"):
            detail = f"A list names files, folders and addresses only, not {line!r}."
            yield Problem(kind="list_in_list", detail=detail, path=given)
        elif _URL.match(line) or os.path.lexists(line):
            yield from _named(line, line)
        else:
            yield from _named(str(links.parent / line), line)


def _found(path: Path, given: str) -> Iterator[Source | Problem]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a zero byte in it
        yield Problem(kind="not_found", detail="There is no such file or folder.", path=given)
        return
    except OSError as error:
        detail = f"It cannot be read: {error.strerror}."
        yield Problem(kind="unreadable", detail=detail, path=given)
        return
    if not is_folder:
        yield Source(path, _shown(path.name), _shown(path.stem), given)
        return
    files = list(_within(path, given))
    yield from files
    if not files:
        yield Problem(kind="empty", detail="The folder holds no files.", path=given)


def _within(folder: Path, given: str) -> Iterator[Source | Problem]:
    """The files below `folder`, hidden ones left out; each folder once, however it is linked."""
    waiting, seen = [folder], {os.path.realpath(folder)}
    found: list[tuple[str, Source | Problem]] = []
    while waiting:
        here = waiting.pop()
        try:
            entries = [entry for entry in here.iterdir() if not entry.name.startswith(".")]
        except OSError as error:
            shown = given if here is folder else _shown(here.relative_to(folder).as_posix())
            detail = f"The folder cannot be read: {error.strerror}."
            found.append((shown, Problem(kind="unreadable", detail=detail, path=shown)))
            continue
        for entry in entries:
            shown = _shown(entry.relative_to(folder).as_posix())
            if not entry.is_dir():
                found.append((shown, Source(entry, shown, _shown(entry.stem))))
            elif os.path.realpath(entry) not in seen:
                seen.add(os.path.realpath(entry))
                waiting.append(entry)
    yield from (item for _, item in sorted(found, key=lambda pair: pair[0].split("/")))


def _with_unique_ids(found: Iterable[Source | Problem]) -> Iterator[Source | Problem]:
    """The same with ids that differ: where two are alike, the folder's name goes before."""
    items: list[Source | Problem] = []
    seen: set[str] = set()
    alike: dict[str, list[Path]] = defaultdict(list)
    for item in found:
        if isinstance(item, Source):
            place = os.path.realpath(item.file or "-")
            if place in seen:
                items.append(item.problem("duplicate_id", "It was named before, and is read once."))
                continue
            seen.add(place)
            if item.file:
                alike[item.id].append(item.file)
        items.append(item)
    for item in items:
        if isinstance(item, Source) and item.file and len(alike[item.id]) > 1:
            yield replace(item, id=_apart(item.file, alike[item.id]))
        else:
            yield item


def _apart(file: Path, alike: list[Path]) -> str:
    """The id of `file` with as many of its folders as it takes to differ from all `alike`."""

    def name(path: Path, folders: int, ending: bool) -> str:
        parts = Path(os.path.abspath(path)).parts[1:]
        return "/".join((*parts[-1 - folders : -1], path.name if ending else path.stem))

    for folders in range(1, len(os.path.abspath(file))):
        for ending in (False, True):
            names = [name(other, folders, ending) for other in alike]
            if len(set(names)) == len(names):
                return _shown(name(file, folders, ending))
    return _shown(file.name)


def _shown(path: str) -> str:
    """A path as text: bytes of a name that are not UTF-8 stand as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
