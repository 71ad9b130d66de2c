"""Items: the things a brief may tell, each in several wordings, and the spans they rest on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.report import Block, Report, Span
from rashomon.statement import Statement
from rashomon.tell.brief.manners import past
from rashomon.tell.brief.plain import is_conditional, opens_conditional, retelling
from rashomon.tell.brief.standing import (
    is_clause,
    is_finite,
    is_page,
    lacks_bearer,
    stands_alone,
    talks,
)
from rashomon.tell.desk import Desk
from rashomon.versions import Versions
from rashomon.words.languages import is_english
from rashomon.words.sentences import sentence_ends

#: What was said in fewer words says little.
_SAYING = 3
#: Between a cue and what it leads in to stand at most so many characters ("that", "on Tuesday").
_LONGEST_LEAD_IN = 24

#: What was said begins with none of these, for which nothing told stands.
_POINTERS = ("that", "this", "these", "those", "such", "which", "so", "and", "but")
#: Cues that lead in to a whole clause and to nothing less.
CLAUSES = frozenset(
    ("said", "added", "found", "showed", "indicated", "thought", "hoped", "believed", "argued")
)
#: What is left behind a quotation when a sentence was cut in the wrong place.
_STRAY = re.compile(r"[,.]”,? (?:[\w.’'-]+ ?){1,4}$")
#: The first half of a sentence: "even if the dam holds".
_HALF = re.compile(
    r"(?:even )?(?:if|when|because|although|though|while|unless|until|once)\b[^,]*$", re.I
)
#: A condition is at most so long (characters); these words may set another matter beside.
_CONDITION, _AGAINST = 20, ("but ", "although ", "though ", "despite ")
MARKS = "“”\"'‘’ "


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to tell: where it stands, what it rests on, and the statement it is, if any.

    `place` is how many sentences of its report come before it.
    """

    span: Span
    citations: tuple[Span, ...]
    place: int
    statement: Statement | None = None


def items(desk: Desk) -> Iterator[Item]:
    """Every sentence and every statement of the reports that can be told by itself."""
    said: dict[str, list[Statement]] = {}
    for statement in desk.account.statements:
        said.setdefault(statement.span.report, []).append(statement)
    kinds = {each.name: each.kind for each in desk.account.actors}
    broken = [each.span for each in desk.account.figures if not each.well_formed]
    versions = Versions.of(desk.account.reports)
    for report in desk.account.reports:
        if not versions.is_newest(report.id) or not is_english(report.language):
            continue  # what its outlet has changed since, or what is not in the brief's language
        heard = said.get(report.id, [])
        told = [each for each in heard if each.speaker.name is not None]
        spoken = [piece for each in heard for piece in each.content]
        for place, sentence in enumerate(_sentences(report)):
            if is_page(sentence.exact) or any(sentence.overlaps(each) for each in broken):
                continue
            within = [each for each in told if sentence.overlaps(each.content[0])]
            # What somebody says is never told as a fact, whoever it is.
            narrated = not any(sentence.overlaps(piece) for piece in spoken)
            if narrated and stands_alone(sentence.exact):
                yield Item(span=sentence, citations=(sentence,), place=place)
            for each in within:
                if sentence.start > each.content[0].start or not _is_whole(each):
                    continue
                if any(breaks_off(report, piece) for piece in each.content):
                    continue
                if _is_sayable(each, kinds.get(each.speaker.name or "")):
                    yield _heard(desk, each, place)


def _is_whole(statement: Statement) -> bool:
    """Whether a statement stands by itself: in nobody else's, its indirect words in one piece.

    "The pier, they said, was safe" is in two; of "A, they said, and B" the first is whole.
    """
    content, cue = statement.content, statement.cue
    whole = len(content) == 1 or statement.directness == "direct"
    begun = cue is not None and content[0].end <= cue.start and is_clause(content[0].exact)
    return statement.within is None and (whole or begun)


