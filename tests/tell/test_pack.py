"""The pack: its bytes, and what of it stands after somebody touched it."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from sample import sample_account

from rashomon import __version__
from rashomon.errors import DamagedAccount
from rashomon.tell.defending import pack_verdict
from rashomon.tell.pack import account_pack, manifest
from rashomon.tell.texts import with_texts

RAW = b"<html>The dam</html>"
_DIGEST = hashlib.sha256(RAW).hexdigest()
_PLAIN = sample_account()
ACCOUNT = replace(
    _PLAIN,
    made_by=replace(_PLAIN.made_by, version=__version__),
    reports=tuple(
        replace(each, raw_sha256=_DIGEST) if i == 0 else each
        for i, each in enumerate(_PLAIN.reports)
    ),
)
Files = dict[str, bytes]


def _raw(sha256: str) -> bytes | None:
    return RAW if sha256 == _DIGEST else None


PACK = account_pack(ACCOUNT, _raw)


def _files(pack: bytes = PACK) -> Files:
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _archive(files: Files) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


def _fallen(alter: Callable[[Files], object], *, sealed: bool = False) -> set[tuple[str, str]]:
    """What falls after an alteration; `sealed` makes the manifest anew, as a forger would."""
    files = _files()
    alter(files)
    if sealed:
        del files["manifest.sha256"]
        files["manifest.sha256"] = manifest(files)
    return {(each.kind, each.words) for each in pack_verdict(_archive(files), __version__).fallen}


def test_a_pack_is_the_same_bytes_each_time() -> None:
    """Sorted names and one date: the same account gives the same archive."""
    assert account_pack(ACCOUNT, _raw) == PACK
    with zipfile.ZipFile(io.BytesIO(PACK)) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_a_pack_holds_texts_raw_files_and_a_manifest() -> None:
    """Texts and raw files are named by their SHA-256, and the manifest names every other file."""
    files = _files()
    for report in ACCOUNT.reports:
        assert files[f"texts/{report.sha256}.txt"].decode() == report.text
    assert files[f"raw/{_DIGEST}"] == RAW
    listed = {line.split("  ")[1] for line in files["manifest.sha256"].decode().splitlines()}
    assert listed == set(files) - {"manifest.sha256"}


def test_an_untouched_pack_stands() -> None:
    """Every hash, span and sentence holds."""
    found = pack_verdict(PACK, __version__)
    assert (found.fallen, found.unchecked, found.texts) == ((), (), len(ACCOUNT.reports))


@pytest.mark.parametrize("name", ["method.md", "brief.md", "page.html", f"raw/{_DIGEST}"])
def test_an_altered_file_is_named(name: str) -> None:
    """One byte more is seen."""
    assert ("file", name) in _fallen(lambda files: files.update({name: files[name] + b" "}))


def test_a_missing_and_an_added_file_are_named() -> None:
    """What the manifest lists and what is there must be the same."""
    assert ("file", "method.md") in _fallen(lambda files: files.pop("method.md"))
    assert ("file", "../evil") in _fallen(lambda files: files.update({"../evil": b""}))
    assert ("file", "raw/" + "0" * 64) in _fallen(
        lambda files: files.update({"raw/" + "0" * 64: b""})
    )


def test_a_forger_who_seals_anew_is_found_by_the_brief() -> None:
    """With a fitting manifest an altered brief and a changed text fall all the same."""
    brief = {"brief.md": _files()["brief.md"].replace(b"40", b"41")}
    assert _fallen(lambda files: files.update(brief), sealed=True) >= {("file", "brief.md")}
    text = f"texts/{ACCOUNT.reports[0].sha256}.txt"
    assert ("file", text) in _fallen(lambda files: files.update({text: b"dry"}), sealed=True)


@pytest.mark.parametrize("texts", ["cited", "none"])
def test_what_is_withheld_is_not_in_the_pack(texts: str) -> None:
    """An account without its full texts gives a pack without texts and raw files."""
    names = _files(account_pack(with_texts(ACCOUNT, texts), _raw))
    assert [name for name in names if "/" in name] == []


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../brief.md", "texts/../x.txt", "pack.zip", "a\\b"]
)
def test_no_other_name_is_unpacked(name: str) -> None:
    """Names that lead elsewhere, and archives within, are named and never read."""
    assert ("file", name.replace("\\", "/")) in {
        (kind, words.replace("\\", "/"))
        for kind, words in _fallen(lambda files: files.update({name: b""}))
    }


def test_a_name_that_is_there_twice_is_named() -> None:
    """Of two files of one name readers would take different ones."""
    written = io.BytesIO(PACK)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(written, "a") as archive:
        archive.writestr("brief.md", b"Another brief.")
    fallen = pack_verdict(written.getvalue(), __version__).fallen
    assert ("brief.md", "it is there more than once") in [(f.words, f.reason) for f in fallen]


def test_what_unpacks_beyond_bounds_is_no_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read only as far as a pack of ours could reach."""
    monkeypatch.setattr("rashomon.tell.unpacking._MOST_ONE", 100)
    with pytest.raises(DamagedAccount, match="too large"):
        pack_verdict(PACK, __version__)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and no more", _archive({"brief.md": b"x"})])
def test_what_is_no_pack_is_told_so(data: bytes) -> None:
    """A broken archive, and one without an account, are one sentence."""
    with pytest.raises(DamagedAccount):
        pack_verdict(data, __version__)
