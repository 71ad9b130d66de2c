"""Quotations that name no speaker and carry the last one."""

import re
from bisect import bisect_left

from rashomon.find.cues import Cue
from rashomon.find.parse import Parsed
from rashomon.find.scope import clause_of
from rashomon.find.statements.drafts import Draft, Stretch
from rashomon.find.statements.quotes import Quotation
from rashomon.find.statements.subjects import can_speak, subject_of

#: How many characters around a quotation its cue may stand.
_WINDOW = 5000
#: Characters after which a new sentence may begin.
_ENDS = ".!?:\u2026\u201d\"\u2019'"
#: Characters that open a quotation.
_MARKS = "\"'`\u2018\u201c\u201d\u201e\u00ab"
_NAME = r"(?P<name>[^\W\d_a-z][\w.'\u2019-]*(?: [\w.'\u2019-]+){0,4})"
#: A signature behind a quotation: a dash and a short name, up to a comma or the end of the line.
_SIGNED = re.compile(
    r"[ \t\n]{0,3}(?P<mark>[\u2013\u2014\u2015]|--)[ \t]{0,2}" + _NAME + r"(?=,|\s*(?:\n|$))"
)
#: The speaker of a transcript: a name at the start of the line, and a colon.
_OPENED = re.compile(_NAME + r"(?P<mark>:)[ \t]{0,2}")


def with_quotations(
    parsed: Parsed, drafts: list[Draft], quotations: tuple[Quotation, ...]
) -> list[Draft]:
    """`drafts` with each free quotation added: to the one it goes on from, or as its own draft.

    A second piece of quoted speech in the paragraph of the cue belongs to that cue's draft; in a
    later paragraph it is a draft without cue and noun. Quotations inside a sentence of the
    narrator (scare quotes, titles, nicknames) are left alone.
    """
    result = list(drafts)
    places = [draft.at for draft in drafts]
    free: list[Draft] = []
    for quotation in quotations:
        first = bisect_left(places, quotation.start - _WINDOW)
        near = range(first, bisect_left(places, quotation.end + _WINDOW))
        if not _is_free(quotation, [result[at] for at in near]):
            continue
        if not _stands_alone(parsed, quotation):
            continue
        signed = _signed(parsed, quotation) or _introduced(parsed, quotation)
        at = None if signed else _goes_on_from(parsed, result, near, quotation)
        stretch = (quotation.start, quotation.end)
        if signed is not None:
            free.append(signed)
        elif at is not None:
            result[at] = _extended(result[at], stretch)
        else:
            free.append(Draft(None, None, (stretch,), stretch))
    return sorted([*result, *free], key=lambda draft: (draft.at, draft.span))


def _is_free(quotation: Quotation, near: list[Draft]) -> bool:
    """Whether no cue outside the quotation has taken a part of it."""
    stretch = (quotation.start, quotation.end)
    outside = [one for one in near if not quotation.holds(one.at, one.at + 1)]
    return not any(_touches(p, stretch) for one in outside for p in (one.span, *one.pieces))


def _touches(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _stands_alone(parsed: Parsed, quotation: Quotation) -> bool:
    """Whether the quotation is a sentence of its own: begins after one and ends one."""
    text = parsed.report.text
    if parsed.block_at(quotation.start) in ("heading", "dateline"):
        return False
    before = text[max(0, quotation.start - 3) : quotation.start].rstrip(" ")
    begins = not before or before[-1] in _ENDS or "\n" in before
    inner = text[quotation.start : quotation.end].strip("\"'“”„«»‘’ ")
    after = text[quotation.end : quotation.end + 2].strip(" ")
    ends = inner[-1:] in tuple(".!?…,-—") or after[:1] in ("", ".", "\n")
    return begins and ends and len(inner.split()) >= 3


def _signed(parsed: Parsed, quotation: Quotation) -> Draft | None:
    """A quotation signed by a dash and a name behind it, or opened by a name and a colon."""
    text = parsed.report.text
    behind, before = _SIGNED.match(text, quotation.end), None
    if behind is None:
        line = text.rfind("\n", 0, quotation.start) + 1
        before = _OPENED.fullmatch(text, line, quotation.start)
    found = behind or before
    if found is None:
        return None
    name = parsed.doc.char_span(*found.span("name"), alignment_mode="expand")
    mark = parsed.doc.char_span(*found.span("mark"), alignment_mode="expand")
    if name is None or mark is None or name.root.pos_ not in ("PROPN", "NOUN"):
        return None
    stretch = (quotation.start, quotation.end)
    cue = Cue(mark[0], mark[0].i, mark[0].i, "mark", "asserts")
    span = (min(stretch[0], found.start("name")), max(stretch[1], found.end("name")))
    return Draft(cue, name.root, (stretch,), span)


def _introduced(parsed: Parsed, quotation: Quotation) -> Draft | None:
    """A quotation behind a sentence that ends with a colon, whatever its verb.

    "The mayor was blunt: ...": the subject of that sentence speaks.
    """
    text = parsed.report.text
    before = text[max(0, quotation.start - 4) : quotation.start].rstrip()
    colon = max(0, quotation.start - 4) + len(before) - 1
    if not before.endswith(":"):
        return None
    mark = parsed.doc.char_span(colon, colon + 1, alignment_mode="expand")
    if mark is None or mark.start == 0:
        return None
    verb = clause_of(parsed.doc[mark.start - 1])
    while verb.dep_ not in ("ROOT", "conj", "parataxis") and verb.head.i < mark.start:
        verb = clause_of(verb.head)
    subject = subject_of(verb, 1) if verb.i < mark.start else None
    if subject is None or subject.i > mark.start or not can_speak(subject):
        return None
    stretch = (quotation.start, quotation.end)
    cue = Cue(verb, verb.i, verb.i, "mark", "asserts")
    return Draft(cue, subject, (stretch,), (subject.left_edge.idx, quotation.end))


def _goes_on_from(
    parsed: Parsed, drafts: list[Draft], near: range, quotation: Quotation
) -> int | None:
    """The number of the draft whose speech the quotation continues in the same paragraph."""
    text = parsed.report.text
    before = [at for at in near if drafts[at].span[1] <= quotation.start]
    if not before:
        return None
    last = max(before, key=lambda at: drafts[at].span[1])
    draft = drafts[last]
    between = text[draft.span[1] : quotation.start]
    spoken = any(text[start] in _MARKS for start, _ in draft.pieces)
    brief = len(between) <= 80 and sum(map(between.count, ".!?")) <= 1
    close = "\n" not in between and (brief or _ends_sentence(parsed, draft, quotation))
    return last if close and spoken else None


def _ends_sentence(parsed: Parsed, draft: Draft, quotation: Quotation) -> bool:
    """Whether a quotation begins where the sentence of a cue ends, however long that goes on."""
    if draft.cue is None or draft.at > quotation.start:
        return False
    own = draft.cue.head.sent
    return not parsed.report.text[own.end_char : quotation.start].strip()


def _extended(draft: Draft, stretch: Stretch) -> Draft:
    return Draft(draft.cue, draft.noun, (*draft.pieces, stretch), (draft.span[0], stretch[1]))
