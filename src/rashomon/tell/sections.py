"""The sections of an account as every format shows them: what goes where, in which order."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from rashomon.account import RELATIONS, Account, Finding, Origin, Position, Question
from rashomon.report import Report
from rashomon.statement import Statement

#: Relations that a reader must settle or know of; the rest agree or stand alone.
DISPUTED = ("contradict", "differ", "supersedes")

#: A relation as a reader is told it; words, because a colour alone says nothing to many.
RELATION_WORDS = {
    "contradict": "contradict",
    "differ": "differ",
    "supersedes": "superseded",
    "possibly_related": "possibly related",
    "compatible": "compatible",
    "agree": "agree",
    "single": "single",
}

#: What stands behind an answer, for "one voice in 3 reports".
_BACKING = {"document": "one document", "wire": "one wire text", "outlet": "own reporting"}

_PRIORITIES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker with all that the reports let this speaker say, in the order of the reports."""

    name: str
    role: str | None
    for_: str | None
    named: bool
    statements: tuple[Statement, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """Name, role and body, as far as they are known and not said twice."""
        known = (self.name, self.role, self.for_)
        return tuple(dict.fromkeys(each for each in known if each))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An origin and the reports in which it stands behind an answer or was heard."""

    origin: Origin
    reports: tuple[Report, ...]
    answers: int

    @property
    def backing(self) -> str:
        """The weight of this origin in words: however many reports, one voice."""
        kind = _BACKING.get(self.origin.kind, "one voice")
        return f"{kind} in {count_words(len(self.reports), 'report')}"


def disputed(account: Account) -> tuple[Question, ...]:
    """The questions whose positions contradict, differ or supersede, strongest first."""
    contested = (each for each in account.questions if each.relation in DISPUTED)
    return tuple(sorted(contested, key=lambda each: RELATIONS.index(each.relation)))


def undisputed(account: Account) -> tuple[Question, ...]:
    """All other questions, in the account's order."""
    return tuple(each for each in account.questions if each.relation not in DISPUTED)


def figure_questions(account: Account) -> tuple[Question, ...]:
    """The questions that figures answer: the disputed first, then those most origins answer."""
    figures = (each for each in account.questions if each.kind == "figure")
    return tuple(
        sorted(
            figures,
            key=lambda each: (RELATIONS.index(each.relation), -each.independent_origins),
        )
    )


def other_questions(account: Account) -> tuple[Question, ...]:
    """The undisputed questions that no figure answers."""
    return tuple(each for each in undisputed(account) if each.kind != "figure")


def ranked_findings(account: Account) -> tuple[Finding, ...]:
    """The findings by priority, within one priority in the account's order."""
    return tuple(sorted(account.findings, key=lambda each: _PRIORITIES.index(each.priority)))


def remarks(account: Account, question: Question) -> tuple[Finding, ...]:
    """The findings about one question, by priority."""
    return tuple(each for each in ranked_findings(account) if each.question == question.id)


def other_findings(account: Account) -> tuple[Finding, ...]:
    """The findings that no disputed question shows, by priority."""
    shown = {each.id for each in disputed(account)}
    return tuple(each for each in ranked_findings(account) if each.question not in shown)


def voices(account: Account) -> tuple[Voice, ...]:
    """Who speaks: named speakers first, then those who say most, then by name."""
    heard: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in account.statements:
        if statement.speaker.name is not None:
            heard[statement.speaker.name].append(statement)
    found = (_voice(name, statements) for name, statements in heard.items())
    return tuple(sorted(found, key=lambda each: (not each.named, -len(each.statements), each.name)))


def _voice(name: str, statements: list[Statement]) -> Voice:
    roles = Counter(each.speaker.role for each in statements if each.speaker.role)
    bodies = Counter(each.speaker.for_ for each in statements if each.speaker.for_)
    return Voice(
        name=name,
        role=_commonest(roles),
        for_=_commonest(bodies),
        named=any(each.speaker.named for each in statements),
        statements=tuple(statements),
    )


def _commonest(words: Counter[str]) -> str | None:
    """The word used most; among equals the first by letter, so that order plays no part."""
    return min(words, key=lambda word: (-words[word], word), default=None)


def sources(account: Account) -> tuple[Source, ...]:
    """Who stands behind how many reports: the widest heard first, then by name."""
    heard: defaultdict[str, set[str]] = defaultdict(set)
    answers: Counter[str] = Counter()
    for origin in account.origins:
        heard[origin.id].update(id_ for each in origin.occasions for id_ in each.reports)
    for question in account.questions:
        for position in question.positions:
            heard[position.origin].update(span.report for span in position.evidence)
            answers[position.origin] += 1
    found = (
        Source(
            origin=origin,
            reports=tuple(each for each in account.reports if each.id in heard[origin.id]),
            answers=answers[origin.id],
        )
        for origin in account.origins
    )
    return tuple(
        sorted(found, key=lambda each: (-len(each.reports), -each.answers, each.origin.name))
    )


def reports_behind(account: Account, position: Position) -> tuple[Report, ...]:
    """The reports whose words a position rests on, in the account's order."""
    cited = {span.report for span in position.evidence}
    return tuple(each for each in account.reports if each.id in cited)


def names(account: Account) -> dict[str, str]:
    """The origins by id, each in words, with the body spoken for where that is another."""
    return {each.id: naming(each) for each in account.origins}


def naming(origin: Origin) -> str:
    """An origin by name, with the body it speaks for where that is another."""
    body = origin.for_ or origin.party
    return f"{origin.name} ({body})" if body and body != origin.name else origin.name


def twins(account: Account, origin: Origin) -> tuple[str, ...]:
    """With whom an origin is certainly or possibly the same, and why, in words."""
    known = names(account)
    sureness = {"certain": "certainly", "possible": "possibly"}
    return tuple(
        f"{sureness.get(each.certainty, each.certainty)} the same as "
        f"{known.get(each.origin, 'another origin')}: {each.reason}"
        for each in origin.same_as
    )


def count_words(number: int, noun: str) -> str:
    """A count with its noun: "1 report", "3 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
