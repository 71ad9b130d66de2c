"""Runs that check: a saved account or a pack, and a brief that a person edited."""

from pathlib import Path

from rashomon import __version__
from rashomon.errors import DamagedAccount, WrongCall
from rashomon.run.form import Form
from rashomon.run.printing import Outcome, encoded
from rashomon.run.saved import open_account
from rashomon.tell.defending import pack_verdict
from rashomon.tell.edited import Edited, edited_docx, edited_markdown
from rashomon.tell.verdict import Verdict, verdict, verdict_json, verdict_text

#: A larger file is no pack of ours (bytes).
_MOST_BYTES = 2**30
#: What begins an archive (PKWARE APPNOTE 4.3.7 and, of an empty one, 4.3.16).
_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")


def run_check(path: Path, edited: Path | None, form: Form) -> Outcome:
    """What stands of the account or the pack at `path`, or of its brief as edited in `edited`.

    The outcome is complete where all stands. Raises WrongCall where a file cannot be read,
    DamagedAccount where the first holds neither an account nor a pack.
    """
    found = _pack(path, edited) if _is_archive(path) else _account(path, edited)
    if form.name == "json":
        return Outcome(result=verdict_json(found), complete=found.stands)
    return Outcome(result=encoded(verdict_text(found)), complete=found.stands)


def _account(path: Path, edited: Path | None) -> Verdict:
    return verdict(open_account(path), _read_edited(edited))


def _is_archive(path: Path) -> bool:
    try:
        with path.open("rb") as opened:
            return opened.read(4) in _ARCHIVE
    except OSError as refused:
        raise WrongCall(f"Cannot read {path}: {refused.strerror}.") from refused


def _read_edited(path: Path | None) -> list[Edited] | None:
    """The sentences of an edited brief: a Word document, else Markdown."""
    if path is None:
        return None
    try:
        data = path.read_bytes()
    except OSError as refused:
        raise WrongCall(f"Cannot read {path}: {refused.strerror}.") from refused
    if data[:4] in _ARCHIVE:
        return edited_docx(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise WrongCall(f"Cannot read {path}: it is neither UTF-8 nor a Word document.") from broken
    sentences = edited_markdown(text)
    if not sentences:
        raise WrongCall(f"{path} holds no sentence to check.")
    return sentences


def _pack(path: Path, edited: Path | None) -> Verdict:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DamagedAccount(f"{path} is too large for a pack.")
        data = path.read_bytes()
    except OSError as refused:
        raise WrongCall(f"Cannot read {path}: {refused.strerror}.") from refused
    return pack_verdict(data, __version__, _read_edited(edited))
