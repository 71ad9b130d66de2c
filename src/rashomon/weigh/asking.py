"""Asking: the words of a question, made from the answers it has."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.weigh.answers import Answer
from rashomon.words.names import fold, strip_article
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Patterns:
    """The table `data/questions.toml`: how to ask, by the concept of the measure."""

    count: dict[str, str]
    otherwise: dict[str, str]


def most_common(texts: Iterable[str | None]) -> str | None:
    """The text that occurs most often (compared without case); the shortest, then the first."""
    kept = [" ".join(text.split()) for text in texts if text]
    counts = Counter(fold(text) for text in kept)
    return min(kept, key=lambda text: (-counts[fold(text)], len(text), text), default=None)


def question_of(answers: Sequence[Answer]) -> str:
    """The question that these answers answer, in plain English."""
    patterns = table("questions", Patterns)
    first = answers[0].figure
    counted = most_common(answer.figure.counted for answer in answers)
    measure = most_common(answer.figure.measure for answer in answers)
    place = most_common(answer.place.name if answer.place else None for answer in answers)
    where = f" in {place}" if place and fold(place) not in fold(counted or "") else ""
    if first.unit == "count" and first.kind == "level" and first.action in patterns.count:
        return patterns.count[first.action].format(counted=_thing(counted), where=where)
    if first.unit == "percent":
        whole = most_common(answer.figure.of for answer in answers) or counted
        return patterns.otherwise["share"].format(
            counted=_thing(whole), where=_unless_in(where, whole), measure=_beside(measure, whole)
        )
    form = "count" if first.unit == "count" else "amount"
    return patterns.otherwise[form].format(
        counted=_thing(counted), where=where, measure=_beside(measure, counted, form == "amount")
    )


def _thing(counted: str | None) -> str:
    return strip_article(counted) if counted else "people"


def _unless_in(where: str, whole: str | None) -> str:
    return "" if fold(where.removeprefix(" in ")) in fold(whole or "") else where


def _beside(measure: str | None, counted: str | None, bare: bool = False) -> str:
    """The measure after a colon, unless it says no more than the counted thing does."""
    if not measure or set(fold(measure).split()) <= set(fold(counted or "").split()):
        return ""
    return f": {measure}"
