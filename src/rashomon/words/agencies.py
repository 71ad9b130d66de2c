"""News agencies by name: whose text an outlet prints."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: the `short` name that accounts show, and all `forms` that texts print."""

    short: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agencies:
    """The table `data/agencies.toml`."""

    agency: tuple[Agency, ...]


@cache
def _short_names() -> dict[str, str]:
    return {form: one.short for one in table("agencies", Agencies).agency for form in one.forms}


@cache
def agency_pattern() -> str:
    """A regular expression (without groups) that matches any agency's name as printed."""
    longest_first = sorted(_short_names(), key=lambda form: (-len(form), form))
    return r"(?<!\w)(?:" + "|".join(re.escape(form) for form in longest_first) + r")(?!\w)"


def agency_in(text: str) -> str | None:
    """The short name of the agency that `text` names first, or None."""
    found = re.search(agency_pattern(), text)
    return _short_names()[found.group()] if found else None
