"""Policies: what each makes of positions that differ, and what an incident sheet says of it."""

from dataclasses import replace
from datetime import date

import pytest
from sample import sample_account

from rashomon.account import Account, MadeBy, Origin, Position, Question, Relation
from rashomon.errors import WrongCall
from rashomon.figure import Figure
from rashomon.report import Report
from rashomon.story import Story
from rashomon.tell.desk import Desk
from rashomon.tell.tables.incidents import harm_of, incident_sheets
from rashomon.tell.tables.policies import POLICIES, estimate, extremes
from rashomon.when import Period
from rashomon.where import Place

#: (words, low, high, qualifier, day of its report, kind of its origin, named)
Said = tuple[str, float | None, float | None, str, str, str, bool]

AT_LEAST_9: Said = ("at least 9", 9, None, "at_least", "2031-03-01", "speaker", False)
TWELVE: Said = ("12", 12, 12, "exact", "2031-03-02", "speaker", True)
ALSO_12: Said = ("12 people", 12, 12, "exact", "2031-03-01", "document", False)
TWENTY: Said = ("20", 20, 20, "exact", "2031-03-03", "speaker", False)
OUTLET_30: Said = ("30", 30, 30, "exact", "2031-03-03", "outlet", True)
DOZENS: Said = ("dozens of people", 24, None, "vague", "2031-03-01", "speaker", False)
SEVERAL_HUNDRED: Said = ("several hundred", 200, None, "vague", "2031-03-01", "speaker", False)
MORE_THAN_30: Said = ("more than 30", 30, None, "more_than", "2031-03-02", "speaker", False)


def told(*said: Said, relation: str = "differ", **question: object) -> Account:
    """An account with one question about the killed and a position for each that is said."""
    reports, origins, figures, positions = [], [], [], []
    for count, (words, low, high, qualifier, day, kind, named) in enumerate(said):
        report = Report(
            id=f"r{count}", text=words, published=day, published_precision="day", outlet=f"O{count}"
        )
        span = report.span(0, len(words))
        value = low if qualifier == "exact" else None
        figures.append(
            Figure(
                id=f"f{count}",
                span=span,
                number=span,
                printed=words,
                value=value,
                low=low,
                high=high,
                qualifier=qualifier,
                action="kill",
                head="person",
            )
        )
        positions.append(
            Position(
                id=f"p{count}",
                answer=words,
                value=value,
                low=low,
                high=high,
                qualifier=qualifier,
                origin=f"o{count}",
                evidence=(span,),
                figures=(f"f{count}",),
            )
        )
        origins.append(Origin(id=f"o{count}", name=f"Voice {count}", kind=kind, named=named))
        reports.append(report)
    asked = Question(
        id="q", text="How many people were killed?", kind="figure", event="main",
        positions=tuple(positions), relation=relation,
    )  # fmt: skip
    return Account(
        made_by=MadeBy(version="1"),
        story=Story(id="y", title="A fall", reports=tuple(each.id for each in reports)),
        reports=tuple(reports),
        origins=tuple(origins),
        figures=tuple(figures),
        questions=(replace(asked, **question),),
    )


def settled(account: Account, policy: str) -> tuple[float | None, float | None, float | None]:
    """Best, low and high of the account's one question."""
    found = estimate(Desk.of(account), account.questions[0], policy)
    return found.best, found.low, found.high


@pytest.mark.parametrize(
    ("policy", "said", "expected"),
    [
        ("range", (TWELVE, TWENTY), (None, 12, 20)),
        ("range", (TWELVE, ALSO_12), (12, 12, 12)),
        ("range", (AT_LEAST_9, TWELVE), (None, 9, 12)),
        ("range", (AT_LEAST_9,), (None, 9, None)),
        ("range", (TWELVE, MORE_THAN_30), (None, 12, None)),
        ("conservative", (TWELVE, TWENTY), (12, 12, 20)),
        ("conservative", (DOZENS,), (12, 12, None)),
        ("conservative", (SEVERAL_HUNDRED,), (200, 200, None)),
        ("conservative", (DOZENS, TWENTY), (20, 20, 20)),
        ("majority", (TWELVE, ALSO_12, TWENTY), (12, 12, 20)),
        ("majority", (TWELVE, TWENTY), (None, 12, 20)),
        ("majority", (TWELVE, OUTLET_30, OUTLET_30), (None, 12, 30)),
        ("latest", (TWELVE, TWENTY), (20, 20, 20)),
        ("latest", (TWELVE, TWENTY, OUTLET_30), (None, 20, 30)),
        ("named-first", (TWELVE, TWENTY, OUTLET_30), (12, 12, 12)),
        ("named-first", (TWENTY, OUTLET_30), (None, 20, 30)),
        ("pending", (TWELVE, TWENTY), (None, None, None)),
    ],
)
def test_a_policy_settles_by_its_rule(policy, said, expected):
    """Best, low and high follow from the rule alone; where it gives no number there is none."""
    assert settled(told(*said), policy) == expected


