"""Two things told in like words are never set against each other: promise 3, through all stages."""

import json
from pathlib import Path

import pytest

from rashomon import Settings, find_notes, make_account, read_reports
from rashomon.account import Account

#: Pairs of sentences about two things, alike in all but the thing.
TWO_THINGS = [
    ("The water in Varna was 12 degrees", "The air in Varna was 21 degrees"),
    ("The new bridge in Porto is 120 metres long", "The new tunnel in Porto is 310 metres long"),
    ("Ito won 45 percent of the vote in Kobe", "Sato won 38 percent of the vote in Kobe"),
    ("Shares in Alba rose 4 percent in Milan", "Shares in Belco rose 9 percent in Milan"),
    ("Nurses in Leeds were paid 21 pounds an hour", "Porters in Leeds were paid 13 pounds an hour"),
    ("Child tickets in Leeds cost 8 pounds", "Adult tickets in Leeds cost 20 pounds"),
    (
        "The court in Turin fined Alba 3 million euros",
        "The court in Turin fined Belco 5 million euros",
    ),
    (
        "The number 5 bus in Leeds carried 300 people",
        "The number 9 bus in Leeds carried 410 people",
    ),
    (
        "The bank raised its deposit rate by 2 percent",
        "The bank raised its lending rate by 5 percent",
    ),
    ("Parliament passed the budget bill", "Parliament rejected the transport bill"),
    ("The strike at the port in Genoa ended", "The strike at the airport in Genoa continued"),
    ("The strike at the Varga plant ended", "The strike at the Corin mill continued"),
    ("The road to Siena was open", "The road to Prato was closed"),
    ("The board rejected the first offer", "The board accepted the second offer"),
    ("Alba reached a deal with Belco", "Alba reached no deal with Corin"),
    ("Police freed Omar Haddad", "Police arrested Karim Haddad"),
]


#: Pairs of sentences that readers would not set against each other at all.
NOT_AT_ODDS = [
    ("Several passengers were injured in Varna", "The crash in Varna injured 23 passengers"),
    ("It was 24 degrees in Varna", "A parked car in Varna reached 51 degrees"),
    ("Ito scored two goals in Kobe", "Sato scored three goals in Kobe"),
    (
        "It was the first crash since 2004, when seven people were killed in Varna, Ito said",
        "It was the first crash since 1959, when two people were killed in Varna, Ito said",
    ),
    ("Four people were killed in Varna", "Most people were discharged from hospital in Varna"),
]


@pytest.mark.parametrize(("one", "other"), TWO_THINGS)
def test_two_things_do_not_contradict(one: str, other: str, tmp_path: Path) -> None:
    """Neither a contradiction nor a body at odds with itself is told of two things."""
    account = _account(one, other, tmp_path)
    assert {question.relation for question in account.questions}.isdisjoint({"contradict"})
    kinds = {finding.kind for finding in account.findings}
    assert kinds.isdisjoint({"contradiction", "self_contradiction"})


@pytest.mark.parametrize(("one", "other"), NOT_AT_ODDS)
def test_what_is_not_at_odds_does_not_differ(one: str, other: str, tmp_path: Path) -> None:
    """No difference is told where two numbers or fates have nothing to do with each other."""
    relations = {question.relation for question in _account(one, other, tmp_path).questions}
    assert relations.isdisjoint({"contradict", "differ"})


def _account(one: str, other: str, folder: Path) -> Account:
    """The account of two reports of one day, a sentence each."""
    rows = [
        {"id": id, "outlet": f"Paper {id}", "published": "2031-03-04", "text": f"{text} on Monday."}
        for id, text in (("a", one), ("b", other))
    ]
    path = folder / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    settings = Settings()
    reports, problems = read_reports([str(path)], settings)
    return make_account(list(find_notes(reports, settings)), problems, settings)
