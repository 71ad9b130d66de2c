"""Incidents: one row a story, with what befell people under a named policy.

The fields are those that analysts know: `best`, `low` and `high` as in the UCDP Georeferenced Event
Dataset (GED Codebook), `min` and `max` as Airwars gives the range of claims, `where_prec` as UCDP.
Nothing is added up over questions, and a sheet beside lists every position as it stands.
"""

from collections import defaultdict
from collections.abc import Iterator

from rashomon.account import Account, Position, Question
from rashomon.errors import WrongCall
from rashomon.tell.desk import Desk
from rashomon.tell.sections import RELATION_WORDS, naming
from rashomon.tell.tables.policies import POLICIES, PolicyTable, estimate, extremes, standing
from rashomon.tell.tables.rows import Row, Rows
from rashomon.tell.tables.table import Table, day_cell
from rashomon.words.tables import table

_ESTIMATED = ("best", "low", "high", "min", "max", "standing")
#: Provinces are the widest that an incident is placed in (UCDP's where_prec).
_WIDEST = 4

_PLACED = ("place", "country", "lat", "lon", "where_prec")


def incident_sheets(account: Account, policy: str) -> tuple[Table, Table]:
    """The sheet of incidents under a policy, and the sheet of the tolls with all positions.

    Raises WrongCall where no policy has that name.
    """
    if policy not in POLICIES:
        raise WrongCall(f"No policy is called {policy!r}. Choose from: {', '.join(POLICIES)}.")
    desk = Desk.of(account)
    rows = Rows(account)
    tolls = [(harm, each) for each in account.questions if (harm := harm_of(desk, each))]
    return (
        Table.of("incidents", [_incident(desk, rows, tolls, policy)], _incident_columns()),
        Table.of("tolls", _tolls(desk, rows, tolls, policy), _TOLL_COLUMNS),
    )


def harm_of(desk: Desk, question: Question) -> str | None:
    """The harm whose people a question counts; None where it counts something else.

    Every figure behind its answers must count people to whom that was done: a change ("five more")
    and a share are no toll.
    """
    figures = [desk.figures[id] for each in question.positions for id in each.figures]
    if question.kind != "figure" or not figures:
        return None
    if any(each.kind != "level" or each.unit != "count" for each in figures):
        return None
    actions = {each.action for each in figures}
    for harm in table("policies", PolicyTable).harms:
        if actions <= {*harm.actions}:
            return harm.name
    return None


def _incident_columns() -> tuple[str, ...]:
    harms = [harm.name for harm in table("policies", PolicyTable).harms]
    return (
        *("incident", "title", "date", "date_reports", "date_words", *_PLACED),
        *(f"{harm}_{field}" for harm in harms for field in _ESTIMATED),
        *("policy", "first_published", "last_published", "reports", "outlets", "origins"),
        *("disputed", "sources"),
    )


def _incident(desk: Desk, rows: Rows, tolls: list[tuple[str, Question]], policy: str) -> Row:
    """The story in one row: for each harm the widest answered question about all its people."""
    account = desk.account
    chosen: dict[str, Question] = {}
    for harm, question in tolls:
        best = chosen.get(harm)
        if _is_about_all(desk, question) and (best is None or _breadth(question) > _breadth(best)):
            chosen[harm] = question
    row: Row = {"incident": account.story.id, "title": account.story.title, "policy": policy}
    row |= _dated(account) | _located(rows, [*chosen.values(), *_of_event(account)])
    for harm, question in chosen.items():
        told = _estimated(desk, question, policy)
        row |= {f"{harm}_{field}": told[field] for field in _ESTIMATED}
    disputed = [each.text for each in chosen.values() if each.relation in ("contradict", "differ")]
    return row | {
        "first_published": day_cell(account.story.from_),
        "last_published": day_cell(account.story.to),
        "reports": len(account.reports),
        "outlets": len({each.outlet for each in account.reports if each.outlet}),
        "origins": max((each.independent_origins for each in chosen.values()), default=None),
        "disputed": "; ".join(disputed) or None,
        "sources": "; ".join(each.url or each.id for each in account.reports),
    }


