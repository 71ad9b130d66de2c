"""Landmarks: one distance that two reports count from differently named points.

"30 km south of Alba" and "30 km south of Corin" cannot both be of one spot: a name is wrong, or
another place is meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.account import Finding, Question, Side
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.weigh.findings.telling import finding
from rashomon.words.names import fold

_DIRECTION = r"(?:north|south|east|west)(?:[ -]?(?:north|south|east|west))*(?:ern|wards?)?"
#: Behind a distance: "east of Cape Erimo", "(20 miles) to the south-east off the port of Alba".
_BEHIND = re.compile(
    rf"\s*(?:\([^()\n]{{1,30}}\)\s*)?(?:to the |due )?(?P<way>{_DIRECTION}) (?:of|off|from) "
    r"(?:the )?(?:[a-z]+ of )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
)
#: Words of a name that tell what it is, not which.
_SORTS = frozenset(
    ("cape", "port", "mount", "lake", "island", "city", "town", "point", "bay", "the")
)


def landmarks(notes: Sequence[Notes], questions: Sequence[Question]) -> Iterator[Finding]:
    """The distances of one question that two reports count, one way, from other points."""
    texts = {note.report.id: note.report for note in notes}
    for question in questions:
        if question.kind != "figure":
            continue
        for points in _points(question, texts):
            names = sorted(points)
            if len(names) == 2 and not set(names[0].split()) & set(names[1].split()):
                reports = [{span.report for span in points[name]} for name in names]
                if reports[0].isdisjoint(reports[1]):
                    first = [min(points[name]).exact for name in names]
                    yield finding(
                        "differing_place",
                        "medium",
                        f"One distance from two points: {first[0]} / {first[1]}.",
                        [
                            Side(
                                label=min(points[name]).exact, evidence=tuple(sorted(points[name]))
                            )
                            for name in names
                        ],
                        question.id,
                    )


def _points(question: Question, texts: Mapping[str, Report]) -> list[dict[str, set[Span]]]:
    """By number and direction, the points by name with where they are named."""
    found: dict[tuple[float, str], dict[str, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for position in question.positions:
        for span in position.evidence:
            match = _BEHIND.match(texts[span.report].text, span.end)
            if match is not None and position.value is not None:
                point = texts[span.report].span(match.start("name"), match.end("name"))
                found[position.value, fold(match["way"])][_which(point.exact)].add(point)
    return [dict(points) for _, points in sorted(found.items())]


def _which(name: str) -> str:
    """The words of a name that tell which it is: "erimo" of "Cape Erimo"."""
    return " ".join(word for word in fold(name).split() if word not in _SORTS)
