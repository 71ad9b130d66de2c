"""Items: the things a brief may tell, each in several wordings, and the spans they rest on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rashomon.report import Block, Report, Span
from rashomon.statement import Statement
from rashomon.tell.desk import Desk
from rashomon.tell.plain import plain, retelling
from rashomon.tell.shorter import Lowered, has_verb, points, shorter, turned
from rashomon.tell.speakers import Speakers
from rashomon.words.sentences import sentence_ends

#: Words of a sentence worth telling.
_LEAST, _MOST = 6, 60
#: So many wordings of one thing are tried.
_WORDINGS = 10
#: Words of a quotation that is told.
_QUOTATION = 32
#: Between a cue and what it leads in to stand at most so many characters ("that", "on Tuesday").
_LONGEST_LEAD_IN = 24

_WORD = re.compile(r"[^\W_][\w’'-]*")
_MARKS = "“”\"'‘’ "


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
    broken = [each.span for each in desk.account.figures if not each.well_formed]
    for report in desk.account.reports:
        heard = said.get(report.id, [])
        told = [each for each in heard if each.speaker.name is not None]
        spoken = [piece for each in heard for piece in each.content]
        for place, sentence in enumerate(_sentences(report)):
            if any(each in sentence.exact.lower() for each in retelling().words.furniture):
                continue
            if any(sentence.overlaps(each) for each in broken):
                continue
            within = [each for each in told if sentence.overlaps(each.content[0])]
            # What somebody says is never told as a fact, whoever it is.
            narrated = not any(sentence.overlaps(piece) for piece in spoken)
            if narrated and _stands_alone(sentence.exact):
                yield Item(span=sentence, citations=(sentence,), place=place)
            for each in within:
                if _is_whole(each) and sentence.start <= each.content[0].start:
                    yield _heard(desk, each, place)


def _is_whole(statement: Statement) -> bool:
    """Whether a statement stands by itself: in nobody else's, its indirect words in one piece."""
    whole = len(statement.content) == 1 or statement.directness == "direct"
    return statement.within is None and whole


def _heard(desk: Desk, statement: Statement, place: int) -> Item:
    spans = [statement.content[0]]
    if statement.cue is not None and _leads_in(desk, statement):
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


def _stands_alone(text: str) -> bool:
    """Whether a sentence of a report's own can be told to one who has not read the one before."""
    words = [re.sub(r"[’']\w*$", "", word.lower()) for word in _WORD.findall(text)]
    if not _LEAST <= len(words) <= _MOST or not text.rstrip(_MARKS + ")").endswith("."):
        return False
    known = retelling().words
    outside = re.sub(r"“[^“”]*”|\"[^\"]*\"", " ", text).lower()
    pointing = f"{' '.join(words[:2])} ".startswith(tuple(f"{each} " for each in known.pointing))
    return not (
        pointing
        or points(text)
        or text.count('"') % 2
        or text.count("“") != text.count("”")
        or not (text[0].isupper() or text[0].isdigit() or text[0] in "$£€")
        or set(_WORD.findall(outside)) & set(known.talking)
        or "\n" in text.strip()
    )


def wordings(item: Item, desk: Desk, speakers: Speakers, lowered: Lowered) -> list[str]:
    """The ways to tell an item as one sentence, the fullest first."""
    told = _told(item, desk, speakers, lowered)
    return list(dict.fromkeys(_sentence(each) for each in islice(told, _WORDINGS * 3)))


def _sentence(text: str) -> str:
    """The text with a capital at its head and one full stop at its end."""
    bare = text.strip().rstrip(",; –—-")
    bare = re.sub(r"[,.;]+”$", "”", bare) if bare.endswith((",”", ",”.")) else bare
    bare = bare[0].upper() + bare[1:] if bare[:1].islower() else bare
    return bare if bare.rstrip("”\"'’)").endswith((".", "!", "?")) else f"{bare}."


def _told(item: Item, desk: Desk, speakers: Speakers, lowered: Lowered) -> Iterator[str]:
    statement = item.statement
    if statement is None:
        for each in shorter(_open(plain(item.span.exact))):
            yield each
            yield from turned(each, lowered)
        return
    who = speakers.of_statement(statement.speaker)
    if who is None:
        return
    if statement.directness == "direct":
        yield from _quoted(who, item.span.exact)
        return
    if _leads_in(desk, statement) and statement.cue is not None:
        report = desk.reports[statement.cue.report]
        between = report.text[statement.cue.end : item.span.start].split()
        cue = _lead_in(_past(statement.cue.exact) or "said", between)
        for each in shorter(_open(plain(item.span.exact))):
            yield f"{who} {cue} {lowered(each)}"
            if cue in retelling().words.clausal and has_verb(each):
                yield f"{who} {cue} that {lowered(each)}"
            yield from (f"{who} {cue} that {lowered(other)}" for other in turned(each, lowered))
    elif _is_clause(statement):
        for each in shorter(_open(plain(item.span.exact))):
            yield f"{who} said {lowered(each)}"
            yield f"{who} said that {lowered(each)}"
            yield from (f"{who} said that {lowered(other)}" for other in turned(each, lowered))


def _lead_in(cue: str, between: list[str]) -> str:
    """The cue with the words behind it: "said on Monday that"."""
    words = [word for word in between if word.lower() != "that"]
    if len(words) == 1 and words[0].endswith("day"):
        return f"{cue} on {words[0]} that"
    return " ".join([cue, *words])


def _open(text: str) -> str:
    return text.rstrip(" .,;")


def _past(cue: str) -> str | None:
    """A cue in the past tense, as a brief has it; None for one that cannot lead in."""
    words = " ".join(cue.lower().split())
    return next((past for past, forms in retelling().cues.items() if words in forms), None)


def _is_clause(statement: Statement) -> bool:
    """Whether what was said is a sentence of its own, so that "said" may lead in to it."""
    cue = statement.cue.exact.lower() if statement.cue is not None else ""
    first = statement.content[0].exact.lstrip(_MARKS)[:1]
    known = retelling().words
    before = statement.cue is not None and statement.content[0].end <= statement.cue.start
    return (first.isupper() or first.isdigit()) and (
        (before and _past(cue) in known.clausal) or cue == "according to"
    )


def _quoted(who: str, words: str) -> Iterator[str]:
    inner = " ".join(words.split()).strip(_MARKS).rstrip(",")
    if any(mark in inner for mark in '“”"'):
        return
    for end in [*sentence_ends(inner), len(inner)]:
        piece = inner[:end].strip()
        if 4 <= len(piece.split()) <= _QUOTATION:
            yield f"{who} said: “{piece}”"


def _leads_in(desk: Desk, statement: Statement) -> bool:
    """Whether a finite cue stands right before what was said."""
    cue, content = statement.cue, statement.content[0]
    if cue is None or cue.report != content.report or cue.end > content.start:
        return False
    if _past(cue.exact) is None:
        return False
    between = desk.reports[cue.report].text[cue.end : content.start]
    if len(between) > _LONGEST_LEAD_IN or "\n" in between:
        return False
    return all(word.isalpha() for word in between.split())
