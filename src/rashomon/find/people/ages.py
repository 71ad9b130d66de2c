"""Ages of named persons: "Maria Lopez, 34", "34-year-old Maria Lopez", "Maria Lopez, aged 34"."""

import re

from rashomon.report import Span

#: The oldest age on record is 122 (Jeanne Calment); a larger number is no age.
OLDEST = 122

#: From this age on somebody may be called a father or a grandmother.
GROWN = 18

_AFTER = re.compile(
    r" ?(?:, | \(|, aged |, age | aged |, who (?:is|was) | \(aged )(\d{1,3})"
    r"(?=\s?[,.;)\u2013\u2014-]|\s*\n|\s*$| (?:was|is|who|has|had|said|says|from|of|and)\b)"
)
_BEFORE = re.compile(r"(\d{1,3})[- ]year[- ]old[\w ,'\u2019-]{0,40}$")
_APPOSED = re.compile(r", an? (\d{1,3})[- ]year[- ]old\b")
#: Units behind a number that is no age: "Lopez, 34 others", "Lopez, 12 March".
_OTHER = re.compile(
    r"\s(?:other|more|people|percent|per cent|[A-Z][a-z]+ \d{4}|January|February|"
    r"March|April|May|June|July|August|September|October|November|December)"
)


def age_at(text: str, mention: Span) -> int | None:
    """The age that stands right before or behind a mention of a name, in years; else None."""
    behind = text[mention.end : mention.end + 40]
    for pattern in (_APPOSED, _AFTER):
        match = pattern.match(behind)
        if match and not _OTHER.match(behind[match.end() :]):
            return _plausible(match.group(1))
    sentence = re.split(r"[.!?;\n]", text[max(0, mention.start - 60) : mention.start])[-1]
    match = _BEFORE.search(sentence)
    if match is None or re.search(r"\b(?:and|with|of|by|in|said)\b", sentence[match.end(1) :]):
        return None
    return _plausible(match.group(1))


def _plausible(number: str) -> int | None:
    age = int(number)
    return age if 0 <= age <= OLDEST else None
