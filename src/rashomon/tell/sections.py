"""The sections of an account as every format shows them: what goes where, in which order."""

from collections import Counter

from rashomon.account import RELATIONS, Account, Finding, Origin, Position, Question
from rashomon.report import Report, Span
from rashomon.tell.shown import date_words, outlet

#: Relations that a reader must settle; an update is none, but is set out in a section of its own.
DISPUTED = ("contradict", "differ")
UPDATED = "supersedes"

#: A relation as a reader is told it; words, because a colour alone says nothing to many.
RELATION_WORDS = {
    "contradict": "contradict",
    "differ": "differ",
    "supersedes": "updated",
    "possibly_related": "possibly related",
    "compatible": "compatible",
    "agree": "agree",
    "single": "single",
}

#: Findings that the relation and the positions of a disputed question already tell.
_RESTATING = (
    "contradiction",
    "differing_figure",
    "differing_period",
    "differing_place",
    "superseded",
)

PRIORITIES = ("high", "medium", "low")


def brief_heading(account: Account) -> str:
    """What stands over the brief: what it tells of, the story or what changed in it."""
    settings = dict(account.made_by.settings)
    since, known = settings.get("since"), settings.get("known")
    if since is not None:
        return f"What changed since {date_words(str(since))}"
    return "What changed since the account before" if known else "Brief"


def disputed(account: Account) -> tuple[Question, ...]:
    """The questions whose positions contradict or differ, strongest first."""
    contested = (each for each in account.questions if each.relation in DISPUTED)
    return tuple(sorted(contested, key=lambda each: RELATIONS.index(each.relation)))


def updated(account: Account) -> tuple[Question, ...]:
    """The questions whose later answers only bring the earlier ones up to date."""
    return tuple(each for each in account.questions if each.relation == UPDATED)


def outlets_behind(account: Account, question: Question) -> int:
    """How many outlets that are known by name stand behind the answers to a question."""
    behind = (each for position in question.positions for each in reports_behind(account, position))
    return len({report.outlet for report in behind if report.outlet})


def undisputed(account: Account) -> tuple[Question, ...]:
    """All other questions, in the account's order."""
    set_out = (*DISPUTED, UPDATED)
    return tuple(each for each in account.questions if each.relation not in set_out)


def figure_questions(account: Account) -> tuple[Question, ...]:
    """The questions that figures answer: the disputed first, then those most origins answer."""
    figures = (each for each in account.questions if each.kind == "figure")
    return tuple(
        sorted(
            figures,
            key=lambda each: (RELATIONS.index(each.relation), -each.independent_origins),
        )
    )


def settled_figures(account: Account) -> tuple[Question, ...]:
    """The questions that figures answer and that are not set out as disputed or updated."""
    shown = (*DISPUTED, UPDATED)
    return tuple(each for each in figure_questions(account) if each.relation not in shown)


def other_questions(account: Account) -> tuple[Question, ...]:
    """The undisputed questions that no figure answers."""
    return tuple(each for each in undisputed(account) if each.kind != "figure")


def told_findings(account: Account) -> tuple[Finding, ...]:
    """The findings by priority, without those that say again how a question set out stands."""
    shown = {each.id for each in (*disputed(account), *updated(account))}
    told = (
        each
        for each in account.findings
        if each.question not in shown or each.kind not in _RESTATING
    )
    return tuple(sorted(told, key=lambda each: PRIORITIES.index(each.priority)))


def remarks(account: Account, question: Question) -> tuple[Finding, ...]:
    """What is to be told about one disputed question beside its positions."""
    return tuple(each for each in told_findings(account) if each.question == question.id)


def other_findings(account: Account) -> tuple[Finding, ...]:
    """The findings that stand with no question disputed or updated."""
    shown = {each.id for each in (*disputed(account), *updated(account))}
    return tuple(each for each in told_findings(account) if each.question not in shown)


def evidence(finding: Finding) -> tuple[Span, ...]:
    """The spans of all sides of a finding."""
    return tuple(span for side in finding.sides for span in side.evidence)


def sides(question: Question) -> tuple[tuple[str, tuple[Position, ...]], ...]:
    """The positions of each origin together, the origins in the order of the question."""
    held: dict[str, list[Position]] = {}
    for position in question.positions:
        held.setdefault(position.origin, []).append(position)
    return tuple((origin, tuple(positions)) for origin, positions in held.items())


def reports_behind(account: Account, position: Position) -> tuple[Report, ...]:
    """The reports whose words a position rests on, in the account's order."""
    cited = {span.report for span in position.evidence}
    return tuple(each for each in account.reports if each.id in cited)


def report_names(account: Account) -> dict[str, str]:
    """The reports by id: by outlet, and by id where an outlet has several."""
    shared = Counter(outlet(each) for each in account.reports)
    return {
        each.id: outlet(each) if shared[outlet(each)] == 1 else f"{outlet(each)}, {each.id}"
        for each in account.reports
    }


def naming(origin: Origin) -> str:
    """An origin by name, with the body it speaks for where that is another."""
    body = origin.for_ or origin.party
    return f"{origin.name} ({body})" if body and body != origin.name else origin.name
