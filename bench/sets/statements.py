"""Attributed statements against PolNeAR (Newell, Margolin and Ruths 2018), in brat standoff."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.case import Case, Miss, around
from bench.counts import Tally
from bench.matching import Letters, jaccard, letters, paired
from bench.product import find, stretch
from bench.ruler import Absent, Item, Json, there

_ROLE = re.compile(r"(Source|Cue|Content)\d*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The letters of a content, of its cue and of its source; `neutral` is nested and uncounted."""

    content: Letters
    cue: Letters
    source: Letters
    neutral: bool = False


class Statements:
    """Content, cue and speaker of each attribution."""

    name = "statements"
    data = ("polnear/dev",)
    headline = "joint"
    one_in = 6
    counting = (
        "Micro F1 over all texts; a span is the positions of its letters and digits. content: "
        "shared over united positions at least .5, one to one, the likest first. joint: the same, "
        "and on the same statement cue and speaker share half (or half of ours lies in the gold); "
        "where the gold has no speaker, ours must have none. Nested statements that match no gold "
        "are not counted, since PolNeAR does not annotate nesting."
    )

    def load(self, data: Path) -> list[Item]:
        """The texts of the set with the attributions of their first annotator."""
        folder = there(data, *self.data)
        first: dict[str, Path] = {}
        for path in sorted((folder / "attributions").glob("*.ann")):
            first.setdefault(path.stem.rsplit("_", 1)[0], path)
        if not first:
            raise Absent(f"no annotations in {folder}")
        items = []
        for number, (name, path) in enumerate(sorted(first.items())):
            text = (folder / "text" / f"{name}.txt").read_bytes().decode()
            request = {"id": f"r{number:04d}", "text": text, "language": "en"}
            items.append(Item(id=name, unit=name, request=request, gold=_attributions(path, text)))
        return items

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """Each statement as content, cue and speaker, and whether it stands within another."""
        for statements in find("statements", requests):
            by_id = {each["id"]: each for each in statements}
            yield [
                {
                    "content": [stretch(span) for span in each["content"]]
                    or [stretch(each["span"])],
                    "cue": stretch(each["cue"]),
                    "speaker": stretch((each["speaker"] or {}).get("span")),
                    "within": _whole(by_id.get(each["within"])),
                }
                for each in statements
                if not _narration(each)
            ]

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The counts of each text."""
        for item, answer in zip(items, answers, strict=True):
            text = item.request["text"]
            given = [each for each in (_given(text, one) for one in answer) if each.content]
            yield _case(item, text, item.gold, given)


def _case(item: Item, text: str, gold: list[Attribution], given: list[Attribution]) -> Case:
    alike = [
        (jaccard(asked.content, one.content), at, by)
        for at, asked in enumerate(gold)
        for by, one in enumerate(given)
        if asked.content & one.content
    ]
    content = paired(each for each in alike if each[0] >= 0.5)
    strict = paired(each for each in alike if each[0] >= 0.9)
    joint = paired(
        each for each in alike if each[0] >= 0.5 and _whole_match(gold[each[1]], given[each[2]])
    )
    counts = {
        "joint": _tally(joint, gold, given),
        "content": _tally(content, gold, given),
        "content .9": _tally(strict, gold, given),
        "cue": _roles("cue", gold, given),
        "speaker": _roles("source", gold, given),
    }
    misses = tuple(_misses(text, gold, given, content, joint))
    return Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def _tally(pairs: dict[int, int], gold: list[Attribution], given: list[Attribution]) -> Tally:
    hit = set(pairs.values())
    counted = sum(by in hit or not one.neutral for by, one in enumerate(given))
    return Tally(len(pairs), counted, len(gold))


def _roles(role: str, gold: list[Attribution], given: list[Attribution]) -> Tally:
    """Distinct cues or speakers, one to one."""
    asked = sorted({getattr(one, role) for one in gold} - {frozenset()}, key=min)
    kept = {getattr(one, role) for one in given if not one.neutral}
    had = sorted({getattr(one, role) for one in given} - {frozenset()}, key=min)
    pairs = paired(
        (jaccard(a, b), at, by)
        for at, a in enumerate(asked)
        for by, b in enumerate(had)
        if a & b and _match(a, b)
    )
    hit = set(pairs.values())
    counted = sum(by in hit or one in kept for by, one in enumerate(had))
    return Tally(len(pairs), counted, len(asked))


def _match(gold: Letters, given: Letters) -> bool:
    if not gold or not given:
        return not gold and not given
    return jaccard(gold, given) >= 0.5 or len(gold & given) >= 0.5 * len(given)


def _whole_match(gold: Attribution, given: Attribution) -> bool:
    return _match(gold.cue, given.cue) and _match(gold.source, given.source)


def _misses(
    text: str,
    gold: list[Attribution],
    given: list[Attribution],
    content: dict[int, int],
    joint: dict[int, int],
) -> Iterator[Miss]:
    for at, asked in enumerate(gold):
        if at not in joint:
            one = given[content[at]] if at in content else None
            yield _miss(text, _cause(asked, one, given), asked, one)
    hit = {*content.values(), *joint.values()}
    for by, one in enumerate(given):
        if by not in hit and not one.neutral:
            touches = any(one.content & asked.content for asked in gold)
            cause = "content cut otherwise (ours)" if touches else "no such attribution"
            yield _miss(text, cause, None, one)


def _cause(asked: Attribution, one: Attribution | None, given: list[Attribution]) -> str:
    if one is None:
        if any(asked.cue & other.cue for other in given):
            return "content cut otherwise"
        if any(asked.content & other.content for other in given):
            return "other cue"
        return "not found" if asked.cue else "not found, no cue"
    if not _match(asked.source, one.source):
        if not asked.source:
            return "speaker where there is none"
        return "speaker missing" if not one.source else "wrong speaker"
    return "wrong cue"


def _miss(text: str, cause: str, asked: Attribution | None, one: Attribution | None) -> Miss:
    anchor = asked or one
    assert anchor is not None
    start, end = min(anchor.content), max(anchor.content) + 1
    return Miss(
        cause=cause,
        start=start,
        end=end,
        wanted=_shown(text, asked),
        given=_shown(text, one),
        context=around(text, start, end, 120),
    )


def _shown(text: str, one: Attribution | None) -> str:
    if one is None:
        return "nothing"
    return " | ".join(
        " ".join(text[min(part) : max(part) + 1].split()) if part else "-"
        for part in (one.source, one.cue, one.content)
    )


def _attributions(path: Path, text: str) -> list[Attribution]:
    """The annotations of a file; a content may be in pieces, and one without is left out."""
    spans: dict[str, list[tuple[int, int]]] = {}
    links: list[list[list[str]]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        columns = line.split("\t")
        if columns[0].startswith("T") and " " in (columns[1:2] or [""])[0]:
            pieces = columns[1].split(" ", 1)[1].split(";")
            spans[columns[0]] = [(int(a), int(b)) for a, b in (each.split() for each in pieces)]
        elif columns[0].startswith("E") and len(columns) > 1:
            links.append([each.split(":") for each in columns[1].split() if ":" in each])
    return [made for made in (_linked(text, link, spans) for link in links) if made.content]


def _linked(
    text: str, link: list[list[str]], spans: dict[str, list[tuple[int, int]]]
) -> Attribution:
    parts: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
    for role, target in link:
        known = _ROLE.fullmatch(role)
        if known and target in spans:
            parts[known[1]] += spans[target]
    content, cue, source = (letters(text, parts[role]) for role in ("Content", "Cue", "Source"))
    return Attribution(content, cue, source)


def _given(text: str, answer: Json) -> Attribution:
    """An answer in letters; neutral where four fifths lie in the statement that it is within."""
    content = letters(text, answer["content"])
    cue = letters(text, [answer["cue"]] if answer["cue"] else [])
    source = letters(text, [answer["speaker"]] if answer["speaker"] else [])
    outer = letters(text, answer.get("within") or [])
    return Attribution(content, cue, source, bool(content) and _inside(content, outer))


def _inside(content: Letters, outer: Letters) -> bool:
    return len(content & outer) >= 0.8 * len(content)


def _narration(statement: Json) -> bool:
    """The outlet's own judgement is no attribution."""
    speaker = statement["speaker"] or {}
    return speaker.get("basis") == "narrator" and not speaker.get("name") and not statement["cue"]


def _whole(statement: Json | None) -> list[list[int]]:
    spans = [*statement["content"], statement["span"]] if statement else []
    return [made for made in (stretch(span) for span in spans) if made]
