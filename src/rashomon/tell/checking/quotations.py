"""Quotations: the quoted words of a sentence, held word for word to those that it cites."""

import re
from collections.abc import Iterator, Sequence

from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading
from rashomon.tell.checking.rules import rules, stem

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)‘([^‘’]+)’(?!\w)")
_CUT = re.compile(r"\s*(?:\[\s*)?(?:…|\.{3}|\. \. \.)(?:\s*\])?\s*|\[[^\]]*\]")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*|%")


def quotation_faults(said: Reading, cited: Sequence[Reading]) -> Iterator[Fault]:
    """The quotations of a sentence that no cited passage prints, or prints as nobody's words."""
    for match in _QUOTED.finditer(said.text):
        quoted = next(group for group in match.groups() if group)
        reason = _wrong(quoted, cited)
        if reason is not None:
            yield Fault(
                start=match.start(), end=match.end(), kind="quotation", words=quoted, reason=reason
            )


def _wrong(quoted: str, cited: Sequence[Reading]) -> str | None:
    pieces = [_words(piece) for piece in _CUT.split(quoted)]
    for piece in (each for each in pieces if each):
        places = [(r, at) for r in cited for at in _places(piece, r)]
        if not places:
            return "no cited passage prints these words so"
        if not any(_is_quoted(reading, *at) for reading, at in places):
            return "the cited passage does not quote these words"
    return None


def _words(text: str) -> list[str]:
    return [_bare(match) for match in _WORD.finditer(text)]


def _bare(match: re.Match[str]) -> str:
    """A quoted word for comparing: "U.S." is "US", and a capital may open it."""
    return match[0].lower().replace("’", "'").replace(".", "")


def _places(piece: Sequence[str], reading: Reading) -> Iterator[tuple[int, int]]:
    """Where the words stand in a row, as offsets."""
    found = [(_bare(match), match.span()) for match in _WORD.finditer(reading.text)]
    words = [word for word, _ in found]
    for i in range(len(words) - len(piece) + 1):
        if words[i : i + len(piece)] == list(piece):
            yield found[i][1][0], found[i + len(piece) - 1][1][1]


def _is_quoted(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch is quoted there; a passage cut out of a quotation shows no marks."""
    if reading.marks or "‘" in reading.text:
        own = [word for word in reading.words if word.start < end and start < word.end]
        return any(word.quoted for word in own) or reading.text[start - 1 : start] in "‘'"
    cues = {stem(cue) for cue in rules().saying.cues} - {stem(cue) for cue in rules().saying.loose}
    return not any(stem(low) in cues for low in reading.lows)
