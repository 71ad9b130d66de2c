"""Subscriptions: the addresses of feeds, given one by one or in an OPML file."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.errors import UnreadableInput, WrongCall
from rashomon.read.fetching.addresses import canonical
from rashomon.read.sources import opened, whole
from rashomon.read.texts import decode


def feeds_of(named: Sequence[str]) -> list[str]:
    """The addresses of all feeds that are `named`, each once: by address, or in a file of them.

    A file is OPML, as feed readers export it, or holds an address a line. Raises WrongCall where
    one names no feed: what is to be watched for weeks should be right from the start.
    """
    found: dict[str, None] = {}
    for name in named:
        for address in [name] if "://" in name else _in_file(name):
            try:
                found[canonical(address)] = None
            except UnreadableInput as error:
                raise WrongCall(f"Cannot watch {address:.200}: {error.detail}") from error
    return list(found)


def _in_file(name: str) -> list[str]:
    try:
        with opened(Path(name)) as handle:
            text, _ = decode(whole(handle))
    except UnreadableInput as error:
        raise WrongCall(f"Cannot read the feeds in {name}: {error.detail}") from error
    lines = [line.split() for line in text.splitlines()]
    firsts = [words[0] for words in lines if words and not words[0].startswith("#")]
    is_list = all("://" in first for first in firsts)
    found = firsts if is_list else list(_opml(text, name))
    if not found:
        raise WrongCall(f"Cannot watch {name}: it names no feeds.")
    return found


def _opml(text: str, name: str) -> Iterator[str]:
    """The feeds of an OPML file (opml.org, 2.0): the outlines that have an xmlUrl."""
    if "<!ENTITY" in text:
        raise WrongCall(f"Cannot watch {name}: it defines entities, as no list of feeds needs to.")
    try:
        root = ElementTree.fromstring(text.lstrip())
    except (ElementTree.ParseError, ValueError) as error:
        raise WrongCall(f"Cannot watch {name}: it is no OPML ({error}).") from error
    for outline in root.iter("outline"):
        address = outline.get("xmlUrl") or outline.get("xmlurl")
        if address:
            yield address