def is_half(words: str) -> bool:
    """Whether words are the first half of a sentence, whose second was cut off."""
    return _HALF.match(words) is not None


def breaks_off(report: Report, span: Span) -> bool:
    """Whether the report goes on, behind these words, with the condition under which they hold.

    What another says on ", but" is a matter of its own, unless it ends a condition begun here.
    """
    behind = report.text[span.end : span.end + _CONDITION]
    rest = behind.lstrip(",; ")
    if behind.startswith(",") and rest.startswith(_AGAINST) and not is_conditional(span.exact):
        return False
    return opens_conditional(rest)


def _is_sayable(statement: Statement, kind: str | None) -> bool:
    """Whether the words of a statement can be told behind their speaker's name."""
    words = statement.content[0].exact
    # A name that stands for no actor was only carried over from somewhere else.
    if kind is None and statement.speaker.basis == "carried":
        return False
    if statement.directness == "direct":
        return kind != "organisation" or re.search(r"\bI(?:\b|’|')", words) is None
    bare = words.strip(MARKS).rstrip(".,")
    outside = re.sub(r"“[^“”]*”|\"[^\"]*\"", " ", words)
    speaker = None if kind is None else "person" if kind == "person" else "body"
    return not (
        words.count("“") != words.count("”")
        or (len(words.split()) < _SAYING and _is_said(statement))
        or _STRAY.search(bare)
        or is_half(bare)
        or is_finite(bare.split(maxsplit=1)[0].lower())
        or re.split(r"[ ’']", bare.lower(), maxsplit=1)[0] in _POINTERS
        or talks(outside)
        or lacks_bearer(outside, speaker)
    )


def _is_said(statement: Statement) -> bool:
    """Whether what was said must be a clause: nobody "said the error"."""
    return statement.cue is None or past(statement.cue.exact) in CLAUSES


def _heard(desk: Desk, statement: Statement, place: int) -> Item:
    spans = [statement.content[0]]
    if statement.cue is not None and leads_in(desk, statement):
        report = desk.reports[statement.cue.report]
        spans = [report.span(statement.cue.start, statement.content[0].end)]
    speaker = statement.speaker
    spans += [speaker.span] if speaker.span is not None else []
    return Item(
        span=statement.content[0],
        citations=(*spans, *full_name(desk, speaker.name, speaker.span)),
        place=place,
        statement=statement,
    )


def full_name(desk: Desk, name: str | None, said: Span | None) -> list[Span]:
    """A mention that gives the whole name, where the words beside the statement do not."""
    if name is None or (said is not None and name in said.exact):
        return []
    mentions = (m for a in desk.account.actors if a.name == name for m in a.mentions)
    found = next((mention for mention in mentions if name in mention.exact), None)
    return [found] if found else []


def _sentences(report: Report) -> Iterator[Span]:
    blocks = report.blocks or (Block(kind="paragraph", start=0, end=len(report.text)),)
    for block in blocks:
        if block.kind not in ("paragraph", "list", "quote"):
            continue
        start = block.start
        for end in [*sentence_ends(report.text, block.start, block.end), block.end]:
            words = report.text[start:end]
            bare = words.strip()
            if bare:
                begin = start + len(words) - len(words.lstrip())
                yield report.span(begin, begin + len(bare))
            start = end


def leads_in(desk: Desk, statement: Statement) -> bool:
    """Whether a finite cue stands right before what was said."""
    cue, content = statement.cue, statement.content[0]
    if cue is None or cue.report != content.report or cue.end > content.start:
        return False
    if past(cue.exact) is None:
        return False
    between = desk.reports[cue.report].text[cue.end : content.start]
    if len(between) > _LONGEST_LEAD_IN or "\n" in between:
        return False
    words = between.split()
    if past(cue.exact) == "told" and (not words or words == ["that"]):
        return False
    bare = not set(words).intersection(retelling().words.pronouns) - {"that"}
    return bare and all(word.isalpha() for word in words) and not talks(between)
