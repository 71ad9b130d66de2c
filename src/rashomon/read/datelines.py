"""Datelines and bylines: where, when and by whom a report was filed, ahead of its first words."""

import re

from rashomon.words.agencies import agency_in, agency_pattern

#: The longest stretch that can be a dateline, in characters.
_LONGEST = 90

#: The dash between a dateline and the first sentence; a hyphen must stand free.
_DASH = re.compile(r"(?<=\S)(?:\s+--?\s+|\s*[–—]\s*|(?<=\))\s*--?\s*)(?=\S)")

#: Place, perhaps a country and a day, perhaps in brackets who filed it.
_HEAD = re.compile(r"(?P<where>[^()]*?)\s*(?:\((?P<by>[^()]{2,40})\))?")

#: The style without a dash: "(CNN)The first words", "(AP) The first words".
_BARE = re.compile(r"\((?P<by>[A-Z][A-Z&.]+)\)\s*(?=[A-Z\"“‘])")


def dateline_length(paragraph: str) -> int:
    """How many characters of `paragraph` are its dateline, the dash included; 0 where none is."""
    bare = _BARE.match(paragraph)
    if bare:
        return bare.end("by") + 1
    dash = _DASH.search(paragraph, 0, _LONGEST)
    if dash is None or paragraph[dash.end()].islower():
        return 0
    return len(paragraph[: dash.end()].rstrip()) if is_dateline(paragraph[: dash.start()]) else 0


def is_credit(line: str) -> bool:
    """Whether `line` does nothing but name agencies, or place, day and agency."""
    if re.sub(rf"{agency_pattern()}|[\W\d_]", "", line) == "":
        return agency_in(line) is not None
    return line.endswith(")") and agency_in(line) is not None and is_dateline(line)


def is_dateline(words: str) -> bool:
    """Whether `words` can be a dateline: "PORT ELSA, Norland, May 3 (Reuters)"."""
    head = _HEAD.fullmatch(words)
    if head is None or len(words) > _LONGEST:
        return False
    place, *rest = [part.strip() for part in head["where"].split(",")]
    filed_by_agency = head["by"] is not None and agency_in(head["by"]) is not None
    if not place:
        return filed_by_agency
    if not all(_capitalised(part, 4) for part in rest):
        return False
    in_capitals = place.isupper() and sum(map(str.isalpha, place)) >= 3
    return (in_capitals and len(place.split()) <= 5) or (filed_by_agency and _capitalised(place, 4))


def _capitalised(part: str, longest: int) -> bool:
    """Whether `part` is a name or a day: few words, none of them in lower case."""
    words = part.split()
    return 0 < len(words) <= longest and not any(word[0].islower() for word in words)


def is_byline(line: str) -> bool:
    """Whether `line` is "By" and names."""
    if not line.startswith(("By ", "BY ")) or line.endswith((".", "?", "!", ":")):
        return False
    words = re.findall(r"[^\W\d_]+", line[3:])
    named = sum(word[0].isupper() for word in words)
    return 0 < len(words) <= 12 and 2 * named > len(words) and words[0][0].isupper()
