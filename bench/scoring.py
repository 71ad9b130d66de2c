"""Scores the account of an example event against its golden, one mark for each thing asked."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

Item = dict[str, Any]
#: What was asked, and whether it is right.
Mark = tuple[str, bool]

#: Words of a speaker's name that tell nobody apart.
_SMALL = frozenset(
    {"a", "an", "the", "of", "for", "in", "at", "its", "their", "unnamed", "dr", "mr", "ms", "mrs"}
)
#: Relations of a question to which reports give answers that cannot all stand.
_DISPUTED = frozenset({"contradict", "differ", "supersedes"})


def shared(a: Item, b: Item) -> int:
    """The number of characters that two spans share."""
    if a["report"] != b["report"]:
        return 0
    first: int = max(a["start"], b["start"])
    last: int = min(a["end"], b["end"])
    return max(0, last - first)


def touching(some: Iterable[Item], others: Iterable[Item]) -> bool:
    """Whether a span of the one shares a character with a span of the other."""
    others = list(others)
    return any(shared(a, b) for a in some for b in others)


def number(figure: Item) -> Item:
    """The span of the printed number inside the span of a figure."""
    span: Item = figure["span"]
    start = span["start"] + max(0, span["exact"].find(figure["printed"]))
    return span | {"start": start, "end": start + len(figure["printed"])}


def likeness(some: list[Item], others: list[Item]) -> float:
    """The characters that two contents share, over those that either holds."""
    a, b = (
        {(span["report"], at) for span in spans for at in range(span["start"], span["end"])}
        for spans in (some, others)
    )
    return len(a & b) / len(a | b)


def same_name(asked: str, given: str | None) -> bool:
    """Whether two names are one speaker's: the same words, or two and more that the other holds.

    Case, accents, titles and small words do not count.
    """
    a, b = _words(asked), _words(given or "")
    return bool(b) and (a == b or (a <= b and len(a) > 1) or (b <= a and len(b) > 1))


def _words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFD", name.casefold()).replace("\u2019", "'").replace("'s", "")
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return frozenset(letters.replace("-", " ").split()) - _SMALL


class Scored:
    """The account of an event beside its golden, whose spans have offsets."""

    def __init__(self, told: Item, golden: Item) -> None:
        """Pair each figure of the golden with the product's at the same number."""
        self.told, self.golden = told, golden
        self.figure: dict[str, Item] = {}
        for asked in golden["figures"]:
            given = [f for f in told["figures"] if shared(number(f), number(asked))]
            if given:
                self.figure[asked["id"]] = given[0]
        self._places = {
            name: (question, position["id"])
            for question in told["questions"]
            for position in question["positions"]
            for name in position["figures"]
        }

    def marks(self) -> Iterator[Mark]:
        """All marks of the event."""
        yield from self.figures()
        yield from self.statements()
        yield from self.links()
        yield from self.origins()
        yield from self.brief()

    def figures(self) -> Iterator[Mark]:
        """Of the required figures, those found; of those, value or bounds, qualifier and speaker.

        A speaker is asked for where somebody else than the outlet gives the figure.
        """
        silent = {"narrator", *(report["outlet"] for report in self.golden["reports"])}
        for asked in self.golden["figures"]:
            if not asked["required"]:
                continue
            given = self.figure.get(asked["id"])
            yield "figures found", given is not None
            if given is None:
                continue
            keys = ("value",) if asked["value"] is not None else ("value", "low", "high")
            yield "figure value", all(given[key] == asked[key] for key in keys)
            yield "figure qualifier", given["qualifier"] == asked["qualifier"]
            if asked["speaker"] not in silent:
                yield "figure speaker", same_name(asked["speaker"], given["speaker"])

    def statements(self) -> Iterator[Mark]:
        """Of the required statements, those found, with and without the right speaker; and how
        many of the product's are in the golden at all.

        A statement is found where half of the characters of both contents are shared.
        """

        def alike(asked: Item, given: Item) -> bool:
            return likeness(asked["content"], given["content"]) >= 0.5

        golden = self.golden["statements"]
        for asked in golden:
            if asked["required"]:
                given = [one for one in self.told["statements"] if alike(asked, one)]
                names = [one["speaker"]["name"] for one in given]
                yield "statements found", bool(given)
                yield (
                    "statements found with speaker",
                    any(same_name(asked["speaker"], name) for name in names),
                )
        for given in self.told["statements"]:
            yield "statements that are in the golden", any(alike(asked, given) for asked in golden)

    def linked(self, a: str, b: str) -> bool:
        """Whether the product puts two figures of the golden under one question.

        They are not linked where they are no more than possibly related.
        """
        if a not in self.figure or b not in self.figure:
            return False
        nowhere: tuple[Item, str] = ({"id": None}, "")
        question, first = self._places.get(self.figure[a]["id"], nowhere)
        other, second = self._places.get(self.figure[b]["id"], nowhere)
        if question["id"] is None or question["id"] != other["id"]:
            return False
        if first == second:
            return True
        between = (r for r in question["relations"] if {r["a"], r["b"]} == {first, second})
        found = next(between, question)
        return bool(found["relation"] != "possibly_related")

    def links(self) -> Iterator[Mark]:
        """Of the required pairs of figures of two reports, those linked; of those linked, the
        pairs that the golden links, too.
        """
        golden = {frozenset((pair["a"], pair["b"])) for pair in self.golden["linked"]}
        for pair in self.golden["linked"]:
            if pair["required"]:
                yield "linked pairs found", self.linked(pair["a"], pair["b"])
        for a, b in combinations(self.golden["figures"], 2):
            if a["report"] != b["report"] and self.linked(a["id"], b["id"]):
                yield "linked pairs right", frozenset((a["id"], b["id"])) in golden

    def origins(self) -> Iterator[Mark]:
        """Of the findings of one origin behind several reports, those of which the product's
        evidence touches two sides.
        """
        given = [evidence(f) for f in self.told["findings"] if f["kind"] == "same_origin"]
        for asked in self.golden["findings"]:
            if asked["kind"] == "same_origin" and asked["required"]:
                sides = [side["evidence"] for side in asked["sides"]]
                hits = (sum(touching(side, words) for side in sides) for words in given)
                yield "same origin found", any(count >= 2 for count in hits)

    def brief(self) -> Iterator[Mark]:
        """Of the facts that a brief must carry, those of which a sentence cites the words: half
        of the shorter of the two spans.
        """
        cited = [span for sentence in self.told["brief"] for span in sentence["citations"]]
        for fact in self.golden["brief_must"]:
            yield (
                "brief facts carried",
                any(
                    2 * shared(a, b) >= min(a["end"] - a["start"], b["end"] - b["start"])
                    for a in cited
                    for b in fact["citations"]
                    if a["report"] == b["report"]
                ),
            )

    def wrongs(self) -> Iterator[str]:
        """What must never be: a forbidden link, a value for a malformed number, a contradiction
        between words that answer no disputed question of the golden.
        """
        for pair in self.golden["not_linked"]:
            a, b = pair["a"]["figure"], pair["b"]["figure"]
            if a is not None and b is not None and self.linked(a, b):
                yield f"{a} and {b} are linked: {pair['reason']}"
        broken = [figure for figure in self.told["figures"] if not figure["well_formed"]]
        asked = [figure for figure in self.golden["figures"] if not figure["well_formed"]]
        broken += [self.figure[each["id"]] for each in asked if each["id"] in self.figure]
        for figure in broken:
            if figure["value"] is not None:
                yield f"{figure['printed']} is malformed and has the value {figure['value']}"
        disputed = [
            span
            for question in self.golden["questions"]
            if question["relation"] in _DISPUTED
            for position in question["positions"]
            for span in position["evidence"]
        ]
        for finding in self.told["findings"]:
            if finding["kind"] == "contradiction" and not touching(evidence(finding), disputed):
                yield f"no contradiction: {finding['text']}"


def evidence(finding: Item) -> list[Item]:
    """All spans on which a finding rests."""
    return [span for side in finding["sides"] for span in side["evidence"]]