def _is_about_all(desk: Desk, question: Question) -> bool:
    """Whether a question is about all the people of the story's own event, not some of them.

    Answers that count people and answers that count civilians stand under one question only where
    they were found to be the same; then the people decide.
    """
    people = table("policies", PolicyTable).people
    figures = [desk.figures[id] for each in question.positions for id in each.figures]
    whole = any(each.population is None and each.head in (None, *people) for each in figures)
    return whole and question.event == "main"


def _breadth(question: Question) -> tuple[int, int]:
    return question.independent_origins, sum(len(each.evidence) for each in question.positions)


def _estimated(desk: Desk, question: Question, policy: str) -> Row:
    told = estimate(desk, question, policy)
    lowest, highest = extremes(desk, question)
    return {
        "best": told.best,
        "low": told.low,
        "high": told.high,
        "min": lowest,
        "max": highest,
        "standing": told.standing,
    }


def _dated(account: Account) -> Row:
    """The one day that at least half of the reports, and two, name, with their words for it.

    A day on which the timeline has something goes before one that is only named. Nothing where no
    day or more than one is named so: then the reports do not tell the day of the story.
    """
    named: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for time in account.times:
        if time.from_ and time.to and time.from_[:10] == time.to[:10]:
            named[time.from_[:10]].setdefault(time.span.report, time.span.exact)
    least = min(2, len(account.reports))
    told = {entry.from_[:10] for entry in account.timeline}
    often = {
        day: (day in told, len(words))
        for day, words in named.items()
        if len(words) >= least and len(words) * 2 >= len(account.reports)
    }
    first = [day for day, weight in often.items() if weight == max(often.values())]
    if len(first) != 1:
        return {}
    (day,) = first
    return {
        "date": day_cell(day),
        "date_reports": len(named[day]),
        "date_words": " | ".join(dict.fromkeys(named[day].values())),
    }


def _located(rows: Rows, questions: list[Question]) -> Row:
    """The place of the first of the questions that is tied to a point and no country's middle."""
    placed = (rows.placed(each.place) for each in questions)
    return next((row for row in placed if _is_scene(row)), {})


def _is_scene(row: Row) -> bool:
    precision = row.get("where_prec")
    return row.get("lat") is not None and isinstance(precision, int) and precision <= _WIDEST


def _of_event(account: Account) -> list[Question]:
    return [each for each in account.questions if each.event == "main"]


_TOLL_COLUMNS = (
    *("incident", "asked", "harm", "population", "event", "relation", "policy", *_ESTIMATED),
    *("answer", "value", "position_low", "position_high", "qualifier", "stance", "stands"),
    *("origin", "independent", "published", "reports", "words", *_PLACED, "from", "to"),
    *("question", "position"),
)


def _tolls(desk: Desk, rows: Rows, tolls: list[tuple[str, Question]], policy: str) -> Iterator[Row]:
    """Every position on every toll, untouched, beside what the policy makes of its question."""
    for harm, question in tolls:
        stands = {each.position.id: each for each in standing(desk, question)}
        shared: Row = {
            "incident": desk.account.story.id,
            "asked": question.text,
            "harm": harm,
            "population": question.population,
            "event": question.event,
            "relation": RELATION_WORDS[question.relation],
            "policy": policy,
            "question": question.id,
            **_estimated(desk, question, policy),
            **rows.placed(question.place),
            **rows.timed(question.period),
        }
        for position in question.positions:
            kept = stands.get(position.id)
            counts = kept is not None and kept.independent is not None
            yield (
                shared | _held(desk, position) | {"stands": kept is not None, "independent": counts}
            )


def _held(desk: Desk, position: Position) -> Row:
    reports = list(dict.fromkeys(span.report for span in position.evidence))
    days = sorted(day for each in reports if (day := desk.reports[each].published))
    words = dict.fromkeys(" ".join(span.exact.split()) for span in position.evidence)
    return {
        "position": position.id,
        "answer": position.answer,
        "value": position.value,
        "position_low": position.low,
        "position_high": position.high,
        "qualifier": position.qualifier,
        "stance": position.stance,
        "origin": naming(desk.origins[position.origin]),
        "published": day_cell(days[0][:10]) if days else None,
        "reports": "; ".join(reports),
        "words": " | ".join(words),
    }
