"""Page furniture: what stands on a page beside its story, told by cues and never by length.

Credits and captions, links to other stories, invitations, partner notes, readers' comments.
A cue must stand at the start of a line or of a sentence, or a credit at the end of a line; so a
paragraph that only speaks of comments, photographs or newsletters stays one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rashomon.words.tables import table

#: A longer line that begins with a cue is furniture up to its first sentence end only.
_LONGEST = 450
#: A credit stands within so many characters of the end of its line.
_CREDIT = 80
#: The longest headline of a link.
_LONGEST_LINK = 140
#: A counted gallery ("3/16") has so many pictures.
_GALLERY = 3

#: "3/16" before a caption; "4 3/16" is a price.
_COUNTER = re.compile(r"(?<!\S)(?<!\d )(\d{1,3})/(\d{1,3})(?= (?:[A-Z]|\d{1,4} [A-Z]))")
_OF_MANY = re.compile(
    r"\d{1,3} of \d{1,3}(?: (?:full ?screen|photos?|images?|pictures?)\b.*)?", re.I
)
_FOLLOW = re.compile(
    r"(?:you can )?follow [^.!?]{0,80}(?:@\w|\bon (?:twitter|facebook|instagram|x)\b)"
)
#: A notice on who helped to make the text, whatever the outlet calls the text and the making.
_PARTNERS = re.compile(
    r"this (?:story|article|report) (?:was|is) [^.!?]{0,60}\b(?:in|part of a) partnership\b"
)
_OWN_PICTURE = re.compile(
    r"(?:file\s?[-\u2013\u2014:]\s?)?(?:in )?this (?!is\b)[^!?]{0,40}"
    r"\b(?:photo|photograph|picture|image|frame grab)\b"
)
#: An embedded post: its writer, handle and date at the end.
_POST = re.compile(
    r"[-\u2013\u2014] ?[^(\n]{1,60} ?\(@\w{1,30}\) [^()\n]{4,30}$|^A post shared by .{1,80}\(@\w"
)
_PICTURE_LINK = re.compile(r"(?:https?://\S+ ?)?pic\.twitter\.com/\S+$|https?://\S+$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
_ENDED = re.compile(r"[.!?][\"'”’)]*\s*$")
_BEFORE = 8
#: NPR's credit, which stands twice in the text of a page.
_TWICE = re.compile(r"(?:enlarge this image\s+)?toggle caption\s+(\S.{2,80}?)\s+\1(?=\s|$)", re.I)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The table `data/furniture.toml`."""

    starts: tuple[str, ...]
    links: tuple[str, ...]
    link_heads: tuple[str, ...]
    credits: tuple[str, ...]
    lines: tuple[str, ...]
    comments: tuple[str, ...]
    glued: tuple[str, ...]


def is_furniture(line: str) -> bool:
    """Whether `line` is furniture by its own words, however it ends."""
    cues, low = _cues(), " ".join(line.lower().split())
    if low in cues.lines or _OF_MANY.fullmatch(low) or _PICTURE_LINK.match(low):
        return True
    if len(line) <= _LONGEST and (low.startswith(cues.starts) or _FOLLOW.match(low)):
        return True
    if len(line) <= _LONGEST_LINK and (low.startswith(cues.links) or low.endswith(" read more")):
        return True
    if _OWN_PICTURE.match(low) or (len(line) <= _LONGEST and _PARTNERS.match(low)):
        return True
    return any(words in low[-_CREDIT:] for words in cues.credits)


def is_post(line: str) -> bool:
    """Whether `line` is an embedded post, with its writer's handle: somebody's words."""
    return _POST.search(line) is not None


def told_apart(paragraphs: list[str], kinds: list[str]) -> list[str]:
    """`kinds` with the furniture that only the other paragraphs show made `caption`.

    Readers' comments are all that follows their notice, where a paragraph of the report goes
    before it. Links are the short lines behind a line such as "Related stories", up to the
    first that reads as a paragraph. Pictures of a gallery count on ("3/16", "4/16").
    """
    told = list(kinds)
    for number in _comments(paragraphs, kinds):
        told[number] = "caption"
    for number in _links(paragraphs, kinds):
        told[number] = "caption"
    for number in _gallery(paragraphs):
        told[number] = "caption"
    return told


def _comments(paragraphs: list[str], kinds: list[str]) -> range:
    """The numbers of the paragraphs from the notice on readers' comments to the end."""
    cues = _cues().comments
    for number, line in enumerate(paragraphs):
        if line.lower().startswith(cues) and "paragraph" in kinds[:number]:
            return range(number, len(paragraphs))
    return range(0)


def _links(paragraphs: list[str], kinds: list[str]) -> Iterator[int]:
    """The numbers of the lines that head a list of links, and of those links."""
    open_ = False
    for number, (line, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        if line.lower().rstrip(" :") in _cues().link_heads:
            open_ = True
        elif kind not in ("short", "list", "caption") or len(line) > _LONGEST_LINK:
            open_ = False
        if open_:
            yield number


def _gallery(paragraphs: list[str]) -> list[int]:
    """The numbers of the lines that a gallery of pictures counts, one picture after another."""
    counters = [
        (number, int(match[1]), int(match[2]))
        for number, line in enumerate(paragraphs)
        for match in _COUNTER.finditer(line)
    ]
    steps = Counter(
        whole
        for (_, n, whole), (_, after, same) in pairwise(counters)
        if after == n + 1 <= whole == same
    )
    return [number for number, _, whole in counters if steps[whole] >= _GALLERY - 1]


def cut(text: str, start: int, end: int) -> Iterator[tuple[bool, int, int]]:
    """The paragraph at `start` to `end` in pieces, each with whether it is furniture.

    Furniture is glued to a paragraph where a page lost its line ends: it goes from its cue, at
    the start of a sentence, to the end of that sentence; a credit printed twice ends with
    itself.
    """
    position = start
    while position < end:
        found = next(_glued(text, position, end), None)
        if found is None:
            break
        if text[position : found[0]].strip():
            yield False, position, found[0]
        yield True, *found
        position = found[1]
    if text[position:end].strip():
        yield False, position, end


def _glued(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _glued_cue().finditer(text, start, end):
        if not _ENDED.search(text[max(start, match.start() - _BEFORE) : match.start()] or "."):
            continue
        twice = _TWICE.match(text, match.start(), end)
        if twice is not None:
            yield match.start(), twice.end()
            continue
        stop = _SENTENCE_END.search(text, match.end(), min(end, match.end() + _LONGEST))
        if stop is not None:
            yield match.start(), stop.end()
        elif end - match.start() <= _LONGEST:
            yield match.start(), end


@cache
def _glued_cue() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in _cues().glued)
    return re.compile(rf"(?<!\S)(?:{cues})\b", re.IGNORECASE)


def _cues() -> Furniture:
    return table("furniture", Furniture)
