"""From the PATHs of a call to the files to read, each with the id its name gives."""

import os
import re
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import UnreadableInput
from rashomon.problem import Problem
from rashomon.read.document import Known, Source
from rashomon.read.keep import MARK

#: No file and no line beyond this many bytes is read: a report is a few thousand.
LARGEST = 50_000_000

#: What browsers put behind the name of a page to name the folder of its pictures and scripts:
#: in English, and in the languages in which Firefox and Internet Explorer did otherwise.
_PARTS = (
    *("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_ficheiros", "_arquivos"),
    *("_bestanden", "-filer", "_pliki", "_soubory", "-tiedostot", "_elemei", "_dosyalar"),
)

#: Behind a path in a list: an address with a fragment has no blank before it.
_COMMENT = re.compile(r"\s+#(?:\s|$)")

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def sources_of(paths: Sequence[str]) -> list[Source | Problem]:
    """All that `paths` name, in their order; folders in the order of their files' names."""
    found = [item for path in paths for item in _named(path, _shown(path))]
    return list(_with_unique_ids(found))


def opened(file: Path) -> BinaryIO:
    """`file` open to read. Raises UnreadableInput where it cannot be: a pipe may never open."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise UnreadableInput("not_a_file", "It is neither a file nor a folder.")
        return file.open("rb")
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise UnreadableInput("not_found", "There is no such file or folder.") from error
    except OSError as error:
        raise UnreadableInput("unreadable", f"It cannot be read: {error.strerror}.") from error


def whole(handle: BinaryIO) -> bytes:
    """All bytes of an open file. Raises UnreadableInput where they are too many."""
    data = handle.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableInput("too_large", f"It is larger than {LARGEST:,} bytes.")
    return data


def _named(path: str, given: str) -> Iterator[Source | Problem]:
    """What `path` names; problems call it as it was `given`, in the call or in a list."""
    if path == "-":
        yield Source(None, "-", "stdin")
    elif _URL.match(path):
        url = _spelled(path)
        yield Source(None, url, _address(url).stem, given, Known(url=url))
    elif path.startswith("@"):
        yield from _listed(Path(path[1:]), given)
    else:
        yield from _found(Path(path), given)


def _listed(links: Path, given: str) -> Iterator[Source | Problem]:
    """What a list names: a PATH a line, as if it stood in the call, or else beside the list."""
    try:
        with opened(links) as handle:
            lines = whole(handle).decode("utf-8-sig").splitlines()
    except UnreadableInput as error:
        yield Problem(kind=error.kind, detail=error.detail, path=given)
        return
    except UnicodeDecodeError:
        yield Problem(kind="not_text", detail="A list is UTF-8 text.", path=given)
        return
    named = False
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line or line.startswith("#"):
            continue
        named = True
        if line == "-" or line.startswith("@"):
            detail = f"Line {number}: A list names files, folders and addresses, not {line!r:.80}."
            yield Problem(kind="list_in_list", detail=detail, path=given)
            continue
        line = _uncommented(line, links.parent)
        stands = _URL.match(line) is not None or os.path.lexists(line)
        for item in _named(line if stands else str(links.parent / line), line):
            if isinstance(item, Problem):
                item = replace(item, detail=f"Line {number} of {links.name}: {item.detail}")
            yield item
    if not named:
        yield Problem(kind="empty", detail="The list names nothing.", path=given)


def _uncommented(line: str, folder: Path) -> str:
    """A line without the comment behind its path; a path that is there may hold such signs."""
    if not _URL.match(line) and (os.path.lexists(line) or os.path.lexists(folder / line)):
        return line
    return _COMMENT.split(line, maxsplit=1)[0]


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
            folders = {entry for entry in entries if entry.is_dir()}
        except OSError as error:
            shown = given if here is folder else _shown(here.relative_to(folder).as_posix())
            detail = f"The folder cannot be read: {error.strerror}."
            found.append((shown, Problem(kind="unreadable", detail=detail, path=shown)))
            continue
        pages = {entry.stem for entry in entries if entry.suffix.lower() in (".html", ".htm")}
        for entry in entries:
            shown = _shown(entry.relative_to(folder).as_posix())
            if entry not in folders:
                found.append((shown, Source(entry, shown, _shown(entry.stem))))
            elif os.path.realpath(entry) not in seen and not _passed_by(entry, pages):
                seen.add(os.path.realpath(entry))
                waiting.append(entry)
    yield from (item for _, item in sorted(found, key=lambda pair: pair[0].split("/")))


def _passed_by(folder: Path, pages: set[str]) -> bool:
    """Whether a folder is a keep, or what a browser saved with a page beside it, named after it."""
    name = folder.name
    of_page = any(name.endswith(mark) and name.removesuffix(mark) in pages for mark in _PARTS)
    return of_page or (folder / MARK).exists()


def _with_unique_ids(found: Iterable[Source | Problem]) -> Iterator[Source | Problem]:
    """The same with ids that differ: where two are alike, the folder's name goes before."""
    items: list[Source | Problem] = []
    seen: set[str] = set()
    alike: dict[str, list[Path]] = defaultdict(list)
    for item in found:
        if isinstance(item, Source):
            named = os.path.realpath(item.file) if item.file else item.shown
            if named in seen:
                items.append(item.problem("duplicate_id", "It was named before, and is read once."))
                continue
            seen.add(named)
            alike[item.id].append(_place(item))
        items.append(item)
    apart = {id: iter(_apart(places)) for id, places in alike.items() if len(places) > 1}
    for item in items:
        if isinstance(item, Source) and item.id in apart:
            yield replace(item, id=next(apart[item.id]))
        else:
            yield item


def _place(source: Source) -> Path:
    """Where a source is: the path of a file, or an address as if it were one."""
    return source.file or (_address(source.shown) if source.known.url else Path(source.shown))


def _spelled(url: str) -> str:
    """The one spelling of an address; itself where it has none, which is told when it is read."""
    # Loaded with the first address: most calls name none.
    from rashomon.read.fetching.addresses import canonical

    try:
        return canonical(url)
    except UnreadableInput:
        return url


def _address(url: str) -> Path:
    """An address as a path: the host, its folders and the name of the page with its query."""
    path, _, query = _URL.sub("", url, count=1).split("#")[0].rstrip("/").partition("?")
    *folders, page = path.split("/")
    kept = page if "." not in page or not folders else os.path.splitext(page)[0]
    name = kept + (f"?{query.replace('/', '%2F')}" if query else "")
    # An ending of our own, so that no part of the name is taken for one.
    return Path(*folders, f"{name or 'page'}.page")


def _apart(alike: Sequence[Path]) -> list[str]:
    """Ids of files of one name: with as many of their folders as it takes for all to differ."""
    paths = [Path(os.path.abspath(each)) for each in alike]
    for folders in range(1, max(len(each.parts) for each in paths)):
        above = ["/".join((*each.parts[1:][-1 - folders : -1], "")) for each in paths]
        for ending in (False, True):
            names = [each.name if ending else each.stem for each in paths]
            ids = [folder + name for folder, name in zip(above, names, strict=True)]
            if len(set(ids)) == len(ids):
                return [_shown(each) for each in ids]
    return [_shown(each.name) for each in paths]


def _shown(path: str) -> str:
    """A path as text: bytes of a name that are not UTF-8 stand as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
