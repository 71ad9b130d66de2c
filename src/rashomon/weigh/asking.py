"""Asking: the words of a question, made from the answers it has."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.figure import Figure
from rashomon.weigh.answers import Answer
from rashomon.weigh.setting import is_long
from rashomon.words.names import fold, strip_article
from rashomon.words.plurals import plural
from rashomon.words.synonyms import is_generic
from rashomon.words.tables import table
from rashomon.words.units import unit

#: So many characters at most stand on either side of the blank in a quoted clause.
_BESIDE_BLANK = 45
#: What stands for the number in a quoted clause: a question gives none of its answers away.
_BLANK = "___"
#: What is counted where nothing is named.
_IT = "it"
#: A clause of nothing else says nothing.
_NO_WORDS = " \n.,;:!?()[]“”\"'"


@dataclass(frozen=True, slots=True)
class Patterns:
    """The table `data/questions.toml`: how to ask, by the concept of the measure."""

    count: dict[str, str]
    share: dict[str, str]
    amount: dict[str, str]
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
    counted = _counted(answers)
    whole = strip_article(most_common(each.figure.of for each in answers) or counted)
    form = _form(answers[0]) if counted else "uncounted"
    if form == "share" and whole == _IT:
        form = "part"
    known = {"count": patterns.count, "share": patterns.share}.get(form, {})
    pattern = known.get(first.action or "") or patterns.otherwise[form]
    where = _where(answers, whole if form == "share" else counted)
    return pattern.format(
        counted=counted,
        whole=whole,
        how=_how(first),
        where=where + _when(answers),
        clause=_clause(answers),
    )


def _how(figure: Figure) -> str:
    """How an amount is asked for: "How long" where it is a time."""
    asked = table("questions", Patterns).amount
    known = unit(figure.unit)
    dimension = known.dimension if known is not None else None
    return asked.get(figure.kind) or asked.get(dimension or "") or "How much"


def _when(answers: Sequence[Answer]) -> str:
    """The time of an earlier event or of a long count, in the words of a report that dates it."""
    dated = [
        each.period for each in answers if each.is_other or (each.period and is_long(each.period))
    ]
    if len(dated) < len(answers):
        return ""
    period = most_common(each.span.exact if each is not None else None for each in dated)
    since = all(_is_since(each) for each in answers)
    return f" ({'since ' if since else ''}{period})" if period else ""


def _is_since(answer: Answer) -> bool:
    """Whether a count runs from its period on: "since early June"."""
    if answer.period is None:
        return False
    before = answer.report.text[: answer.period.span.start].rstrip().lower()
    ends_there = (answer.period.to or "").startswith(answer.period.value)
    return before.endswith("since") and not ends_there


def _counted(answers: Sequence[Answer]) -> str:
    """What is counted: people where the noun is "deaths" or "lives", nothing where none is told."""
    first = answers[0].figure
    if first.unit == "count" and first.head is not None and is_generic(first.head):
        return "people"
    named = most_common(answer.figure.counted for answer in answers)
    if named and first.unit == "count" and all(each.figure.value == 1 for each in answers):
        named = plural(named)
    if named is None and first.unit == "count" and first.kind == "level":
        return "people" if first.action is not None else ""
    return strip_article(named or _IT)


def _clause(answers: Sequence[Answer]) -> str:
    """The shortest clause around one of the figures, with a blank in its place."""
    return min(map(_blanked, answers), key=lambda text: (len(text), text))


def _blanked(answer: Answer) -> str:
    """The words on both sides of a figure, from its clause or, where that is short, its line."""
    text, span = answer.report.text, answer.figure.span
    clause = answer.figure.clause or span
    before, after = text[clause.start : span.start], text[span.end : clause.end]
    if not (before + after).strip(_NO_WORDS):
        before = text[: span.start].rpartition("\n")[2]
        after = text[span.end :].partition("\n")[0]
    first, last = _cut(before[::-1])[::-1], _cut(after)
    return " ".join(f"{first}{_BLANK}{last}".split())


def _cut(text: str) -> str:
    """As many whole words from the beginning as may stand beside a blank."""
    if len(text) <= _BESIDE_BLANK:
        return text
    return text[:_BESIDE_BLANK].rpartition(" ")[0] + " …"


def _form(answer: Answer) -> str:
    figure = answer.figure
    if figure.kind in ("share", "change", "rate"):
        return figure.kind
    return "count" if figure.unit == "count" else "amount"


def _where(answers: Sequence[Answer], said: str) -> str:
    """The place, unless the words beside it name it already."""
    place = most_common(answer.where for answer in answers)
    return f" in {place}" if place and fold(place) not in fold(said) else ""
