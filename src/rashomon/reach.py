"""Reach: from where reports may be taken; nothing of it changes what is read."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far reading reaches.

    `keep` is the folder that keeps raw bytes and fetched pages, `refresh` asks servers again for
    what it holds, `retry` only for what failed before; `hosts` are names that may be fetched from
    although they stand at addresses that are not public. Without `fetch` no address is asked for,
    and each is a problem `not_fetched`.
    """

    keep: Path | None = None
    refresh: bool = False
    retry: bool = False
    hosts: tuple[str, ...] = ()
    fetch: bool = True