def test_pending_gives_numbers_where_nobody_differs():
    """Answers that agree are not pending."""
    assert settled(told(TWELVE, ALSO_12, relation="agree"), "pending") == (12, 12, 12)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_number_brought_up_to_date_no_longer_stands(policy):
    """A later count of the same toll replaces the earlier one; the range of all still has it."""
    update = Relation(a="p0", b="p1", relation="supersedes")
    account = told(TWELVE, TWENTY, relation="supersedes", relations=(update,))
    assert settled(account, policy)[1:] == (20, 20)
    assert extremes(Desk.of(account), account.questions[0]) == (12, 20)


def test_the_extremes_are_the_numbers_stated():
    """ "More than 30" states 30, and has no upper end all the same."""
    account = told(TWELVE, MORE_THAN_30)
    assert extremes(Desk.of(account), account.questions[0]) == (12, 30)
    assert settled(account, "range") == (None, 12, None)


@pytest.mark.parametrize("policy", POLICIES)
def test_what_is_denied_or_expected_is_no_count(policy):
    """Only asserted numbers count."""
    account = told(TWELVE, TWENTY)
    first, second = account.questions[0].positions
    question = replace(account.questions[0], positions=(first, replace(second, stance="denies")))
    assert estimate(Desk.of(account), question, policy).high in (12, None)


def test_a_policy_touches_no_position():
    """The sheet of tolls lists every position as it was stated, under each policy."""
    account = told(AT_LEAST_9, TWELVE, TWENTY)
    for policy in POLICIES:
        _, tolls = incident_sheets(account, policy)
        place = tolls.columns.index("answer")
        assert [row[place] for row in tolls.rows] == ["at least 9", "12", "20"]


def test_an_incident_is_one_row():
    """A story gives a row with its harms; what nobody counts is empty."""
    incidents, _ = incident_sheets(told(TWELVE, TWENTY), "conservative")
    (row,) = (dict(zip(incidents.columns, row, strict=True)) for row in incidents.rows)
    assert (row["killed_best"], row["killed_min"], row["killed_max"]) == (12, 12, 20)
    assert (row["killed_standing"], row["injured_best"]) == ("settled", None)
    assert row["disputed"] == "How many people were killed?"


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "change"), ("kind", "share"), ("unit", "percent"), ("action", "remain")],
)
def test_only_a_count_of_people_is_a_toll(field, value):
    """A change, a share and a count of something else are no toll."""
    account = told(TWELVE)
    figure = replace(account.figures[0], **{field: value})
    desk = Desk.of(replace(account, figures=(figure,)))
    assert harm_of(Desk.of(account), account.questions[0]) == "killed"
    assert harm_of(desk, account.questions[0]) is None


@pytest.mark.parametrize(
    ("event", "figure"),
    [
        ("other", {}),
        ("main", {"population": "children", "head": "child"}),
        ("main", {"head": "colleague"}),
    ],
)
def test_some_of_the_people_are_not_taken_for_all(event, figure):
    """A count of children, of colleagues, or of another event is only in the tolls."""
    account = told(TWELVE, event=event)
    some = replace(account, figures=(replace(account.figures[0], **figure),))
    incidents, tolls = incident_sheets(some, "range")
    (row,) = (dict(zip(incidents.columns, row, strict=True)) for row in incidents.rows)
    assert (row["killed_low"], len(tolls.rows)) == (None, 1)


def test_an_unknown_policy_is_a_wrong_call():
    """The message says which policies there are."""
    with pytest.raises(WrongCall, match=r"guess.*conservative"):
        incident_sheets(sample_account(), "guess")


def dated(*days: tuple[str, ...]) -> Account:
    """An account whose reports each name some days."""
    account = told(*(TWELVE for _ in days))
    times = tuple(
        Period(
            id=f"t{report.id}{day}",
            span=report.span(0, 2),
            type="DATE",
            value=day,
            from_=day,
            to=day,
            precision="day",
        )
        for report, named in zip(account.reports, days, strict=True)
        for day in named
    )
    return replace(account, times=times)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((("2031-03-01",), ("2031-03-01", "2031-02-01"), ()), date(2031, 3, 1)),
        ((("2031-03-01",), ("2031-03-02",), ()), None),
        ((("2031-03-01", "2031-03-02"), ("2031-03-01", "2031-03-02")), None),
        ((("2031-03-01",), (), (), ()), None),
        ((("2031-03-01",),), date(2031, 3, 1)),
    ],
)
def test_an_incident_has_a_date_where_reports_name_one_day(days, expected):
    """At least two reports and half of them name it, and no other day so often."""
    incidents, _ = incident_sheets(dated(*days), "range")
    assert incidents.rows[0][incidents.columns.index("date")] == expected


def test_an_incident_lies_where_its_toll_does():
    """The first toll with a point places it; the middle of a country never does."""
    account = told(TWELVE, place="p1")
    span = account.reports[0].span(0, 2)
    place = Place(id="p1", span=span, name="Aldea", lat=1.0, lon=2.0, precision=1)
    for precision, lat in ((1, 1.0), (4, 1.0), (6, None)):
        told_places = (replace(place, precision=precision),)
        incidents, _ = incident_sheets(replace(account, places=told_places), "range")
        assert incidents.rows[0][incidents.columns.index("lat")] == lat
