"""A tongue: the words of one language by which its reports quote and count."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.words.languages import base_code
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Left:
    """Nouns whose numbers are left open."""

    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tongue:
    """The table of one language: verbs and nouns by their lemmas, other words as printed.

    `says` are the verbs of speech, `by` what gives words without a verb; `thousands` and `decimal`
    are the signs in numbers, `doubtful` one that may be either; `to` joins the ends of a range
    that `between` may open. `words` are numbers in words, `numerals` all words
    that numbers are put together of, `scales` nouns that multiply,
    `qualifiers` stand before a number and `units` behind it; `left` are the nouns whose numbers
    are left open.
    """

    says: frozenset[str]
    by: tuple[str, ...]
    thousands: tuple[str, ...]
    decimal: str
    doubtful: str
    to: tuple[str, ...]
    between: str
    words: dict[str, float]
    numerals: frozenset[str]
    scales: dict[str, float]
    qualifiers: dict[str, str]
    units: dict[str, str]
    left: Left

    def values(self, printed: str) -> tuple[float, ...]:
        """What digits may be worth: one number, several, or none where no number is printed so."""
        signs = "".join(map(re.escape, self.thousands))
        point, decimal = re.escape(self.doubtful), re.escape(self.decimal)
        whole = rf"\d{{1,3}}(?:[{signs}]\d{{3}})+|\d{{1,3}}(?:{point}\d{{3}})+|\d+"
        found = set[float]()
        if re.fullmatch(rf"(?:{whole})(?:{decimal}\d+)?", printed):
            plain = re.sub(rf"[{signs}{point}]", "", printed)
            found.add(float(plain.replace(self.decimal, ".")))
        if re.fullmatch(rf"\d+{point}\d+", printed):
            found.add(float(printed.replace(self.doubtful, ".")))
        return tuple(sorted(found))


_TABLES: dict[str, Callable[[], Tongue]] = {
    "fr": lambda: table("language_fr", Tongue),
}

#: The languages that have a table.
TONGUES = tuple(_TABLES)


def tongue_of(language: str | None) -> Tongue | None:
    """The table for a language ("fr", "fr-CA"); None where there is none."""
    read = _TABLES.get(base_code(language))
    return read() if read else None
