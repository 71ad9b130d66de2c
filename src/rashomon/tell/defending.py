"""Defending a pack: whether every file, every text, every span and the brief in it still stand."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.account import Account
from rashomon.errors import DamagedAccount
from rashomon.tell.edited import Edited, edited_markdown
from rashomon.tell.loading import load_account
from rashomon.tell.markdown import account_markdown
from rashomon.tell.pack import ACCOUNT, BRIEF, MANIFEST, PAGE
from rashomon.tell.page import account_page
from rashomon.tell.unpacking import Unpacked, fallen_file, unpacked
from rashomon.tell.verdict import Fallen, Verdict, verdict

_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")


def pack_verdict(data: bytes, version: str, edited: Sequence[Edited] | None = None) -> Verdict:
    """What of a pack stands; of an `edited` brief its sentences.

    `version` is that of this program: what it prints is set beside what the pack holds.

    Raises DamagedAccount where `data` are no pack, or hold no account that can be read.
    """
    pack = unpacked(data)
    if ACCOUNT not in pack.files:
        raise DamagedAccount(f"The archive holds no {ACCOUNT}: it is no pack of an account.")
    account = load_account(pack.files[ACCOUNT], ACCOUNT)
    fallen = [*pack.fallen, *_manifest(pack), *_by_hash(pack.files), *_texts(pack.files, account)]
    found = verdict(account, edited if edited is not None else _brief(pack.files))
    printed, unchecked = _printed(pack.files, account, version)
    return replace(
        found,
        fallen=(*fallen, *printed, *found.fallen),
        unchecked=(*found.unchecked, *unchecked),
    )


def _manifest(pack: Unpacked) -> Iterator[Fallen]:
    """What is altered, missing or added by the manifest's word."""
    if MANIFEST not in pack.files:
        yield fallen_file(MANIFEST, "it is missing")
        return
    listed: dict[str, str] = {}
    for count, line in enumerate(pack.files[MANIFEST].decode("utf-8", "replace").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match is None or match[2] in listed:
            yield fallen_file(MANIFEST, f"its line {count} is none of a manifest")
        else:
            listed[match[2]] = match[1]
    lost = {each.words for each in pack.fallen}
    for name, digest in sorted(listed.items()):
        if name not in pack.files:
            if name not in lost:
                yield fallen_file(name, "it is missing")
        elif hashlib.sha256(pack.files[name]).hexdigest() != digest:
            yield fallen_file(name, "it was altered: its SHA-256 is not that of the manifest")
    for name in sorted(set(pack.files) - set(listed) - {MANIFEST}):
        yield fallen_file(name, "it was added: the manifest does not name it")


def _by_hash(files: Mapping[str, bytes]) -> Iterator[Fallen]:
    """Texts and raw files that are not what their own names say."""
    for name, data in sorted(files.items()):
        digest = name.rpartition("/")[2].removesuffix(".txt")
        if "/" in name and hashlib.sha256(data).hexdigest() != digest:
            yield fallen_file(name, "it was altered: its SHA-256 is not its name")


def _texts(files: Mapping[str, bytes], account: Account) -> Iterator[Fallen]:
    """Texts and raw files of no report, and texts that the account has otherwise."""
    known = {f"texts/{each.sha256}.txt" for each in account.reports}
    known |= {f"raw/{each.raw_sha256}" for each in account.reports if each.raw_sha256}
    for name in sorted(name for name in files if "/" in name and name not in known):
        yield fallen_file(name, "it belongs to no report of the account")
    if not any(name.startswith("texts/") for name in files):
        return
    for report in account.reports:
        name = f"texts/{report.sha256}.txt"
        if name not in files:
            yield fallen_file(name, f"it is missing: it is the text of {report.id}")
        elif files[name] != report.text.encode("utf-8", "surrogatepass"):
            yield fallen_file(name, f"it is not the text that the account has of {report.id}")


def _brief(files: Mapping[str, bytes]) -> list[Edited] | None:
    """The brief as the pack prints it, where it does."""
    if BRIEF not in files:
        return None
    return edited_markdown(files[BRIEF].decode("utf-8", "replace"))


def _printed(
    files: Mapping[str, bytes], account: Account, version: str
) -> tuple[list[Fallen], list[str]]:
    """Whether brief and page are what this account prints; another version prints otherwise."""
    if account.made_by.version != version:
        other = f"{BRIEF} and {PAGE} word for word: another version of the program printed them"
        return [], [other]
    made = ((BRIEF, account_markdown), (PAGE, account_page))
    return [
        fallen_file(name, "it is not what this account prints")
        for name, prints in made
        if files.get(name, b"") != prints(account).encode("utf-8", "backslashreplace")
    ], []
