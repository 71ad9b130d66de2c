"""The pack: an account with all that is needed to defend it, in one archive of fixed bytes.

method.md          how it was made: version, models, data, settings, problems
brief.md           the account as Markdown
page.html          the account as a page
account.json       the account
texts/HASH.txt     each report's text (UTF-8); HASH is its SHA-256
raw/HASH           the bytes that a text was read from, where they were kept
manifest.sha256    the SHA-256 of every other file, as `sha256sum --check` reads it
"""

import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping

from rashomon.account import Account
from rashomon.report import Report
from rashomon.tell.json import to_json
from rashomon.tell.markdown import account_markdown
from rashomon.tell.method import method_statement
from rashomon.tell.page import account_page

#: The names of the files that every pack holds.
METHOD, BRIEF, PAGE, ACCOUNT, MANIFEST = (
    "method.md",
    "brief.md",
    "page.html",
    "account.json",
    "manifest.sha256",
)
#: Same in, same out: the earliest date that an archive can give a file (MS-DOS time).
_MADE = (1980, 1, 1, 0, 0, 0)
#: A regular file that its owner may write and everybody read, for unpackers that ask.
_MODE = 0o100644 << 16

#: Gives the raw bytes with a SHA-256, or None where they were not kept.
Raw = Callable[[str], bytes | None]


def no_raw(sha256: str) -> bytes | None:
    """For an account whose raw bytes are not at hand."""
    return None


def account_pack(account: Account, raw: Raw = no_raw) -> bytes:
    """The pack of an account; its raw files are those that `raw` still has.

    An account that carries its texts in part, or none, gives a pack with neither texts nor raw
    files: what was withheld from the one is withheld from the other.
    """
    files: dict[str, bytes] = {}
    reports = [report for report in account.reports if _is_whole(report)]
    for report in reports if len(reports) == len(account.reports) else ():
        files[f"texts/{report.sha256}.txt"] = report.text.encode("utf-8", "surrogatepass")
        data = raw(report.raw_sha256) if report.raw_sha256 else None
        if data is not None and hashlib.sha256(data).hexdigest() == report.raw_sha256:
            files[f"raw/{report.raw_sha256}"] = data
    files[ACCOUNT] = to_json(account)
    files[BRIEF] = account_markdown(account).encode("utf-8", "backslashreplace")
    files[PAGE] = account_page(account).encode("utf-8", "backslashreplace")
    files[METHOD] = method_statement(account, files).encode("utf-8", "backslashreplace")
    files[MANIFEST] = manifest(files)
    return _zipped(files)


def manifest(files: Mapping[str, bytes]) -> bytes:
    """A line for each file: its SHA-256, two spaces, its name; by name."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode("ascii")


def _is_whole(report: Report) -> bool:
    text = report.text.encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest() == report.sha256


def _zipped(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date_time=_MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, _MODE
            archive.writestr(entry, files[name])
    return written.getvalue()
